"""The kept corpus: inputs that reach code nothing else in it reaches, one a line, in ``corpus/KIND.jsonl``.

Each is a JSON text of its UTF-8; a byte that is none stands there as a lone surrogate. All of them were grown
out of our own stories, and are replayed by the tests.
"""

import json
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

KEPT: Final = Path(__file__).parent / "corpus"

Arc = tuple[CodeType, int, int]
"""From a line to a line of one function."""


def kept(kind: str) -> list[bytes]:
    """The inputs kept of a kind, the shortest first."""
    file = KEPT / f"{kind}.jsonl"
    if not file.exists():
        return []
    return [
        json.loads(one).encode("utf-8", "surrogateescape") for one in file.read_text("ascii").splitlines()
    ]


def keep(kind: str, inputs: Iterable[bytes]) -> Path:
    """Keep these inputs and no others."""
    lines = [json.dumps(one.decode("utf-8", "surrogateescape")) for one in inputs]
    file = KEPT / f"{kind}.jsonl"
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in lines), "ascii")
    return file


def spread(inputs: Iterable[bytes], folder: Path) -> None:
    """Put inputs into a folder, a file each, as libFuzzer wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in inputs:
        (folder / sha256(one).hexdigest()[:20]).write_bytes(one)


def gathered(folder: Path) -> list[bytes]:
    """The inputs in such a folder, the shortest first."""
    files = folder.iterdir() if folder.is_dir() else ()
    return sorted((one.read_bytes() for one in files if one.is_file()), key=lambda one: (len(one), one))


def fewest(
    inputs: Iterable[bytes], reads: Callable[[bytes], object], packages: tuple[str, ...]
) -> list[bytes]:
    """Those inputs that reach a step from line to line, in these packages, that no shorter one reaches."""
    reached: set[Arc] = set()
    chosen = []
    for one in sorted(set(inputs), key=lambda one: (len(one), one)):
        arcs = _arcs(one, reads, packages)
        if arcs - reached:
            reached |= arcs
            chosen.append(one)
    return chosen


def _arcs(one: bytes, reads: Callable[[bytes], object], packages: tuple[str, ...]) -> set[Arc]:
    found: set[Arc] = set()
    here: dict[FrameType, int] = {}

    def within(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            found.add((frame.f_code, here.get(frame, 0), frame.f_lineno))
            here[frame] = frame.f_lineno
        elif event == "return":
            here.pop(frame, None)
        return within

    def entering(frame: FrameType, event: str, _: object) -> Any:
        name = frame.f_globals.get("__name__", "")
        return within(frame, event, _) if name.startswith(packages) else None

    before = sys.gettrace()
    sys.settrace(entering)
    try:
        reads(one)
    finally:
        sys.settrace(before)
    return found
