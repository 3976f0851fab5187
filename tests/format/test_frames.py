import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.format.codes import CODES, KINDS
from game.format.findings import MOST_FINDINGS, Finding, Findings, Kind, close, finding
from game.format.frames import WIDEST_FRAME, as_github, as_json, as_text, cells, frame
from tests.format.samples import reading, small

FOUND = Finding("unknown-scene", "fault", "a.yaml", 2, 9, "場面 `x` はありません。", "もしかして `y`?")


def test_the_text_form_has_the_place_the_line_the_caret_and_the_hint():
    assert as_text(FOUND, ["a: b", "  goto: x"]) == (
        "a.yaml:2:9: unknown-scene 場面 `x` はありません。\n      goto: x\n            ^\n  もしかして `y`?"
    )


def test_without_the_line_the_frame_is_left_out():
    assert as_text(FOUND).splitlines() == [
        "a.yaml:2:9: unknown-scene 場面 `x` はありません。",
        "  もしかして `y`?",
    ]
    assert len(as_text(FOUND, ["a"]).splitlines()) == 2
    assert len(as_text(FOUND, ["a", "  "]).splitlines()) == 2
    assert as_text(Finding("x", "fault", "f", 1, 1, "m", "")) == "f:1:1: x m"


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("goto: x", 7, 6),
        ("言う: x", 5, 6),
        ("ｱｲ: x", 5, 4),
        ("がぎ: x", 5, 6),
        ("か\u3099: x", 5, 4),
        ("🎉: x", 4, 4),
        ("\tx", 2, 1),
        ("…: x", 4, 3),
        ("x", 2, 1),
        ("x", 99, 1),
        ("", 1, 0),
    ],
)
def test_the_caret_stands_under_its_glyph(line, column, before):
    shown, caret = frame(line, column)
    assert caret == " " * before + "^"
    assert "\t" not in shown


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400),
    st.integers(1, 500),
)
@settings(deadline=None)
def test_a_long_line_is_cut_around_the_caret(line, column):
    shown, caret = frame(line, column)
    assert cells(shown) <= WIDEST_FRAME + 4
    assert len(caret) - 1 <= cells(shown)
    char = line[column - 1 : column]
    if char and cells(char):
        under = next(n for n in range(len(shown) + 1) if cells(shown[:n]) >= len(caret) - 1)
        while under < len(shown) and cells(shown[under]) == 0:
            under += 1
        assert shown[under] in {char, "…"}


def test_json_has_exactly_its_keys():
    (made,) = as_json([FOUND])
    assert list(made) == ["code", "severity", "file", "line", "column", "message", "hint"]
    assert json.loads(json.dumps(made)) == made


def test_the_form_for_github_escapes_what_would_end_it():
    found = Finding("x", "fault", "a,b:c.yaml", 3, 4, "50% \n zu", "so")
    assert as_github(found) == "::error file=a%2Cb%3Ac.yaml,line=3,col=4,title=x::50%25 %0A zu so"
    assert as_github(Finding("x", "advice", "f", 1, 1, "m", "")).startswith("::warning file=f")


def fields(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CODES)
def test_every_finding_is_worded_in_both_languages(code):
    entry = CODES[code]
    assert entry.ja
    assert entry.en
    assert fields(entry.ja) | fields(entry.ja_hint) == fields(entry.en) | fields(entry.en_hint)
    assert bool(entry.ja_hint) == bool(entry.en_hint)
    assert code == code.lower().replace(" ", "-")
    for sentence in (entry.ja, entry.en):
        assert sentence.endswith(("。", ".", "}", ")"))


def test_what_a_sentence_does_not_get_is_a_programmer_s_mistake():
    with pytest.raises(KeyError):
        finding("unknown-scene", "ja", "f", (1, 1))
    with pytest.raises(KeyError):
        finding("no-such-code", "ja", "f", (1, 1))


def test_kinds_are_worded_and_long_words_cut():
    found = finding("undeclared", "en", "f", (1, 1), kind=Kind("fact"), id="x" * 99, section="facts")
    assert found.message == f"There is no fact `{'x' * 39}…`."
    assert set(KINDS["fact"]) == {"ja", "en"}


def test_words_in_braces_are_shown_as_they_are():
    found = reading(small('better: "{0} {name!r}"')).findings
    assert [one.message.split("`")[1] for one in found] == ["{0}", "{name!r}"]


def test_too_many_findings_are_counted():
    findings = Findings("f", "en")
    for n in range(MOST_FINDINGS + 7):
        findings.add("unknown-scene", (n + 1, 1), id=n)
    findings.add("unknown-scene", (1, 1), id=0)
    found = findings.sorted()
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].message == "There are 8 more findings."


def test_the_same_finding_twice_is_one():
    findings = Findings("f", "en")
    findings.add("tab", (1, 1))
    findings.add("tab", (1, 1))
    assert len(list(findings)) == 1
    assert findings.any_fault


def test_close_words():
    assert close("recption", ["reception", "week_end"]) == ["reception"]
    assert close("RECEPTION", ["reception"]) == ["reception"]
    assert close("締日", ["締め日", "人数"]) == ["締め日"]
    assert close("", ["a"]) == close("x" * 101, ["x" * 100]) == close("abc", ["xyz"]) == []
    findings = Findings("f", "en")
    guesses = [findings.close(f"word{n}", [f"word{n}x"]) for n in range(100)]
    assert guesses[0] == ["word0x"]
    assert guesses[-1] == []
