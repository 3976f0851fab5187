"""Hand-ins made to do harm, given to the command that looks at a class of them."""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from benchmarks.dangerous import MEGA, SMALL, Made, directory_of_millions
from benchmarks.zeros import Long, zipped

NAME: Final = "ab" * 32
HEADER: Final[dict[str, Any]] = {
    "record": 1, "scenario": "x", "hash": "a", "text_hash": "a", "rulebook": "a", "app": "1", "trainee": "t",
    "lang": "ja", "coach": False, "purpose": "", "retain_until": "2027-01-01",
    "started": "2026-03-01T00:00:00Z", "uid": "ab" * 16,
    "files": {"scenario": NAME, "rulebook": NAME, "catalogs": {}}, "continues": None,
}  # fmt: skip


def header(**changed: Any) -> bytes:  # noqa: ANN401 - whatever JSON can say
    """The first line of a record, some of it changed."""
    return json.dumps({**HEADER, **changed}).encode() + b"\n"


def handed(
    record: Callable[[], bytes | Long],
    files: Callable[[], Mapping[str, bytes | Long]] = dict,
    change: Callable[[bytes], bytes] = bytes,
) -> Made:
    """An export of this record and these files, its bytes then changed so."""

    def made(folder: Path) -> Sequence[str]:
        within = {"record.jsonl": record()} | {f"versions/{name}": each for name, each in files().items()}
        whole = ((name, Long(each) if isinstance(each, bytes) else each) for name, each in within.items())
        (folder / "x.shinyo").write_bytes(change(zipped(whole)))
        return ["debrief", str(folder), "--text"]

    return made


def beside(name: str, content: Callable[[], bytes]) -> Made:
    """A file of this name among the hand-ins."""

    def made(folder: Path) -> Sequence[str]:
        (folder / name).write_bytes(content())
        return ["debrief", str(folder), "--text"]

    return made


def played_under(rulebook: bytes) -> Made:
    """An export that brings this rulebook along, under its right name."""
    story, numbers = sha256(SMALL.encode()).hexdigest(), sha256(rulebook).hexdigest()
    files = {"scenario": story, "rulebook": numbers, "catalogs": {}}
    return handed(
        lambda: header(files=files) + DECISION + b'{"closed":"ended"}\n',
        lambda: {f"{story}.yaml": SMALL.encode(), f"{numbers}.toml": rulebook},
    )


def _chain(length: int) -> dict[str, Any] | None:
    found = None
    for _ in range(length):
        found = {key: HEADER[key] for key in ("scenario", "hash", "rulebook", "files")} | {
            "path": [],
            "continues": found,
        }
    return found


DECISION: Final = b'{"scene":"a","choice":"c","at":"2026-03-01T00:00:00Z"}\n'

HAND_INS: Final[Mapping[str, Made]] = {
    "hand-in: a directory of a million entries": handed(header, change=directory_of_millions),
    "hand-in: versions of 3 GB that it does not need": handed(
        header, lambda: {f"{n:064x}.yaml": Long(b"", 16 * MEGA) for n in range(190)}
    ),
    "hand-in: catalogs of 1 GB": handed(
        lambda: header(files={**HEADER["files"], "catalogs": {f"l{n}": f"{n:064x}" for n in range(60)}}),
        lambda: {f"{n:064x}.po": Long(b"", 16 * MEGA) for n in range(60)},
    ),
    "hand-in: a record of 1 GB": handed(lambda: Long(header(), 1_000 * MEGA)),
    "hand-in: brackets without end": handed(lambda: b"[" * 4 * MEGA),
    "hand-in: an object in an object": handed(lambda: b'{"a":' * (MEGA // 2)),
    "hand-in: a number without end": handed(lambda: header() + b'{"retry":' + b"9" * 3 * MEGA + b"}\n"),
    "hand-in: goes on from nine hundred": handed(lambda: header(continues=_chain(300))),
    "hand-in: seventy thousand decisions": handed(lambda: header() + DECISION * 70_000),
    "hand-in: a rulebook of brackets": played_under(b"a = " + b"[" * 1_900 + b"\n" + b"[\n" * 90_000),
    "hand-in: a rulebook of one long key": played_under(b"a." * 120_000 + b"a = 1"),
    "hand-in: a rulebook of long keys": played_under((b"a." * 990 + b"a = 1\n") * 120),
    "list of codes: one line of 1 MB": beside("x.txt", lambda: b"a " * (MEGA // 2)),
    "list of codes: lines of words": beside("x.txt", lambda: (b"aaaa " * 38 + b"\n") * 1_000),
    "list of codes: a million commas": beside("x.txt", lambda: b"," * MEGA),
    "list of codes: a file of 40 MB": beside("x.txt", lambda: b"a\n" * 20 * MEGA),
    "record: a file of 40 MB": beside("x.jsonl", lambda: header() + DECISION * MEGA),
}  # fmt: skip
