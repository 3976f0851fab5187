"""The mistakes of somebody who writes a first scenario: each is one finding, in its line, that says the mend.

The story is one that a trainer wrote by the guide. Each row changes one thing of it, as a hand slips that is
used to Japanese keyboards, to word processors and to plain sentences.

Longer than 300 lines because it is one table, to be read as one.
"""

from typing import NamedTuple

import pytest

from game.analysis.exact import analyse
from game.authoring.advice import advise
from game.authoring.faults import check
from game.core.portraits import NAMEABLE
from game.format.findings import Finding
from game.format.reader import read
from tests.authoring.stories import BOOK, ROOT

STORY = (ROOT / "tests" / "authoring" / "late-delivery.yaml").read_text("utf-8")
BOTH = pytest.mark.parametrize("lang", ["ja", "en"])


class Slip(NamedTuple):
    """What was to be written and what was; the finding, a piece of its line, a piece of what is offered."""

    meant: str
    written: str
    code: str
    line: str
    offered: str = ""


SAY = "        say: まだ分かりません。九時までに、何時に届くか私から電話します。"
SLIPS = {
    # ── full-width signs and other spaces
    "a wide colon": Slip("title: 届", "title：届", "wide-colon", "title"),
    "a wide colon after the speaker": Slip("- customer: 三", "- customer：三", "wide-colon", "三浦です"),
    "wide colons in braces": Slip(
        "{company: 北斗厨房, role: 営業", "{company：北斗厨房、role：営業", "wide-colon", "北斗"
    ),
    "a wide comma in braces": Slip("北斗厨房, role", "北斗厨房、role", "wide-sign", "北斗", ", "),
    "a wide space after the colon": Slip("title: 届", "title:　届", "wide-space", "title"),
    "wide spaces as indentation": Slip(SAY, SAY.replace("        ", "　　　　"), "wide-space", "まだ分"),
    "a wide space after the dash": Slip("- customer: 三", "-　customer: 三", "wide-space", "三浦です"),
    "a no-break space from a web page": Slip(SAY, f"\u00a0{SAY}"[:9] + SAY[8:], "wide-space", "まだ分"),
    "wide brackets": Slip("[{promise: update}]", "［｛promise: update｝］", "wide-sign", "update｝", "["),
    "wide brackets without a colon": Slip(
        "teaches: [recovery, honesty, promise]", "teaches: ［recovery］", "wide-sign", "recovery］", "["
    ),
    "a long vowel for a dash": Slip("- customer: 三", "ー customer: 三", "wide-sign", "三浦です", "- "),
    "a wide dash": Slip("- customer: 三", "－ customer: 三", "wide-sign", "三浦です", "- "),
    "a tab": Slip(SAY, f"\t\t{SAY.strip()}", "tab", "まだ分"),
    # ── dashes, indentation, colons
    "no space after the dash": Slip("- narrator: 八時", "-narrator: 八時", "dash-space", "八時二十分"),
    "no space after the colon": Slip("title: 届", "title:届", "colon-space", "title"),
    "no colon": Slip("title: 届", "title; 届", "missing-colon", "title"),
    "no dash before the first line": Slip(
        "      - narrator: 八時", "        narrator: 八時", "missing-dash", "八時二十分"
    ),
    "no dash before a choice": Slip(
        "      - id: will_call", "        id: will_call", "missing-dash", "will_call"
    ),
    "a dash before a scene": Slip("  depot:\n", "  - depot:\n", "dash-not-allowed", "  - depot:"),
    "no comma between two moves": Slip(
        "{inform: temperature}, {follow_up: month}", "{inform: temperature} {follow_up: month}",
        "text-after-bracket", "{follow_up", ",",
    ),
    "a list of principles without brackets": Slip(
        "[recovery, honesty, promise]", "recovery, honesty", "expected-list", "teaches", "[ ]"
    ),
    "a list of principles in Japanese": Slip(
        "[recovery, honesty, promise]", "約束、リカバリー", "expected-list", "teaches", "[ ]"
    ),
    "no speaker": Slip("- customer: 三浦です", "- 三浦です", "missing-colon", "三浦です"),
    "a key too deep": Slip(
        "        goto: depot\n      - id: carrier", "          goto: depot\n      - id: carrier",
        "bad-indent", "          goto: depot",
    ),
    "a key not deep enough": Slip(SAY, SAY[1:], "bad-indent", "まだ分"),
    "a scene at the edge": Slip("  depot:\n", "depot:\n", "bad-indent", "depot:\n"),
    "a scene too deep": Slip("  depot:\n", "   depot:\n", "bad-indent", "   depot:"),
    "choices among the lines": Slip(
        "    choices:\n      - id: tell", "      choices:\n      - id: tell", "bad-indent", "      choices:"
    ),
    "two keys in a line": Slip(
        "level: beginner\nminutes: 8", "level: beginner minutes: 8", "colon-in-text", "minutes: 8"
    ),
    "a move without its brackets": Slip(
        "does: [{promise: update}]", "does: {promise: update}", "expected-list", "update}"
    ),
    "two moves in one bracket": Slip(
        "{inform: temperature}, {follow_up: month}", "{inform: temperature, follow_up: month}",
        "one-move-each", "temperature",
    ),
    "a bracket not closed": Slip(
        "[{promise: update}]", "[{promise: update]", "unclosed-bracket", "update]"
    ),
    "a quote not closed": Slip(SAY, SAY.replace("say: ", 'say: "'), "unclosed-quote", "まだ分"),
    "a colon within a text": Slip(
        "{customer: お宅が", "{customer: 質問: お宅が", "colon-in-text", "質問"
    ),
    "a comma within a text": Slip("お宅が頼んだ会社", "お宅, 頼んだ会社", "cut-at-comma", "お宅,"),
    "a comment that swallows the end": Slip(
        "でしょう。, mood: hurt}", "でしょう。 # mood: hurt}", "cut-at-hash", "# mood"
    ),
    "a number sign in braces": Slip("お宅が頼んだ", "お宅の #3 頼んだ", "cut-at-hash", "#3"),
    "the trainee's name first": Slip(
        "- customer: 三浦です", "- customer: {trainee}さん、三浦です", "unquoted-braces", "{trainee}"
    ),
    "the frame of an example": Slip("format: 1\n", "```yaml\nformat: 1\n", "code-fence", "```"),
    # ── misspelt, or in Japanese
    "a mistyped key": Slip("understood: 人", "understod: 人", "unknown-key", "understod", "`understood`"),
    "a mistyped key of a scene": Slip(
        "    choices:\n      - id: tell", "    choice:\n      - id: tell", "unknown-key", "choice:\n",
        "`choices`",
    ),
    "a key in Japanese": Slip("title: 届", "題名: 届", "unknown-key", "題名", "`title`"),
    "a key in wide letters": Slip("title: 届", "ｔｉｔｌｅ: 届", "unknown-key", "ｔｉｔｌｅ", "`title`"),
    "a mistyped move": Slip("{promise: update}", "{promis: update}", "unknown-key", "promis:", "`promise`"),
    "a mistyped scene": Slip(
        "goto: depot\n      - id: carrier", "goto: deopt\n      - id: carrier", "unknown-scene", "deopt",
        "`depot`",
    ),
    "a scene in quotes of a word processor": Slip(
        "goto: depot\n      - id: carrier", "goto: “depot”\n      - id: carrier", "unknown-scene", "“depot”",
        "`depot`",
    ),
    "a scene that others go to, misspelt": Slip(
        "  depot:\n", "  dept:\n", "unknown-scene", "goto: depot", "`dept`"
    ),
    "a mistyped first scene": Slip("start: phone", "start: phon", "unknown-scene", "phon\n", "`phone`"),
    "a mistyped promise": Slip("{promise: update}", "{promise: updaet}", "undeclared", "updaet", "`update`"),
    "a mistyped fact": Slip("facts: [branches]", "facts: [branch]", "undeclared", "branch]", "`branches`"),
    "a mood in Japanese": Slip("mood: cold", "mood: 冷たい", "unknown-value", "冷たい", "`cold`"),
    "a mood of another name": Slip("mood: cold", "mood: mad", "unknown-value", "mad", "`angry`"),
    "a mood in half-width kana": Slip("mood: cold", "mood: ｺｰﾙﾄﾞ", "unknown-value", "ｺｰﾙﾄﾞ", "cold"),
    "a phase in Japanese": Slip(
        "phase: aftercare", "phase: アフターケア", "unknown-value", "アフターケア", "`aftercare`"
    ),
    "a level in Japanese": Slip("level: beginner", "level: 入門", "unknown-value", "入門", "`beginner`"),
    "a language in Japanese": Slip("language: ja", "language: 日本語", "bad-language", "日本語", "`ja`"),
    "an ending in Japanese": Slip("ending: signed", "ending: 成約", "unknown-value", "成約", "`signed`"),
    "a temper in Japanese": Slip("burned_before", "慎重", "unknown-value", "慎重", "`careful`"),
    "the customer's name as the speaker": Slip(
        "- customer: 三浦です", "- 三浦: 三浦です", "unknown-speaker", "- 三浦:", "`customer`"
    ),
    "the speaker in Japanese": Slip(
        "- customer: 三浦です", "- お客様: 三浦です", "unknown-speaker", "お客様:", "`customer`"
    ),
    "a place nobody drew": Slip("place: shop", "place: 麺処", "unknown-value", "place: 麺処", "shop"),
    "an id with a space": Slip("id: late-delivery", "id: late delivery", "bad-id", "late delivery"),
    "an id that is a picture": Slip("id: carrier", "id: 😠", "bad-id", "😠"),
    "a key with an invisible letter": Slip(
        "start: phone", "\u200bstart: phone", "control-character", "start: phone"
    ),
    "a scene in wide letters": Slip(
        "  depot:\n", "  ｄｅｐｏｔ:\n", "unknown-scene", "goto: depot", "`ｄｅｐｏｔ`"
    ),
    "an id with an invisible letter": Slip(
        "id: carrier", "id: carrier\u200b", "control-character", "id: carrier"
    ),
    "maybe for yes": Slip("deed: true", "deed: たぶん", "not-yes-no", "たぶん"),
    "a number with its unit": Slip("minutes: 8", "minutes: 8分", "not-a-number", "8分"),
    "a condition as a sentence": Slip(
        "when: {kept: report}", "when: kept report", "expected-mapping", "kept report", "kept"
    ),
    # ── days
    "a day that is not in the calendar": Slip("2026-06-03, size", "2026-02-30, size", "bad-date", "02-30"),
    "a beginning that is not in the calendar": Slip(
        "begins: 2026-06-03", "begins: 2026-02-30", "bad-date", "02-30"
    ),
    "a beginning in plain words": Slip(
        "begins: 2026-06-03 8:20", "begins: 六月三日", "bad-begins", "六月三日", "2026-"
    ),
    "a due day in plain words": Slip("due: 2026-06-03", "due: 今週中", "bad-time", "今週中", "friday"),
    # ── what was left out, said twice, or is nowhere
    "a choice that leads nowhere": Slip(
        "        goto: depot\n      - id: carrier", "      - id: carrier", "missing-key", "will_call", "goto"
    ),
    "nothing to say": Slip(SAY, "        say:", "empty-value", "say:\n"),
    "said and done": Slip(SAY, f"        act: 待つ。\n{SAY}", "say-and-act", "will_call"),
    "a choice without a name": Slip(
        "      - id: will_call\n        say", "      - say", "unnamed-choice", "まだ分"
    ),
    "two choices of one name": Slip("id: carrier", "id: will_call", "duplicate-choice", "will_call"),
    "two scenes of one name": Slip("  depot:\n", "  phone:\n", "duplicate-key", "phone:\n"),
    "a promise that nobody gives": Slip(
        "        does: [{promise: report}]\n", "", "promise-never-made", "keep: report"
    ),
    "a promise that nobody keeps": Slip(
        "does: [{keep: report}]", "does: [{chat: report}]", "never-happens", "{kept: report}"
    ),
    "a promise that is never spoken of": Slip(
        "  report: {", "  spare: {text: 予備を送る, due: friday}\n  report: {", "never-comes-up", "spare"
    ),
    "a fact nobody can learn": Slip(
        "  branches: 秋", "  cost: 電気代が高い\n  branches: 秋", "never-comes-up", "cost"
    ),
    "a condition on a fact nobody can learn": Slip(
        ", mood: thoughtful, learn: lunch}", "}\n          - {when: {knows: lunch}, narrator: 間。}",
        "fact-never-learned", "{knows: lunch}",
    ),
    "a scene nobody comes to": Slip(
        "          - {when: {credit: {at_least: credited}}, to: signed}\n", "", "unreachable-ending",
        "signed:\n",
    ),
    "a way back": Slip(
        "goto: month\n      - id: weekend", "goto: phone\n      - id: weekend", "story-circle", "goto: phone"
    ),
    # ── how it will look
    "quotes of a word processor": Slip(
        SAY, SAY.replace("say: ", "say: “") + "”", "curly-quotes", "“まだ"
    ),
    "wide quotes around a text with a colon": Slip(
        SAY, SAY.replace("say: ", "say: ”報告: ") + "”", "wide-sign", "”報告", '"'
    ),
    "wide quotes in braces around a text with a colon": Slip(
        "{customer: お宅が頼んだ会社でしょう。,", "{customer: ＂返事: お宅でしょう。＂,",
        "wide-sign", "＂返事", '"',
    ),
    "wide quotes around a text with a comma": Slip(
        "{customer: お宅が頼んだ会社でしょう。,", "{customer: ”1,200円でしょう。”,",
        "wide-sign", "”1,200円", '"',
    ),
    "quotes of a Japanese keyboard": Slip(
        SAY, SAY.replace("say: ", "say: ”") + "”", "curly-quotes", "”まだ"
    ),
    "wide quotes": Slip(SAY, SAY.replace("say: ", "say: ＂") + "＂", "curly-quotes", "＂まだ"),
    "「 that is not closed": Slip("say: まだ分", "say: 「まだ分", "unbalanced-quotes", "「まだ"),
    "」 that was not opened": Slip("かりません。九", "かりません」。九", "unbalanced-quotes", "」。九"),
    "readings without the bar": Slip("三浦です", "三浦《みうら》です", "furigana-without-bar", "《"),
    "readings not closed": Slip("三浦です", "｜三浦《みうらです", "furigana", "｜三浦"),
    "another name to fill in": Slip(
        "三浦です", "三浦です、{name}さん", "unknown-placeholder", "{name}", "{trainee}"
    ),
}  # fmt: skip

MEANT_ANYHOW = {
    "はい for true": ("otherwise: true", "otherwise: はい"),
    "yes for true": ("otherwise: true", "otherwise: yes"),
    "a date with strokes": ("begins: 2026-06-03", "begins: 2026/6/3"),
    "a date in Japanese": ("begins: 2026-06-03 8:20", "begins: 2026年6月3日 8:20"),
    "a date in wide digits": ("begins: 2026-06-03", "begins: ２０２６-０６-０３"),
    "days in Japanese": ("after: 2 days", "after: ２日後"),
    "a wide number": ("minutes: 8", "minutes: ８"),
    "an emoji": ("三浦です", "😠三浦です"),
    "half-width kana in a text": ("八時二十分", "ﾊﾁｼﾞ"),
    "one principle without brackets": ("[recovery, honesty, promise]", "recovery"),
    "a tab after the colon": ("title: 届", "title:\t届"),
}

FILES = {
    "saved by an old Notepad": (STORY.encode("cp932"), "encoding-japanese"),
    "saved as Unicode": (STORY.encode("utf-16"), "encoding-utf16"),
    "EUC-JP": (STORY.encode("euc_jp"), "encoding-japanese"),
    "a Word file with another name": (b"PK\x03\x04" + bytes(range(256)), "not-text"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "not-text"),
    "a file of WordPad": (rb"{\rtf1\ansi\deff0 format: 1\par}", "not-text"),
    "a web page": (b"<!DOCTYPE html><html><body>format: 1</body></html>", "not-text"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "not-text"),
    "nothing yet": (b"", "empty-file"),
    "only a note": ("# あとで書く\n".encode(), "empty-file"),
}


def found(source: bytes | str, lang: str) -> list[Finding]:
    """All that ``shinyo check`` says of a file, without its teaching."""
    content = source if isinstance(source, bytes) else source.encode()
    reading = read(content, "story.yaml", lang="ja" if lang == "ja" else "en", rulebook=BOOK)
    told = check(reading, (), BOOK, portraits=NAMEABLE)
    sound = not any(one.severity == "fault" for one in (*reading.findings, *told))
    return [*reading.findings, *told, *advise(reading, BOOK, sound=sound)]


def changed(meant: str, written: str) -> str:
    assert meant in STORY
    return STORY.replace(meant, written, 1)


@BOTH
def test_the_story_of_the_trainer_has_none(lang):
    assert found(STORY, lang) == []


@BOTH
@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_one_mistake_is_one_finding_in_its_line(slip, lang):
    text = changed(slip.meant, slip.written)
    told = found(text, lang)
    assert [one.code for one in told] == [slip.code]
    (one,) = told
    line = f"{text.splitlines()[one.line - 1]}\n"
    assert slip.line in line
    assert one.hint
    assert slip.offered in one.hint


@BOTH
@pytest.mark.parametrize("change", MEANT_ANYHOW.values(), ids=MEANT_ANYHOW)
def test_what_is_plainly_meant_is_read_so(change, lang):
    assert found(changed(*change), lang) == []


@BOTH
@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_a_file_that_is_none_says_what_it_is(file, lang):
    source, code = file
    (one,) = found(source, lang)
    assert (one.code, one.line) == (code, 1)
    assert one.hint


@pytest.mark.parametrize(
    "saved",
    [
        STORY.encode("utf-8-sig"),
        STORY.replace("\n", "\r\n").encode("utf-8-sig"),
        STORY.replace("\n", "\r").encode(),
    ],
    ids=["byte-order mark", "windows", "old mac"],
)
def test_how_windows_saves_a_text_is_no_mistake(saved):
    assert found(saved, "ja") == []


def test_the_same_word_wrong_in_many_lines_names_them():
    (one,) = found(changed("  depot:\n", "  dept:\n"), "ja")
    text = changed("  depot:\n", "  dept:\n").splitlines()
    others = [str(at) for at, line in enumerate(text, 1) if line.strip() == "goto: depot"][1:]
    assert "、".join(others) in one.hint
    (one,) = found(changed("  depot:\n", "  dept:\n"), "en")
    assert ", ".join(others) in one.hint


def test_what_the_trainer_made_of_it_by_the_advice_teaches():
    taught = (ROOT / "tests" / "authoring" / "late-delivery-taught.yaml").read_text("utf-8")
    assert found(taught, "ja") == []
    reading = read(taught.encode(), "story.yaml", lang="ja", rulebook=BOOK)
    assert advise(reading, BOOK, analyse) == ()
    first = read(STORY.encode(), "story.yaml", lang="ja", rulebook=BOOK)
    assert len(advise(first, BOOK, analyse)) > 3, "the first draft had advice to take"


@BOTH
def test_a_second_scenario_below_the_first_is_one_mistake(lang):
    (one,) = found(f"{STORY}\n{STORY}", lang)
    assert one.code == "second-document"
    assert f"{STORY}\n{STORY}".splitlines()[one.line - 1] == "format: 1"
    assert one.line > 1
    (twice,) = found(f"format: 1\n{STORY}", lang)
    assert twice.code == "duplicate-key", "a line that stands twice is no second scenario"


@BOTH
def test_an_ending_is_called_as_it_was_written(lang):
    (one,) = found(changed("ending: signed", "ending: failed"), lang)
    assert "`ending`" in one.message
    (one,) = found(changed("ending: signed", "ending: {deal: failed}"), lang)
    assert "`deal`" in one.message


@BOTH
def test_what_is_kept_before_it_was_promised_is_told_once(lang):
    late = changed("does: [{keep: report}]", "does: [{promise: report}]")
    early = late.replace("does: [{promise: report}]", "does: [{keep: report}]", 1)
    faults = [one for one in found(early, lang) if one.severity == "fault"]
    (one,) = faults
    assert one.code == "promise-never-made"
    assert early.splitlines()[one.line - 1].strip() == "does: [{keep: report}]"
    asked = next(at for at, line in enumerate(early.splitlines(), 1) if "{kept: report}" in line)
    assert str(asked) in one.hint, "what was asked about it afterwards has the same cause"
