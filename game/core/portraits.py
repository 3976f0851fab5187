"""The portraits a scenario may name, and whom each of them is meant for: names and words, no pixels.

A customer without a portrait, or with one not listed here, is drawn from the name.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Portrait:
    """Somebody who can be drawn.

    ``id`` as in the format · ``age`` in years, as they look · ``woman`` · ``looks_like`` the post they are
    dressed for · ``meant_for`` ids of the scenarios whose people they were drawn for; may be empty.
    """

    id: str
    age: int
    woman: bool
    looks_like: str
    meant_for: tuple[str, ...] = ()


CAST: Final[tuple[Portrait, ...]] = (
    Portrait("kishimoto", 64, False, "baker", ("first-steps",)),
    Portrait("tanabe", 50, True, "head of general affairs", ("friday-checklist", "ask-for-the-story")),
    Portrait("eguchi", 58, False, "division head", ("friday-checklist",)),
    Portrait("sasaki", 35, False, "the trainee's own superior", ("friday-checklist",)),
    Portrait("mizuno", 40, True, "head of IT", ("one-department", "renewal-twenty-off")),
    Portrait("shibata", 57, False, "division head or board member", ("one-department", "renewal-twenty-off")),
    Portrait("moriya", 45, False, "purchasing", ("renewal-twenty-off",)),
    Portrait("kuroda", 62, False, "president of a building firm", ("office-move",)),
    Portrait("nomura", 33, True, "general affairs, in uniform", ("office-move",)),
    Portrait("kuze", 53, False, "head of purchasing of a car maker", ("parts-price-talks", "late-parts")),
    Portrait("ishii", 38, False, "production control on the line", ("late-parts",)),
    Portrait("santos", 44, True, "leader of a line in a plant", ("late-parts",)),
    Portrait("okabe", 60, True, "the director's wife, who keeps the books", ("copier-lease",)),
    Portrait("shindo", 63, False, "director of a clinic", ("copier-lease",)),
    Portrait("minami", 27, True, "reception of a clinic", ("copier-lease",)),
    Portrait("tsuda", 47, False, "head of a logistics centre", ("third-leaver",)),
    Portrait("endo", 24, False, "a worker in his third week", ("third-leaver",)),
    Portrait("dan", 28, False, "on the floor of a warehouse", ("third-leaver",)),
    Portrait("hayashi", 30, True, "sales promotion of a food maker", ("wrong-colour",)),
    Portrait("yano", 42, True, "manager of a shop", ("slipping-ads",)),
    Portrait("fukuda", 50, False, "head of truck logistics of a food maker", ("two-hour-wait",)),
    Portrait("goto", 55, False, "drives a lorry, speaks for the drivers", ("two-hour-wait",)),
    Portrait("rahma", 31, True, "quality assurance of a food maker", ("two-hour-wait", "wrong-colour")),
    Portrait("sakuma", 56, True, "head of accounting", ("what-will-you-add",)),
    Portrait("hirose", 49, True, "busy owner of a bento kitchen", ("refused-call",)),
    Portrait("kanda", 65, False, "owner of a small works", ("refused-call",)),
    Portrait("asano", 25, True, "public relations", ("ask-for-the-story",)),
    Portrait("ando", 70, True, "proprietress of a long-established house", ("handover",)),
    Portrait("sharma", 39, False, "engineer, head of a project", ("month-end-push",)),
    Portrait("onuki", 48, False, "the trainee's own head of sales", ("month-end-push",)),
)
"""Everybody, in the order of the scenarios they were drawn for."""

PORTRAITS: Final[tuple[str, ...]] = tuple(one.id for one in CAST)
"""The ids of those who can be drawn."""

WOMAN: Final = "woman"
MAN: Final = "man"

NAMEABLE: Final[tuple[str, ...]] = (*PORTRAITS, WOMAN, MAN)
"""What ``portrait`` may name in a scenario: one of the cast, or a woman or a man drawn from the name."""
