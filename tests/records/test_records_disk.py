"""A disk that fills, forgets or goes away costs the line that was being written, and nothing else."""

import errno
import os
import subprocess

import pytest

from game.records import Beginning, Records
from game.records.disk import Disk


class FaultyDisk(Disk):
    """A disk on which some calls fail: it fills after so many bytes, loses its sync, is unplugged."""

    def __init__(self):
        self.room = None
        self.sync_error = None
        self.truncate_error = None
        self.rename_errors = []

    def write(self, fd, content):
        if self.room is None:
            return super().write(fd, content)
        if self.room == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = super().write(fd, content[: self.room])
        self.room -= written
        return written

    def sync(self, fd):
        if self.sync_error:
            raise OSError(self.sync_error, os.strerror(self.sync_error))
        super().sync(fd)

    def truncate(self, fd, length):
        if self.truncate_error:
            raise OSError(self.truncate_error, os.strerror(self.truncate_error))
        super().truncate(fd, length)

    def rename(self, old, new):
        if self.rename_errors:
            raise self.rename_errors.pop()
        super().rename(old, new)


@pytest.fixture
def disk():
    return FaultyDisk()


@pytest.fixture
def records(tmp_path, clock, disk):
    return Records(tmp_path / "records", clock=clock, disk=disk)


@pytest.mark.parametrize("room", range(60))
def test_a_disk_that_fills_within_a_line_takes_the_piece_back(records, header, source, disk, room):
    record = records.begin(Beginning(header(), source))
    record.keep("talk", "more")
    before = record.file.read_bytes()
    disk.room = room
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as told:
        record.keep("talk", "done")
    assert told.value.filename == str(record.file)
    assert record.file.read_bytes() == before
    disk.room = None
    record.keep("talk", "done")
    record.release()
    assert records.read(record.file).path == ("more", "done")


@pytest.mark.parametrize("room", [0, 1, 20, 59, 10_000])
def test_a_drive_that_also_refuses_to_take_it_back_is_mended_at_the_next_line(
    records, header, source, disk, room
):
    record = records.begin(Beginning(header(), source))
    record.keep("talk", "more")
    disk.room, disk.truncate_error = room, errno.EIO
    if room == 10_000:
        disk.sync_error = errno.EIO
    with pytest.raises(OSError, match=r"."):
        record.keep("talk", "done")
    disk.room = disk.truncate_error = disk.sync_error = None
    record.keep("talk", "more")
    record.release()
    assert records.read(record.file).path == ("more", "more")
    assert len(list(records.folder.glob("*.jsonl"))) == 1


@pytest.mark.linux  # a device on which every write finds the disk full
def test_a_real_full_disk():
    fd = os.open("/dev/full", os.O_WRONLY)
    try:
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            Disk()._write_all(fd, b"x")
    finally:
        os.close(fd)


def test_a_write_that_writes_nothing_is_a_full_disk(tmp_path, monkeypatch):
    disk = Disk()
    monkeypatch.setattr(disk, "write", lambda *_: 0)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        disk.replace(tmp_path / "file", b"content")
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_cannot_begin_leaves_nothing_behind(records, header, source, disk):
    records.versions.keep(source)
    disk.room = 100
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        records.begin(Beginning(header(), source))
    assert [file.name for file in records.folder.iterdir()] == ["versions"]


def test_a_virus_scanner_that_holds_the_file_for_a_moment(records, header, source, disk):
    disk.rename_errors = [PermissionError(errno.EACCES, "held")] * 2
    with records.begin(Beginning(header(), source)) as record:
        assert record.file.exists()


def test_one_that_does_not_let_go(tmp_path, disk, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    disk.rename_errors = [PermissionError(errno.EACCES, "held")] * 5
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "file", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced(tmp_path, disk):
    disk.sync_error = errno.EINVAL
    disk.sync_folder(tmp_path)
    disk.sync_error = errno.EIO
    with pytest.raises(OSError, match=r"."):
        disk.sync_folder(tmp_path)
    disk.sync_folder(tmp_path / "missing")


def test_two_programs_write_one_file_at_once(tmp_path, disk, monkeypatch):
    file, other = tmp_path / "file", Disk()

    def meanwhile(fd):
        monkeypatch.undo()
        other.replace(file, b"of the other")
        disk.sync(fd)

    monkeypatch.setattr(disk, "sync", meanwhile)
    disk.replace(file, b"of this one")
    assert file.read_bytes() == b"of this one"
    assert list(tmp_path.iterdir()) == [file]


def test_what_killed_programs_left_goes_after_a_while_and_nothing_else(records, header, source):
    records.folder.mkdir()
    old, young = (records.folder / f"x.jsonl.{sign * 8}.part" for sign in "ab")
    foreign = [records.folder / "holiday.part", records.folder / "x.jsonl.download.part"]
    for file in (old, young, *foreign):
        file.write_bytes(b"")
    for file in (old, *foreign):
        os.utime(file, (0, 0))
    with records.begin(Beginning(header(), source)):
        pass
    assert not old.exists()
    assert all(file.exists() for file in (young, *foreign))


def test_the_name_of_a_new_folder_is_flushed_as_well(tmp_path, disk, monkeypatch):
    flushed: list[object] = []
    monkeypatch.setattr(disk, "sync_folder", flushed.append)
    disk.make_folder(tmp_path / "home" / "records" / "versions")
    assert {*flushed} == {tmp_path, tmp_path / "home", tmp_path / "home" / "records"}
    disk.make_folder(tmp_path / "home" / "records" / "versions")
    assert len(flushed) == 3


def test_a_new_file_never_replaces_one(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().create(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.linux  # the way to mount one
def test_a_full_disk_in_a_mounted_file_system(tmp_path, header, source):
    """A real file system of 64 kB, where this may be mounted; elsewhere the fake above has to do."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        return
    try:
        records = Records(place / "records")
        record = records.begin(Beginning(header(), source))
        (place / "filler").write_bytes(b"x" * 10_000)
        made = 0
        told = None
        while told is None:
            try:
                record.keep("talk", "more")
                made += 1
            except OSError as error:
                told = error
        assert told.errno == errno.ENOSPC
        assert record.file.read_bytes() == record._content
        record.release()
        assert len(records.read(record.file).path) == made
        (place / "filler").unlink()
        record, path = records.resume(record.file)
        record.keep("talk", "done")
        record.release()
        assert len(path) == made
    finally:
        subprocess.run(["umount", "-l", place], check=True)
