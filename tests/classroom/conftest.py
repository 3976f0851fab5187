"""A class to look at: a rehearsal of the first scenario, and the same hand-ins one by one."""

import os
import random
import shutil
from datetime import UTC, date, datetime

import pytest

from game.classroom.classes import Classes
from game.classroom.gathering import Gathering, Wanted
from game.classroom.rehearsal import rehearsal
from game.classroom.sources import Sources
from game.debrief.prediction import FEELINGS
from game.library import Library
from game.library.result_codes import code_of
from game.records import Records
from game.session import Meeting

DAY = date(2026, 4, 10)
FRIDAY = "friday-checklist"
SETTLED = datetime(2026, 1, 1, tzinfo=UTC).timestamp()


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    return Library(tmp_path_factory.mktemp("class-home"))


@pytest.fixture(scope="session")
def sources(library):
    return Sources(library)


@pytest.fixture(scope="session")
def files_of(library, sources):
    """The files of a shipped scenario, as a record names them."""
    return lambda name: sources.keep(library.open_scenario(name, "ja").played(library.rulebook_bytes()))


@pytest.fixture(scope="session")
def game_of(sources, files_of):
    return lambda name, lang="en": sources.game(files_of(name), None, name, lang)


@pytest.fixture(scope="session")
def rehearsed(library, game_of, files_of):
    """Hand-ins of a class that never was."""

    def make(size, *, seed=1, name=FRIDAY, lang="en"):
        words = library.words(lang)
        return rehearsal(game_of(name, lang), size, seed, files=files_of(name), words=words, day=DAY)

    return make


@pytest.fixture(scope="session")
def analysis(library, game_of):
    return library.analysis(game_of(FRIDAY))


@pytest.fixture(scope="session")
def figure_of(library, sources, analysis):
    """The one figure of some hand-ins of the first scenario."""

    def make(hand_ins, lang="en", **more):
        classes = Classes(hand_ins, sources, lang=lang, **more)
        (figure,) = classes.figures(library.words(lang), lambda _: analysis)
        return figure

    return make


def random_meeting(game, seed):
    """A meeting played to its end, each choice drawn from those on offer."""
    chance, meeting = random.Random(seed), Meeting(game)
    while not meeting.ended:
        meeting.choose(chance.choice(meeting.view.choices).id)
    return meeting


@pytest.fixture
def gathered(library):
    def look(*places, **wanted):
        found = Gathering([str(place) for place in places], library, wanted=Wanted(**wanted))
        found.look()
        return found

    return look


@pytest.fixture
def figure_in(library):
    def of(gathering):
        (only,) = gathering.classes.figures(library.words("en"), lambda _: None)
        return only

    return of


def wrong(gathering):
    return [(each.file, each.code) for each in gathering.classes.troubles]


def records_of(folder):
    return sorted(folder.rglob("*.jsonl"))


def coded(record):
    code = code_of(Records(record.parent).read(record))
    assert code is not None
    return code


@pytest.fixture(scope="module")
def school(tmp_path_factory, library, game_of):
    """Two classes in their folders; the records of seven meetings each."""
    folder = tmp_path_factory.mktemp("school")
    opened = library.open_scenario(FRIDAY, "ja")
    for at in range(14):
        records = Records(folder / ("April" if at < 7 else "June"))
        beginning = library.beginning(opened, f"Trainee {at}", "en")
        with records.begin(beginning) as record:
            meeting = random_meeting(game_of(FRIDAY), at)
            for view, choice in zip(meeting.views, meeting.path, strict=False):
                record.keep(view.scene, choice)
            record.predict("trusted", feeling=FEELINGS[at % 5])
            record.resolve(f"resolve {at}")
            record.close("ended")
    settle(folder)
    return folder


def settle(folder):
    """As if all of it had been written long ago."""
    for file in folder.rglob("*"):
        os.utime(file, (SETTLED, SETTLED))


@pytest.fixture
def copied(school, tmp_path):
    return shutil.copytree(school, tmp_path / "school")
