"""What holds of the files the program keeps, whatever is in them."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from game.analysis.store import NoAnalysis, from_bytes
from game.classroom.hand_in import hand_in
from game.library import settings as settings_file
from game.library.replaying import played_through, reopened
from game.library.result_codes import code_of
from game.records import FileTrouble, Handed, Records
from game.records.disk import Disk
from game.records.handing import read_export
from game.records.kept import read
from game.records.readings import Readings
from game.records.versions import names
from game.screens.bindings import bindings_from
from tests.fuzz.answers import check_trouble, scratch
from tests.fuzz.kept_files import STORY, TRAINEE, source


class _Quick(Disk):
    """The disk of the machine is not what is tried: it is not waited for."""

    def sync(self, fd: int) -> None:
        pass


class _InHand(Disk):
    """A disk on which every file holds the same."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self, file: Path, most: int) -> bytes:  # noqa: ARG002 (a disk's own words)
        return self.content


def read_record(content: bytes) -> None:
    """What holds of reading a record alone."""
    try:
        kept = read(content, Path("one.jsonl"))
    except FileTrouble as trouble:
        check_trouble(trouble)
    else:
        hand_in(kept, "one.jsonl", "class")


def check_record(content: bytes) -> None:
    """What holds of a record: read, listed, replayed, gone on with, counted in a class."""
    file = _file("records", "one.jsonl", content)
    folder = Records(file.parent, disk=_Quick(), clock=lambda: datetime(2026, 3, 3, 1, 20, tzinfo=UTC))
    listed = folder.listed()
    assert len(listed) == 1
    try:
        kept = read(content, file)
    except FileTrouble as trouble:
        check_trouble(trouble)
        check_trouble(listed[0].trouble)  # type: ignore[union-attr]
        return
    folder.expired(date(2026, 12, 1))
    folder.of(kept.header.trainee)
    hand_in(kept, file.name, "class")
    versions = dict(zip(names(source().files), (source().scenario, source().rulebook), strict=True))
    _replayed(Handed(kept, versions))
    _gone_on_with(folder, file)


def _gone_on_with(folder: Records, file: Path) -> None:
    try:
        record, path = folder.resume(file)
    except FileTrouble as trouble:
        check_trouble(trouble)
        return
    with record:
        record.keep("one", "go")
        assert record.path == (*path, "go")
    assert folder.read(file).path == (*path, "go")


def check_handed(content: bytes) -> None:
    """What holds of what is handed in."""
    try:
        handed = read_export(Path("a.shinyo"), _InHand(content))
    except FileTrouble as trouble:
        check_trouble(trouble)
        return
    hand_in(handed.kept, "a.shinyo", "class")
    _replayed(handed)


def _replayed(handed: Handed) -> None:
    try:
        reopened(handed, None)
        played_through(handed)
    except FileTrouble as trouble:
        check_trouble(trouble)
        return
    with suppress(ValueError):  # a meeting that has not ended has no code
        code_of(handed)


def check_reading(content: bytes) -> None:
    """What holds of what was read: it is there or it is not, and more can be kept."""
    folder = scratch() / "readings"
    readings = Readings(folder, _Quick())
    file = readings._file(TRAINEE, STORY)
    _file("readings", file.name, content)
    known = readings.of(TRAINEE, STORY)
    readings.keep(TRAINEE, STORY, ["abcd"])
    assert readings.of(TRAINEE, STORY) == known | {"abcd"}


def check_settings(content: bytes) -> None:
    """What holds of settings: what cannot be is the default, the rest stays, and is there when saved anew."""
    file = _file("settings", "settings.json", content)
    found, trouble = settings_file.load(file, _Quick())
    if trouble is not None:
        check_trouble(trouble)
        trouble.kept.unlink()
    bindings_from(found.keys, found.buttons)
    settings_file.save(found, file, _Quick())
    again, trouble = settings_file.load(file, _Quick())
    assert trouble is None
    assert settings_file.as_json(again) == _whole(settings_file.as_json(found))
    changed = settings_file.handed_over(found, "緑の傘", before=found, known=["緑の傘", found.trainee])
    settings_file.save(changed, file, _Quick())


def _whole(found: object) -> object:
    """A value as it is saved: half a character, which no file can hold, is a question mark."""
    return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


def check_analysis(content: bytes) -> None:
    """What holds of a kept analysis: the same again, or that it is none."""
    with suppress(NoAnalysis):
        from_bytes(content)


def _file(folder: str, name: str, content: bytes) -> Path:
    file = scratch() / folder / name
    file.parent.mkdir(exist_ok=True)
    for other in file.parent.iterdir():
        if other != file and other.is_file():
            other.unlink()
    file.write_bytes(content)
    return file


HOLDS: Mapping[str, Callable[[bytes], None]] = {
    "record": check_record, "handed": check_handed, "reading": check_reading, "settings": check_settings,
    "analysis": check_analysis,
}  # fmt: skip
