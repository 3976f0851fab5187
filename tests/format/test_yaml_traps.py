"""What YAML does to people: each trap is read as they mean it, or answered at its place."""

import pytest

from game.format import yaml_guard
from game.format.findings import Findings
from game.format.tree import NOTHING, REFUSED
from game.format.yaml_guard import DEEPEST, compose

BOTH_PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["c-parser", "pure-parser"])


def composed(text, *, pure=False, lang="ja"):
    findings = Findings("story.yaml", lang)
    node = compose(text, findings, pure=pure)
    return (None if node is None else node.plain()), [(f.code, f.line, f.column) for f in findings.sorted()]


READ_AS_MEANT = {
    "say: no": {"say": "no"},
    "say: on": {"say": "on"},
    "say: 012": {"say": "012"},
    "say: 12:30": {"say": "12:30"},
    "say: 2026-03-06": {"say": "2026-03-06"},
    "say: 1_000": {"say": "1_000"},
    "say: ~": {"say": "~"},
    "say: null": {"say": "null"},
    "say: 0x10": {"say": "0x10"},
    "say: .nan": {"say": ".nan"},
    "say: 1e3": {"say": "1e3"},
    "say: 本当ですか?": {"say": "本当ですか?"},
    "{customer: 何ですか?, mood: cold}": {"customer": "何ですか?", "mood": "cold"},
    "[a?, b?c]": ["a?", "b?c"],
    "say: ?はい": {"say": "?はい"},
    "say: -はい": {"say": "-はい"},
    "say: はい:いいえ": {"say": "はい:いいえ"},
    "say: http://example.jp/": {"say": "http://example.jp/"},
    "say: 1,200円です": {"say": "1,200円です"},
    "say: 待つ  # とだけ": {"say": "待つ"},
    "say: 待つ  #とだけ": {"say": "待つ"},
    'say: "a # b"': {"say": "a # b"},
    "say: C#の話": {"say": "C#の話"},
    "say: 🎉です": {"say": "🎉です"},
    'say: "改\n  行"': {"say": "改 行"},
    "say: |\n  一\n  二\n": {"say": "一\n二\n"},
    "no: はい": {"no": "はい"},
    "1: はい": {"1": "はい"},
    "%YAML 1.2\n---\na: b\n": {"a": "b"},
    "? a\n: b": {"a": "b"},
    "? a\nb: c": {"a": NOTHING, "b": "c"},
    "a:\n": {"a": NOTHING},
    "a: ''": {"a": ""},
}


@BOTH_PARSERS
@pytest.mark.parametrize("text", READ_AS_MEANT)
def test_is_read_as_a_person_means_it(text, pure):
    assert composed(text, pure=pure) == (READ_AS_MEANT[text], [])


ANSWERED = {
    # a text cut in two, and what is left of it
    "{customer: はい, 1,200円です}": [("cut-at-comma", 1, 16)],
    "{customer: Well, yes., mood: warm}": [("cut-at-comma", 1, 18)],
    "say: これは #1 です": [("cut-at-hash", 1, 10)],
    "a: #1の店": [("cut-at-hash", 1, 4)],
    "say: 注意: これ": [("colon-in-text", 1, 8)],
    "{a: b: c}": [("colon-in-text", 1, 6)],
    "a: [b: c: d]": [("colon-in-text", 1, 9)],
    "say: {trainee}": [("unquoted-braces", 1, 6)],
    "say: {trainee}さん": [("unquoted-braces", 1, 6)],
    "say: [重要]です": [("text-after-bracket", 1, 10)],
    'say: "はい"と言った': [("text-after-quote", 1, 10)],
    "say: 'it's'": [("text-after-quote", 1, 10)],
    'a: {b: "x" y}': [("text-after-quote", 1, 12)],
    "a: {b: [x] y}": [("text-after-bracket", 1, 12)],
    # signs of YAML at the beginning of a text
    "say: *お願い*": [("special-start", 1, 6)],
    "say: @abc": [("special-start", 1, 6)],
    "say: `x`": [("special-start", 1, 6)],
    "say: %x": [("special-start", 1, 6)],
    "say: |x": [("special-start", 1, 6)],
    "say: >-x": [("special-start", 1, 6)],
    "say: !すごい": [("special-start", 1, 6)],
    "say: ? はい": [("special-start", 1, 6)],
    "say: ,x": [("special-start", 1, 6)],
    "say: &": [("special-start", 1, 6)],
    "say: - はい": [("dash-not-allowed", 1, 6)],
    'say: "C:\\path"': [("bad-escape", 1, 9)],
    # quotes and brackets never closed, told where they begin
    'say: "abc\nb: 1': [("unclosed-quote", 1, 6)],
    'say: "abc\nb: "x"\nc: 1': [("unclosed-quote", 1, 6)],
    "a: 'b": [("unclosed-quote", 1, 4)],
    'a: {b: "x\n  c: "d}"': [("unclosed-quote", 1, 8)],
    'a: "x\n  y"\n- b': [("bad-indent", 3, 1)],
    "a: [1, 2\nb: 3": [("unclosed-bracket", 1, 4)],
    "a: {x: 1\nb: 3": [("unclosed-bracket", 1, 4)],
    "a: [b\n": [("unclosed-bracket", 1, 4)],
    "a: {x: [1, 2}\n": [("unclosed-bracket", 1, 8)],
    "a: {x: {": [("unclosed-bracket", 1, 8)],
    "a: ]": [("lone-bracket", 1, 4)],
    "a: }": [("lone-bracket", 1, 4)],
    # colons and spaces of the Japanese keyboard
    "title：x\nb: 2": [("wide-colon", 1, 6)],
    "a: 1\n- customer：x\nb: 2": [("wide-colon", 2, 11)],
    "a:b\nc: d": [("colon-space", 1, 2)],
    "c: d\na:b\ne: f": [("colon-space", 2, 2)],
    "{customer:はい, mood: cold}": [("colon-space", 1, 10)],
    "{customer:はい}": [("colon-space", 1, 10)],
    "a:\n\u3000b: 1": [("wide-space", 2, 1)],
    "a:\n  b: 1\n\u3000\u3000c: 2\n  d: [": [("wide-space", 3, 1)],
    "a:\n  b: 1\n \u3000c: d: 2\n": [("wide-space", 3, 2)],
    # indentation
    "a:\n\tb: 1": [("tab", 2, 1)],
    "a: b\n\tc: d": [("tab", 2, 1)],
    "a:\n - b\n\t- c": [("tab", 3, 1)],
    "x: |\n\tb": [("tab", 2, 1)],
    "a: 1\n  b: 2": [("bad-indent", 2, 3)],
    "  a: 1\nb: 2": [("bad-indent", 2, 1)],
    "a: 1\n- b": [("bad-indent", 2, 1)],
    "- a\nb: 1": [("bad-indent", 2, 1)],
    "a:\n- b:\n  - c\n d": [("bad-indent", 4, 2)],
    "a: 1\nbc\nd: 2": [("missing-colon", 2, 1)],
    # what scenarios do not use
    "a: *b": [("alias", 1, 4)],
    "a: &b c": [("anchor", 1, 4)],
    "a: !!python/object:os.system x": [("tag", 1, 4)],
    "a: !x [b]": [("tag", 1, 4)],
    "a: !x {b: c}": [("tag", 1, 4)],
    "<<: {a: 1}": [("merge-key", 1, 1)],
    "? [a]\n: b": [("complex-key", 1, 3)],
    "{[a]: b, c: d}": [("complex-key", 1, 2)],
    "? {a: b}\n: c": [("complex-key", 1, 3)],
    "*a : b": [("alias", 1, 1)],
    ": a": [("empty-key", 1, 1)],
    "'': a": [("empty-key", 1, 1)],
    "a: 1\n---\nb: 2": [("second-document", 2, 1)],
    "a: 1\nb: 2\na: 3\na: 4": [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)],
    "x: {a: 1, a: 2}": [("duplicate-key", 1, 11)],
    "": [("empty-file", 1, 1)],
    "# nur ein Kommentar\n": [("empty-file", 1, 1)],
    "---\n": [("empty-file", 1, 1)],
}


@BOTH_PARSERS
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("text", ANSWERED)
def test_is_answered_at_its_place(text, lang, pure):
    assert composed(text, pure=pure, lang=lang)[1] == ANSWERED[text]


@pytest.mark.parametrize("text", ["a: {b:{c: d}}", "a: [b:[c]]", "{a: 1, b:{}}"])
def test_a_colon_glued_to_a_bracket_is_read_or_answered(text):
    place = ("colon-space", 1, text.index("b:") + 2)
    assert composed(text)[1] == [place]
    data, codes = composed(text, pure=True)
    assert (data, codes) != (None, [])


def test_an_unknown_directive_is_named_by_the_c_parser():
    assert composed("%FOO\na: 1")[1] == [("directive", 1, 1)]


def test_what_is_refused_leaves_the_rest_to_be_looked_at():
    data, codes = composed("a: *x\nb: [c, !t d]\ne: {f}\ng: h\ng: i\n? [j]\n: k\n")
    assert data == {"a": REFUSED, "b": ["c", REFUSED], "e": REFUSED, "g": "h"}
    assert [code for code, *_ in codes] == ["alias", "tag", "unquoted-braces", "duplicate-key", "complex-key"]
    assert (repr(NOTHING), repr(REFUSED)) == ("NOTHING", "REFUSED")


def test_a_second_use_of_a_key_names_the_line_of_the_first():
    findings = Findings("story.yaml", "en")
    compose("a: 1\nb: 2\na: 3\n", findings)
    assert findings.sorted()[0].message == "`a` is written twice (first in line 1)."


@BOTH_PARSERS
def test_nesting_is_read_as_deep_as_anybody_needs_and_no_deeper(pure):
    inside = DEEPEST - 1
    fine = "a: " + "[" * inside + "]" * inside
    assert composed(fine, pure=pure)[1] == []
    assert composed(fine.replace("[]", "[[]]"), pure=pure)[1] == [("too-deep", 1, 4 + inside)]


def test_no_word_of_the_parser_reaches_a_person():
    for text in ANSWERED:
        findings = Findings("story.yaml", "ja")
        compose(text, findings)
        for found in findings:
            said = found.message + found.hint
            assert not any(word in said for word in ("expected", "found", "while", "token", "scalar")), said


def test_a_file_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(yaml_guard, "MOST_PARTS", 25)
    assert composed("- a\n" * 15)[1] == []
    assert composed("- a\n" * 30)[1] == [("too-many-parts", 23, 3)]


def test_a_private_character_of_the_file_is_not_mistaken():
    assert composed("a: \ue000?\ue000", pure=True) == ({"a": "\ue000?\ue000"}, [])
