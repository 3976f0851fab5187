"""The whole story in one pass: what can have happened where, what can never be, where a way on is sure.

Scenes are taken in the order of the story, so that everything that leads to one is known when it is its
turn. Nothing is played: what is called impossible is so on every way, and what is called sure is too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.authoring.culprits import Culprit, culprit
from game.authoring.deeds import Deeds
from game.authoring.happenings import ALWAYS, NEVER, Happenings, Known, Truth
from game.authoring.whens import Whens
from game.core.scenario import MOST_DECISIONS
from game.core.times import FAR, OnDate
from game.format.condition_models import ConditionShape
from game.format.models import ChoiceShape, Document, LineShape, ReplyShape, SceneShape
from game.format.move_models import MoveShape
from game.format.tree import Path

Way = tuple[str, int]
"""A choice as its scene and its place (from 0) in it."""


@dataclass(slots=True)
class _Arrival:
    """A scene on the way: what is known there, and how many decisions lie before it.

    ``most`` over all ways that may be open; ``sure`` over those that surely are (−1: none is), with the
    choice ``by`` which the longest of them comes.
    """

    known: Known
    most: int
    sure: int
    by: Way | None = None


@dataclass(slots=True)
class Forecast:
    """What one pass over a story says.

    ``culprits``: what can never be, in the order of the story. ``entered``: the scenes some way may lead
    to. ``doubtful``: scenes in which nothing says that a way on is always there. ``too_long``: the scene in
    which a way that is surely open has more decisions than the format allows, and the choices to there.
    ``perhaps_too_long``: some way that may be open has.
    """

    culprits: list[Culprit] = field(default_factory=list)
    entered: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    too_long: tuple[str, tuple[Way, ...]] | None = None
    perhaps_too_long: bool = False


def forecast(document: Document) -> Forecast:
    """Go through the story of a document that reads without faults."""
    return _Pass(document).run()


class _Pass:
    """One pass: arrivals wait until their scene has its turn."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._scenes = document.scenes
        self._happenings = Happenings()
        self._whens = Whens(self._happenings)
        self._deeds = Deeds(document, self._happenings)
        self._arrivals: dict[str, _Arrival] = {}
        self._by: dict[str, Way | None] = {}
        self._said = Forecast()

    def run(self) -> Forecast:
        """All scenes, each once."""
        start = self._document.start
        self._arrivals[start] = _Arrival(self._opening(), 0, 0)
        for name in order_of(self._scenes, start):
            if name in self._arrivals:
                self._said.entered.add(name)
                self._scene(name, self._scenes[name], self._arrivals.pop(name))
        return self._said

    def _opening(self) -> Known:
        """What is so before the first scene; a story that goes on from another may bring anything along."""
        document, opening, known = self._document, self._document.opening, Known()
        bits = self._happenings.bits
        known.may = known.must = (
            bits("knows", opening.facts)
            | bits("promised", opening.promises)
            | bits("helped", opening.favours)
        )
        if opening.scarred:
            known.happen(bits("scarred", ("",)), certain=True)
        if opening.given_percent:
            known.happen(bits("given_away", ("",)), certain=True)
        if document.continues is not None:
            known.must = 0
            known.may |= bits("knows", document.facts) | bits("promised", document.promises)
            known.may |= bits("helped", _helps(document)) | bits("kept", document.promises)
            known.may |= bits("scarred", ("",)) | bits("given_away", ("",))
        return known

    def _scene(self, name: str, shape: SceneShape, here: _Arrival) -> None:
        path: Path = ("scenes", name)
        known = here.known
        self._by[name] = here.by
        if shape.after is not None:
            after = shape.after
            if isinstance(after, OnDate) and 0 <= (after.date - self._deeds.begins).days < known.first:
                self._blame(culprit("date-already-past", (*path, "after"), date=str(after.date)))
            known.let_pass(shape.after, self._deeds.begins)
        self._moves(shape.enter, (*path, "enter"), known, certain=True)
        hub = any(_goes(choice, name) for choice in shape.choices)
        if hub:
            self._widen(name, shape, known)
        self._lines(shape.lines, (*path, "lines"), known)
        if not shape.choices:
            return
        if hub:
            here.most += sum((choice.again or 1) for choice in shape.choices if _goes(choice, name))
        self._measure(name, here)
        way_on = False
        for index, choice in enumerate(shape.choices):
            offered = self._choice(name, index, choice, here)
            # In a hub, what comes back to it is used up sooner or later.
            way_on = way_on or (offered == ALWAYS and not _goes(choice, name))
        if not way_on:
            self._said.doubtful.add(name)

    def _measure(self, name: str, here: _Arrival) -> None:
        if here.most >= MOST_DECISIONS:
            self._said.perhaps_too_long = True
        if here.sure >= MOST_DECISIONS and self._said.too_long is None:
            way, at = [], here.by
            while at is not None:
                way.append(at)
                at = self._by[at[0]]
            self._said.too_long = (name, tuple(reversed(way)))

    def _widen(self, name: str, shape: SceneShape, known: Known) -> None:
        """What the choices that come back to a hub may have brought about when its lines show again."""
        back = [(index, choice) for index, choice in enumerate(shape.choices) if _goes(choice, name)]
        quiet = self._said
        self._said = Forecast()  # what can never be is told when the choices have their turn
        before = -1
        while known.may != before:
            before = known.may
            self._lines(shape.lines, ("scenes", name, "lines"), known)
            for index, choice in back:
                known.may |= self._taken(name, index, choice, known.copy()).may
        self._said = quiet
        if any(move.wait for _, choice in back for move in _all_moves(choice)):
            known.last = FAR

    def _choice(self, name: str, index: int, choice: ChoiceShape, here: _Arrival) -> Truth:
        path: Path = ("scenes", name, "choices", index)
        before = len(self._said.culprits)
        offered = self._whens.truth(choice.when, here.known)
        if choice.when is not None and offered == NEVER:
            self._blame(*self._whens.culprits(choice.when, (*path, "when"), here.known))
        if choice.does:
            offered = min(offered, max(self._deeds.able(move, here.known) for move in choice.does))
        after = self._taken(name, index, choice, here.known.copy())
        if offered == NEVER:
            if len(self._said.culprits) == before:
                self._blame(culprit("never-offered", (*path, "id"), choice=choice.id or str(index + 1)))
            return NEVER
        open_still = True
        for number, goto in enumerate(choice.goto):
            holds = self._whens.truth(goto.when, after)
            if goto.when is not None and holds == NEVER:
                self._blame(*self._whens.culprits(goto.when, (*path, "goto", number, "when"), after))
            elif open_still:
                certain = offered == ALWAYS and holds == ALWAYS and number == 0
                self._arrive(goto.to, after, here, (name, index), certain=certain)
                open_still = holds != ALWAYS
        if open_still:
            self._said.doubtful.add(name)
        return offered

    def _arrive(self, target: str, known: Known, here: _Arrival, by: Way, *, certain: bool) -> None:
        if target == by[0]:
            return
        sure = here.sure + 1 if certain and here.sure >= 0 else -1
        there = self._arrivals.get(target)
        if there is None:
            self._arrivals[target] = _Arrival(known.copy(), here.most + 1, sure, by if sure >= 0 else None)
            return
        there.known.join(known)
        there.most = max(there.most, here.most + 1)
        if sure > there.sure:
            there.sure, there.by = sure, by

    def _taken(self, name: str, index: int, choice: ChoiceShape, known: Known) -> Known:
        """What is known after a choice and the answer to it."""
        path: Path = ("scenes", name, "choices", index)
        known.happen(self._happenings.bit("chose", f"{name}.{choice.id or index + 1}"), certain=True)
        self._moves(choice.does, (*path, "does"), known, certain=True)
        # Which answer is given is judged on the state after the choice's own moves.
        judged = known.copy()
        for number, reply in enumerate(choice.reply):
            self._reply(reply, (*path, "reply", number), judged, known)
        return known

    def _reply(self, reply: ReplyShape, path: Path, judged: Known, known: Known) -> None:
        holds = self._holds(reply.when, path, judged)
        if holds == NEVER:
            return
        certain = reply.when is None and not reply.otherwise
        self._moves(reply.does, (*path, "does"), known, certain=certain)
        known.happen(self._happenings.bits("knows", reply.learn), certain=certain)
        for number, line in enumerate(reply.lines or ()):
            self._line(line, (*path, "lines", number), known, certain=certain)

    def _lines(self, lines: Sequence[LineShape], path: Path, known: Known) -> None:
        for index, line in enumerate(lines):
            self._line(line, (*path, index), known, certain=True)

    def _line(self, line: LineShape, path: Path, known: Known, *, certain: bool) -> None:
        if self._holds(line.when, path, known) != NEVER:
            certain = certain and line.when is None and not line.otherwise
            known.happen(self._happenings.bits("knows", line.learn), certain=certain)

    def _holds(self, when: ConditionShape | None, path: Path, known: Known) -> Truth:
        holds = self._whens.truth(when, known)
        if when is not None and holds == NEVER:
            self._blame(*self._whens.culprits(when, (*path, "when"), known))
        return holds

    def _moves(self, moves: Sequence[MoveShape], path: Path, known: Known, *, certain: bool) -> None:
        for index, move in enumerate(moves):
            self._blame(*self._deeds.lacks(move, (*path, index), known))
            self._deeds.apply(move, known, certain=certain)

    def _blame(self, *found: Culprit) -> None:
        self._said.culprits.extend(found)


def order_of(scenes: dict[str, SceneShape], start: str) -> list[str]:
    """The scenes that can be walked to from the start, each after all that lead to it (hubs apart).

    Without recursion, since a story may be ten thousand scenes long.
    """
    finished: list[str] = []
    seen = {start}
    stack = [(start, iter(_targets(scenes[start])))]
    while stack:
        name, targets = stack[-1]
        target = next(targets, None)
        if target is None:
            finished.append(name)
            stack.pop()
        elif target in scenes and target not in seen:
            seen.add(target)
            stack.append((target, iter(_targets(scenes[target]))))
    finished.reverse()
    return finished


def _targets(scene: SceneShape) -> Iterator[str]:
    return (goto.to for choice in scene.choices for goto in choice.goto)


def _goes(choice: ChoiceShape, scene: str) -> bool:
    return any(goto.to == scene for goto in choice.goto)


def _all_moves(choice: ChoiceShape) -> Iterator[MoveShape]:
    yield from choice.does
    for reply in choice.reply:
        yield from reply.does


def _helps(document: Document) -> set[str]:
    """The helps a story speaks of, in moves or in conditions."""
    return set(document.helps) | {
        move.help
        for scene in document.scenes.values()
        for choice in scene.choices
        for move in _all_moves(choice)
        if move.help is not None
    }
