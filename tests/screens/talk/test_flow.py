"""The flow of a talk, without a window: whatever is pressed, every line is shown once, in order."""

import random
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.core.game import Game
from game.library import Library
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage, TalkFlow
from game.screens.talk.going import HOLD_SECONDS, LEAST_REST, SKIP_SECONDS, Going, reading_seconds
from game.screens.talk.spoken import Telling
from game.session import Meeting


@pytest.fixture(scope="module")
def games(tmp_path_factory):
    """The shipped first scenario in both languages."""
    library = Library(tmp_path_factory.mktemp("home"))
    return {
        lang: Game(library.open_scenario("friday-checklist", lang).playable, library.rulebook())
        for lang in ("ja", "en")
    }


class Table:
    """A meeting, its flow and what makes it go on by itself; checks after every step what must hold."""

    def __init__(self, games, lang="ja", read=(), speed=1.0):
        self.games, self.lang = games, lang
        self.meeting = Meeting(games[lang])
        self.flow = TalkFlow(self.scenario, "青い鉛筆", speed=speed, read=set(read))
        self.going = Going()
        self.now = 10.0
        self._said = {}
        self.flow.begin(self.meeting.exchanges, self.meeting.views, self.now)
        self.seen = self.position

    @property
    def scenario(self):
        return self.games[self.lang].scenario

    def at(self, *stages):
        return self.flow.stage in stages

    @property
    def current(self):
        assert self.flow.current is not None
        return self.flow.current

    @property
    def position(self):
        return len(self.flow.past) + (self.flow.current is not None)

    @property
    def everything(self):
        """What the meeting says from its first line to the last of the present scene."""
        key = (self.lang, self.meeting.path)
        if key not in self._said:
            telling, meeting = Telling(self.scenario, "青い鉛筆"), self.meeting
            said = [*telling.before(meeting.exchanges, meeting.views), *telling.scene(meeting.view)]
            self._said = {key: said}
        return self._said[key]

    def check(self):
        flow, path = self.flow, self.meeting.path
        current = [] if flow.current is None else [flow.current]
        assert [*flow.past, *current, *flow.queue] == self.everything
        assert self.position >= self.seen
        passed = self.everything[self.seen : self.position]
        assert all(spoken.by_itself for spoken in passed[:-1]), (
            "a line went by that was never the present one"
        )
        self.seen = self.position
        return path

    def do(self, step):
        kind, amount = step
        path = self.meeting.path
        match kind:
            case "hurry":
                self.flow.hurry(self.now)
            case "wait":
                self.wait(amount)
            case "auto":
                self.going.toggle_auto(self.now)
            case "skip":
                self.going.press_skip(self.flow, self.now)
            case "release":
                self.going.release_skip(self.now)
            case "look":
                self.going.look(self.now)
            case "language":
                self.switch()
            case "pick":
                self.pick(amount)
        if kind != "pick":
            assert self.meeting.path == path
        self.check()

    def wait(self, seconds):
        for _ in range(round(seconds / 0.05)):
            self.now += 0.05
            if self.flow.tick(self.now):
                self.check()
            if self.going.tick(self.flow, self.now):
                self.check()

    def pick(self, share):
        choices = self.meeting.view.choices
        if self.flow.may_pick(self.now):
            self.meeting.choose(choices[int(share * len(choices))].id)
            self.flow.go_on(self.meeting.exchanges[-1], self.meeting.view, self.now)

    def switch(self):
        self.lang = "en" if self.lang == "ja" else "ja"
        self.meeting = Meeting.resumed(self.games[self.lang], self.meeting.path)
        meeting = self.meeting
        self.flow = self.flow.in_language(self.scenario, "青い鉛筆", meeting.exchanges, meeting.views)

    def finish(self, chance):
        """Play on to the end by hand."""
        while self.flow.stage is not Stage.OVER:
            self.now += 1
            if self.flow.stage is Stage.CHOOSING:
                self.do(("pick", chance.random()))
            else:
                self.do(("hurry", 0))


SHARES = st.floats(0, 0.999)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["hurry", "auto", "skip", "release", "look", "language"]), st.just(0.0)),
        st.tuples(st.just("hurry"), st.just(0.0)),
        st.tuples(st.just("pick"), SHARES),
        st.tuples(st.just("wait"), st.sampled_from([0.05, 0.3, 1.0, 4.0])),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, speed=st.sampled_from([0.0, 0.5, 1.0, 2.0]), known=st.booleans(), seed=st.integers(0, 99))
@example(steps=[("skip", 0.0), ("wait", 0.3), ("pick", 0.0), ("wait", 0.3)], speed=0.0, known=True, seed=1)
def test_whatever_is_pressed_every_line_is_shown_once_and_in_order(games, steps, speed, known, seed):
    read = everything_read(games, seed) if known else ()
    table = Table(games, read=read, speed=speed)
    for step in steps:
        table.do(step)
    table.finish(random.Random(seed))
    assert table.meeting.ended
    assert [*table.flow.past, table.current] == table.everything


def everything_read(games, seed):
    """The marks of an earlier meeting."""
    table = Table(games)
    table.finish(random.Random(seed))
    return table.flow.read


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 999), auto=st.booleans())
def test_neither_auto_nor_skip_ever_picks_however_long_one_waits(games, seed, auto):
    table = Table(games, read=everything_read(games, seed))
    table.do(("auto" if auto else "skip", 0))
    chance = random.Random(seed)
    while not table.at(Stage.OVER):
        path = table.meeting.path
        table.wait(30)
        assert table.at(Stage.CHOOSING, Stage.OVER)
        assert table.meeting.path == path
        table.do(("pick", chance.random()))
    assert (table.going.auto, table.going.skip) == (auto, not auto)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 999), other=st.integers(0, 999), speed=st.sampled_from([0.0, 1.0]))
@example(seed=1, other=2, speed=0.0)
def test_skipping_stops_at_the_first_line_that_is_new(games, seed, other, speed):
    table = Table(games, read=everything_read(games, seed), speed=speed)
    chance = random.Random(other)
    for _ in range(200):
        if table.at(Stage.OVER):
            break
        before = set(table.flow.read)
        table.do(("skip", 0))
        table.wait(20)
        if table.at(Stage.CHOOSING):
            table.going.skip = False
            table.do(("pick", chance.random()))
        elif not table.at(Stage.OVER):
            assert table.current.mark not in before
            assert not table.going.skip
            assert table.going.stopped
            table.do(("hurry", 0))
    assert table.at(Stage.OVER)


def test_every_line_that_was_shown_has_been_read_and_is_to_be_kept_once(games):
    table = Table(games)
    table.finish(random.Random(4))
    marks = [spoken.mark for spoken in table.everything if not spoken.by_itself]
    assert set(marks) <= table.flow.read
    assert sorted(table.flow.newly_read) == sorted(set(marks))


def test_the_guard_holds_for_choices_that_auto_and_skip_have_reached(games):
    for kind in ("auto", "skip"):
        table = Table(games, read=everything_read(games, 1))
        table.do((kind, 0))
        while not table.at(Stage.CHOOSING):
            table.wait(0.05)
        assert not table.flow.may_pick(table.now)
        assert not table.flow.may_pick(table.now + GUARD_SECONDS - 0.1)
        assert table.flow.may_pick(table.now + GUARD_SECONDS)


@pytest.mark.parametrize(("held", "goes_on"), [(HOLD_SECONDS / 2, True), (2 * HOLD_SECONDS, False)])
def test_a_tap_of_the_key_goes_on_skipping_and_a_hold_ends_with_it(games, held, goes_on):
    table = Table(games, read=everything_read(games, 1))
    table.do(("skip", 0))
    table.now += held
    table.do(("release", 0))
    assert table.going.skip == goes_on


def test_a_second_tap_ends_skipping(games):
    table = Table(games, read=everything_read(games, 1))
    for step in ("skip", "release", "skip", "release"):
        table.do((step, 0))
    assert not table.going.skip


def test_what_is_skipped_can_still_be_recognised(games):
    table = Table(games, read=everything_read(games, 1))
    table.do(("skip", 0))
    begun = table.flow.since
    table.now = begun + SKIP_SECONDS - 0.01
    assert not table.going.tick(table.flow, table.now)
    assert table.going.tick(table.flow, begun + SKIP_SECONDS)


@given(st.integers(0, 300), st.sampled_from(["ja", "en", "fr"]), st.sampled_from([0.0, 0.5, 1.0, 2.0, 6.0]))
def test_the_time_to_read_grows_with_the_line_and_falls_with_the_pace(glyphs, language, speed):
    times = [reading_seconds(glyphs + more, language, speed=speed) for more in (0, 10, 100)]
    assert all(one < other for one, other in pairwise(times))
    slow, usual, fast = (
        reading_seconds(glyphs + 1, language, speed=speed, pace=pace) for pace in (60, 100, 160)
    )
    assert slow > usual > fast > 0
    if speed > 1:
        assert reading_seconds(glyphs + 1, language, speed=speed) < reading_seconds(glyphs + 1, language)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([0.0, 0.3, 1.0, 3.0]), st.sampled_from([60, 100, 160]))
def test_auto_lets_every_line_stand_long_enough(games, speed, pace):
    table = Table(games, speed=speed)
    table.going.pace = pace
    table.do(("auto", 0))
    began, glyphs, written = table.flow.since, table.current.glyphs, 0.0
    current = table.flow.current
    while table.flow.current is current and not table.at(Stage.CHOOSING):
        if not written and table.at(Stage.WRITTEN):
            written = table.now
        table.wait(0.05)
    if not table.at(Stage.CHOOSING):
        assert table.now - began >= reading_seconds(glyphs, "ja", speed=speed, pace=pace) - 1e-6
        assert table.now - written >= LEAST_REST - 0.051


def test_time_in_which_nobody_looks_is_no_time_to_read(games):
    table = Table(games, speed=0)
    table.do(("auto", 0))
    current = table.flow.current
    table.now += 3600
    table.do(("look", 0))
    table.do(("wait", LEAST_REST / 2))
    assert table.flow.current is current
