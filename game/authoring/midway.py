"""A scenario begun in the middle: at any scene, with a state that was wished for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.core.scenario import Opening, Scenario
from game.format.findings import close

NUMBERS: Final = {"credit": (-100, 100), "standing": (-100, 100)}
"""What may be set to a number, and between which."""

LISTS: Final = ("knows", "promised")
"""What may be set to ids, with commas between them."""

KEYS: Final = (*NUMBERS, *LISTS, "scarred")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A wish that cannot be granted: which, why, and what may have been meant.

    ``kind``: ``scene`` (there is none of this name), ``key``, ``number`` (not one, or outside ``known``),
    ``id`` (not one of the scenario's), ``form`` (not ``key=value``).
    """

    kind: str
    wish: str
    meant: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def begun_at(scenario: Scenario, scene: str | None, wishes: Sequence[str]) -> Scenario | Unclear:
    """The scenario as it begins at ``scene`` (None: its own start) with each ``key=value`` of ``wishes``."""
    ids = [each.id for each in scenario.scenes]
    if scene is not None and scene not in ids:
        return Unclear("scene", scene, tuple(close(scene, ids)), tuple(ids))
    opening = scenario.opening
    for wish in wishes:
        found = _granted(scenario, opening, wish)
        if isinstance(found, Unclear):
            return found
        opening = found
    return replace(scenario, start=scene or scenario.start, opening=opening)


def _granted(scenario: Scenario, opening: Opening, wish: str) -> Opening | Unclear:
    key, equals, value = (part.strip() for part in wish.partition("="))
    if not equals or not value:
        return Unclear("form", wish, known=KEYS)
    if key in NUMBERS:
        return _number(opening, key, value, wish)
    if key == "scarred":
        return replace(opening, scarred=value.lower() in {"yes", "true", "1", "はい"})
    if key not in LISTS:
        return Unclear("key", key, tuple(close(key, KEYS)), KEYS)
    known = [one.id for one in (scenario.facts if key == "knows" else scenario.promises)]
    named = tuple(dict.fromkeys(each.strip() for each in value.replace("、", ",").split(",") if each.strip()))
    for name in named:
        if name not in known:
            return Unclear("id", name, tuple(close(name, known)), tuple(known))
    if key == "knows":
        return replace(opening, facts=tuple(dict.fromkeys((*opening.facts, *named))))
    promised: Mapping[str, int] = {**opening.promises, **dict.fromkeys(named, _DAYS)}
    return replace(opening, promises=promised)


_DAYS: Final = 7
"""In how many days a promise falls due that is simply said to have been made."""


def _number(opening: Opening, key: str, value: str, wish: str) -> Opening | Unclear:
    least, most = NUMBERS[key]
    try:
        number = int(value.replace("−", "-"))
    except ValueError:
        return Unclear("number", wish, known=(str(least), str(most)))
    if not least <= number <= most:
        return Unclear("number", wish, known=(str(least), str(most)))
    return replace(opening, credit=number) if key == "credit" else replace(opening, standing=number)
