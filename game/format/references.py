"""What refers to something that is not there, by kind and with what may have been meant."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.format.findings import Findings, Kind
from game.format.mending import FILLER
from game.format.models import Document
from game.format.notes import Notes, Reference
from game.format.tree import Marks

_DECLARED: Final = {"fact": "facts", "promise": "promises", "blur": "blurs"}
"""Kinds that have to be declared, and the sections they are declared in."""

_COMES_ABOUT: Final = {
    "lie": ("lies", "lie"),
    "demand": ("demands", "demand"),
    "complaint": ("complaints", "complain"),
    "help": ("helps", "help"),
    "favour": ("favours", "request"),
}
"""Kinds that may be used bare: the sections for their words, and the moves by which they come about."""


def check_references(
    document: Document, notes: Notes, marks: Marks, findings: Findings, muted: frozenset[str]
) -> None:
    """Add a finding for every reference to what is not there; ``muted`` ids are not spoken of."""
    known = _known(document, notes)
    silent = muted | {FILLER}
    # Of two scenes of one name the second is not read: which scenes there are is open.
    torn = any(one.code == "duplicate-key" for one in findings)
    told: dict[tuple[str, str], list[Reference]] = {}
    for one in notes.references:
        if one.id not in known[one.kind] and one.id not in silent and one.id.partition(".")[0] not in silent:
            if not (torn and one.kind in {"scene", "choice"}):
                told.setdefault((one.kind, one.id), []).append(one)
        elif one.kind == "deflected" and one.id in known["blur-or-promise"] and one.id in known["complaint"]:
            findings.add("deflect-unclear", marks.nearest(one.path), id=one.id)
    for first, *others in told.values():
        _tell(first, [marks.nearest(each.path)[0] for each in others], known, marks, findings)


def _known(document: Document, notes: Notes) -> Mapping[str, Mapping[str, object]]:
    known: dict[str, Mapping[str, object]] = {
        kind: getattr(document, section) for kind, section in _DECLARED.items()
    }
    for kind, (section, _) in _COMES_ABOUT.items():
        declared = document.lies if kind == "lie" else getattr(document, section)
        known[kind] = {**dict.fromkeys(declared), **notes.uses.get(kind, {})}
    known["blur-or-promise"] = {**known["blur"], **notes.uses.get("blur-or-promise", {})}
    known["deflected"] = {**known["blur-or-promise"], **known["complaint"]}
    known["scene"] = document.scenes
    known["choice"] = {
        f"{scene}.{choice.id or index + 1}": None
        for scene, shape in document.scenes.items()
        for index, choice in enumerate(shape.choices)
    }
    return known


def _tell(
    one: Reference,
    others: Sequence[int],
    known: Mapping[str, Mapping[str, object]],
    marks: Marks,
    findings: Findings,
) -> None:
    """One word that is nowhere is one mistake, in however many lines it stands: ``others``, from 1."""
    at = marks.nearest(one.path)
    close = findings.close(one.id, known[one.kind])
    if one.kind in {"scene", "choice"}:
        findings.add(f"unknown-{one.kind}", at, close, others, id=one.id)
    elif one.kind in _COMES_ABOUT:
        move = _COMES_ABOUT[one.kind][1]
        findings.add("never-used", at, close, others, kind=Kind(one.kind), id=one.id, move=move)
    else:
        kind = one.kind if one.kind in _DECLARED else "blur"
        findings.add("undeclared", at, close, others, kind=Kind(kind), id=one.id, section=_DECLARED[kind])
