"""``play``: one scenario in the window, in the terminal, or by its choices with the reveal printed."""

import sys
from collections.abc import Sequence

from game.analysis.result import Analysis
from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.cli.judging import judged
from game.cli.waiting import Progressing
from game.core.game import Game
from game.core.reveal import Reveal
from game.core.view import View
from game.debrief.scorecard import reachable_on, to_json
from game.library import Opened
from game.records import Prediction, Trouble
from game.session import Meeting
from game.terminal.console import numbered, plain_answer
from game.terminal.opened_passbook import reveal_told


def opened_for_play(desk: Desk, file_or_id: str) -> Opened | int:
    """A scenario without faults; else what is wrong with it was said, and this is the exit status."""
    try:
        opened = desk.library.open_scenario(file_or_id, desk.lang)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    opened = judged(desk, opened, languages=(desk.lang,))
    if opened.scenario is None or opened.faults:
        desk.warn(findings_text(opened.faults, opened))
        return FAULTS
    return opened


def path_of_choices(desk: Desk, game: Game, choices: str) -> tuple[str, ...] | None:
    """The path these choices take to an ending; None when what is wrong with them was said."""
    meeting = Meeting(game)
    wrong = _walk(desk, meeting, _tokens(choices))
    if wrong is None:
        return meeting.path
    desk.warn(wrong)
    return None


def play_choices(desk: Desk, opened: Opened, choices: str, *, as_json: bool) -> int:
    """Play without a window and print the reveal."""
    game = Game(opened.playable, desk.library.rulebook(), opened.opening)
    path = path_of_choices(desk, game, choices)
    if path is None:
        return UNUSABLE
    reveal = Meeting.resumed(game, path).reveal()
    reachable = reachable_on(_analysis(desk, game), reveal.path)
    if as_json:
        book = desk.library.rulebook().hash
        desk.say_json(to_json(game, reveal, desk.words, rulebook_hash=book, reachable=reachable))
    else:
        desk.say("\n".join(reveal_told(game, reveal, desk.words("You"), desk.words, reachable)))
    return FINE


def _tokens(choices: str) -> list[str]:
    """What stands between the commas, the Japanese ones too: a Japanese keyboard writes 「１、２」."""
    return [each.strip() for each in plain_answer(choices).replace("、", ",").split(",") if each.strip()]


def _walk(desk: Desk, meeting: Meeting, tokens: Sequence[str]) -> str | None:
    """Take the choices one after another; what was wrong with them, in a sentence, or None."""
    words = desk.words
    for position, token in enumerate(tokens):
        view = meeting.view
        if view.ending is not None:
            return words(
                "Too many choices: the meeting ended in the scene “{scene}” after {count}, "
                "and “{choice}” is one more.",
                scene=view.scene, count=position, choice=token,
            )  # fmt: skip
        choice = _meant(token, view)
        if choice is None:
            return words(
                "Choice {position}, “{choice}”, is not on offer in the scene “{scene}”. On offer: {offered}.",
                position=position + 1, choice=token, scene=view.scene, offered=_offered(desk, view),
            )  # fmt: skip
        meeting.choose(choice)
    if meeting.view.ending is None:
        return words(
            "Too few choices: after {count} the meeting stands in the scene “{scene}”. On offer: {offered}.",
            count=len(tokens), scene=meeting.view.scene, offered=_offered(desk, meeting.view),
        )  # fmt: skip
    return None


def _meant(token: str, view: View) -> str | None:
    """The choice of this id, or of this number from 1 among those on offer; an id goes first.

    An id may be written as it stands in a transcript, with its scene before it.
    """
    ids = [choice.id for choice in view.choices]
    token = token.removeprefix(f"{view.scene}.")
    if token in ids:
        return token
    number = numbered(token, len(ids))
    return None if number is None else ids[number - 1]


def _offered(desk: Desk, view: View) -> str:
    return desk.words(", ").join(f"{number} {choice.id}" for number, choice in enumerate(view.choices, 1))


def _analysis(desk: Desk, game: Game) -> Analysis:
    with Progressing(desk.words) as progress:
        return desk.library.analysis(game, progress.of(game))


def play_in_terminal(desk: Desk, opened: Opened | None, *, coach: bool = False) -> int:
    """Play line by line; ``opened`` None: from the shelf. ``coach``: ``opened`` is played with one."""
    from game.terminal import run  # noqa: PLC0415 (``--choices`` does without)

    run(desk.library, desk.lang, sys.stdin, sys.stdout, opened=opened, coach=coach)
    return FINE


def told_reveal(desk: Desk, game: Game, reveal: Reveal, trainee: str, prediction: Prediction | None) -> None:
    """Print the reveal of a record, compared with what was reachable where that is known already."""
    reachable = reachable_on(desk.library.cached_analysis(game), reveal.path)
    told = reveal_told(game, reveal, trainee, desk.words, reachable, prediction=prediction)
    desk.say("\n".join(told))
