"""Every sentence of the interface is in the catalog, and nothing else is."""

import re
from pathlib import Path
from string import Formatter

import polib
import pytest

from game.format.words import Words, catalog_from
from game.library import Library
from tests.library.catalog import sentences

GAME = Path("game")
CATALOG = Path("assets/locale/ja.po")


def key(entry):
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid


def names(text):
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.fixture(scope="module")
def said():
    return list(sentences(GAME))


@pytest.fixture(scope="module")
def catalog():
    return {key(entry): entry for entry in polib.pofile(CATALOG.read_text(encoding="utf-8"))}


def test_every_sentence_is_in_the_catalog(said, catalog):
    assert said
    assert {one.key: one.place for one in said if one.key not in catalog} == {}


def test_nothing_in_the_catalog_is_unused(said, catalog):
    assert set(catalog) - {one.key for one in said} == set()


def test_no_sentence_stands_twice_in_the_catalog(catalog):
    assert len(catalog) == len(polib.pofile(CATALOG.read_text(encoding="utf-8")))


def test_every_translation_is_finished_and_says_the_same_names(catalog):
    for entry in catalog.values():
        translated = entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
        assert translated.strip() or not entry.msgid.strip(), entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert not entry.obsolete, entry.msgid
        wanted = names(entry.msgid) | names(entry.msgid_plural or "")
        assert names(translated) <= wanted, entry.msgid
        assert names(entry.msgid) <= names(translated), entry.msgid


def test_a_plural_in_the_catalog_is_the_one_that_is_said(said, catalog):
    for one in said:
        if one.key in catalog and catalog[one.key].msgid_plural:
            assert one.english[1:] == (catalog[one.key].msgid_plural,), one.place


def test_nothing_is_said_by_a_made_up_sentence(tmp_path):
    (tmp_path / "bad.py").write_text("words(f'{a}')\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="written out"):
        list(sentences(tmp_path))
    (tmp_path / "bad.py").write_text("words(3)\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="is text"):
        list(sentences(tmp_path))


def test_sentences_are_found_however_they_are_said(tmp_path):
    program = """
words("plain")
self._words("mine", name=3)
app.words("with context", context="here")
words.plural("one", "many", 3)
library.words("ja")
self.words(lang)
other("nothing")
other.plural("a", "b", 1)
_words(arguments)("on the spot")
(lambda: words)()("no")
words_of()
"""
    (tmp_path / "good.py").write_text(program, encoding="utf-8")
    found = [(one.key, one.english) for one in sentences(tmp_path)]
    assert found == [
        ("plain", ("plain",)),
        ("mine", ("mine",)),
        ("here\x04with context", ("with context",)),
        ("one", ("one", "many")),
        ("on the spot", ("on the spot",)),
    ]


def test_words_are_said_in_the_language(japanese, english):
    assert english("Promises") == "Promises"
    assert japanese("Promises") == "約束"
    assert (english.lang, japanese.lang) == ("en", "ja")


def test_a_missing_sentence_is_said_in_english():
    words = Words("ja", {"{days} days left": "あと{days}日", "Open": "", "promise\x04Open": "未了"})
    assert words("{days} days left", days=3) == "あと3日"
    assert words("Nothing of {name}", name="X") == "Nothing of X"
    assert words("Open") == "Open"
    assert words("Open", context="promise") == "未了"
    assert words("as {it} stands") == "as {it} stands"


def test_a_slip_in_the_catalog_costs_the_language_and_not_the_game():
    words = Words("ja", {"{a} here": "ここに{b}", "{c} there": "{", "{d}": "{0}"})
    assert words("{a} here", a=1) == "1 here"
    assert words("{c} there", c=1) == "1 there"
    assert words("{d}", d=1) == "1"
    with pytest.raises(KeyError):
        words("{a} here", b=1) and words("{x}", b=1)


@pytest.mark.parametrize(
    ("count", "english", "japanese"), [(0, "0 days", "0日"), (1, "1 day", "1日"), (2, "2 days", "2日")]
)
def test_numbers_have_their_own_sentences(count, english, japanese):
    assert Words("en").plural("{count} day", "{count} days", count) == english
    assert Words("ja", {"{count} day": "{count}日"}).plural("{count} day", "{count} days", count) == japanese


def test_any_other_language_is_english():
    assert Words("de").lang == "en"


def test_unfinished_translations_are_none():
    po = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "done"
msgstr "済"

#, fuzzy
msgid "perhaps"
msgstr "多分"

msgctxt "promise"
msgid "Open"
msgstr "未了"

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count}日"

#~ msgid "old"
#~ msgstr "古"
"""
    assert catalog_from(po) == {"done": "済", "promise\x04Open": "未了", "{count} day": "{count}日"}


def test_without_its_catalog_the_game_speaks_english(tmp_path):
    library = Library(tmp_path)
    library.assets = tmp_path
    assert library.words("ja")("Promises") == "Promises"
    library = Library(tmp_path)
    library.assets = tmp_path
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "ja.po").write_bytes(b'msgid "x\nnonsense \xff')
    assert library.words("ja")("Promises") == "Promises"


def test_japanese_sentences_end_as_japanese_ones_do(catalog):
    """An English full stop at the end of a Japanese sentence is a slip of the hand."""
    for entry in catalog.values():
        assert not re.search(r"[ぁ-んァ-ン一-龥]\.$", entry.msgstr), entry.msgid
