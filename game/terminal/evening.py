"""From "who is playing?" to "once more?": everything around a meeting at the terminal."""

from collections.abc import Sequence
from typing import Final

from game.core.game import Game
from game.core.scenario import Scenario
from game.debrief.coach_told import coach_told
from game.format.codes import Lang
from game.library import Opened, Shelved, Unplayable, handed_over
from game.records import FileTrouble, Kept, Record, Trouble
from game.terminal.console import numbered
from game.terminal.laid import Laid, Lay
from game.terminal.shelf_told import shelf_line
from game.terminal.sitting import Sitting
from game.terminal.table import Table

LONGEST_NAME: Final = 60


def play_one(table: Table, opened: Opened, *, coach: bool = False) -> None:
    """Play one opened scenario, or go on with it where it was left, as often as the trainee likes.

    ``coach``: a meeting begun now has one, without asking.
    """
    who(table)
    waiting = next((kept for kept in _unfinished(table) if _same(kept, opened)), None)
    if waiting is not None and table.yes(table.words("This meeting was left unfinished. Continue it?")):
        again = resume(table, waiting)
    else:
        again = begin(table, opened, coach=coach)
    while again and table.yes(table.words("Play again from the beginning?")):
        again = begin(table, opened, coach=coach)


def play_evening(table: Table) -> None:
    """The shelf, again and again, until the trainee leaves."""
    who(table)
    while True:
        chosen = _chosen(table)
        if chosen is None:
            table.say(table.words("Goodbye."))
            return
        try:
            if isinstance(chosen, Kept):
                resume(table, chosen)
            else:
                begin(table, table.library.open_scenario(str(chosen.path), table.words.lang))
        except (Trouble, OSError) as trouble:
            table.explain(trouble)


def who(table: Table) -> None:
    """Ask who plays, once on this computer; the name given last time is offered."""
    words = table.words
    table.say(words("Shinyo"))
    offered = table.trainee or words("Trainee {number}", number=len(table.records.trainees()) + 1)
    table.say(words("Who is playing? Any name you choose; it stays on this computer."))
    answer = table.ask(words("Name (Enter: {name}):", name=offered))
    table.trainee = " ".join((answer or offered).split())[:LONGEST_NAME]
    if table.trainee != table.settings.trainee:
        now, known = table.settings, table.records.trainees()
        table.settings = handed_over(now, table.trainee, before=now, known=known)
        table.remember()


def begin(table: Table, opened: Opened, *, coach: bool = False) -> bool:
    """A new meeting; whether it was played to its end. Raises ``Unplayable`` for one with faults.

    ``coach``: it has one; else a trainee who has finished it before is asked whether they want one.
    """
    record: Record | None = None
    coached = _coached(table, opened.playable, wanted=coach)
    while True:
        try:
            record = table.records.begin(
                table.library.beginning(opened, table.trainee, table.words.lang, coach=coached)
            )
            break
        except (FileTrouble, OSError) as trouble:
            if isinstance(trouble, Unplayable):
                raise
            match table.after_trouble(trouble):
                case "leave":
                    return False
                case "without":
                    break

    def lay(lang: Lang) -> Laid:
        again = table.library.open_scenario(opened.path, lang)
        return Laid(again, Game(again.playable, table.library.rulebook(), again.opening), compares=True)

    return _sat_down(table, lay, record, (), coach=coached)


def _coached(table: Table, scenario: Scenario, *, wanted: bool) -> bool:
    """Whether the meeting has a coach, and what that means is said."""
    words = table.words
    if scenario.coach:
        table.say(coach_told(words, tutorial=True))
        return True
    if not wanted and not _has_finished(table, scenario.id):
        return False
    table.say(coach_told(words, tutorial=False))
    return wanted or table.yes(words("Play with a coach this time?"), usual=False)


def _has_finished(table: Table, scenario: str) -> bool:
    """Whether this trainee has played it to its end before."""
    kept = table.records.of(table.trainee)
    return any(one.header.scenario == scenario and one.closed == "ended" for one in kept)


def resume(table: Table, kept: Kept) -> bool:
    """Go on with a meeting that was left; whether it was played to its end. Raises troubles, ``OSError``."""
    record, path = table.records.resume(kept.file)

    def lay(lang: Lang) -> Laid:
        game = table.library.load_for_replay(kept, lang)
        compares = kept.header.rulebook == table.library.rulebook().hash
        return Laid(table.library.open_recorded(kept, lang), game, compares)

    return _sat_down(table, lay, record, path, coach=record.header.coach)


def _sat_down(table: Table, lay: Lay, record: Record | None, path: tuple[str, ...], *, coach: bool) -> bool:
    try:
        sitting = Sitting(table, lay, record, path, coach=coach)
    except BaseException:
        if record is not None:
            record.release()
        raise
    return sitting.play()


def _chosen(table: Table) -> Shelved | Kept | None:
    """What the trainee takes from the shelf: a scenario, an unfinished meeting, or None to leave."""
    while True:
        shelf = [
            one for one in table.library.listing(table.words.lang) if not one.faults and one.error is None
        ]
        waiting = _unfinished(table)
        items: Sequence[Shelved | Kept] = [*waiting, *shelf]
        _show_shelf(table, waiting, shelf)
        answer = table.ask(table.words("Number (l: 日本語, q: leave):")).lower()
        if answer == "q":
            return None
        if answer == "l":
            table.switch_language()
        elif number := numbered(answer, len(items)):
            return items[number - 1]
        else:
            table.say(table.words("Please type a number from 1 to {most}.", most=len(items)))


def _show_shelf(table: Table, waiting: Sequence[Kept], shelf: Sequence[Shelved]) -> None:
    words, titles = table.words, {one.id: one.title for one in shelf}
    number = 0
    for number, kept in enumerate(waiting, 1):
        title = titles.get(kept.header.scenario, kept.header.scenario)
        table.say(
            f"{number}. "
            + words("Continue: {title} ({count} decisions so far)", title=title, count=len(kept.decisions))
        )
    for place, one in enumerate(shelf, number + 1):
        table.say(f"{place}. {shelf_line(one, words)}")
    if not shelf:
        table.say(words("There is no scenario that can be played."))


def _unfinished(table: Table) -> tuple[Kept, ...]:
    return table.records.unfinished(table.trainee)


def _same(kept: Kept, opened: Opened) -> bool:
    scenario = opened.scenario
    return scenario is not None and (kept.header.scenario, kept.header.hash) == (scenario.id, scenario.hash)
