"""Resuming drops a torn last line and changes nothing else; what cannot be resumed says why."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from game.records import (
    AlreadyClosed,
    Beginning,
    Continues,
    Duplicated,
    Garbled,
    InUse,
    Kept,
    NoSuchRecord,
    NotARecord,
    Records,
    Reflection,
    TooBig,
    lock,
    predecessors,
    source_of,
)


@pytest.fixture
def played(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        record.keep("talk", "もっと")
        record.keep("talk", "done")
    return record


def test_a_record_torn_at_any_byte_loses_only_the_torn_line(records, played):
    whole = played.file.read_bytes()
    lines = whole.splitlines(keepends=True)
    ends = [sum(map(len, lines[: index + 1])) for index in range(len(lines))]
    for length in range(len(lines[0]), len(whole) + 1):
        played.file.write_bytes(whole[:length])
        record, path = records.resume(played.file)
        # A line that lacks nothing but its end is whole.
        made = sum(end - 1 <= length for end in ends) - 1
        assert path == ("more", "もっと", "done")[:made]
        assert played.file.read_bytes() == b"".join(lines[: made + 1])
        record.keep("talk", "more")
        record.release()
        assert records.read(played.file).path == (*path, "more")


def test_a_line_of_which_the_power_left_only_its_last_block_is_lost_alone(records, played):
    whole = played.file.read_bytes()
    last = len(whole.splitlines(keepends=True)[-1])
    for missing in range(1, last + 1):
        played.file.write_bytes(
            whole[: len(whole) - last] + bytes(missing) + whole[len(whole) - last + missing :]
        )
        (found,) = records.listed()
        assert found.path == ("more", "もっと")
        record, path = records.resume(played.file)
        record.keep("talk", "more")
        record.release()
        assert path == ("more", "もっと")
        assert records.read(played.file).path == (*path, "more")


def test_a_header_torn_at_any_byte_is_no_record_or_a_whole_one(records, played):
    first = played.file.read_bytes().splitlines()[0]
    for length in range(len(first)):
        played.file.write_bytes(first[:length])
        with pytest.raises(NotARecord):
            records.resume(played.file)
        assert played.file.read_bytes() == first[:length]
    played.file.write_bytes(first)
    record, path = records.resume(played.file)
    record.release()
    assert path == ()
    assert played.file.read_bytes() == first + b"\n"


def test_zeros_after_a_loss_of_power_are_a_torn_line(records, played):
    whole = played.file.read_bytes()
    played.file.write_bytes(whole + b"\0" * 512)
    record, path = records.resume(played.file)
    record.release()
    assert path == ("more", "もっと", "done")
    assert played.file.read_bytes() == whole


def test_a_closed_record_cannot_be_gone_on_with(records, played):
    record, _ = records.resume(played.file)
    record.close("ended")
    with pytest.raises(AlreadyClosed):
        records.resume(played.file)
    assert records.unfinished("すずめ") == ()
    assert records.read(played.file).closed == "ended"
    with played.file.open("ab") as stream:
        stream.write(b'{"choice":"more","scene":"talk","at":""}\n')
    with pytest.raises(Garbled):
        records.read(played.file)


def test_everything_written_is_read_back(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.predict("credited")
        record.predict("trusted", 40, "どきどき")
        record.reflect("よい", "わるい")
        record.resolve("次は")
    kept = records.read(record.file)
    assert (kept.prediction.band, kept.prediction.trust, kept.prediction.feeling) == (
        "trusted",
        40,
        "どきどき",
    )
    assert (kept.reflection, kept.resolve) == (Reflection("よい", "わるい"), "次は")
    assert kept.header == record.header


def test_a_missing_record_and_one_that_is_far_too_big(records, played):
    with pytest.raises(NoSuchRecord):
        records.resume(records.folder / "missing.jsonl")
    with played.file.open("ab") as stream:
        stream.write(b" " * 2**23)
    with pytest.raises(TooBig):
        records.resume(played.file)


def test_a_copy_is_not_gone_on_with_beside_its_original(records, played):
    copy = played.file.with_name(f"{played.file.stem} (1).jsonl")
    shutil.copyfile(played.file, copy)
    with pytest.raises(Duplicated) as told:
        records.resume(copy)
    assert told.value.original == played.file
    (unfinished,) = records.unfinished("すずめ")
    assert unfinished.file == played.file
    record, _ = records.resume(played.file)
    with pytest.raises(InUse):
        records.resume(copy)
    record.release()
    played.file.unlink()
    record, path = records.resume(copy)
    record.release()
    assert path == ("more", "もっと", "done")


def test_of_two_copies_the_one_that_goes_further_counts(records, played):
    copy = played.file.with_name("copy.jsonl")
    shutil.copyfile(played.file, copy)
    with copy.open("ab") as stream:
        stream.write(b'{"choice":"more","scene":"talk","at":""}\n')
    assert [one.file for one in records.of("すずめ")] == [copy]
    with pytest.raises(Duplicated):
        records.resume(played.file)


def test_two_windows_on_one_record(records, played):
    record, _ = records.resume(played.file)
    before = played.file.read_bytes()
    with pytest.raises(InUse):
        Records(records.folder).resume(played.file)
    with pytest.raises(InUse):
        records.delete(played.file)
    assert played.file.read_bytes() == before
    record.release()
    record.release()
    again, _ = records.resume(played.file)
    again.release()


def test_the_lock_of_a_dead_program_is_taken_over(records, played):
    left = records.folder / f".{played.header.uid}.lock"
    left.write_bytes(b"left behind")
    record, _ = records.resume(played.file)
    record.release()
    assert not left.exists()


def test_a_lock_whose_name_went_away_is_no_lock(records, played, monkeypatch):
    answers = [False, True]
    monkeypatch.setattr(lock, "_still_there", lambda *_: answers.pop(0))
    record, _ = records.resume(played.file)
    record.release()
    assert answers == []


def test_the_name_of_a_lock_may_be_gone_or_another(tmp_path):
    mine, other = tmp_path / "mine", tmp_path / "other"
    other.touch()
    with mine.open("wb") as stream:
        assert lock._still_there(stream.fileno(), mine)
        assert not lock._still_there(stream.fileno(), other)
        mine.unlink()
        assert not lock._still_there(stream.fileno(), mine)


def test_a_drive_without_locks_is_played_on_all_the_same(records, played, monkeypatch):
    def no_locks(_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("game.records.lock._take", no_locks)
    record, _ = records.resume(played.file)
    record.keep("talk", "more")
    other, path = records.resume(played.file)
    assert path[-1] == "more"
    other.keep("talk", "done")
    record.keep("talk", "more")  # finds a line it did not write, and goes on beside it
    assert record.file != other.file
    assert records.read(other.file).path[-1] == "done"
    record.release()
    other.release()


def test_a_folder_of_records_that_does_not_exist_yet_is_empty(tmp_path):
    records = Records(tmp_path / "none")
    assert records.listed() == ()
    assert records.trainees() == ()
    assert not records.folder.exists()


def test_who_has_played_here_the_latest_first(records, header, source, clock):
    for trainee in ("すずめ", "つばめ", "すずめ"):
        clock.now += timedelta(days=1)
        with records.begin(Beginning(header(trainee=trainee, now=clock.now), source)):
            pass
    assert records.trainees() == ("すずめ", "つばめ")
    assert [len(records.of(each)) for each in records.trainees()] == [2, 1]
    assert all(isinstance(one, Kept) for one in records.listed())


def test_what_a_meeting_goes_on_from_is_in_its_record_whole(records, header, source):
    first = Continues("first", "a" * 64, "b" * 64, ("x", "y"), source.files)
    second = Continues("second", "c" * 64, "b" * 64, ("z",), source.files, before=first)
    with records.begin(Beginning(header(continues=second), source)) as record:
        pass
    kept = records.read(record.file)
    assert kept.header.continues == second
    assert list(predecessors(kept.header.continues)) == [second, first]
    text = record.file.read_text(encoding="utf-8").replace('["z"]', "[3]")
    record.file.write_text(text, encoding="utf-8")
    with pytest.raises(Garbled):
        records.read(record.file)


def test_a_read_only_folder(records, played, monkeypatch):
    # The right to write is taken away by a fake: an administrator may write anywhere.
    real = os.open

    def refusing(path, flags, *more, **named):
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, flags, *more, **named)

    record, _ = records.resume(played.file)
    before = played.file.read_bytes()
    monkeypatch.setattr("os.open", refusing)
    with pytest.raises(PermissionError):
        record.keep("talk", "more")
    with pytest.raises(PermissionError):
        records.resume(played.file)
    same = source_of(played.header.files, records.versions.read)
    with pytest.raises(PermissionError):
        records.begin(Beginning(replace(played.header, uid="0" * 32), same))
    assert played.file.read_bytes() == before
    (one,) = records.unfinished("すずめ")
    assert one.path == ("more", "もっと", "done")
    monkeypatch.undo()
    record.release()


def test_of_meetings_begun_in_the_same_second_the_one_last_written_to_comes_first(records, header, source):
    moment = datetime(2026, 3, 3, 1, 20, tzinfo=UTC)
    files = []
    for number in range(8):
        with records.begin(Beginning(header(now=moment), source)) as record:
            record.keep("talk", "more")
        os.utime(record.file, ns=(0, 10**18 + number))
        files.append(record.file)
    assert [one.file for one in records.listed()] == files[::-1]
    assert [one.file for one in records.of("すずめ")] == files[::-1]
