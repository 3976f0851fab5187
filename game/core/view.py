"""What a trainee may see, computed from a batch of one: never the credit, the standing or a rule.

Everything shown before the reveal comes from here, so the secret is kept in one place (law 3).
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from game.core.game import Game
from game.core.judging import holds
from game.core.passbook import Passbook
from game.core.play import Part, offered, opened, shown_lines, spoken
from game.core.scenario import Choice, Deal, Line, Tell
from game.core.states import BROKEN, KEPT, KEPT_LATE, OPEN, States
from game.core.times import FAR

PromiseStatus = Literal["open", "kept", "broken", "kept_late"]


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice on offer: its id, the exact sentence or act, and which of the two it is."""

    id: str
    text: str
    kind: Literal["say", "act"]


@dataclass(frozen=True, slots=True)
class PromiseNote:
    """A promise as a seller would note it; ``due`` None while its day is not known yet."""

    id: str
    text: str
    due: date | None
    days_left: int | None
    status: PromiseStatus


@dataclass(frozen=True, slots=True)
class Notebook:
    """What a seller would really know: facts learned, promises given, terms on the table.

    ``facts``: texts of the facts known, in the order declared. ``conceded_percent``: off the price.
    ``considerations``: texts of what was agreed in return.
    """

    facts: tuple[str, ...]
    promises: tuple[PromiseNote, ...]
    conceded_percent: int
    considerations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One scene as the trainee meets it.

    ``date`` is today's; ``time`` is the scene's own, on the first day else that of the beginning.
    ``lines`` are those that show.
    ``ending`` is set in the last scene, which has no choices.
    """

    scene: str
    title: str
    phase: int
    place: str | None
    date: date
    time: time | None
    lines: tuple[Line, ...]
    choices: tuple[Offered, ...]
    notebook: Notebook
    ending: Deal | None


def view(game: Game, part: Part) -> View:
    """What a batch of one shows in its scene."""
    scene, states = game.scenario.scenes[part.scene], part.states
    day = int(states["day"][0])
    mask = offered(game, part.scene, states)[0]
    choices = [_offered(choice) for choice, able in zip(scene.choices, mask, strict=True) if able]
    return View(
        scene=scene.id,
        title=scene.title,
        phase=int(states["phase"][0]),
        place=scene.place,
        date=game.begins + timedelta(days=day),
        time=scene.time or (game.scenario.begins.time() if day == 0 else None),
        lines=visible(scene.lines, opened(scene.lines, states)),
        choices=tuple(choices),
        notebook=notebook(game, states),
        ending=scene.ending,
    )


def visible(lines: tuple[Line, ...], states: States) -> tuple[Line, ...]:
    """Those of the lines that show in a batch of one; what a sign means is not told before the review."""
    masks = shown_lines(lines, states)
    return tuple(_unexplained(line) for line, mask in zip(lines, masks, strict=True) if mask[0])


def _unexplained(line: Line) -> Line:
    return line if line.tell is None else replace(line, tell=Tell(line.tell.sign, ""))


def answer(game: Game, part: Part, choice_index: int) -> tuple[Line, ...]:
    """The lines with which a batch of one is answered to a choice; the states are not changed."""
    choice = game.scenario.scenes[part.scene].choices[choice_index]
    after = spoken(game, part.scene, choice_index, part.states.copy(), Passbook(keeps=False)).states
    for reply in choice.replies:
        if holds(reply.when, after)[0]:
            return visible(reply.lines, after)
    return ()


def notebook(game: Game, states: States) -> Notebook:
    """The notebook of a batch of one."""
    scenario = game.scenario
    day = int(states["day"][0])
    got = [terms for terms in scenario.considerations if states[f"consideration.got:{terms.id}"][0]]
    return Notebook(
        facts=tuple(fact.text for fact in scenario.facts if states[f"fact.known:{fact.id}"][0]),
        promises=tuple(_promises(game, states, day)),
        conceded_percent=int(states["conceded"][0]),
        considerations=tuple(terms.text for terms in got),
    )


def _offered(choice: Choice) -> Offered:
    return Offered(choice.id, choice.text, "say" if choice.say is not None else "act")


def _promises(game: Game, states: States, day: int) -> list[PromiseNote]:
    statuses: dict[int, PromiseStatus] = {
        OPEN: "open",
        KEPT: "kept",
        BROKEN: "broken",
        KEPT_LATE: "kept_late",
    }
    notes = []
    for terms in game.scenario.promises:
        status = int(states[f"promise.status:{terms.id}"][0])
        if status in statuses:
            due = int(states[f"promise.due:{terms.id}"][0])
            known = due < FAR
            when = game.begins + timedelta(days=due) if known else None
            left = due - day if known else None
            notes.append(PromiseNote(terms.id, terms.text, when, left, statuses[status]))
    return notes
