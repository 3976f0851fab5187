"""A hand-in from a stranger costs no more than a hand-in, whatever was put into it."""

import tracemalloc
import zipfile
from hashlib import sha256
from typing import Any

import pytest

from game.classroom import sources as classroom_sources
from game.classroom.sources import Sources
from game.library import Library
from game.records import Garbled, NotAnExport, read_export
from game.records.handing import MOST_ENTRIES
from game.records.lines import MOST_BEFORE
from tests.security.zips import HEADER, header, repeated, zipped

MEGA = 2**20


def test_a_directory_of_a_million_entries_is_not_read(tmp_path, monkeypatch):
    file = tmp_path / "x.shinyo"
    file.write_bytes(repeated(zipped({"record.jsonl": header()}), MOST_ENTRIES + 1))
    # Not after the library of zips has made a value of each of them.
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(NotAnExport):
        read_export(file)


def test_what_the_record_does_not_name_is_not_unpacked(tmp_path):
    file = tmp_path / "x.shinyo"
    names = [f"versions/{n:064x}.yaml" for n in range(150)]
    file.write_bytes(zipped({"record.jsonl": header(), **dict.fromkeys(names, bytes(MEGA))}))
    tracemalloc.start()
    try:
        assert read_export(file).versions == {}
        # The 64 MB are the room for the file itself.
        assert tracemalloc.get_traced_memory()[1] < 80 * MEGA
    finally:
        tracemalloc.stop()


def test_what_the_record_names_is_unpacked_up_to_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.handing.MOST_UNPACKED", 3 * MEGA)
    names = [f"{n:064x}" for n in range(5)]
    files = {"scenario": names[0], "rulebook": names[0], "catalogs": {f"l{n}": n for n in names}}
    file = tmp_path / "x.shinyo"
    packed = {f"versions/{name}.po": bytes(MEGA) for name in names}
    file.write_bytes(zipped({"record.jsonl": header(files=files), **packed}))
    with pytest.raises(NotAnExport):
        read_export(file)


def test_a_class_keeps_no_more_of_what_exports_bring_along_than_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(classroom_sources, "MOST_BROUGHT", 3 * MEGA)
    sources = Sources(Library(tmp_path / "home"))
    for n in range(5):
        content = bytes([n]) * MEGA
        name = sha256(content).hexdigest()
        files = {"scenario": name, "rulebook": name, "catalogs": {}}
        file = tmp_path / f"{n}.shinyo"
        file.write_bytes(zipped({"record.jsonl": header(files=files), f"versions/{name}.yaml": content}))
        sources.take(read_export(file))
    assert len(sources.known) == 3


@pytest.mark.parametrize("before", [MOST_BEFORE + 1, 300])
def test_a_meeting_has_not_gone_on_from_hundreds(tmp_path, before):
    chain: dict[str, Any] | None = None
    for _ in range(before):
        chain = {
            "scenario": "x",
            "hash": "a",
            "rulebook": "a",
            "path": [],
            "files": HEADER["files"],
            "continues": chain,
        }
    file = tmp_path / "x.shinyo"
    file.write_bytes(zipped({"record.jsonl": header(continues=chain)}))
    with pytest.raises(Garbled):
        read_export(file)
