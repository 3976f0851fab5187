"""What a trainee has read: small files that survive a kill, and go with the last record."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.records import Beginning
from game.records.disk import Disk
from game.records.readings import MOST_BYTES, Readings

MARKS = st.sets(st.text("0123456789abcdef", min_size=12, max_size=12), min_size=1, max_size=20)


@pytest.fixture
def readings(tmp_path):
    return Readings(tmp_path / "readings", Disk())


def only_file(readings):
    (file,) = readings.folder.iterdir()
    return file


@settings(max_examples=30, deadline=None)
@given(batches=st.lists(MARKS, min_size=1, max_size=4), who=st.text(max_size=20), data=st.data())
def test_torn_at_any_byte_only_the_last_line_is_lost_and_the_next_is_kept(
    tmp_path_factory, batches, who, data
):
    readings = Readings(tmp_path_factory.mktemp("home") / "readings", Disk())
    sizes = []
    for batch in batches:
        readings.keep(who, "friday", batch)
        sizes.append(only_file(readings).stat().st_size)
    assert readings.of(who, "friday") == set().union(*batches)
    cut = data.draw(st.integers(0, sizes[-1]))
    file = only_file(readings)
    file.write_bytes(file.read_bytes()[:cut])
    whole = [batch for batch, size in zip(batches, sizes, strict=True) if size - 1 <= cut]
    assert readings.of(who, "friday") == set().union(*whole)
    readings.keep(who, "friday", {"ab" * 6})
    assert readings.of(who, "friday") == set().union(*whole, {"ab" * 6})


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_a_file_that_is_something_else_is_unread_and_never_a_traceback(tmp_path_factory, content):
    readings = Readings(tmp_path_factory.mktemp("home") / "readings", Disk())
    readings.keep("すずめ", "friday", ["ab" * 6])
    only_file(readings).write_bytes(content)
    assert readings.of("すずめ", "friday") == set()
    readings.keep("すずめ", "friday", ["cd" * 6])
    assert readings.of("すずめ", "friday") == {"cd" * 6}


@pytest.mark.parametrize("line", ['{"read": 3}', '{"read": ["xyz", 4, ""]}', "[]", "7", '{"read": null}'])
def test_a_line_that_holds_no_marks_is_passed_over(readings, line):
    readings.keep("すずめ", "friday", ["ab" * 6])
    with only_file(readings).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert readings.of("すずめ", "friday") == {"ab" * 6}


def test_a_file_far_too_big_is_left_alone(readings):
    readings.keep("すずめ", "friday", ["ab" * 6])
    only_file(readings).write_bytes(b"x" * (MOST_BYTES + 1))
    readings.keep("すずめ", "friday", ["cd" * 6])
    assert readings.of("すずめ", "friday") == set()
    assert only_file(readings).stat().st_size == MOST_BYTES + 1


def test_trainees_and_scenarios_do_not_read_for_each_other(readings):
    readings.keep("Anna", "friday", ["ab" * 6])
    assert readings.of("anna", "friday") == set()
    assert readings.of("Anna", "monday") == set()
    assert readings.of(unicodedata.normalize("NFD", "Anna"), "friday") == {"ab" * 6}


def test_no_sentence_and_no_choice_stands_in_it(readings):
    readings.keep("すずめ", "friday", ["ab" * 6])
    header, line = (json.loads(each) for each in only_file(readings).read_text("utf-8").splitlines())
    assert header == {"readings": 1, "scenario": "friday", "trainee": "すずめ"}
    assert line == {"read": ["ab" * 6]}


def begun(records, header, source, **given):
    with records.begin(Beginning(header(**given), source)) as record:
        record.keep("talk", "done")
        return record


def test_it_goes_with_the_last_record_of_the_trainee(records, header, source):
    one, other = (begun(records, header, source) for _ in range(2))
    begun(records, header, source, trainee="かもめ")
    for trainee in ("すずめ", "かもめ"):
        records.readings.keep(trainee, "small-talk", ["ab" * 6])
    records.delete(one.file)
    assert records.readings.of("すずめ", "small-talk")
    records.delete(other.file)
    assert not records.readings.has("すずめ", "small-talk")
    assert records.readings.of("かもめ", "small-talk") == {"ab" * 6}


def test_it_goes_when_the_last_record_is_purged(records, header, source, clock):
    record = begun(records, header, source, days=1)
    records.readings.keep("すずめ", "small-talk", ["ab" * 6])
    clock.now = clock.now.replace(year=clock.now.year + 1)
    assert records.purge(records.expired()) == (record.file,)
    assert not records.readings.has("すずめ", "small-talk")


def test_with_a_record_that_could_not_be_read_goes_what_has_none_left(records, header, source):
    record = begun(records, header, source)
    begun(records, header, source, trainee="かもめ")
    for trainee in ("すずめ", "かもめ"):
        records.readings.keep(trainee, "small-talk", ["ab" * 6])
    record.file.write_bytes(b"nothing of ours\n")
    records.delete(record.file)
    assert not records.readings.has("すずめ", "small-talk")
    assert records.readings.has("かもめ", "small-talk")


def test_deleting_where_nothing_was_ever_read(records, header, source):
    record = begun(records, header, source)
    record.file.write_bytes(b"nothing of ours\n")
    records.delete(record.file)
    assert not records.readings.folder.exists()


def test_lines_that_an_old_editor_has_ended_its_own_way_are_read_and_stay(readings):
    readings.keep("すずめ", "friday", ["ab" * 6])
    file = only_file(readings)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r"))
    assert readings.of("すずめ", "friday") == {"ab" * 6}
    readings.keep("すずめ", "friday", ["cd" * 6])
    assert readings.of("すずめ", "friday") == {"ab" * 6, "cd" * 6}
