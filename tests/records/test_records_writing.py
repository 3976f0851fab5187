"""What is kept stays kept, whatever becomes of the disk meanwhile."""

import errno
import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from game.core.game import Game
from game.records import Beginning, Records, source_of
from game.records.folder import utc_now
from game.session import Meeting


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
    assert source_of(record.header.files, records.versions.read) == source
    record, _ = records.resume(record.file)
    with record:
        shutil.rmtree(records.folder)
        record.keep("talk", "more")
    assert source_of(record.header.files, records.versions.read) == source


def test_nothing_is_made_anew_where_a_drive_was(records, header, source):
    home = records.folder.parent / "stick"
    there = Records(home / "records")
    with there.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        shutil.move(home, home.with_name("away"))
        with pytest.raises(OSError, match=os.strerror(errno.ENODEV)):
            there.readings.keep("すずめ", "small-talk", ["ab"])
        assert not home.exists()


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


@pytest.mark.posix  # Windows has neither
@pytest.mark.parametrize("put", [lambda file: file.symlink_to(file), getattr(os, "mkfifo", None)])
def test_a_link_to_itself_or_a_pipe_in_the_place_of_the_record(records, header, source, put):
    with records.begin(Beginning(header(), source)) as record:
        first = record.file
        first.unlink()
        put(first)
        record.keep("talk", "more")
    assert record.file != first
    assert records.read(record.file).path == ("more",)


def test_a_drive_that_was_unplugged_is_told_and_gone_on_with_when_it_is_back(records, header, source):
    home, away = records.folder.parent / "stick", records.folder.parent / "away"
    there = Records(home / "records")
    with there.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        for standing_for_it in (False, True):
            home.rename(away)
            if standing_for_it:
                home.mkdir()
                assert record._disk.drive is not None
                record._disk.drive._device = -1  # the empty folder lies on another drive
            with pytest.raises(OSError, match=os.strerror(errno.ENODEV)) as told:
                record.keep("talk", "done")
            assert told.value.filename == str(home)
            if standing_for_it:
                home.rmdir()
            assert not home.exists()
            away.rename(home)
            record.keep("talk", "more")
    assert there.read(record.file).path == ("more",) * 3
    assert len(list(there.folder.glob("*.jsonl"))) == 1


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


def test_the_clock_of_a_computer_is_in_utc():
    assert utc_now().tzinfo is UTC
