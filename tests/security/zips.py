"""Zips that nobody's program makes: directories of millions, entries that are not there."""

import io
import json
import struct
import zipfile
from collections.abc import Mapping
from typing import Any

HEADER: dict[str, Any] = {
    "record": 1, "scenario": "x", "hash": "a", "text_hash": "a", "rulebook": "a", "app": "1", "trainee": "t",
    "lang": "ja", "coach": False, "purpose": "", "retain_until": "2027-01-01",
    "started": "2026-03-01T00:00:00Z", "uid": "ab" * 16,
    "files": {"scenario": "ab" * 32, "rulebook": "cd" * 32, "catalogs": {}}, "continues": None,
}  # fmt: skip


def header(**changed: Any) -> bytes:
    """The first line of a record, some of it changed; what JSON can say may stand in it."""
    return json.dumps({**HEADER, **changed}).encode() + b"\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A plain zip of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def repeated(content: bytes, times: int) -> bytes:
    """A zip of one file whose directory says that it is there so many times."""
    at, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    directory = content[at:end] * times
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(directory), at, 0)
    return content[:at] + directory + closing
