"""What a pack replaced can be put back, to the byte."""

import pytest

from game.deskwork.packing import looked_into
from game.library import Library
from game.library.troubles import NotAPack
from tests.screens.driving import SCENARIO


@pytest.fixture
def library(tmp_path):
    found = Library(tmp_path / "home")
    found.shipped = tmp_path / "nothing"
    return found


def text(title):
    return SCENARIO.format(id="mine", title=title, level="beginner")


def packed(library, folder, title):
    file = folder / "mine.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(title), encoding="utf-8")
    target = folder / "mine.zip"
    library.workshop.pack([library.open_scenario(file, "ja")], target)
    return target


def test_taken_in_and_put_back(library, tmp_path):
    pack = looked_into(library, packed(library, tmp_path / "theirs", "新しい"), "ja")
    assert (pack.titles, pack.differing) == (("新しい",), ())
    before = library.workshop.take_in(pack.files)
    assert (library.own / "mine.yaml").exists()
    library.workshop.put_back(before)
    assert not (library.own / "mine.yaml").exists()


def test_what_was_there_comes_back(library, tmp_path):
    own = library.own / "other-name.yaml"
    own.parent.mkdir(parents=True)
    own.write_bytes(text("前の").replace("\n", "\r\n").encode())
    was = own.read_bytes()
    pack = looked_into(library, packed(library, tmp_path / "theirs", "新しい"), "ja")
    assert pack.differing == (("mine", ("other-name.yaml",)),)
    before = library.workshop.take_in(pack.files)
    assert own.read_bytes() != was
    library.workshop.put_back(before)
    assert own.read_bytes() == was


def test_what_is_no_pack_is_told(library, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK nothing")
    with pytest.raises(NotAPack):
        looked_into(library, tmp_path / "x.zip", "ja")
