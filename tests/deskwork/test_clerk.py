"""The clerk works in a process of its own: what it tells comes in order, whatever happens to it is told."""

import os
import time
from pathlib import Path

import pytest

from game.deskwork import chores
from game.deskwork.checking import Checked
from game.deskwork.clerk import Clerk
from game.library import Library
from game.library.troubles import NotFinished, NotFound, Unplayable
from tests.screens.driving import SCENARIO

TEXT = SCENARIO.format(id="draft", title="下書き", level="beginner")


def count(tell, most):
    for number in range(most):
        tell(number)
    return most


def end_at_once(tell):
    tell("before")
    os._exit(9)


def want_memory(tell):
    raise MemoryError(tell)


def miss(tell, file):
    tell(file)
    raise NotFound(str(file), ("another",))


def never(tell):
    tell("begun")
    time.sleep(600)


@pytest.fixture
def clerk():
    found = Clerk()
    yield found
    found.close()


def ended(clerk, task):
    news = []
    while not task.done:
        clerk.look()
        news += task.news()
        time.sleep(0.01)
    return [*news, *task.news()]


def test_what_is_told_comes_in_order_and_the_next_work_needs_no_new_process(clerk):
    task = clerk.ask(count, 5)
    assert ended(clerk, task) == [0, 1, 2, 3, 4]
    assert (task.result, task.trouble) == (5, None)
    process = clerk._process
    assert ended(clerk, clerk.ask(count, 2)) == [0, 1]
    assert clerk._process is process


def test_a_trouble_comes_back_as_it_was(clerk):
    task = clerk.ask(miss, "x.yaml")
    ended(clerk, task)
    assert isinstance(task.trouble, NotFound)
    assert (task.trouble.name, task.trouble.suggestions) == ("x.yaml", ("another",))


@pytest.mark.parametrize("work", [end_at_once, want_memory])
def test_work_that_cannot_be_finished_is_a_trouble_and_the_next_is_done(clerk, work):
    task = clerk.ask(work)
    ended(clerk, task)
    assert isinstance(task.trouble, NotFinished)
    assert ended(clerk, clerk.ask(count, 1)) == [0]


def test_work_is_given_up_at_once_and_for_other_work(clerk):
    task = clerk.ask(never)
    while not task.news():
        clerk.look()
        time.sleep(0.01)
    process = clerk._process
    other = clerk.ask(count, 1)
    assert task.stopped
    assert process is not clerk._process
    assert ended(clerk, other) == [0]
    clerk.ask(never)
    clerk.stop()
    assert clerk._process is None


def test_a_scenario_is_looked_over_and_a_report_written_over_there(clerk, tmp_path):
    file = tmp_path / "draft.yaml"
    file.write_text(TEXT, encoding="utf-8")
    place = chores.Place.of(Library(tmp_path / "home"), "ja")
    task = clerk.ask(chores.look_over, place, file, True)
    news = ended(clerk, task)
    assert isinstance(news[0], Checked)
    assert all(isinstance(each, chores.Walking) for each in news[1:])
    assert len(news) > 1
    assert task.result.taught
    assert task.result.title == "下書き"
    target = tmp_path / "out" / "draft.report.html"
    task = clerk.ask(chores.write_page, place, file, "report", target)
    ended(clerk, task)
    assert task.result == target
    assert "下書き" in target.read_text("utf-8")


def test_what_has_faults_is_neither_reported_nor_packed(clerk, tmp_path):
    file = tmp_path / "draft.yaml"
    file.write_text(TEXT.replace("goto: end", "goto: nowhere"), encoding="utf-8")
    place = chores.Place.of(Library(tmp_path / "home"), "en")
    for work in (
        (chores.write_page, place, file, "map", tmp_path / "m.svg"),
        (chores.write_pack, place, file, tmp_path / "p.zip", False),
    ):
        task = clerk.ask(*work)
        ended(clerk, task)
        assert isinstance(task.trouble, Unplayable)
        assert task.trouble.file == Path(file)
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["draft.yaml"]
