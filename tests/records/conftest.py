import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.core.rulebook import Rulebook
from game.core.scenario import Choice, Goto, Line, Person, Scenario, Scene
from game.records import Records, Source, new_header

RULEBOOK = Path("assets/rulebook.toml")


@pytest.fixture(scope="session")
def rulebook():
    return Rulebook.from_mapping(tomllib.loads(RULEBOOK.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def scenario():
    more = Choice("more", (Goto("talk"),), say="もう少し伺えますか。", times=99)
    done = Choice("done", (Goto("end"),), say="では、また。")
    return Scenario(
        id="small-talk",
        title="世間話",
        language="ja",
        customer=Person("customer", "田辺 由紀"),
        start="talk",
        scenes=(
            Scene("talk", (Line("customer", "ええ。"),), (more, done), hub=True),
            Scene("end", (Line("customer", "では。"),), ending="open"),
        ),
        begins=datetime(2026, 3, 3, 10, 20),  # noqa: DTZ001 (days of a story have no zone)
        hash="a1" * 32,
        text_hash="b2" * 32,
    )


@pytest.fixture
def source():
    return Source(b"format: 1\n", RULEBOOK.read_bytes(), {"en": b'msgid ""\nmsgstr ""\n'})


@pytest.fixture
def header(scenario, rulebook, source):
    """Makes a header; what is given replaces what a test usually wants."""

    def make(**given):
        wanted = {"app": "0.1.0", "trainee": "すずめ", "purpose": "研修のふりかえり"} | given
        return new_header(scenario, rulebook, source, **wanted)

    return make


class Clock:
    """A clock that a test sets; it goes on by a second each time it is asked."""

    def __init__(self):
        self.now = datetime(2026, 3, 3, 1, 20, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def records(tmp_path, clock):
    return Records(tmp_path / "records", clock=clock)
