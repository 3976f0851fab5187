"""Analyses are kept, checked, made anew when spoilt, and made in a process that never outlives its parent."""

import os
import subprocess
import sys
import threading
import time

import psutil
import pytest

from game.analysis import exact
from game.analysis.result import to_json
from game.analysis.store import to_bytes
from game.core.game import Game
from game.core.scenario import Opening
from game.library import Unplayable, analyses
from game.library.beginning_whole import Beside
from game.records.disk import Disk
from tests.library.conftest import TALK


@pytest.fixture
def game(shelf):
    return Game(shelf.open_scenario("small-talk", "ja").playable, shelf.rulebook())


def counted(monkeypatch):
    calls = []
    real = exact.analyse

    def analyse(game, **more):
        calls.append(game)
        return real(game, **more)

    monkeypatch.setattr(analyses, "analyse", analyse)
    return calls


def test_an_analysis_is_made_once(shelf, game, monkeypatch):
    calls = counted(monkeypatch)
    assert shelf.cached_analysis(game) is None
    first = shelf.analysis(game)
    assert first.exact
    assert to_json(shelf.analysis(game)) == to_json(first)
    assert to_json(shelf.cached_analysis(game)) == to_json(first)
    assert len(calls) == 1


def test_another_opening_another_analysis(shelf, game):
    shelf.analysis(game)
    other = Game(game.scenario, shelf.rulebook(), Opening(credit=20))
    assert shelf.cached_analysis(other) is None


def test_progress_is_told_and_may_give_up(shelf, game):
    def give_up(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.analysis(game, give_up)
    assert shelf.cached_analysis(game) is None


def test_a_spoilt_analysis_is_made_anew(shelf, game, monkeypatch):
    shelf.analysis(game)
    (file,) = (shelf.cache / "analyses").iterdir()
    whole = file.read_bytes()
    calls = counted(monkeypatch)
    spoilt = [b"", whole[:50], whole[:-1], whole + b"x", whole.replace(b"shinyo", b"shinya", 1)]
    spoilt += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in (0, 30, 90, len(whole) - 1)]
    for content in spoilt:
        file.write_bytes(content)
        assert shelf.cached_analysis(game) is None
    shelf.analysis(game)
    assert len(calls) == 1
    assert shelf.cached_analysis(game) is not None


def test_a_checked_file_that_is_no_analysis(shelf, game):
    kept = analyses.Kept(shelf.cache / "analyses", Disk())
    kept.put(game, b"no analysis")
    assert kept.get(game) is None


def test_the_ones_not_used_for_longest_go(shelf, game):
    body = to_bytes(shelf.analysis(game))
    size = len(body) + 200
    kept = analyses.Kept(shelf.cache / "few", Disk(), most=2 * size)
    games = [Game(game.scenario, shelf.rulebook(), Opening(credit=credit)) for credit in range(3)]
    for age, each in enumerate(games[:2]):
        kept.put(each, body)
        os.utime(kept._file(each), ns=(age, age))
    assert kept.get(games[0]) is not None  # and so it is the one used last
    kept.put(games[2], body)
    assert [kept.get(each) is not None for each in games] == [True, False, True]


def test_one_too_large_is_not_kept(shelf, game):
    kept = analyses.Kept(shelf.cache / "few", Disk(), most=10)
    kept.put(game, b"x" * 11)
    assert not kept.folder.exists()


def test_where_nothing_can_be_kept_it_is_made_each_time(shelf, game):
    shelf.cache.mkdir(parents=True)
    (shelf.cache / "analyses").write_bytes(b"in the way")
    assert shelf.analysis(game).exact
    assert shelf.cached_analysis(game) is None


def until(come, seconds=60):
    """What ``come`` gives as soon as it gives something."""
    end = time.monotonic() + seconds
    while not (found := come()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def waited(background):
    until(lambda: background.poll() is not None or background.failed)
    return background.poll()


def process_of(background):
    """The other process, once there is one."""
    return psutil.Process(until(lambda: background._process).pid)


def test_in_the_background(shelf, game):
    opened = shelf.open_scenario("small-talk", "ja")
    background = shelf.analyse_in_background(opened)
    found = waited(background)
    assert to_json(found) == to_json(shelf.analysis(game))
    assert to_json(background.poll()) == to_json(found)
    background.stop()
    again = shelf.analyse_in_background(opened)  # kept by now: no process is needed
    assert to_json(waited(again)) == to_json(found)
    assert again._process is None
    again.stop()


def test_nobody_waits_for_a_process_that_comes_up_slowly(shelf, monkeypatch):
    may_start, started = threading.Event(), []
    real = Beside._Popen

    def slow(process):
        may_start.wait(60)
        started.append(real(process))
        return started[0]

    monkeypatch.setattr(Beside, "_Popen", staticmethod(slow))
    long = shelf.own / "long.yaml"
    long.write_text(long_story() + "# no more\n" * 20_000, encoding="utf-8")  # more than a pipe holds
    background = shelf.analyse_in_background(shelf.open_scenario(long, "ja"))
    assert background.poll() is None
    assert not background.failed
    background.stop()  # while it is only coming up
    may_start.set()
    background._thread.join(60)
    assert not psutil.pid_exists(started[0].pid)
    assert background.poll() is None


def test_work_larger_than_a_pipe_arrives(shelf):
    file = shelf.own / "padded.yaml"
    file.write_text(TALK + "# no more\n" * 50_000, encoding="utf-8")
    background = shelf.analyse_in_background(shelf.open_scenario(file, "ja"), Opening(credit=29))
    assert waited(background) is not None


def test_stopped_before_it_is_done(shelf):
    long = shelf.own / "long.yaml"
    long.write_text(long_story(), encoding="utf-8")
    background = shelf.analyse_in_background(shelf.open_scenario(long, "ja"))
    process = process_of(background)
    background.stop()
    background.stop()
    background._thread.join(60)
    assert not psutil.pid_exists(process.pid)  # nor is it left as a zombie
    assert background.poll() is None


def test_a_process_that_fails_is_told(shelf):
    long = shelf.own / "long.yaml"
    long.write_text(long_story(), encoding="utf-8")
    background = shelf.analyse_in_background(shelf.open_scenario(long, "ja"))
    process = process_of(background)
    process.kill()
    assert waited(background) is None
    assert background.failed
    background._thread.join(60)
    assert not psutil.pid_exists(process.pid)


def test_no_process_to_be_had(shelf, monkeypatch):
    def refused(_):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(Beside, "_Popen", staticmethod(refused))
    background = shelf.analyse_in_background(shelf.open_scenario("small-talk", "ja"), Opening(credit=32))
    assert waited(background) is None
    assert background.failed
    background.stop()


def test_no_thread_to_be_had(shelf, monkeypatch):
    def refused(_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    background = shelf.analyse_in_background(shelf.open_scenario("small-talk", "ja"), Opening(credit=33))
    assert background.failed
    assert background.poll() is None
    background.stop()


def test_a_scenario_with_faults_is_not_analysed(shelf):
    with pytest.raises(Unplayable):
        shelf.analyse_in_background(shelf.open_scenario("broken-talk", "ja"))


PARENT = """
import sys, time
from pathlib import Path
from game.library import Library

if __name__ == "__main__":
    import game.library.analyses as analyses
    library = Library(Path(sys.argv[1]))
    background = library.analyse_in_background(library.open_scenario(sys.argv[2], "ja"))
    while background._process is None:
        time.sleep(0.01)
    print(background._process.pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("at_once", [True, False])
def test_it_dies_with_its_parent(tmp_path, at_once):
    (tmp_path / "parent.py").write_text(PARENT, encoding="utf-8")
    (tmp_path / "long.yaml").write_text(long_story(), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    command = [sys.executable, tmp_path / "parent.py", tmp_path / "home", tmp_path / "long.yaml"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        if not at_once:
            time.sleep(1.0)
            assert child.is_running()
        parent.kill()
    _, alive = psutil.wait_procs([child], timeout=20)
    assert not alive


def long_story():
    """Thirty scenes with three choices that all leave other facts known, and all are asked for: long work."""
    facts = "".join(f"  f{n}x{m}: 事実\n" for n in range(30) for m in range(3))
    scenes = "".join(
        f"  s{n}:\n    lines: [{{customer: 話。}}]\n    choices:\n"
        + "".join(
            f"      - {{id: c{m}, say: 話。, goto: s{n + 1}, "
            f"does: [{{learn: f{n}x{m}}}, {{inform: t{n}x{m}}}]}}\n"
            for m in range(3)
        )
        for n in range(30)
    )
    asked = "".join(
        f"      - {{id: f{n}, say: 話。, goto: s31, when: {{knows: f{n}x0}}}}\n" for n in range(30)
    )
    scenes += f"  s30:\n    lines: [{{customer: 話。}}]\n    choices:\n{asked}"
    scenes += "      - {id: nothing, say: 話。, goto: s31}\n"
    end = "  s31:\n    ending: {deal: open}\n    lines: [{customer: では。}]\n"
    head = TALK[: TALK.index("promises:")].replace("id: small-talk", "id: long-talk")
    return f"{head}facts:\n{facts}start: s0\nscenes:\n{scenes}{end}"
