"""A pack is taken in whole or not at all, at whichever place the program is killed."""

import json
from contextlib import suppress

import pytest

from game.library import Library
from game.library.taking_in import NOTE
from game.records.disk import Disk
from tests.screens.driving import SCENARIO

FILES = {
    "mine.yaml": SCENARIO.format(id="mine", title="新しい", level="beginner").encode(),
    "mine.en.po": b'msgid ""\nmsgstr ""\n',
    "other.yaml": SCENARIO.format(id="other", title="ほか", level="beginner").encode(),
}
OLD = {"mine.yaml": b"# old\n", "mine.en.po": b"# old\n"}
MOST = 60


class Killed(BaseException):
    """Nothing in the program can catch it, as nothing can catch a kill."""


class Dying(Disk):
    """A disk whose program is killed before its call number ``at``."""

    def __init__(self, at):
        self.left = at

    def _count(self):
        if not self.left:
            raise Killed
        self.left -= 1

    def write(self, fd, content):
        self._count()
        return super().write(fd, content[: max(1, len(content) // 2)])

    def sync(self, fd):
        self._count()
        super().sync(fd)

    def rename(self, old, new):
        self._count()
        super().rename(old, new)


def there(folder):
    """What lies in the folder, but for parts of files that a killed program has left."""
    return {file.name: file.read_bytes() for file in folder.glob("*") if not file.name.endswith(".part")}


@pytest.fixture(params=[{}, OLD], ids=["a new folder", "older ones there"])
def own(request, tmp_path):
    folder = tmp_path / "home" / "scenarios"
    folder.mkdir(parents=True)
    for name, content in request.param.items():
        (folder / name).write_bytes(content)
    return folder


def test_killed_anywhere_it_is_whole_or_not_there_at_the_next_look(own):
    before, ends = there(own), set()
    for at in range(MOST):
        for file in own.iterdir():
            file.unlink()
        for name, content in before.items():
            (own / name).write_bytes(content)
        with suppress(Killed):
            Library(own.parent, disk=Dying(at)).workshop.take_in(FILES)
            break
        for again in (at % 5, None):  # once more while it is finished, then in peace
            with suppress(Killed):
                Library(own.parent, disk=None if again is None else Dying(again)).listing("ja")
        found = there(own)
        assert found in (before, before | FILES), at
        ends.add(found == before)
    else:
        raise AssertionError("it never came to its end")
    assert ends == {True, False}
    assert there(own) == before | FILES


def test_what_somebody_changed_meanwhile_stays(own):
    for at in range(MOST):
        with suppress(Killed):
            Library(own.parent, disk=Dying(at)).workshop.take_in(FILES)
        if (own / NOTE).exists():
            break
    (own / "mine.yaml").write_bytes(b"# by hand\n")
    Library(own.parent).listing("ja")
    assert (own / "mine.yaml").read_bytes() == b"# by hand\n"
    assert (own / "other.yaml").read_bytes() == FILES["other.yaml"]
    assert not (own / NOTE).exists()


@pytest.mark.parametrize(
    "note",
    [
        b"", b"{", b"[]", b"[1]", b'{"x.yaml": 1}', b'{"x.yaml": ["", 5]}', b'{"x.yaml": ["", "?"]}',
        json.dumps({"../out.yaml": ["", "eA=="]}).encode(),
        json.dumps({"/tmp/out.yaml": ["", "eA=="]}).encode(),
        json.dumps({"out.py": ["", "eA=="]}).encode(),
    ],
)  # fmt: skip
def test_a_note_of_somebody_else_does_nothing_and_goes(own, note):
    before = there(own)
    (own / NOTE).write_bytes(note)
    Library(own.parent).listing("ja")
    assert there(own) == before
    assert not (own.parent / "out.yaml").exists()
