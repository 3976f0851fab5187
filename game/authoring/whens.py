"""Whether a condition can hold at a point of the story, and which part of it is why it cannot."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.authoring.culprits import Culprit, culprit
from game.authoring.happenings import ALWAYS, MAYBE, NEVER, Happenings, Known, Truth
from game.core.rulebook import LEAST, MOST
from game.format.condition_models import ConditionShape, CreditRangeShape, RangeShape
from game.format.tree import Path
from game.format.values import yes_no

_LACKS: Final = {
    "knows": ("knows", "fact-never-learned", ""),
    "promised": ("promised", "promise-never-made", ""),
    "broken": ("promised", "promise-never-made", ""),
    "kept": ("promised", "promise-never-made", "keep"),
    "lied": ("lied", "lie-never-told", ""),
    "blurred": ("blurred", "blur-never-said", ""),
    "clarified": ("blurred", "blur-never-said", "clarify"),
    "complained": ("complained", "complaint-never-made", ""),
    "recovered": ("complained", "complaint-never-made", "recover"),
    "conceded": ("demanded", "demand-never-made", "concede"),
    "helped": ("helped", "never-happens", "help"),
    "granted": ("granted", "never-happens", "request"),
    "refused": ("refused", "never-happens", "request"),
    "chose": ("chose", "choice-never-taken", ""),
}
"""For each thing asked of an id: what has to come before, the code when that cannot be, and the move that
brings it about after that."""

_LASTING: Final = frozenset({"knows", "promised", "lied", "blurred", "complained", "helped", "chose"})
"""What stays so once it is so; only of these it can be said that they surely hold."""


class Whens:
    """Judges the conditions of one file."""

    def __init__(self, happenings: Happenings) -> None:
        self._happenings = happenings

    def truth(self, shape: ConditionShape | None, known: Known) -> Truth:
        """Whether a condition holds; ``ALWAYS`` where none is written."""
        if shape is None:
            return ALWAYS
        return min((value for value, _ in self._parts(shape, (), known)), default=ALWAYS)

    def culprits(self, shape: ConditionShape, path: Path, known: Known) -> Iterator[Culprit]:
        """The parts because of which a condition never holds; at least one where it never does."""
        for value, found in self._parts(shape, path, known):
            if value == NEVER:
                yield from found

    def _parts(
        self, shape: ConditionShape, path: Path, known: Known
    ) -> Iterator[tuple[Truth, Sequence[Culprit]]]:
        """Every part that has to hold: whether it does, and what is to blame if it never does."""
        for what in _LACKS:
            for index, one in enumerate(getattr(shape, what) or ()):
                value = self._happened(what, one, known)
                yield value, (self._blamed(what, one, (*path, what, index), known),)
        yield from self._yes_or_no(shape, path, known)
        yield from _ranges(shape, path, known)
        for index, part in enumerate(shape.all or ()):
            here = (*path, "all", index)
            yield self.truth(part, known), tuple(self.culprits(part, here, known))
        if shape.any is not None:
            values = [self.truth(part, known) for part in shape.any]
            blamed = [
                found
                for index, part in enumerate(shape.any)
                for found in self.culprits(part, (*path, "any", index), known)
            ]
            yield max(values), tuple(blamed)
        if shape.not_ is not None:
            yield ALWAYS - self.truth(shape.not_, known), (culprit("never-holds", (*path, "not")),)

    def _happened(self, what: str, id: str, known: Known) -> Truth:
        value = known.truth(self._happenings.bit("promised" if what == "broken" else what, id))
        return value if what in _LASTING else min(value, MAYBE)

    def _blamed(self, what: str, id: str, path: Path, known: Known) -> Culprit:
        before, code, move = _LACKS[what]
        if f"{move}:{id}" in self._happenings.in_vain:
            return culprit(code, path, id=id)  # the same mistake as that of the move
        if move and (code == "never-happens" or known.can(self._happenings.bit(before, id))):
            return culprit("never-happens", path, what=what, move=move, id=id)
        return culprit(code, path, id=id)

    def _yes_or_no(
        self, shape: ConditionShape, path: Path, known: Known
    ) -> Iterator[tuple[Truth, Sequence[Culprit]]]:
        bit = self._happenings.bit
        if shape.scarred is not None:
            scarred = known.truth(bit("scarred"))
            if scarred == NEVER and known.can(bit("lied")):
                scarred = MAYBE
            value = scarred if shape.scarred else ALWAYS - scarred
            yield value, (self._vain("expose", "lie-never-told", (*path, "scarred")),)
        for index, (demand, wanted) in enumerate(_given_away(shape.given_away or ())):
            given = known.truth(bit("given_away", demand))
            value = given if wanted else ALWAYS - given
            here = (*path, "given_away", index)
            if demand and not known.can(bit("demanded", demand)):
                yield value, (culprit("demand-never-made", here, id=demand),)
            else:
                yield value, (self._vain("concede", "demand-never-made", here),)

    def _vain(self, move: str, code: str, path: Path) -> Culprit:
        """Why it cannot be: the move that would bring it about lacks something, or nothing does."""
        vain = (id for key, id in self._happenings.in_vain.items() if key.startswith(f"{move}:"))
        id = next(vain, None)
        return culprit("never-holds", path) if id is None else culprit(code, path, id=id)


def _given_away(written: Sequence[str]) -> list[tuple[str, bool]]:
    """The demands asked about ("" for any concession at all), each with what is wanted of it."""
    if len(written) == 1:
        try:
            return [("", yes_no(written[0]))]
        except ValueError:
            pass
    return [(one, True) for one in written]


def _ranges(shape: ConditionShape, path: Path, known: Known) -> Iterator[tuple[Truth, Sequence[Culprit]]]:
    bounds: tuple[tuple[str, RangeShape | CreditRangeShape | None, int, int], ...] = (
        ("day", shape.day, known.first, known.last),
        ("credit", shape.credit, LEAST, MOST),
        ("standing", shape.standing, LEAST, MOST),
    )
    for name, between, least, most in bounds:
        if between is not None:
            yield _within(between, least, most), (culprit("never-holds", (*path, name)),)


def _within(between: RangeShape | CreditRangeShape, least: int, most: int) -> Truth:
    """Whether a value of which only bounds are known lies in a range; a band's name says nothing."""
    values = []
    for bound, lower in ((between.at_least, True), (between.below, False)):
        if isinstance(bound, int):
            sure, never = (least >= bound, most < bound) if lower else (most < bound, least >= bound)
            values.append(ALWAYS if sure else NEVER if never else MAYBE)
        elif bound is not None:
            values.append(MAYBE)
    return min(values, default=ALWAYS)
