"""Thousands of files nobody would write, with those of ``tests/format/test_fuzz.py``; always the same ones.

``python -m tests.fuzz`` goes on from there, a million inputs. What that finds is mended, and stands in
``FOUND``; what it grew on the way is the kept corpus, and is replayed here.
"""

import importlib
import io
import random
import socket
import subprocess
import zipfile

import pytest

from tests.format.samples import SMALL
from tests.fuzz import corpus
from tests.fuzz.failures import failure_of, keep, kept, smaller
from tests.fuzz.guided import INSTRUMENTED, there
from tests.fuzz.outside import nothing_outside
from tests.fuzz.story_files import seeds
from tests.fuzz.targets import TARGETS, Case, answered, case

CASES = 6_000
TOGETHER = 100


def _squeezed(way: int) -> bytes:
    """A pack whose entry is packed in a way that raises errors of its own, and is damaged."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as pack:
        pack.writestr("small.yaml", bytes(range(256)) * 4)
    content = made.getvalue()
    return content[:60] + b"nonsense" + content[68:]


FOUND: list[Case] = [
    Case("pack", _squeezed(zipfile.ZIP_LZMA)),
    Case("pack", _squeezed(zipfile.ZIP_BZIP2)),
]
"""Files that were once not answered, as small as they got."""


@pytest.mark.parametrize("first", range(0, CASES, TOGETHER))
def test_whatever_is_in_a_file_is_answered(first):
    for seed in range(first, first + TOGETHER):
        one = case(seed)
        try:
            answered(one)
        except Exception as error:
            error.add_note(f"in case {seed}, a {one.kind}")
            raise


@pytest.mark.parametrize("one", FOUND, ids=lambda one: one.kind)
def test_what_was_found_once_stays_mended(one):
    answered(one)


@pytest.mark.parametrize("kind", ["scenario", "catalog", "transcript"])
def test_what_is_changed_was_in_order(kind):
    for large in (False, True):
        for text in seeds(large=large)[kind]:
            answered(Case(kind, text.encode()))


@pytest.mark.parametrize("kind", INSTRUMENTED)
def test_the_kept_corpus_is_answered(kind):
    inputs = corpus.kept(kind)
    assert inputs
    for content in inputs:
        answered(Case(kind, content))


def test_the_kept_corpus_is_small_and_survives_its_file(tmp_path, monkeypatch):
    assert sum(file.stat().st_size for file in corpus.KEPT.iterdir()) < 500_000
    monkeypatch.setattr(corpus, "KEPT", tmp_path / "corpus")
    odd = [b"", b"\xff\xfe\x00", "あ\n".encode(), b"\xed\xa0\x80"]
    corpus.keep("scenario", odd)
    assert corpus.kept("scenario") == odd
    assert corpus.kept("record") == []


def test_of_inputs_that_reach_the_same_the_shortest_is_kept():
    long, short, other = SMALL.encode(), SMALL.replace("小さな話", "話").encode(), b"format: ["
    chosen = corpus.fewest([long, other, short], TARGETS["scenario"].briefly, ("game.format",))
    assert chosen == [other, short]


@pytest.mark.parametrize("atheris", [False, there()])
def test_the_command_says_what_it_ran(atheris, tmp_path, monkeypatch, capsys):
    command = importlib.import_module("tests.fuzz.__main__")
    monkeypatch.setattr(command, "FOLDER", tmp_path)
    monkeypatch.setattr(command.guided, "there", lambda: atheris)
    monkeypatch.setattr("sys.argv", ["fuzz", "settings", "--inputs", "60", "--seed", "7"])
    assert command.main() == 0
    told = capsys.readouterr().out
    assert ("is not there" in told) != atheris
    assert ("settings, led" in told) == atheris
    assert "settings, changed" in told
    assert "inputs from 7 on: 0 defects" in told


def test_nothing_is_written_elsewhere_while_a_file_is_read(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    with nothing_outside(inside):
        (inside / "one").write_text("x", encoding="utf-8")
    for deed in (
        lambda: outside.write_text("x", encoding="utf-8"),
        lambda: (inside / "one").rename(outside),
        lambda: subprocess.run(["true"], check=False),
        socket.socket,
    ):
        with nothing_outside(inside), pytest.raises(AssertionError):
            deed()
    assert not outside.exists()


def test_a_number_always_makes_the_same_case_and_all_kinds_come():
    made = [case(seed) for seed in range(300)]
    assert made == [case(seed) for seed in range(300)]
    assert {one.kind for one in made} == {*TARGETS}
    assert len({one.content for one in made}) > 280


def test_a_failure_is_made_smaller_and_kept(tmp_path, monkeypatch):
    """Failing on purpose: whoever writes “boom” raises."""

    def reads(content):
        assert b"boom" not in content

    monkeypatch.setitem(TARGETS, "transcript", TARGETS["transcript"]._replace(holds=reads))
    rng = random.Random(1)
    lines = [bytes(rng.choices(b"abc:", k=20)) for _ in range(40)]
    lines.insert(17, b"xx boom yy")
    one = Case("transcript", b"\n".join(lines))
    failure = failure_of(one)
    assert failure is not None
    assert failure.what == "AssertionError"
    least = smaller(one, failure)
    assert least.content == b"boom"
    keep(least, failure, tmp_path)
    assert [each for _, each in kept(tmp_path)] == [least]
    assert failure_of(Case("transcript", b"bom")) is None
