"""Whatever is wrong with a file, a person is told in their language what happened and what to do."""

import errno
import inspect
import os
import re
from pathlib import Path
from typing import get_args

import pytest

from game.format.codes import Lang
from game.format.findings import finding
from game.format.words import Words
from game.library import explain
from game.library import troubles as of_library
from game.library.explain import _ERRORS, _TROUBLES
from game.records import troubles as of_records

FILE = Path("folder") / "talk.yaml"
LANGS: tuple[Lang, ...] = ("ja", "en")
UTF16 = {lang: finding("encoding-utf16", lang, str(FILE), (1, 1), encoding="UTF-16") for lang in LANGS}

SAMPLES = [
    of_library.NotFound("fridya", ("friday",)),
    of_library.NotFound("fridya", ("friday", "monday")),
    of_library.NotFound("zzz"),
    of_library.NotFound("first", ("talk",), {"talk": "A talk"}),
    of_library.NoExample("prmise", ("promise",), ("ask", "promise")),
    of_library.NoExample("zzz", (), ("ask", "promise")),
    of_library.SavedAsText(Path("folder") / "talk.yaml.txt", "talk.yaml"),
    of_library.NotFinished(),
    of_library.IsAFolder(FILE),
    of_library.NotAFile(FILE),
    of_library.NotText(FILE, UTF16),
    of_library.NotAPack(FILE),
    of_library.PackBreaksRules(FILE, "../out.yaml"),
    of_library.NowhereToSave(FILE, OSError(errno.EROFS, "read-only", str(FILE))),
    of_library.NowhereToSave(FILE, None),
    of_library.SetAside(FILE, FILE),
    of_library.Misinstalled(FILE),
    of_library.Unplayable(FILE, ()),
    of_library.DoesNotReplay(FILE, 3),
    of_library.CodeOfNothingHere("40A9J-YW5JG"),
    of_library.CodeForRecord("40A9J-YW5JG"),
    *(of_records.NotACode("40A9J-YW5JG", why, "U") for why in get_args(of_records.WhyNoCode)),
    of_records.NotARecord(FILE),
    of_records.NewerRecord(FILE, 2),
    of_records.Garbled(FILE, 3),
    of_records.Duplicated(FILE, Path("other.jsonl")),
    of_records.InUse(FILE),
    of_records.AlreadyClosed(FILE),
    of_records.NoSuchRecord(FILE),
    of_records.TooBig(FILE, 4 * 2**20),
    of_records.VersionMissing(FILE),
    of_records.VersionAltered(FILE),
    of_records.NotAnExport(FILE),
    *(OSError(number, os.strerror(number), str(FILE)) for number in _ERRORS if number),
    OSError(errno.ELOOP, "Too many levels of symbolic links.", str(FILE)),
    OSError(errno.EIO, "no name"),
    OSError("no number"),
    PermissionError(),
    OSError(errno.ENOSPC, "full", b"bytes"),
    OSError(errno.ENOSPC, "full", 3),
]


@pytest.mark.parametrize("trouble", SAMPLES, ids=repr)
def test_every_trouble_has_its_sentence(trouble, english, japanese):
    said = explain(trouble, english)
    assert said.endswith((".", "?"))
    assert ", so The" not in said
    assert said[0].isupper() or said.startswith(("folder", "bytes"))
    assert "{" not in said
    assert "\n" not in said
    gesagt = explain(trouble, japanese)
    assert gesagt.endswith(("。", "か。"))
    assert re.search(r"[ぁ-ん]", gesagt)
    assert "{" not in gesagt


def test_no_trouble_is_without_a_sample_and_a_sentence():
    plain = {of_records.Trouble, of_records.FileTrouble}
    classes = {
        kind for module in (of_library, of_records) for _, kind in inspect.getmembers(module, inspect.isclass)
    }
    kinds = {kind for kind in classes - plain if issubclass(kind, of_records.Trouble)}
    assert kinds == set(_TROUBLES)
    assert kinds == {type(trouble) for trouble in SAMPLES if isinstance(trouble, of_records.Trouble)}


def test_a_sentence_names_the_file_and_what_was_meant(english, japanese):
    assert "talk.yaml" in explain(of_library.IsAFolder(FILE), english)
    assert "“friday” or “monday”" in explain(SAMPLES[1], english)
    assert "もしかして" in explain(SAMPLES[0], japanese)


def test_what_is_an_error_of_the_program_is_not_explained_away(english):
    with pytest.raises(TypeError, match="not a trouble"):
        explain(KeyError("x"), english)


def test_real_errors_of_the_system_are_named(tmp_path, english):
    for act, wanted in (
        ((tmp_path / "none").read_bytes, "is not there"),
        (tmp_path.read_bytes, "is a folder"),
        ((tmp_path / ("x" * 300)).read_bytes, "too long a name"),
    ):
        with pytest.raises(OSError, match=r".") as told:
            act()
        assert wanted in explain(told.value, english)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "trouble",
    [
        of_records.NotACode("6G2F0\x1b[2J\n6WN6G", "letter", "\x1b"),
        of_library.CodeOfNothingHere("6G2F0\r\n6WN6G"),
        of_library.CodeForRecord("6G2F0\r\n6WN6G"),
        of_library.NotFound("a\x00b\x9b"),
        of_library.PackBreaksRules(Path("a\nb.zip"), "\x1b]0;x\x07.yaml"),
        OSError(errno.EIO, "no\u2028name", "a\x7fb"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_nothing_a_terminal_would_obey_stands_in_a_sentence(trouble, lang):
    told = explain(trouble, Words(lang))
    assert len(told.splitlines()) == 1
    assert not [char for char in told if ord(char) < 32 or 127 <= ord(char) < 160]
