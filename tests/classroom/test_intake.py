"""What is handed in is read wherever it lies; what is wrong is named, and the rest goes on."""

import shutil
from datetime import UTC, date, datetime

import pytest

from game.classroom.gathering import Gathering
from game.classroom.troubles_told import trouble_told
from game.records import Records, export, read_export
from tests.classroom.conftest import FRIDAY, coded, random_meeting, records_of, settle, wrong


def test_a_folder_is_walked_to_its_depth(gathered, figure_in, school, game_of):
    gathering = gathered(school)
    assert {seat.name for seat in figure_in(gathering).seats} == {f"Trainee {at}" for at in range(14)}
    assert gathering.folders == ("April", "June")
    for seat in figure_in(gathering).seats:
        reveal = random_meeting(game_of(FRIDAY), int(seat.name.split()[1])).reveal()
        assert (seat.trust, seat.band, seat.path) == (reveal.outcome.trust, reveal.outcome.band, reveal.path)
        assert seat.predicted == "trusted"
    assert wrong(gathering) == []


def test_a_class_is_the_folder_a_record_lies_in(gathered, figure_in, school):
    seats = figure_in(gathered(school, folder="June")).seats
    assert {seat.name for seat in seats} == {f"Trainee {at}" for at in range(7, 14)}
    assert not gathered(school, folder="July").classes


def test_days_are_those_of_the_trainers_calendar(gathered, figure_in, school):
    today = datetime.now(UTC).astimezone().date()
    assert len(figure_in(gathered(school, since=today, until=today)).seats) == 14
    assert not gathered(school, since=date(2200, 1, 1)).classes
    assert not gathered(school, until=date(2020, 1, 1)).classes


def test_files_exports_and_codes_may_be_mixed(gathered, figure_in, copied, tmp_path):
    one, two, three, *_ = records_of(copied / "April")
    records = Records(copied / "April")
    handed = tmp_path / "two.shinyo"
    export(records, two, handed)
    code = coded(three)
    seats = figure_in(gathered(one, handed, code, *records_of(copied / "June"))).seats
    assert {seat.path for seat in seats[:3]} >= {records.read(three).path}
    assert len(seats) == 10
    assert {seat.name for seat in seats} >= {records.read(one).header.trainee, ""}


def test_an_export_whose_name_has_been_changed_to_that_of_a_text_is_one_all_the_same(
    gathered, figure_in, copied, tmp_path
):
    record = records_of(copied)[0]
    folder = tmp_path / "class"
    folder.mkdir()
    export(Records(record.parent), record, folder / "mine.shinyo")
    (folder / "mine.shinyo").rename(folder / "mine.shinyo.txt")
    gathering = gathered(folder)
    trainee = Records(record.parent).read(record).header.trainee
    assert [seat.name for seat in figure_in(gathering).seats] == [trainee]
    assert wrong(gathering) == []


def test_an_export_brings_its_scenario_along(gathered, figure_in, copied, tmp_path):
    handed = tmp_path / "class"
    handed.mkdir()
    for number, record in enumerate(records_of(copied)):
        export(Records(record.parent), record, handed / f"{number}.shinyo", free_text=True)
    assert len(figure_in(gathered(handed)).seats) == 14
    first = handed / "0.shinyo"
    names = read_export(first).versions
    assert names
    assert read_export(first, known=names.keys()).versions == {}


SPOILT = [
    (lambda _: b"hello\n", "foreign"),
    (lambda _: b"", "foreign"),
    (lambda content: content.replace(b'"record":1', b'"record":99'), "newer"),
    (lambda content: content.replace(b'{"choice"', b'{"choose"', 1), "damaged"),
    (lambda content: content + b'{"cho', "torn"),
    (lambda content: content.replace(b'"choice":"', b'"choice":"x', 1), "forged"),
    (lambda content: content[: len(content) // 2], "torn"),
    (lambda content: b"\n".join(content.split(b"\n")[:4]) + b"\n", "unfinished"),
    (lambda content: content.replace(b'"rulebook":"', b'"rulebook":"0', 2), "version_missing"),
    (lambda content: content + b" " * 5 * 2**20, "too_big"),
]


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt[1])
def test_what_is_wrong_with_a_record_is_named_and_the_rest_goes_on(
    gathered, figure_in, copied, library, spoilt
):
    spoil, code = spoilt
    file = records_of(copied / "June")[2]
    file.write_bytes(spoil(file.read_bytes()))
    gathering = gathered(copied)
    assert (f"June/{file.name}", code) in wrong(gathering)
    assert len(figure_in(gathering).seats) >= 13
    for lang in ("en", "ja"):
        for trouble in gathering.classes.troubles:
            told = trouble_told(trouble, library.words(lang))
            assert told
            assert "{" not in told


def test_a_record_is_not_believed_when_it_says_it_ended(gathered, figure_in, copied):
    file = records_of(copied)[0]
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:5], lines[-1]]))
    gathering = gathered(copied)
    assert [code for _, code in wrong(gathering)] == ["unfinished"]
    assert len(figure_in(gathering).seats) == 13


def test_an_altered_version_is_not_played(gathered, copied):
    for folder in ("April", "June"):
        (kept,) = (copied / folder / "versions").glob("*.yaml")
        kept.write_bytes(kept.read_bytes() + b"# changed\n")
    gathering = gathered(copied)
    # The scenario on the shelf is still the one that was played, byte for byte: so nothing is lost.
    assert len(gathering.classes.games) == 1
    assert wrong(gathering) == []


def test_a_version_beside_other_records_or_on_the_shelf_will_do(gathered, figure_in, copied):
    shutil.rmtree(copied / "June" / "versions")
    assert len(figure_in(gathered(copied)).seats) == 14
    shutil.rmtree(copied / "April" / "versions")
    assert len(figure_in(gathered(copied)).seats) == 14


def test_late_ones_are_picked_up_and_renumber_nobody(library, copied, tmp_path):
    late, gone = records_of(copied)[:2]
    shutil.move(late, tmp_path / late.name)
    gone.unlink()
    unfinished = records_of(copied)[0]
    whole = unfinished.read_bytes()
    unfinished.write_bytes(b"\n".join(whole.split(b"\n")[:3]) + b"\n")
    settle(copied)
    gathering = Gathering([str(copied)], library)
    assert gathering.look()
    words = library.words("en")
    (before,) = gathering.classes.figures(words, lambda _: None)
    assert len(before.seats) == 11
    assert not gathering.look()
    shutil.move(tmp_path / late.name, late)
    unfinished.write_bytes(whole)
    assert gathering.look()
    (after,) = gathering.classes.figures(words, lambda _: None)
    assert [seat.name for seat in after.seats[:11]] == [seat.name for seat in before.seats]
    assert len(after.seats) == 13
    records_of(copied)[-1].unlink()
    assert gathering.look()
    (fewer,) = gathering.classes.figures(words, lambda _: None)
    assert len(fewer.seats) == 12


def test_a_stick_that_was_pulled_out_takes_nothing_with_it(library, copied, figure_in):
    gathering = Gathering([str(copied)], library)
    gathering.look()
    shutil.rmtree(copied)
    assert not gathering.look()
    assert len(figure_in(gathering).seats) == 14


def test_a_place_that_is_not_there_is_said(library, tmp_path):
    with pytest.raises(FileNotFoundError):
        Gathering([str(tmp_path / "nowhere")], library).look()


def test_reading_tells_how_far_it_is(library, school, monkeypatch):
    monkeypatch.setattr("game.classroom.intake.STEP", 5)
    read: list[tuple[int, int]] = []
    replayed: list[tuple[int, int]] = []
    Gathering([str(school)], library).look(
        lambda done, total: read.append((done, total)), lambda done, total: replayed.append((done, total))
    )
    assert read == [(5, 14), (10, 14), (14, 14)]
    assert replayed[-1] == (14, 14)
