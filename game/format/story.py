"""Faults of the story that show without playing it: scenes, choices and where they lead."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from game.core.scenario import Scenario
from game.format.building_conditions import empty_range
from game.format.building_moves import EVENT_KEYS, key_of
from game.format.condition_models import ConditionShape
from game.format.findings import Findings, Verbatim
from game.format.mending import FILLER
from game.format.models import ChoiceShape, Document, LineShape, SceneShape
from game.format.tree import Marks, Path

_LONGEST_CIRCLE: Final = 8
"""Scenes of a circle that a message names."""


class StoryCheck:
    """Goes over the scenes of a document once and adds what is wrong with them.

    ``muted``: scenes of which it is known already that something is wrong with how they go on.
    """

    def __init__(
        self,
        document: Document,
        marks: Marks,
        findings: Findings,
        floors: Mapping[str, int],
        muted: Collection[str] = (),
    ) -> None:
        self.muted = muted
        self.document = document
        self.marks = marks
        self.findings = findings
        self.floors = floors

    def run(self, scenario: Scenario) -> None:
        """All checks; ``scenario`` is what was built of the document."""
        for person in self.document.people:
            if person in LineShape.model_fields or person in {"does", "lines"}:
                at = self.marks.key(("people", person))
                self.findings.add("reserved-id", at, value=person)
        for name, shape in self.document.scenes.items():
            self._scene(name, shape)
        self._circles(scenario)

    def _add(self, code: str, path: Path, **named: object) -> None:
        self.findings.add(code, self.marks.nearest(path), **named)

    def _scene(self, name: str, shape: SceneShape) -> None:
        path: Path = ("scenes", name)
        if name == FILLER:
            return
        if shape.choices and shape.ending:
            self._add("choices-and-ending", (*path, "ending"), scene=name)
        elif not shape.choices and not shape.ending and name not in self.muted:
            self._add("choices-or-ending", path, scene=name)
        for index, move in enumerate(shape.enter):
            key = key_of(move)
            if key not in EVENT_KEYS and move.chat != FILLER:
                known = Verbatim(", ".join(EVENT_KEYS))
                at = self.marks.key((*path, "enter", index, key))
                self.findings.add("not-an-event", at, move=key, known=known)
        for index, line in enumerate(shape.lines):
            self._condition(line.when, (*path, "lines", index, "when"))
        ids: dict[str, int] = {}
        hub = any(goto.to == name for choice in shape.choices for goto in choice.goto)
        for index, choice in enumerate(shape.choices):
            self._choice(name, choice, (*path, "choices", index), ids, hub=hub)

    def _choice(self, scene: str, shape: ChoiceShape, path: Path, ids: dict[str, int], *, hub: bool) -> None:
        place = len(ids) + 1
        name = shape.id or str(path[-1] + 1 if isinstance(path[-1], int) else place)
        if shape.id is None and FILLER not in {shape.say, shape.act}:
            self._add("unnamed-choice", path)
        elif shape.id is not None and shape.id.isdigit():
            self._add("numeric-choice-id", (*path, "id"), value=shape.id)
        if name in ids and name != FILLER:
            self._add("duplicate-choice", (*path, "id"), scene=scene, id=name)
        ids[name] = place
        if shape.again is not None and not hub:
            at = self.marks.key((*path, "again"))
            self.findings.add("again-without-hub", at)
        self._gotos(shape, path)
        self._condition(shape.when, (*path, "when"))
        for index, reply in enumerate(shape.reply):
            self._condition(reply.when, (*path, "reply", index, "when"))

    def _gotos(self, shape: ChoiceShape, path: Path) -> None:
        sure = False
        for index, goto in enumerate(shape.goto):
            here = (*path, "goto", index)
            self._condition(goto.when, (*here, "when"))
            if goto.when is not None and goto.otherwise:
                self._add("otherwise-and-when", (*here, "otherwise"))
            if goto.otherwise is False:
                self._add("otherwise-false", (*here, "otherwise"))
            if sure:
                self._add("goto-never-taken", here)
            sure = sure or goto.when is None

    def _condition(self, shape: ConditionShape | None, path: Path) -> None:
        """Ranges that hold for no number, however deep."""
        if shape is None:
            return
        for name in ("day", "credit", "standing"):
            if (bounds := getattr(shape, name)) is not None and empty_range(bounds, self.floors):
                self._add("never-in-range", (*path, name))
        for name in ("all", "any"):
            for index, part in enumerate(getattr(shape, name) or ()):
                self._condition(part, (*path, name, index))
        self._condition(shape.not_, (*path, "not"))

    def _circles(self, scenario: Scenario) -> None:
        ways = {
            scene.id: {
                goto.scene: (index, number)
                for index, choice in enumerate(scene.choices)
                for number, goto in enumerate(choice.gotos)
                if goto.scene != scene.id
            }
            for scene in scenario.scenes
        }
        for circle in circles({name: list(targets) for name, targets in ways.items()}):
            last, first = circle[-1], circle[0]
            index, number = ways[last][first]
            named = circle if len(circle) <= _LONGEST_CIRCLE else [*circle[:_LONGEST_CIRCLE], "…"]
            told = Verbatim(" → ".join([*named, first]))
            self._add("story-circle", ("scenes", last, "choices", index, "goto", number, "to"), circle=told)


def circles(ways: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Ways that lead back to a scene, one for each arrow that closes a circle, in walking order.

    A depth-first walk without recursion, linear in scenes and arrows. Targets that are no scenes are
    passed over.
    """
    found: list[list[str]] = []
    state: dict[str, int] = {}
    for root in ways:
        if root in state:
            continue
        path, place = [root], {root: 0}
        state[root] = 1
        left = [iter(ways[root])]
        while left:
            target = next(left[-1], None)
            if target is None:
                left.pop()
                done = path.pop()
                del place[done]
                state[done] = 2
            elif target in place:
                found.append(path[place[target] :])
            elif target in ways and target not in state:
                state[target] = 1
                place[target] = len(path)
                path.append(target)
                left.append(iter(ways[target]))
    return found
