"""Ways that come to no end, found by walking all of them, and told to the author as what was said."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from game.analysis.result import Analysis
from game.analysis.walk import Stuck
from game.authoring.culprits import Culprit, culprit
from game.authoring.forecast import Way
from game.authoring.phrasing import plain
from game.core.game import Game
from game.core.passbook import Passbook
from game.core.play import offered_ids, start, step
from game.core.scenario import MOST_DECISIONS, Choice
from game.format.codes import Lang
from game.format.findings import Verbatim
from game.format.wording import quoted

Analyse = Callable[[Game], Analysis]
"""Walks every way through a game, or takes the analysis from where it was kept."""

MOST_TOLD: Final = 6
"""Decisions of a way that a message tells: the last ones, since they lead to the trouble."""

LONGEST_SAID: Final = 24
"""Characters of a sentence on a way; its beginning is enough to know it again."""


def dead_ends(game: Game, analysis: Analysis, lang: Lang) -> Iterator[Culprit]:
    """Ways on which nothing is on offer, no ``goto`` holds, or there are too many decisions.

    After an exact analysis also what is offered or entered on no way at all.
    """
    told = set()
    for stuck in analysis.stuck:
        found = _stuck(game, stuck, lang)
        told.add(found.path)
        yield found
    if any(stuck.why == "too_long" for stuck in analysis.stuck):
        return  # the walk broke off there, and what lies behind it is not known
    if analysis.exact:
        yield from _never(game, analysis, stray={path[:4] for path in told})
    elif not analysis.stuck:
        yield culprit("not-walked", ("start",))


def too_long(game: Game, scene: str, ways: Sequence[Way], lang: Lang) -> Culprit:
    """A way into a scene that has too many decisions before it."""
    choices = [game.scenario.scenes[game.index[name]].choices[at] for name, at in ways]
    return _too_long(scene, choices, lang)


def _too_long(scene: str, choices: Sequence[Choice], lang: Lang) -> Culprit:
    path, most = way_told(choices, lang), str(MOST_DECISIONS)
    return culprit("too-many-decisions", ("scenes", scene), scene=scene, path=path, most=most)


def _stuck(game: Game, stuck: Stuck, lang: Lang) -> Culprit:
    """What stopped a way. It is walked again: a sample does not say for certain what it was."""
    passbook, choices = Passbook(keeps=False), []
    part = start(game, passbook)
    for name in stuck.path:
        scene = game.scenario.scenes[part.scene]
        index = next(at for at, choice in enumerate(scene.choices) if choice.id == name)
        choices.append(scene.choices[index])
        parts = step(game, part.scene, index, part.states, passbook, strays=[])
        if not parts:
            path = ("scenes", scene.id, "choices", index, "goto")
            return culprit("no-way-on", path, path=way_told(choices, lang))
        (part,) = parts
    name = game.scenario.scenes[part.scene].id
    if offered_ids(game, part):
        return _too_long(name, choices, lang)
    return culprit("dead-end", ("scenes", name, "choices"), scene=name, path=way_told(choices, lang))


def _never(game: Game, analysis: Analysis, stray: set[tuple[str | int, ...]]) -> Iterator[Culprit]:
    """Scenes and choices no way comes to. What only leads to a stray ``goto`` was told as that."""
    assert analysis.graph is not None
    reached = {group.scene for group in analysis.graph.groups}
    reached |= set(analysis.graph.leaves.scene.tolist())
    offered = {(note.scene, note.choice) for note in analysis.choices if note.reached}
    origin: dict[int, str] = {}
    for at in sorted(reached):
        scene = game.scenario.scenes[at]
        for index, choice in enumerate(scene.choices):
            path = ("scenes", scene.id, "choices", index)
            if (scene.id, choice.id) in offered:
                for goto in choice.gotos:
                    origin.setdefault(game.index[goto.scene], scene.id)
            elif path not in stray:
                yield culprit("never-offered", (*path, "id"), choice=choice.id)
    for at in sorted(origin.keys() - reached):
        name = game.scenario.scenes[at].id
        yield culprit("scene-never-reached", ("scenes", name), scene=name, origin=origin[at])


def way_told(choices: Sequence[Choice], lang: Lang) -> Verbatim:
    """The last choices of a way as sentences, what is done in silence in brackets."""
    told = [_said(choice, lang) for choice in choices[-MOST_TOLD:]]
    if len(choices) > MOST_TOLD:
        told.insert(0, "…")
    if not told:
        return Verbatim("（はじめから）" if lang == "ja" else "(from the very beginning)")
    return Verbatim(" → ".join(told))


def _said(choice: Choice, lang: Lang) -> str:
    text = plain(choice.text)
    text = text if len(text) <= LONGEST_SAID else text[: LONGEST_SAID - 1] + "…"
    return quoted(text, lang, said=choice.say is not None)
