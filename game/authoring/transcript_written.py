"""A play written down as a transcript: readable, and replayed from then on."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from game.authoring.transcript import PROMISES
from game.core.game import Game
from game.core.outcome import outcome, promise_records
from game.core.play import replay, settle
from game.core.scenario import Choice
from game.format.codes import Lang

_SETTLED: Final = {"ja": "決算のあと", "en": "After the settlement"}
_BRACKETS: Final = {"ja": ("「」", "（）"), "en": ("“”", "()")}
"""What a sentence said stands in, and what an act stands in."""


def written(game: Game, path: Sequence[str], trainee: str, day_told: Callable[[date], str]) -> str:
    """The transcript of a path that has come to an ending, with everything expected of its end.

    ``trainee`` describes in a line who plays so ("" leaves it out); ``day_told`` writes a day for people.
    The sentences are those of the game's own language. Raises ``NotOffered`` for a path that does not
    play, ``ValueError`` for one that stops before an ending.
    """
    scenario, lang = game.scenario, _spoken_in(game)
    played = replay(game, path)
    if not played.ended:
        raise ValueError("a transcript is written of a meeting that has ended")
    lines = [f"scenario: {scenario.id}", f"language: {scenario.language}"]
    if trainee:
        lines.append(f"trainee: {' '.join(trainee.split())}")
    day = -1
    for part, choice_id in zip(played.before, path, strict=True):
        today = int(part.states["day"][0])
        if today != day:
            lines += ["", f"# {day_told(game.begins + timedelta(days=today))}"]
            day = today
        scene = scenario.scenes[part.scene]
        choice = next(each for each in scene.choices if each.id == choice_id)
        lines.append(f"{scene.id}.{choice.id}  {_quoted(choice, lang)}".rstrip())
    settle(game, played.scene, played.states, played.passbook)
    result = outcome(game, played.scene, played.states)
    promises = [f"{each.id} {each.status}" for each in promise_records(game, played.states)]
    lines += [
        "",
        f"# {_SETTLED[lang]}",
        f"band: {result.band}",
        f"deal: {result.deal}",
        f"trust: {result.trust}",
        f"credit: {result.credit}",
        f"standing: {result.standing}",
        f"entries: {len(played.passbook.entries())}",
        f"{PROMISES}: {', '.join(promises) or '-'}",
    ]
    return "\n".join(lines) + "\n"


def _spoken_in(game: Game) -> Lang:
    return "ja" if game.scenario.language == "ja" else "en"


def _quoted(choice: Choice, lang: Lang) -> str:
    """The sentence in its brackets; left out where it has several lines, since a decision has one."""
    if "\n" in choice.text:
        return ""
    said, acted = _BRACKETS[lang]
    marks = said if choice.say is not None else acted
    return f"{marks[0]}{choice.text}{marks[1]}"
