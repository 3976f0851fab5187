"""The whole state of a meeting at one moment, for its author: what no trainee sees."""

from collections.abc import Sequence
from typing import Final

from game.authoring.minus import whole
from game.core.game import Game
from game.core.play import replay
from game.core.states import BROKEN, KEPT, KEPT_LATE, OPEN, States
from game.core.times import FAR
from game.format.words import Words


def state_rows(game: Game, path: Sequence[str], words: Words) -> list[tuple[str, str]]:
    """What stands behind the scene after these choices: names and values, numbers first."""
    states = replay(game, path).states
    day = int(states["day"][0])
    rows = [
        (words("Day"), str(day)),
        (words("Credit"), whole(int(states["credit"][0]))),
        (words("Standing"), whole(int(states["standing"][0]))),
        (words("Questions since something was given"), whole(int(states["questions"][0]))),
    ]
    if int(states["scar"][0]):
        rows.append((words("A lie was found out"), words("yes")))
    if given := int(states["given"][0]):
        rows.append((words("Given away for nothing"), f"{given}%"))
    rows += _facts(game, states, words)
    rows += _promises(game, states, day, words)
    rows += _latent(game, states)
    return rows


def _facts(game: Game, states: States, words: Words) -> list[tuple[str, str]]:
    known = [fact.id for fact in game.scenario.facts if states[f"fact.known:{fact.id}"][0]]
    return [(words("Facts known"), words(", ").join(known) or "–")]


def _promises(game: Game, states: States, day: int, words: Words) -> list[tuple[str, str]]:
    told = {
        OPEN: words("not due yet"),
        KEPT: words("kept"),
        BROKEN: words("broken"),
        KEPT_LATE: words("kept late"),
    }
    rows = []
    for terms in game.scenario.promises:
        status = int(states[f"promise.status:{terms.id}"][0])
        if status not in told:
            continue
        due = int(states[f"promise.due:{terms.id}"][0])
        value = told[status]
        if status == OPEN and due < FAR:
            value = words("{status}, due in {days} days", status=value, days=due - day)
        rows.append((words("Promise {id}", id=terms.id), value))
    return rows


def _latent(game: Game, states: States) -> list[tuple[str, str]]:
    """What was said and may still come back: every other flag of the state that is set, by its own name."""
    layout = game.layout
    rows = []
    for column, index in layout.columns.items():
        kind, colon, _ = column.partition(":")
        value = int(states[column][0])
        if colon and not kind.startswith(_ELSEWHERE) and value != int(layout.empty[index]):
            rows.append((column, str(value) if abs(value) < FAR else "–"))
    return rows


_ELSEWHERE: Final = ("fact.known", "promise.", "entered", "taken")
"""Flags that are told in words, or by the path itself."""
