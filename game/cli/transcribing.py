"""``test``: the transcripts beside scenarios are replayed, and new ones written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.authoring import transcript as plays
from game.authoring.transcript_told import told
from game.authoring.transcript_written import written
from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.cli.judging import judged
from game.cli.playing import path_of_choices
from game.core.game import Game
from game.core.play import NotOffered, replay
from game.debrief.days import day_told
from game.deskwork.transcripts import first_difference
from game.library import Opened
from game.library.opening import ENDINGS
from game.library.transcripts import ENDING, transcript_file, transcripts_beside
from game.records import Kept, Trouble


@dataclass(slots=True)
class Tally:
    """How a test went: transcripts that play as they say, those that do not, what could not be used."""

    held: int = 0
    parted: int = 0
    unusable: int = 0

    @property
    def status(self) -> int:
        """The exit status."""
        return UNUSABLE if self.unusable else FAULTS if self.parted else FINE


def test(desk: Desk, paths: Sequence[str]) -> int:
    """Replay transcripts: those named, and those beside the scenarios named (all there are, for none)."""
    tally = Tally()
    for scenario, transcripts in _wanted(desk, paths, tally):
        _test_one(desk, scenario, transcripts, tally)
    words = desk.words
    if tally.held or tally.parted:
        played = words.plural(
            "{count} transcript replayed", "{count} transcripts replayed", tally.held + tally.parted
        )
        if tally.parted:
            desk.say(words("{played}, {parted} of them differ.", played=played, parted=tally.parted))
        else:
            desk.warn(words("{played}: nothing differs.", played=played))
    elif not tally.unusable:
        desk.warn(words("There is no transcript here. `shinyo test FILE --record NAME` writes one."))
        tally.unusable = 1
    return tally.status


def _wanted(desk: Desk, paths: Sequence[str], tally: Tally) -> Iterator[tuple[Path, tuple[Path, ...] | None]]:
    """Scenarios, each with the transcripts that were named; None: all that lie beside it."""
    for each in paths or [str(one.path) for one in desk.library.listing(desk.lang)]:
        try:
            named = Path(each)
            if named.is_dir():
                files = [file for ending in ENDINGS for file in named.rglob(f"*{ending}") if file.is_file()]
                if not files:
                    desk.warn(
                        desk.words("{folder} holds no scenario (no file ending in .yaml).", folder=each)
                    )
                    tally.unusable += 1
                yield from ((file, None) for file in sorted(files))
            elif named.suffix == ENDING:
                yield _scenario_of(desk, named), (named,)
            else:
                yield desk.library.find(each), None
        except (Trouble, OSError) as trouble:
            desk.explain(trouble)
            tally.unusable += 1


def _scenario_of(desk: Desk, transcript: Path) -> Path:
    """The scenario a transcript is of: beside it, else by its id; raises ``NotFound`` and the like."""
    name = plays.read(desk.library.workshop.transcript(transcript)).scenario
    stems = [stem for stem in (name, transcript.stem.rpartition(".")[0]) if stem]
    beside = [transcript.with_name(f"{stem}{ending}") for stem in stems for ending in ENDINGS]
    return next((file for file in beside if file.is_file()), None) or desk.library.find(name or transcript)


def _test_one(desk: Desk, scenario: Path, named: tuple[Path, ...] | None, tally: Tally) -> None:
    try:
        opened = desk.library.open_scenario(scenario, desk.lang)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        tally.unusable += 1
        return
    opened = judged(desk, opened, languages=())
    if opened.scenario is None or opened.faults:
        desk.say(findings_text(opened.faults, opened))
        tally.parted += 1
        return
    files = transcripts_beside(scenario, opened.scenario.id) if named is None else named
    for file in files:
        try:
            found = first_difference(desk.library, opened, file)
        except (Trouble, OSError) as trouble:
            desk.explain(trouble)
            tally.unusable += 1
            continue
        if found is None:
            tally.held += 1
        else:
            tally.parted += 1
            desk.say(f"{file}:{found.line}: {told(found, desk.lang)}")


# ── writing one ──────────────────────────────────────────────────────────────────────────────────────


def record(
    desk: Desk, opened: Opened, name: str, *, choices: str | None, trainee: str | None, replace: bool
) -> int:
    """Write a play as the transcript ``name``: these choices, or the last meeting that was played here.

    Where one is replaced, its line about the trainee stays unless another is given.
    """
    words = desk.words
    file = transcript_file(opened.path, opened.playable.id, name)
    if file is None:
        desk.warn(words("“{name}” cannot be the name of a transcript: letters, digits, - and _.", name=name))
        return UNUSABLE
    if file.exists() and not replace:
        desk.warn(words("{file} is there already. With --replace it is written anew.", file=file))
        return UNUSABLE
    game = Game(opened.playable, desk.library.rulebook(), opened.opening)
    try:
        path = _played(desk, game) if choices is None else path_of_choices(desk, game, choices)
        if path is None:
            return UNUSABLE
        known = plays.read(desk.library.workshop.transcript(file)).trainee if file.exists() else ""
        text = written(game, path, known if trainee is None else trainee, _days(desk, opened))
        desk.library.workshop.keep_transcript(file, text, replace=replace)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(words("Written: {file}", file=file))
    return FINE


def _days(desk: Desk, opened: Opened) -> Callable[[date], str]:
    words = desk.library.words(opened.playable.language)
    return lambda day: day_told(day, words)


def _played(desk: Desk, game: Game) -> tuple[str, ...] | None:
    """The path of the last meeting that was played to its end; None when that was told to be missing."""
    words, scenario = desk.words, game.scenario
    listed = desk.library.own_records().listed()
    ended = [one for one in listed if isinstance(one, Kept) and one.closed == "ended"]
    kept = next((one for one in ended if one.header.scenario == scenario.id), None)
    if kept is None:
        desk.warn(
            words(
                "“{scenario}” has not been played to its end here yet. "
                "Play it first, or say the choices with --choices.",
                scenario=scenario.id,
            )
        )
        return None
    try:
        if replay(game, kept.path).ended:
            return kept.path
    except NotOffered:
        pass
    desk.warn(
        words(
            "The last meeting was played with an earlier version of “{scenario}” and does not play any more. "
            "Play it again, or say the choices with --choices.",
            scenario=scenario.id,
        )
    )
    return None
