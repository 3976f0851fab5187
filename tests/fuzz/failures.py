"""Failures that fuzzing found: told apart, made as small as they get, and kept."""

import hashlib
import json
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.answers import ROOT
from tests.fuzz.targets import Case, Holds, answered

FOLDER = ROOT / "build" / "fuzz"
SLOW = 5.0
"""Processor seconds after which a small file has been thought about for too long."""

MOST_MEMORY = 200
"""Megabytes by which what this process has needed at most may grow while a small file is read."""

PATIENCE = 60.0
"""Seconds that making one failure smaller may take."""


class Failure(NamedTuple):
    """Where it went wrong: the exception's name and the place in our code; two of them are one defect."""

    what: str
    where: str

    @property
    def name(self) -> str:
        """A name for its files."""
        return hashlib.sha256(f"{self.what} {self.where}".encode()).hexdigest()[:10]


def failure_of(one: Case, holds: Holds | None = None, *, weighed: bool = True) -> Failure | None:
    """What goes wrong when a case is read, None where all holds.

    ``weighed``: too much memory is a failure as well; asking costs more than reading the smallest files.
    """
    begun, needed = time.process_time(), most_needed() if weighed else 0.0
    try:
        answered(one, holds)
    except Exception as error:  # noqa: BLE001 (whatever it is: that is what is looked for)
        return failure_of_error(error)
    if weighed and most_needed() - needed > MOST_MEMORY:
        return Failure("too much memory", one.kind)
    return Failure("too slow", one.kind) if time.process_time() - begun > SLOW else None


def failure_of_error(error: Exception) -> Failure:
    """The failure an exception is."""
    return Failure(type(error).__name__, _where(error))


def most_needed() -> float:
    """The most memory this process has needed so far, in megabytes; it never falls."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if each.filename.startswith((f"{ROOT / 'game'}", f"{ROOT / 'tests'}"))]
    last = ours[-1] if ours else None
    return f"{Path(last.filename).relative_to(ROOT)}:{last.lineno}" if last is not None else "?"


def smaller(one: Case, failure: Failure, holds: Holds | None = None) -> Case:
    """The least of a case, first of its lines and then of its bytes, that fails in the same place."""
    ending = time.monotonic() + PATIENCE

    def fails(parts: Sequence[bytes], glue: bytes) -> bool:
        return failure_of(one._replace(content=glue.join(parts)), holds) == failure

    content = one.content
    for glue in (b"\n", b""):
        parts = content.split(glue) if glue else [content[at : at + 1] for at in range(len(content))]
        content = glue.join(_least(parts, lambda kept, glue=glue: fails(kept, glue), ending))  # type: ignore[misc]
    return one._replace(content=content)


def _least(parts: list[bytes], fails: Callable[[Sequence[bytes]], bool], ending: float) -> list[bytes]:
    """As few parts as still fail: ever smaller runs of them are left out, as long as there is time."""
    run = max(len(parts) // 2, 1)
    while True:
        at = 0
        while at < len(parts) and time.monotonic() < ending:
            kept = parts[:at] + parts[at + run :]
            if fails(kept):
                parts = kept
            else:
                at += run
        if run == 1 or time.monotonic() >= ending:
            return parts
        run = max(run // 2, 1)


def keep(one: Case, failure: Failure, folder: Path = FOLDER) -> Path:
    """Write a failing case down, with how it failed beside it, over an earlier one of the same defect."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{failure.name}.{one.kind}"
    file.write_bytes(one.content)
    try:
        answered(one)
        told = ""
    except Exception:  # noqa: BLE001 (as above)
        told = traceback.format_exc()
    about = {"kind": one.kind, "what": failure.what, "where": failure.where, "told": told}
    file.with_suffix(".json").write_text(json.dumps(about, ensure_ascii=False, indent=2), "utf-8")
    return file


def kept(folder: Path = FOLDER) -> list[tuple[Path, Case]]:
    """The failures of earlier times."""
    found = []
    for file in sorted(folder.glob("*.json")):
        kind = json.loads(file.read_text("utf-8"))["kind"]
        found.append((file, Case(kind, file.with_suffix(f".{kind}").read_bytes())))
    return found
