"""What reading a stranger's file must not touch: files elsewhere, other programs, the network.

Python tells a hook of everything of the kind before it is done. While something is watched, anything that is
not inside one of the folders named is refused by an ``AssertionError``, which nothing in the product expects.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES: Final = frozenset(
    {
        "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
        "os.truncate", "os.utime", "shutil.copyfile", "shutil.move", "shutil.rmtree", "tempfile.mkstemp",
        "tempfile.mkdtemp",
    }
)  # fmt: skip
_NEVER: Final = (
    "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "socket.",
    "webbrowser.", "ctypes.dlopen",
)  # fmt: skip
_MAKES_BYTECODE: Final = "__pycache__"
"""Python itself keeps what it compiles of a module that is first needed now."""


class _Watched:
    """The one hook there is; hooks cannot be taken away, so it is told when to look."""

    def __init__(self) -> None:
        self.inside: tuple[str, ...] | None = None
        self.hooked = False

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        inside = self.inside
        if inside is None:
            return
        if event == "open":
            path, _, flags = given
            if isinstance(path, str | bytes | Path) and flags & _WRITES:
                self._refuse_elsewhere(event, os.fsdecode(path), inside)
        elif event in _CHANGES:
            for path in given[: 2 if event in {"os.rename", "shutil.move"} else 1]:
                if isinstance(path, str | bytes | Path):
                    self._refuse_elsewhere(event, os.fsdecode(path), inside)
        elif event.startswith(_NEVER):
            self.inside = None
            raise AssertionError(f"{event} {given!r}")

    def _refuse_elsewhere(self, event: str, path: str, inside: tuple[str, ...]) -> None:
        whole = os.path.realpath(path)
        if _MAKES_BYTECODE not in whole and whole != os.devnull and not whole.startswith(inside):
            self.inside = None
            raise AssertionError(f"{event} of {path}")


_watched = _Watched()


@contextmanager
def nothing_outside(*folders: Path) -> Iterator[None]:
    """Refuse what would be written anywhere but in these folders (resolved), any program, any connection."""
    if not _watched.hooked:
        sys.addaudithook(_watched)
        _watched.hooked = True
    _watched.inside = tuple(map(str, folders)) or (os.devnull,)
    try:
        yield
    finally:
        _watched.inside = None
