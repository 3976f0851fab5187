"""Ten thousand files nobody would write, with those of ``tests/format/test_fuzz.py``; always the same ones.

``python dev.py fuzz --minutes 15`` goes on from there. What that finds is mended, and stands in ``FOUND``.
"""

import io
import random
import zipfile

import pytest

from tests.fuzz.cases import KINDS, Case, answered, case, seeds
from tests.fuzz.failures import failure_of, keep, kept, smaller

CASES = 7_300
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


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_changed_was_in_order(kind):
    for large in (False, True):
        for text in seeds(large=large)[kind]:
            if kind != "pack":
                answered(Case(kind, text.encode()))


def test_a_number_always_makes_the_same_case_and_all_kinds_come():
    made = [case(seed) for seed in range(300)]
    assert made == [case(seed) for seed in range(300)]
    assert {one.kind for one in made} == {*KINDS}
    assert len({one.content for one in made}) > 280


def test_a_failure_is_made_smaller_and_kept(tmp_path, monkeypatch):
    """Failing on purpose: whoever writes “boom” raises."""

    def reads(content):
        assert b"boom" not in content

    monkeypatch.setitem(__import__("tests.fuzz.cases", fromlist=["HOLDS"]).HOLDS, "transcript", reads)
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
