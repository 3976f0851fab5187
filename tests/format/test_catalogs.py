import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.format import catalogs
from tests.format.samples import SAMPLE, at, changed, places, reading, small

FOUND = reading(SAMPLE)
CONTEXTS = [context for context, _ in catalogs.texts(FOUND)]


def written(translate=lambda text: f"EN {text}", text=SAMPLE, existing=None):
    """A catalog of the text with every translation made by a function, as its file."""
    po = polib.pofile(catalogs.update(reading(text), "en", existing) + "\n")
    for entry in po:
        entry.msgstr = translate(entry.msgid)
    return str(po)


def read(text, name="story.en.po"):
    return catalogs.read_catalog(text.encode() if isinstance(text, str) else text, name, lang="ja")


def test_contexts_name_the_place_in_the_story():
    for context in (
        "title", "summary", "customer.name", "people.boss.role", "offer.product", "facts.headcount.text",
        "promises.checklist.text", "blurs.support.heard", "considerations.interview.text",
        "scenes.reception.lines.1.customer", "scenes.reception.choices.sheet.say",
        "scenes.reception.choices.sheet.reply.1.customer", "scenes.reception.choices.sheet.understood",
        "scenes.week_end.choices.wait.act", "scenes.visit.lines.2.tell.sign", "epilogue.trusted.1",
        "debrief.reception.1.see",
    ):  # fmt: skip
        assert context in CONTEXTS
    assert len(CONTEXTS) == len(set(CONTEXTS))
    assert CONTEXTS.index("title") < CONTEXTS.index("scenes.reception.lines.1.customer")
    assert CONTEXTS.index("scenes.reception.lines.1.customer") < CONTEXTS.index(
        "scenes.reception.choices.sheet.say"
    )


def test_every_text_can_be_found_in_the_file():
    lines = SAMPLE.split("\n")
    for passage in FOUND.texts:
        line, column = FOUND.marks.nearest(passage.path)
        assert passage.text[:3] in lines[line - 1][column - 1 :]


def test_a_scenario_in_another_language_plays_the_same():
    there = FOUND.in_language("en", written().encode())
    assert there.findings == ()
    scenario, original = there.scenario, FOUND.scenario
    assert scenario is not None
    assert original is not None
    assert (scenario.language, scenario.hash) == ("en", original.hash)
    assert scenario.text_hash != original.text_hash
    assert scenario.customer.name == "EN 田辺 由紀"
    tell = scenario.scene("visit").lines[1].tell
    assert tell is not None
    assert tell.means == "EN もう期待していない"
    assert scenario.epilogue["trusted"][0].text.startswith("EN ")
    assert scenario.debrief[0].then.startswith("EN ")
    assert [choice.text.startswith("EN ") for choice in scenario.scene("reception").choices] == [True] * 3
    assert FOUND.translated("ja", {}) == original
    assert catalogs.apply(FOUND, "en", {}).title == original.title


def test_what_is_missing_stays_in_the_original_and_is_told():
    text = written(lambda text: "" if "締め日" in text else "EN")
    scenario = FOUND.in_language("en", text.encode()).scenario
    assert scenario is not None
    assert scenario.scene("reception").choices[0].text == FOUND.scenario.scene("reception").choices[0].text  # type: ignore[union-attr]
    found = catalogs.check(FOUND, read(text))
    assert {one.code for one in found} == {"untranslated"}
    assert {one.line for one in found} == {
        at(text, f'msgctxt "{c}"')[0] for c, t in catalogs.texts(FOUND) if "締め日" in t
    }
    assert found[0].file == "story.en.po"


def test_an_empty_catalog_lacks_everything():
    assert len(catalogs.check(FOUND, read(""))) == len(CONTEXTS)


def test_a_change_of_one_line_marks_just_that_line():
    before = read(written())
    text = changed("机の上に、紙のタイムカードの束。", "机の上に、紙の山。")
    after = reading(text)
    assert [one.code for one in catalogs.check(after, before)] == ["outdated-translation"]
    updated = catalogs.update(after, "en", before)
    (fuzzy,) = [one for one in polib.pofile(updated + "\n") if one.fuzzy]
    assert fuzzy.msgctxt == "scenes.reception.lines.2.narrator"
    assert fuzzy.previous_msgid == "机の上に、紙のタイムカードの束。"
    assert fuzzy.msgstr == "EN 机の上に、紙のタイムカードの束。"
    assert [one.code for one in catalogs.check(after, read(updated))] == ["outdated-translation"]
    scenario = after.in_language("en", updated.encode()).scenario
    assert scenario is not None
    assert scenario.scene("reception").lines[1].text == "机の上に、紙の山。"


def test_a_line_that_moves_takes_its_translation_along():
    before = read(written())
    text = changed(
        "      - narrator: 机の上に、", "      - narrator: 静かな部屋。\n      - narrator: 机の上に、"
    )
    updated = read(catalogs.update(reading(text), "en", before))
    assert [one.code for one in catalogs.check(reading(text), updated)] == ["untranslated"]
    back = read(catalogs.update(FOUND, "en", updated))
    assert catalogs.check(FOUND, back) == ()


def test_updating_a_finished_catalog_changes_nothing():
    done = catalogs.update(FOUND, "en", read(written()))
    assert catalogs.update(FOUND, "en", read(done)) == done
    assert catalogs.check(FOUND, read(done)) == ()


def test_what_is_gone_is_kept_as_obsolete():
    shorter = reading(changed("        understood: 調べもせずに聞きに来た、と受け取られた。\n", ""))
    full = read(written())
    assert [one.code for one in catalogs.check(shorter, full)] == ["needless-translation"]
    kept = catalogs.update(shorter, "en", full)
    assert "#~ msgid" in kept
    assert catalogs.check(shorter, read(kept)) == ()


def test_placeholders_and_furigana_of_translations_are_looked_at():
    found = reading(small('better: "{trainee}さん"'))
    words = {"{trainee}さん": "Mr {name} ｜x", "始めます。": "{trainee}"}
    text = written(lambda text: words.get(text, "EN"), small('better: "{trainee}さん"'))
    told = catalogs.check(found, read(text))
    assert [one.code for one in told] == [
        "lost-placeholder",
        "furigana",
        "lost-placeholder",
        "unknown-placeholder",
    ]


def test_one_context_twice_is_told():
    text = written()
    entry = text[text.index('msgctxt "title"') :].split("\n\n")[0]
    assert [one.code for one in catalogs.check(FOUND, read(f"{text}\n\n{entry}\n"))] == ["twice-translated"]


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        (b'msgid "a"\nmsgstr "b"c"\n', "broken-catalog", 2),
        (b'msgid "a"\nmsgid "b"\nhello\n', "broken-catalog", None),
        (b'msgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr "d"\n', "broken-catalog", 2),
        (b'msgid "a"\nmsgstr "b"\n"c\\"\n', "broken-catalog", 3),
        ('msgid "a"\nmsgstr "あ"'.encode("cp932"), "encoding-japanese", 1),
        ('msgid "a"'.encode("utf-16"), "encoding-utf16", 1),
        (b"PK\x03\x04", "not-text", 1),
    ],
)  # fmt: skip
def test_a_broken_catalog_is_told_at_its_line(source, code, line):
    catalog = read(source)
    assert [one.code for one in catalog.findings] == [code]
    assert line in {catalog.findings[0].line, None}
    assert catalogs.check(FOUND, catalog) == catalog.findings
    there = FOUND.in_language("en", source, "story.en.po")
    assert (there.scenario, there.findings) == (None, catalog.findings)


def test_a_file_with_faults_is_not_translated():
    broken = reading(changed("goto: week_end", "goto: nowhere"))
    assert broken.in_language("en", written().encode()).scenario is None
    with pytest.raises(ValueError, match="faults"):
        broken.translated("en", {})


@given(
    st.lists(
        st.sampled_from(
            ['msgid "', 'msgstr "', "msgctxt", '"', "\n", "#, fuzzy", "#~ ", "a", "\\", "#| ", "[0]", "あ"]
        )
    )
)
@settings(deadline=None)
def test_any_file_is_a_catalog_or_a_finding(parts):
    catalog = read("".join(parts))
    assert not (catalog.entries and catalog.findings)
    assert places(catalogs.check(FOUND, catalog))


@given(
    st.dictionaries(
        st.sampled_from(CONTEXTS),
        st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1),
        max_size=8,
    )
)
@settings(deadline=None)
def test_any_words_survive_the_round_trip(words):
    po = polib.pofile(catalogs.update(FOUND, "en") + "\n")
    for entry in po:
        entry.msgstr = words.get(entry.msgctxt, "")
    assert read(str(po)).usable(FOUND.texts) == words


def test_nothing_a_translator_wrote_is_lost():
    po = polib.pofile(written() + "\n")
    po.metadata["Last-Translator"] = "青い鉛筆"
    for entry in po:
        entry.tcomment = f"about {entry.msgctxt}"
    first = read(str(po))
    without = reading(changed("        understood: 調べもせずに聞きに来た、と受け取られた。\n", ""))
    gone = read(catalogs.update(without, "en", first))
    assert [one.original for one in gone.obsolete] == ["調べもせずに聞きに来た、と受け取られた。"]
    still = read(catalogs.update(without, "en", gone))
    assert still.obsolete == gone.obsolete
    back = catalogs.update(FOUND, "en", still)
    assert catalogs.check(FOUND, read(back)) == ()
    assert "青い鉛筆" in back
    assert {one.context: one.comment for one in read(back).entries} == {
        one.context: f"about {one.context}" for one in first.entries
    }


def test_a_fuzzy_translation_remembers_what_it_was_made_of():
    after = reading(changed("机の上に、紙のタイムカードの束。", "机の上に、紙の山。"))
    once = catalogs.update(after, "en", read(written()))
    assert catalogs.update(after, "en", read(once)) == once
    assert "紙のタイムカードの束" in once
