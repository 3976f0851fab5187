import pytest

from game.format.decoding import MOST_BYTES, lines_of
from tests.format.samples import SAMPLE, SMALL, places, reading


def codes(source):
    return [one.code for one in reading(source).findings]


@pytest.mark.parametrize(
    "source",
    [
        SAMPLE.encode("utf-8-sig"),
        SAMPLE.replace("\n", "\r\n").encode(),
        SAMPLE.replace("\n", "\r").encode(),
        SAMPLE.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["byte-order-mark", "crlf", "cr", "both"],
)
def test_marks_and_line_ends_change_nothing(source):
    found = reading(source)
    assert found.findings == ()
    assert found.scenario == reading(SAMPLE).scenario
    assert found.lines == reading(SAMPLE).lines


@pytest.mark.parametrize(
    ("encoding", "code", "name"),
    [
        ("utf-16", "encoding-utf16", "UTF-16"),
        ("utf-16-le", "encoding-utf16", "UTF-16"),
        ("utf-16-be", "encoding-utf16", "UTF-16"),
        ("utf-32", "encoding-utf16", "UTF-32"),
        ("cp932", "encoding-japanese", "Shift_JIS"),
        ("euc_jp", "encoding-japanese", "EUC-JP"),
        ("iso2022_jp", "encoding-japanese", "ISO-2022-JP"),
    ],
)
@pytest.mark.parametrize("text", [SAMPLE.replace("\u2026", "。"), SMALL], ids=["sample", "small"])
def test_other_encodings_are_named_with_the_mend(encoding, code, name, text):
    found = reading(text.encode(encoding))
    assert [one.code for one in found.findings] == [code]
    assert name in found.findings[0].message
    assert "UTF-8" in found.findings[0].hint
    assert found.scenario is None


@pytest.mark.parametrize(
    "source",
    [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"\xd0\xcf\x11\xe0",
     bytes(range(256)) * 8, b"\x00" * 500, b"\x93" * 200 + b"ab\xff" * 50],
)  # fmt: skip
def test_what_is_no_text_is_named_so(source):
    assert codes(source) == ["not-text"]


def test_one_broken_character_is_pointed_at():
    source = SMALL.encode().replace("始めます".encode(), b"\xe5\xa7")
    found = reading(source)
    assert places(found) == [("broken-utf8", 15, 14)]
    assert codes("title: Café".encode("latin-1")) == ["broken-utf8"]
    assert places(reading(b"\xef\xbb\xbfa: b\r\nc: \xff")) == [("broken-utf8", 2, 4)]


def test_control_characters_are_pointed_at_all_at_once():
    text = SMALL.replace("始めます", "始\x08め\x00ま\x7fす")
    assert places(reading(text)) == [("control-character", 15, column) for column in (15, 17, 19)]
    assert places(reading("a: b\n\ufeffc: d")) == [("control-character", 2, 1)]


def test_line_separators_of_web_pages_are_spaces():
    scenario = reading(SMALL.replace("始めます", "始\u2028め\u0085ま\u2029す")).scenario
    assert scenario is not None
    assert scenario.scenes[0].choices[0].say == "始 め ま す。"


def test_a_huge_file_is_refused_by_its_size():
    found = reading(b"a" * (MOST_BYTES + 1))
    assert places(found) == [("too-large", 1, 1)]
    assert "16 MB" in found.findings[0].message


@pytest.mark.parametrize("source", [b"", b"\n\n", b"\xef\xbb\xbf", b"# only this\n"])
def test_an_empty_file_is_told_how_to_begin(source):
    found = reading(source, lang="en")
    assert places(found) == [("empty-file", 1, 1)]
    assert "docs/authoring" in found.findings[0].hint


def test_lines_for_frames_are_there_whatever_the_encoding():
    assert lines_of(b"a\r\nb\xff\rc\n") == ("a", "b\ufffd", "c", "")
