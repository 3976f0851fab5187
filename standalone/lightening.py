"""A Python that was built on its own machine carries what only its debugger reads: a copy goes without."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

Part: TypeAlias = tuple[str, str, str]
"""As the build tool lists it: the name within the program, the file, the kind."""


def lightened(parts: Iterable[Part], folder: Path) -> list[Part]:
    """The parts, those of Python's own libraries as stripped copies in ``folder``; only on Linux.

    Libraries of packages are left as they came: some are arranged so that stripping would break them.
    """
    strip = shutil.which("strip") if sys.platform == "linux" else None
    if strip is None:
        return list(parts)
    folder.mkdir(parents=True, exist_ok=True)
    return [_stripped(part, folder, strip) if _of_python(Path(part[1])) else part for part in parts]


def _of_python(file: Path) -> bool:
    """Whether a file is Python's own and not a package's or the system's."""
    homes = [Path(sysconfig.get_config_var("LIBDIR")), Path(sysconfig.get_path("stdlib")) / "lib-dynload"]
    system = Path("/usr/lib")
    return file.resolve().parent in homes and not file.resolve().is_relative_to(system)


def _stripped(part: Part, folder: Path, strip: str) -> Part:
    name, file, kind = part
    light = folder / Path(name).name
    done = subprocess.run([strip, "--strip-unneeded", "-o", str(light), file], check=False)
    return (name, str(light), kind) if done.returncode == 0 else part
