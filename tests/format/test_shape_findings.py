"""Wrong keys, types, values: each a change of the small story, and what is told where."""

import pytest

from game.authoring.faults import check
from game.format.codes import CODES
from game.format.reader import read
from tests.format.samples import SMALL, at, changed, places, reading, small

# Each case: the text, and of each finding the code and the piece of the text it points at.
CASES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "unknown key": (small("bettter: x"), [("unknown-key", "bettter")]),
    "unknown key at the top": (small(top="teeches: x"), [("unknown-key", "teeches")]),
    "unknown key in a move": (small("does: [{promise: {id: sheet, vage: true}}]"), [("unknown-key", "vage")]),
    "unknown move": (small("does: [{prommise: sheet}]"), [("unknown-key", "prommise")]),
    "two moves": (small("does: [{learn: closing, chat: x}]"), [("one-move-each", "{learn")]),
    "no move": (small("does: [{}]"), [("one-move-each", "{}")]),
    "a move as text": (small("does: [chat]"), [("expected-mapping", "chat]")]),
    "not a list": (small("does: {chat: x}"), [("expected-list", "does")]),
    "not a mapping": (small(top="offer: x"), [("expected-mapping", "x\nstart")]),
    "not a text": (small("better: [a]"), [("expected-text", "better")]),
    "a text cut into a mapping": (small("better: {a: b}"), [("expected-text", "better")]),
    "nothing after a key": (small("better:"), [("empty-value", "better")]),
    "an empty text": (small("better: ''"), [("empty-value", "better")]),
    "a missing title": (changed("title: 小さな話\n", "", SMALL), [("missing-key", None)]),
    "a missing goto": (changed("        goto: end\n", "", SMALL), [("missing-key", "id: go")]),
    "a missing name": (changed("{name: 田辺}", "{role: x}", SMALL), [("missing-key", "customer: {role")]),
    "missing lines": (changed("    lines: [{customer: では。}]\n", "", SMALL), [("missing-key", "end:\n")]),
    "no choices, no scenes": (
        SMALL[: SMALL.index("scenes:")] + "scenes: {}\n",
        [("too-few", "scenes"), ("unknown-scene", "one\nscenes")],
    ),
    "no number": (small(top="minutes: 八"), [("not-a-number", "八")]),
    "a fraction": (small(top="minutes: 1.5"), [("not-a-number", "1.5")]),
    "too small": (small(top="minutes: 0"), [("too-small", "0\nstart")]),
    "too big": (small(top="minutes: 1000"), [("too-big", "1000")]),
    "too much credit": (small("when: {credit: {below: 101}}"), [("too-big", "101")]),
    "too little credit": (small("when: {credit: {below: -101}}"), [("too-small", "-101")]),
    "not yes or no": (small(top="people: {boss: {name: x, ours: maybe}}"), [("not-yes-no", "maybe")]),
    "too long": (small("better: " + "あ" * 4001), [("too-long", "ああ")]),
    "no such word": (small(top="level: hard"), [("unknown-value", "hard")]),
    "no such principle": (small(top="teaches: [honesty, truth]"), [("unknown-value", "truth")]),
    "no such mood": (small("reply: [{customer: x, mood: sad}]"), [("unknown-value", "sad")]),
    "no such place": (small(scene="place: moon"), [("unknown-value", "moon")]),
    "no such phase": (small(scene="phase: begin"), [("unknown-value", "begin")]),
    "no such persona": (
        changed("{name: 田辺}", "{name: 田辺, persona: carefull}", SMALL),
        [("unknown-value", "carefull")],
    ),
    "no such band": (small(top="epilogue: {best: [{customer: x}]}"), [("unknown-value", "best")]),
    "no such deal": (changed("ending: open", "ending: {deal: won}", SMALL), [("unknown-value", "won")]),
    "a list for a word": (small(top="level: [beginner]"), [("expected-text", "level")]),
    "a space in an id": (changed("id: go", "id: go on", SMALL), [("bad-id", "go on")]),
    "a dot in an id": (changed("id: small", "id: small.one", SMALL), [("bad-id", "small.one")]),
    "a bad id as a key": (
        changed("facts: {closing:", "facts: {a b: x, closing:", SMALL),
        [("bad-id", "a b")],
    ),
    "a number as id": (changed("id: go", "id: 2", SMALL), [("numeric-choice-id", "2\n")]),
    "no language": (changed("language: ja", "language: 日本語", SMALL), [("bad-language", "日本語")]),
    "no time": (small(scene="after: soon"), [("bad-time", "soon")]),
    "no date": (small(scene="after: 2026-02-30"), [("bad-date", "2026-02-30")]),
    "too long a time": (small(scene="after: 9999 days"), [("time-too-long", "9999")]),
    "no beginning": (small(top="begins: いつか"), [("bad-begins", "いつか")]),
    "no time of day": (small(top="begins: 2026-03-03 25:00"), [("bad-begins", "2026-03-03 25:00")]),
    "no minutes": (small(top="begins: 2026-03-03 noon"), [("bad-begins", "2026-03-03 noon")]),
    "no such begin": (small(top="begins: 2026-13-03"), [("bad-date", "2026-13-03")]),
    "an empty condition": (small("when: {}"), [("empty-condition", "when: {}")]),
    "an empty range": (small("when: {credit: {}}"), [("empty-range", "credit: {}")]),
    "an empty list of conditions": (small("when: {all: []}"), [("too-few", "all: []")]),
    "never in range": (
        small("when: {not: {any: [{day: {at_least: 5, below: 5}}]}}"),
        [("never-in-range", "day: {at")],
    ),
    "concedes nothing": (small("does: [{concede: {demand: x}}]"), [("concedes-nothing", "concede")]),
    "asks nothing": (small("does: [{ask: []}]"), [("too-few", "ask: []")]),
    "say and act": (small("act: x"), [("say-and-act", "id: go")]),
    "neither say nor act": (changed("        say: 始めます。\n", "", SMALL), [("say-or-act", "id: go")]),
    "no speaker": (small("reply: [{mood: cold}]"), [("no-speaker", "{mood: cold}")]),
    "a bare line": (small("reply: [はい]"), [("no-speaker", "はい")]),
    "two speakers": (small("reply: [{customer: a, narrator: b}]"), [("two-speakers", "narrator: b")]),
    "unknown speaker": (small("reply: [{custmer: a}]"), [("unknown-speaker", "custmer")]),
    "unknown key of a line": (
        small("reply: [{customer: a, lern: [closing]}]"),
        [("unknown-speaker", "lern")],
    ),
    "a reserved id": (small(top="people: {mood: {name: x}}"), [("reserved-id", "mood: {name")]),
    "otherwise alone": (
        small("reply: [{otherwise: true, customer: a}]"),
        [("otherwise-alone", "true, customer")],
    ),
    "otherwise and when": (
        small("reply: [{when: {knows: closing}, otherwise: true, customer: a}]"),
        [("otherwise-and-when", "true, customer")],
    ),
    "otherwise false": (small("reply: [{otherwise: false, customer: a}]"), [("otherwise-false", "false")]),
    "lines and a speaker": (
        small("reply: [{customer: a, lines: [{narrator: b}]}]"),
        [("lines-and-speaker", "{customer: a")],
    ),
    "two openings": (small(top="opening_credit: 5\nopening: {credit: 6}"), [("two-openings", "6}")]),
    "no number of the rulebook": (small(top="rulebook: {asking: {within: x}}"), [("not-a-number", "x}}")]),
    "no numbers": (small(top="rulebook: x"), [("expected-mapping", "x\nstart")]),
    "a colon without a space": (small(top="offer:\n  product:x\n"), [("colon-space", ":x")]),
    "a wide colon": (small(top="offer:\n  product：x\n"), [("wide-colon", "：x")]),
    "a wide colon in the only line": ("title：x", [("wide-colon", "：")]),
    "no space in the only line": ("title:x", [("colon-space", ":")]),
    "a text": ("こんにちは", [("not-a-scenario", "こ")]),
    "another program's settings": ("version: 3\nservices: {}", [("foreign-keys", "version")]),
    "another program's data": ('{"name": "x", "n": [1, 2]}', [("foreign-keys", "{")]),
    "a list": ("- a\n- b", [("not-a-scenario", "- a")]),
    "an alias for the whole": ("*a", [("alias", "*a")]),
    "an old format": (changed("format: 1", "format: 0", SMALL), [("old-format", "0")]),
    "a newer format": (changed("format: 1", "format: 2", SMALL), [("newer-format", "2")]),
    "no format": (changed("format: 1\n", "", SMALL), [("missing-key", None)]),
    "a format that is none": (changed("format: 1", "format: eins", SMALL), [("bad-format", "eins")]),
    "a list for the format": (changed("format: 1", "format: [1]", SMALL), [("expected-text", "format")]),
}


def expected(text, pieces):
    return sorted((code, *(at(text, piece) if piece else (0, 0))) for code, piece in pieces)


@pytest.mark.parametrize("pure", [False, True], ids=["c-parser", "pure-parser"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_told_at_its_place(name, pure):
    text, pieces = CASES[name]
    found = places(reading(text, pure=pure))
    without = {code for code, piece in pieces if piece is None}
    told = sorted((code, *((0, 0) if code in without else place)) for code, *place in found)
    assert told == expected(text, pieces)


@pytest.mark.parametrize("name", CASES)
def test_both_languages_tell_the_same_in_their_own_words(name):
    text, _ = CASES[name]
    ja, en = reading(text, lang="ja"), reading(text, lang="en")
    assert places(ja) == places(en)
    for one in ja.findings:
        assert any("\u3040" <= char <= "\u30ff" for char in one.message), one
    for mine, theirs in zip(ja.findings, en.findings, strict=True):
        assert mine.message != theirs.message
        assert mine.severity == theirs.severity == CODES[mine.code].severity


def test_a_file_has_a_scenario_or_a_fault():
    for text, _ in CASES.values():
        found = reading(text)
        assert (found.scenario is None) == any(one.severity == "fault" for one in found.findings)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (small("bettter: x"), "better"),
        (small("does: [{tell_recrod: x}]"), "tell_record"),
        (small("when: {know: closing}"), "knows"),
        (small("reply: [{custmer: a}]"), "customer"),
        (small(top="people: {tanaka: {name: x}}", choice="reply: [{tanka: a}]"), "tanaka"),
        (small(top="level: beginer"), "beginner"),
        (small(top="teaches: promises"), "promise"),
        (changed("{name: 田辺}", "{name: 田辺, persona: Careful}", SMALL), "careful"),
        (changed("goto: end", "goto: End", SMALL), "end"),
        (small("does: [{ask: closng}]"), "closing"),
        (small("when: {chose: one.goo}"), "one.go"),
    ],
)
def test_what_was_meant_is_guessed(text, meant):
    (found,) = [one for one in reading(text).findings if "もしかして" in one.hint]
    assert f"もしかして `{meant}`" in found.hint
    (found,) = [one for one in reading(text, lang="en").findings if "Did you mean" in one.hint]
    assert f"Did you mean `{meant}`" in found.hint


def test_everything_is_told_at_once():
    text = small("bettter: x\ndoes: [{ask: nothing}, {keep: shet}]\nwhen: {credit: {}}", top="minutes: 八")
    text = changed("goto: end", "goto: nowhere", text)
    assert [code for code, *_ in places(reading(text))] == [
        "not-a-number", "unknown-key", "undeclared", "undeclared", "empty-range", "unknown-scene",
    ]  # fmt: skip


def test_what_follows_from_a_finding_is_not_told_again():
    assert [
        code for code, *_ in places(reading(changed("facts:", "fatcs:", small("does: [{ask: closing}]"))))
    ] == ["unknown-key"]
    text = small("does: [{lie: x}, {correct: x}]\nbetter: [a]")
    assert [code for code, *_ in places(reading(text))] == ["expected-text"]
    text = small("reply:\n  - {when: {knos: closing}, customer: a}\n  - {otherwise: true, customer: b}")
    assert [code for code, *_ in places(reading(text))] == ["unknown-key"]
    text = changed("customer: {name: 田辺}", "customer:\n\u3000name: 田辺", SMALL)
    assert [code for code, *_ in places(reading(text))] == ["wide-space"]
    text = changed("start: one", "---\nstart: one", SMALL)
    assert [code for code, *_ in places(reading(text))] == ["second-document"]
    text = changed("  end:\n", "  the end:\n", SMALL).replace("goto: end", "goto: the end")
    assert [code for code, *_ in places(reading(text))] == ["bad-id"]


def test_a_newer_minor_format_is_read_without_what_is_new():
    text = small(
        "weather: {sky: blue}\nreply: [{customer: x, camera: near, zoom: {a: b}}]", top="music: jazz"
    )
    assert "unknown-key" in [code for code, *_ in places(reading(text))]
    newer = reading(changed("format: 1", "format: 1.3", text))
    assert [code for code, *_ in places(newer)] == ["newer-key"] * 4
    assert newer.scenario is not None
    assert newer.scenario.hash == reading(small("reply: [{customer: x}]")).scenario.hash  # type: ignore[union-attr]


def test_numbers_and_words_are_read_as_a_person_means_them():
    text = small(
        "again: ２\nwhen: {scarred: はい}\nunderstood: no",
        top="minutes: 012\nfavours: {}\noffer: {product: 1_000, price: '1,200,000'}\npeople:\n",
    )
    scenario = reading(
        changed("goto: end", "goto: [{when: {day: {at_least: 1}}, to: end}, {to: one}]", text)
    ).scenario
    assert scenario is not None
    assert (scenario.minutes, scenario.scenes[0].choices[0].times) == (12, 2)
    assert scenario.offer is not None
    assert (scenario.offer.product, scenario.offer.price) == ("1_000", 1_200_000)
    assert scenario.scenes[0].choices[0].understood == "no"
    assert scenario.people == ()


def test_the_author_s_own_numbers_are_looked_up(book):
    assert reading(small(top="rulebook:")).findings == ()
    text = small(top="rulebook: {asking: {within: 2}, years.renewal: 50}")
    scenario = reading(text, rulebook=book).scenario
    assert scenario is not None
    assert scenario.rulebook == {"asking.within": 2, "years.renewal": 50}
    assert book.laid_over(scenario.rulebook).asking.within == 2
    wrong = small(top="rulebook:\n  asking: {withn: 2}\n  nothing: 3")
    assert places(reading(wrong, rulebook=book)) == [
        ("unknown-number", *at(wrong, "2}")),
        ("unknown-number", *at(wrong, "3\nstart")),
    ]
    assert places(reading(wrong)) == []
    dotted = small(top="rulebook: {asking.withn: 2}")
    found = reading(dotted, rulebook=book)
    assert places(found) == [("unknown-number", *at(dotted, "2}"))]
    assert check(found, (), book) == (), "it is told once"


def test_without_a_list_any_persona_will_do():
    assert (
        read(changed("{name: 田辺}", "{name: 田辺, persona: x}", SMALL).encode(), "s", lang="ja").findings
        == ()
    )
