"""Packs: scenarios with their catalogs and transcripts in one zip, to hand on and to take in.

A pack from a stranger can do nothing but be read: names without folders, endings that are known, sizes that
are bounded, nothing unpacked by the zip itself.
"""

import io
import json
import re
import stat
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.library.opening import ENDINGS, Opened, catalog_files
from game.library.transcripts import ENDING, transcripts_beside
from game.library.troubles import NotAPack, PackBreaksRules
from game.records.disk import Disk
from game.records.handing import DAMAGED, ENTRY, NO_TIME, PACKED

MANIFEST: Final = "shinyo-pack.json"
FORMAT: Final = 1
MOST_ENTRIES: Final = 2_000
MOST_FILE: Final = 16 * 2**20
MOST_BYTES: Final = 64 * 2**20
"""Entries of a pack, bytes of one file in it, and bytes of all of them together, unpacked."""

_NAME: Final = re.compile(r"[\w-][\w .-]{0,150}", re.UNICODE)
_ENDINGS: Final = (*ENDINGS, ".po", ENDING)
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in "0123456789¹²³")}
)
"""Names that Windows keeps for devices, whatever their ending."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What is in a pack: the bytes of its files by name; ``scenarios`` are the names of scenario files."""

    files: Mapping[str, bytes]

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenario files, by name."""
        return tuple(sorted(name for name in self.files if name.endswith(ENDINGS)))

    def beside(self, scenario: str, scenario_id: str) -> dict[str, bytes]:
        """A scenario's file with the catalogs and transcripts that belong to it, by name."""
        stems = {scenario_id, Path(scenario).stem}
        belonging = {
            name: content
            for name, content in self.files.items()
            if not name.endswith(ENDINGS) and Path(name).stem.rpartition(".")[0] in stems
        }
        return {scenario: self.files[scenario], **belonging}


def files_of(opened: Opened, disk: Disk) -> dict[str, bytes]:
    """The files of a scenario, named by its id, so that two of them do not clash; raises ``OSError``."""
    own = opened.playable.id
    found = {f"{own}.yaml": opened.source}
    for language, file in catalog_files(opened.path, own).items():
        found[f"{own}.{language}.po"] = disk.read(file, MOST_FILE)
    for file in transcripts_beside(opened.path, own):
        found[f"{own}.{file.stem.rpartition('.')[2]}{ENDING}"] = disk.read(file, MOST_FILE)
    return found


def packed(scenarios: Sequence[tuple[str, Mapping[str, bytes]]]) -> bytes:
    """A pack of scenarios, each its id and its files; the same files always make the same bytes."""
    manifest = {"shinyo": FORMAT, "scenarios": [name for name, _ in scenarios]}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        _put(made, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2).encode())
        for _, files in scenarios:
            for name in sorted(files):
                _put(made, name, files[name])
    return out.getvalue()


def _put(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    made.writestr(entry, content)


def unpacked(content: bytes, file: Path) -> Pack:
    """A pack read; ``file`` is its name, for what is said of it.

    Raises ``NotAPack`` for what is none or is damaged, ``PackBreaksRules`` for one with a name or a size
    that no pack of ours has. Nothing is written anywhere.
    """
    # The library of zips reads a directory whole, however many entries it claims.
    if content.count(ENTRY) > MOST_ENTRIES + 1:
        raise PackBreaksRules(file, "…")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as there:
            entries = [one for one in there.infolist() if one.filename != MANIFEST]
            for entry in entries:
                _allowed(entry, file)
            if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_BYTES:
                raise PackBreaksRules(file, "…")
            if len({one.filename.casefold() for one in entries}) != len(entries):
                raise PackBreaksRules(file, _twice([one.filename for one in entries]))
            pack = Pack({one.filename: _read(there, one, file) for one in entries})
    except DAMAGED:
        raise NotAPack(file) from None
    if not pack.scenarios:
        raise NotAPack(file)
    return pack


def _allowed(entry: zipfile.ZipInfo, file: Path) -> None:
    """A plain file in no folder, with an ending of ours; raises ``PackBreaksRules``."""
    name = entry.filename
    plain = is_allowed(name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    plain = plain and entry.compress_type in PACKED
    if not plain or entry.is_dir() or kind not in {0, stat.S_IFREG} or entry.file_size > MOST_FILE:
        raise PackBreaksRules(file, name)


def is_allowed(name: str) -> bool:
    """Whether a file may be called so: in no folder, with an ending of ours."""
    plain = _NAME.fullmatch(name) is not None and name.endswith(_ENDINGS) and not name.endswith((" ", "."))
    return plain and not is_reserved(name)


def is_reserved(name: str) -> bool:
    """Whether Windows would open a device under this name of a file."""
    return name.split(".", maxsplit=1)[0].strip().lower() in _RESERVED


def _read(there: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> bytes:
    with there.open(entry) as stream:
        content = stream.read(MOST_FILE + 1)  # a size in a zip is a claim
    if len(content) > MOST_FILE:
        raise PackBreaksRules(file, entry.filename)
    return content


def _twice(names: Sequence[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            return name
        seen.add(name.casefold())
    return ""
