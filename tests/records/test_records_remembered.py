"""A folder looked through again is not read again, and whatever became of it meanwhile is seen."""

import os
import shutil
from collections.abc import Callable

import pytest

from game.records import Beginning, Garbled, Kept, Records, Spoilt
from game.records.disk import Disk
from game.records.remembered import SETTLED_NS

OLD = 10**18


class Counting(Disk):
    """A disk that counts how many files are read from it."""

    reads = 0

    def read(self, file, most):
        self.reads += 1
        return super().read(file, most)


@pytest.fixture
def disk():
    return Counting()


@pytest.fixture
def folder(tmp_path, clock, disk, header, source) -> Records:
    """Twelve records, long since written, already looked through once."""
    records = Records(tmp_path / "records", disk=disk, clock=clock)
    for number in range(12):
        with records.begin(Beginning(header(trainee=f"{number}"), source)) as record:
            record.keep("talk", "more")
    for file in records.folder.glob("*.jsonl"):
        os.utime(file, ns=(OLD, OLD))
    records.listed()
    disk.reads = 0
    return records


def first(folder):
    return min(folder.folder.glob("*.jsonl"))


def as_new(folder):
    """What somebody finds who has never looked."""
    return Records(folder.folder).listed()


def test_nothing_is_read_twice(folder, disk):
    before = folder.listed()
    assert disk.reads == 0
    assert before == as_new(folder)
    assert len(before) == 12


def append(file, _):
    with file.open("ab") as stream:
        stream.write(b'{"choice":"more","scene":"talk","at":"2026-03-03T01:30:00Z"}\n')


def garble(file, _):
    content = file.read_bytes()
    file.write_bytes(content.replace(b'"choice"', b'"chioce"'))


def spoil_the_first_line(file, _):
    file.write_bytes(b"{" + file.read_bytes()[1:].replace(b"record", b"recrod", 1))


def tear(file, _):
    file.write_bytes(file.read_bytes()[:-7])


def remove(file, _):
    file.unlink()


def put_a_folder_there(file, _):
    file.unlink()
    file.mkdir()


def rename_another_over_it(file, other):
    content = other.read_bytes().replace(b'"trainee":"5"', b'"trainee":"6"')
    other.write_bytes(content)
    other.replace(file)


def copy(file, _):
    shutil.copy2(file, file.with_stem(f"{file.stem}~2"))


CHANGES: tuple[Callable[..., None], ...] = (
    append, garble, spoil_the_first_line, tear, remove, put_a_folder_there, rename_another_over_it, copy
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_another_program_did_meanwhile_is_seen(folder, change):
    one, *_, other = sorted(folder.folder.glob("*.jsonl"))
    before = folder.listed()
    change(one, other)
    now = folder.listed()
    assert [(type(each), each.file) for each in now] == [(type(each), each.file) for each in as_new(folder)]
    kept = [each for each in now if isinstance(each, Kept)]
    assert kept == [each for each in as_new(folder) if isinstance(each, Kept)]
    assert now != before


def test_a_record_mended_after_it_was_damaged(folder):
    file = first(folder)
    whole = file.read_bytes()
    garble(file, None)
    (spoilt,) = [each for each in folder.listed() if isinstance(each, Spoilt)]
    assert isinstance(spoilt.trouble, Garbled)
    file.write_bytes(whole)
    assert folder.listed() == as_new(folder)


@pytest.mark.parametrize(("age", "read"), [(0, 1), (SETTLED_NS - 10**9, 1), (2 * SETTLED_NS, 0)])
def test_a_change_in_the_same_tick_of_a_coarse_clock_is_seen(folder, disk, age, read):
    """Same name, same size, same time: only a file that is old enough to have settled is not read again."""
    now = OLD + 10**12
    folder._remembered._clock = lambda: now
    file = first(folder)
    os.utime(file, ns=(now - age, now - age))
    folder.listed()
    disk.reads = 0
    folder.listed()
    assert disk.reads == read


def test_a_drive_that_fails_is_asked_again(folder, disk, monkeypatch):
    def failing(*_):
        raise OSError(5, "Input/output error")

    append(first(folder), None)
    with monkeypatch.context() as broken:
        broken.setattr(disk, "read", failing)
        assert sum(isinstance(each, Spoilt) for each in folder.listed()) == 1
    assert folder.listed() == as_new(folder)
