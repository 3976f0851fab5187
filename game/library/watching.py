"""Whether a file was saved since one last looked: in place, or by another file renamed over it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

Signs = tuple[tuple[str, int, int, int] | None, ...]


class Watched:
    """Files that an editor saves; a file that is gone for a moment has not changed."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._seen = self._signs()

    def changed(self) -> bool:
        """Whether one of them was saved since the last look; told once."""
        now = self._signs()
        there = tuple(new if new is not None else old for new, old in zip(now, self._seen, strict=True))
        if there == self._seen:
            return False
        self._seen = there
        return True

    def _signs(self) -> Signs:
        return tuple(_sign(file) for file in self._files)


def _sign(file: Path) -> tuple[str, int, int, int] | None:
    with suppress(OSError):
        found = file.stat()
        if found.st_size:  # an editor that writes in place empties the file first
            return file.name, found.st_mtime_ns, found.st_size, found.st_ino
    return None
