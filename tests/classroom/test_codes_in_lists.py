"""Result codes as a class pastes them: with names or without, with slips, twice, beside the records."""

import shutil

import pytest

from game.classroom.troubles_told import trouble_told
from tests.classroom.conftest import coded, records_of, wrong


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("結果コード：{} 花子", "花子"),
        ("花子　結果コード：{}", "花子"),
        ("Result code {}", ""),
        ("code: {}", ""),
        ("Cody, {}", "Cody"),
        ("Result code: {}, Codrington", "Codrington"),
    ],
)
def test_what_is_copied_along_with_a_code_is_nobodys_name(gathered, figure_in, copied, line, name):
    pasted = copied / "codes.txt"
    pasted.write_text(line.format(coded(records_of(copied)[0])), encoding="utf-8")
    gathering = gathered(pasted)
    assert [seat.name for seat in figure_in(gathering).seats] == [name]
    assert wrong(gathering) == []


def test_a_code_with_a_slip_is_no_place_that_is_missing(gathered, copied):
    code = coded(records_of(copied)[0])
    slipped = code[:-1] + ("2" if code[-1] != "2" else "3")
    assert wrong(gathered(slipped)) == [(slipped, "wrong_code")]
    with pytest.raises(FileNotFoundError):
        gathered("sales-class-notes-2026").look()


def test_a_pasted_list_of_codes_has_names_beside_them(gathered, figure_in, copied, tmp_path):
    codes = [coded(each) for each in records_of(copied)[:7]]
    pasted = tmp_path / "codes.txt"
    lines = [
        "\ufeff# our class",
        f"山田 太郎\t{codes[0]}",
        f"Aki, {codes[1]}",
        f"{codes[2]} Ben Ito",
        f"   {codes[3].lower().replace('-', ' ')}  ",
        "",
        *codes[4:],
    ]
    pasted.write_text("\n".join(lines), encoding="utf-8")
    gathering = gathered(pasted)
    assert [seat.name for seat in figure_in(gathering).seats] == [
        "山田 太郎",
        "Aki",
        "Ben Ito",
        "",
        "",
        "",
        "",
    ]
    assert wrong(gathering) == []


def test_no_line_of_a_pasted_list_is_lost_because_two_made_the_same_choices(
    gathered, figure_in, copied, tmp_path, library
):
    one, two = (coded(each) for each in records_of(copied)[:2])
    pasted = tmp_path / "codes.txt"
    pasted.write_text(f"{one}\n{two}\n{one}\n{one}\n{two}", encoding="utf-8")
    gathering = gathered(pasted)
    assert len(figure_in(gathering).seats) == 5
    assert [(each.line, each.code, each.values["other_line"]) for each in gathering.classes.troubles] == [
        (3, "same_code", "1"), (4, "same_code", "1"), (5, "same_code", "2"),
    ]  # fmt: skip
    told = trouble_told(gathering.classes.troubles[0], library.words("en"))
    assert "The same choices as codes.txt, line 1, on the same day. Both count" in told
    assert len(figure_in(gathered(one, one, two)).seats) == 3


def test_the_same_name_with_the_same_code_is_one_meeting_and_so_is_a_copy_of_the_list(
    gathered, figure_in, copied, tmp_path
):
    one, two = (coded(each) for each in records_of(copied)[:2])
    lists = tmp_path / "lists"
    lists.mkdir()
    text = f"Aki, {one}\nBen, {one}\nAki, {one}\n{two}\n{two}"
    (lists / "codes.txt").write_text(text, encoding="utf-8")
    shutil.copy(lists / "codes.txt", lists / "codes (1).txt")
    for place, many in ((lists / "codes.txt", 1), (lists, 6)):
        gathering = gathered(place)
        assert sorted(seat.name for seat in figure_in(gathering).seats) == ["", "", "Aki", "Ben"]
        copies = [each for each in gathering.classes.troubles if each.code == "duplicate"]
        assert len(copies) == many
        assert {each.line for each in copies} == ({3} if many == 1 else {1, 2, 3, 4, 5})


def test_a_code_beside_its_record_is_a_copy_under_the_same_name_and_else_looked_at(
    gathered, figure_in, copied, tmp_path
):
    folder = copied / "April"
    code = coded(records_of(folder)[0])
    name = figure_in(gathered(records_of(folder)[0])).seats[0].name
    (tmp_path / "codes.txt").write_text(f"{name}, {code}\n{code}\nAki, {code}", encoding="utf-8")
    gathering = gathered(folder, tmp_path / "codes.txt")
    assert len(figure_in(gathering).seats) == 7 + 2
    found = {(each.file, each.line, each.code) for each in gathering.classes.troubles}
    assert ("codes.txt", 1, "duplicate") in found
    assert ("codes.txt", 2, "same_code") in found
    assert not any(line == 3 and code != "same_code" for _, line, code in found)


def test_wrong_codes_are_named_and_other_notes_are_left_alone(gathered, figure_in, copied, library):
    codes = [coded(each) for each in records_of(copied)[:5]]
    slipped = codes[0][:-1] + ("2" if codes[0][-1] != "2" else "3")
    (copied / "codes.txt").write_text("\n".join([*codes, slipped]), encoding="utf-8")
    (copied / "shopping.txt").write_text("milk\nbread", encoding="utf-8")
    gathering = gathered(copied / "codes.txt")
    assert len(figure_in(gathering).seats) == 5
    (trouble,) = gathering.classes.troubles
    assert trouble.code == "wrong_code"
    assert slipped in trouble_told(trouble, library.words("en"))
    assert not any(name.endswith("shopping.txt") for name, _ in wrong(gathered(copied)))
    assert {code for _, code in wrong(gathered(copied / "shopping.txt"))} == {"wrong_code"}
