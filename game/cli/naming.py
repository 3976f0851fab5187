"""The file a person names for what is to be written, with its ending where they left it out."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path


def file_named(typed: str, endings: Sequence[str]) -> Path:
    """The path as typed, with the first of ``endings`` (lower case) behind it where it has none of them.

    Raises ``IsADirectoryError`` for what can only be a folder: ``.``, ``..``, ``/`` and nothing at all.
    """
    path = Path(typed)
    if path.name in {"", ".."}:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), typed or os.curdir)
    return path if path.suffix.lower() in endings else path.with_name(f"{path.name}{endings[0]}")
