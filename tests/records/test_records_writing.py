"""What is kept stays kept, whatever becomes of the disk meanwhile."""

import errno
import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from game.core.game import Game
from game.records import Beginning, Records
from game.records.disk import Disk
from game.records.folder import utc_now
from game.session import Meeting


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


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_record_is_a_header_a_line_a_decision_and_a_closing_line(records, header, source):
    record = records.begin(Beginning(header(), source))
    record.keep("talk", "more")
    record.keep("talk", "done")
    record.predict("trusted", 40, "落ち着いている")
    record.reflect("先に渡せた", "待てなかった")
    record.resolve("次は期日を自分から言う")
    record.close("ended")
    first, *rest = lines(record.file)
    assert first["record"] == 1
    assert first["scenario"] == "small-talk"
    assert first["trainee"] == "すずめ"
    assert first["lang"] == "ja"
    assert first["coach"] is False
    assert first["purpose"] == "研修のふりかえり"
    assert first["continues"] is None
    assert set(first) >= {"hash", "text_hash", "rulebook", "app", "retain_until", "started", "uid", "files"}
    assert rest == [
        {"choice": "more", "scene": "talk", "at": "2026-03-03T01:20:01Z"},
        {"choice": "done", "scene": "talk", "at": "2026-03-03T01:20:02Z"},
        {"prediction": "trusted", "trust": 40, "feeling": "落ち着いている", "at": "2026-03-03T01:20:03Z"},
        {"plus": "先に渡せた", "delta": "待てなかった", "at": "2026-03-03T01:20:04Z"},
        {"resolve": "次は期日を自分から言う", "at": "2026-03-03T01:20:05Z"},
        {"closed": "ended", "at": "2026-03-03T01:20:06Z"},
    ]
    with pytest.raises(ValueError, match="closed"):
        record.keep("talk", "more")


def test_a_record_is_kept_400_days(header, clock):
    made = header(now=clock.now)
    assert (made.retain_until - made.started.date()).days == 400


def test_the_record_stands_before_the_meeting_moves(records, header, source, scenario, rulebook):
    game = Game(scenario, rulebook)
    with records.begin(Beginning(header(), source)) as record:
        meeting = Meeting(game, record.keep)
        meeting.choose("more")
        assert records.read(record.file).path == ("more",)
    record, path = records.resume(record.file)
    with record:
        again = Meeting.resumed(game, path, record.keep)
        again.choose("done")
        assert records.read(record.file).path == ("more", "done")


def test_nothing_about_the_person_or_the_computer_is_recorded(records, header, source, tmp_path):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
    text = record.file.read_text(encoding="utf-8") + record.file.name
    found = [os.environ.get("USER"), os.environ.get("LOGNAME"), os.uname().nodename, str(tmp_path)]
    assert not [one for one in found if one and len(one) > 2 and one in text]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  山田\n太郎\t", "山田 太郎"),
        ("か\u3099", "が"),
        ("half \ud800", "half ?"),
        ("x" * 200, "x" * 60),
        ("\x00\x1b[31m", "[31m"),
        ('"}\n{"choice": "x"', '"} {"choice": "x"'),
    ],
)
def test_a_pseudonym_is_one_clean_line(records, header, source, typed, kept):
    with records.begin(Beginning(header(trainee=typed), source)) as record:
        pass
    assert records.read(record.file).header.trainee == kept


def test_a_header_belongs_to_what_is_played(header, source):
    with pytest.raises(ValueError, match="other files"):
        Beginning(header(), replace(source, scenario=b"format: 1\n# other\n"))


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


def test_a_real_full_disk():
    # /dev/full is a device on which every write finds the disk full.
    if not Path("/dev/full").exists():
        return
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


def test_a_removed_record_is_written_again_whole(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        record.file.unlink()
        record.keep("talk", "more")
        kept = records.read(record.file)
    assert kept.path == ("more", "more")
    assert kept.header.uid == record.header.uid


def test_a_removed_folder_too(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        shutil.rmtree(records.folder)
        record.keep("talk", "more")
    assert records.read(record.file).path == ("more", "more")


@pytest.mark.parametrize("foreign", [b"", b"something else\n", b"x" * (5 * 2**20)])
def test_a_replaced_record_is_left_alone_and_goes_on_beside(records, header, source, foreign):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        first = record.file
        first.write_bytes(foreign)
        record.keep("talk", "more")
        assert first.read_bytes() == foreign
        assert records.read(record.file).path == ("more", "more")
        second = record.file
        second.write_bytes(foreign)
        record.keep("talk", "done")
    assert {first, second, record.file} == set(records.folder.glob("*.jsonl"))
    assert records.read(record.file).path == ("more", "more", "done")


def test_a_folder_in_the_place_of_the_record(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.file.unlink()
        record.file.mkdir()
        record.keep("talk", "more")
    assert records.read(record.file).path == ("more",)


def test_a_record_shortened_behind_our_back_is_not_taken_for_ours(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        record.keep("talk", "more")
        first = record.file
        short = first.read_bytes().splitlines(keepends=True)[:-1]
        first.write_bytes(b"".join(short))
        record.keep("talk", "done")
    (unfinished,) = records.unfinished("すずめ")
    assert unfinished.path == ("more", "more", "done")
    assert first.read_bytes() == b"".join(short)


def test_a_clock_set_back_changes_no_order(records, header, source, clock):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        clock.now -= timedelta(days=400)
        record.keep("talk", "done")
    kept = records.read(record.file)
    assert kept.path == ("more", "done")
    assert kept.decisions[1].at < kept.decisions[0].at


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


def test_a_new_file_never_replaces_one(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().create(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


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


def test_the_clock_of_a_computer_is_in_utc():
    assert utc_now().tzinfo is UTC
