"""The whole life of a random story: played, revealed, looked back on, coded, counted in a class, reported.

Whatever it is: no exception; the entries sum to the balance; what is shown does not tell what is hidden; the
exact analysis says what playing every path says.
"""

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random

from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st

from game.analysis.exact import analyse
from game.analysis.flows import flows
from game.analysis.result import Analysis
from game.authoring import transcript as plays
from game.authoring.map_svg import MapWords
from game.authoring.report import report
from game.authoring.transcript_written import written
from game.classroom.class_json import to_json
from game.classroom.classes import Classes
from game.classroom.hand_in import HandIn
from game.classroom.handout import Paper
from game.classroom.sources import Sources
from game.classroom.tables import tables
from game.core.game import Game
from game.core.reveal import Reveal
from game.core.scenario import BANDS, Scenario
from game.debrief.days import short_day
from game.debrief.names import deal_name
from game.debrief.review.page import review_page
from game.debrief.review.review import review
from game.debrief.review.written import Written
from game.deskwork.pages import _report_words
from game.format.codes import Lang
from game.records import Continues, Files, Prediction
from game.records.result_code import Played, played_back, read_code, result_code
from game.session import Meeting
from tests.analysis.every_path import TooManyPathsError
from tests.analysis.strategies import scenarios
from tests.analysis.test_exact_against_every_path import check
from tests.core.build import BOOK
from tests.fuzz.answers import LANGS, library
from tests.fuzz.failures import Failure, failure_of_error
from tests.fuzz.random_stories import varied
from tests.secret.stories import open_stories, pairs, played_alike

MEETINGS = 3
"""How often a story is played."""

FEW_STATES = 3_000
"""States of an exact analysis; of a larger story it is a sample."""

DAY = date(2026, 3, 3)
FILES = Files("ab" * 32, "cd" * 32, {})


def lived(story: Scenario, chance: Random) -> None:
    """Everything that becomes of a story when it is played a few times."""
    game = Game(story, BOOK)
    analysis = analyse(game, budget=FEW_STATES, samples=20)
    meetings = [_played(game, chance) for _ in range(MEETINGS)]
    for meeting in meetings:
        revealed = meeting.reveal()
        _summed(revealed)
        _looked_back(game, revealed, analysis)
        _coded(game, revealed.path)
        _written_down(game, revealed.path)
    _counted(game, [meeting.path for meeting in meetings], analysis)
    _reported(story, game, analysis)


def _played(game: Game, chance: Random) -> Meeting:
    meeting = Meeting(game, coach=True)
    while not meeting.ended:
        meeting.coach()
        meeting.choose(chance.choice(meeting.view.choices).id)
    return meeting


def _summed(revealed: Reveal) -> None:
    balance = revealed.opening_credit
    for entry in revealed.entries:
        balance += entry.amount
        assert entry.balance == balance, entry
    assert -100 <= balance <= 100
    assert revealed.outcome.band in BANDS


def _looked_back(game: Game, revealed: Reveal, analysis: Analysis) -> None:
    template = library().workshop.page_template("review")
    said = Prediction("trusted", 40, "calm")
    for lang in LANGS:
        words = library().words(lang)
        for known in (analysis if analysis.exact else None, None):
            back = review(game, revealed, known, words, trainee="<b>筆</b>", prediction=said)
            page = review_page(
                template, game, back, words, trainee="<b>筆</b>", written=Written("<q7>", "&", "次は")
            )
            _escaped(page)


def _escaped(page: str) -> None:
    for tag in ("<script", "<b>筆", "<q7>"):
        assert tag not in page


def _coded(game: Game, path: tuple[str, ...]) -> None:
    code = result_code([Played(game, path)], BOOK.hash, day=DAY)
    if code is None:
        return
    coded = read_code(code)
    assert coded.is_of([game.scenario], BOOK.hash)
    back = played_back(coded, [game.scenario], BOOK)
    assert back is not None
    assert back[0].path == path


def _written_down(game: Game, path: tuple[str, ...]) -> None:
    transcript = plays.read(written(game, path, "somebody", str))
    assert plays.replay(transcript, game.scenario, BOOK) is None


class _Only(Sources):
    """Has one game, whatever is asked for."""

    def __init__(self, game: Game) -> None:
        self._one = game

    def game(self, files: Files, continues: Continues | None, file: str, lang: Lang) -> Game:  # noqa: ARG002
        return self._one

    def scenario(self, files: Files, file: str, lang: Lang) -> Scenario:  # noqa: ARG002
        return self._one.scenario


def _counted(game: Game, paths: list[tuple[str, ...]], analysis: Analysis) -> None:
    """A class of those who played, and one who stopped, one who went on too far and one who cheated."""
    longest = max(paths, key=len)
    every = [*paths, longest[:-1], (*longest, "on"), ("nonsense", *longest[1:])]
    hand_ins = [
        HandIn(f"{n}.jsonl", "組", f"{n:032x}", f"<b>{n}</b>", "ja", coached=False, started=DAY, files=FILES,
               continues=None, path=path, predicted="vendor", resolve="<q7>")
        for n, path in enumerate(every)
    ]  # fmt: skip
    for lang in LANGS:
        words = library().words(lang)
        classes = Classes(hand_ins, _Only(game), free_text=True, lang=lang)
        (figure,) = classes.figures(words, lambda _: analysis if analysis.exact else None)
        trusts = sorted(Meeting.resumed(game, path).reveal().outcome.trust for path in paths)
        assert sorted(seat.trust for seat in figure.seats) == trusts
        json.dumps(to_json([figure], classes.troubles, words, names=True))
        tables(figure, words, names=True, free_text=True)
        paper = Paper.about(figure, words, library().workshop)
        _escaped(paper.handout())
        for seat in figure.seats:
            _escaped(paper.page(seat, names=True))


def _reported(story: Scenario, game: Game, analysis: Analysis) -> None:
    for lang in LANGS:
        words = library().words(lang)
        told = MapWords(words, partial(short_day, words=words), partial(deal_name, words=words))
        page = report(
            library().workshop.page_template(),
            story,
            analysis,
            flows(game, analysis),
            [],
            _report_words(told),
        )
        assert "<script" not in page


def kept_secret(story: Scenario, both: tuple[tuple[int, int, bool], ...], chance: Random) -> None:
    """Two openings that differ in what is hidden show the same on a whole path."""
    for meeting in played_alike(story, both, chance):
        _summed(meeting.reveal())


def exact(story: Scenario) -> None:
    """The exact analysis of a small story says what playing every path says: count, best, worst, bands."""
    try:
        check(story)
    except TooManyPathsError:
        assume(condition=False)


# ── drawn ──────────────────────────────────────────────────────────────────────────────────────────────────

CHANCE = st.randoms(use_true_random=True)
SMALL = st.booleans().flatmap(lambda sound: scenarios(sound=sound))
KINDS: dict[str, tuple[int, Callable[..., None], tuple[st.SearchStrategy[object], ...]]] = {
    "lived": (4, lived, (varied(), CHANCE)),
    "kept secret": (2, kept_secret, (open_stories(), pairs(), CHANCE)),
    "exact": (4, exact, (SMALL,)),
}
"""What is done with stories, how much of ten, and what is drawn for it."""


def told(first: int, inputs: int) -> tuple[int, dict[Failure, int]]:
    """Draw so many stories; how many there were, and what failed."""
    done, failed = 0, dict[Failure, int]()
    for share, holds, drawn in KINDS.values():
        count, failure = _drawn(first, max(1, inputs * share // 10), holds, drawn)
        done += count
        if failure is not None:
            failed[failure] = 1
    return done, failed


def _drawn(
    first: int, inputs: int, holds: Callable[..., None], drawn: tuple[st.SearchStrategy[object], ...]
) -> tuple[int, Failure | None]:
    done = 0

    @seed(first)
    @settings(
        max_examples=inputs, database=None, deadline=None, print_blob=False,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.tuples(*drawn))
    def run(parts: tuple[object, ...]) -> None:
        nonlocal done
        done += 1
        holds(*parts)

    one: Callable[[], None] = run
    try:
        one()
    except Exception as error:  # noqa: BLE001 (whatever it is: that is what is looked for)
        return done, failure_of_error(error)
    return done, None
