"""What the tests of the house share: where the checkout is, and which files belong to it."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file of the project: known to git, or new and not ignored; sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return sorted(path for name in listed.split("\0") if name and (path := root / name).is_file())


@pytest.fixture(scope="session")
def python_files(tracked: list[Path]) -> list[Path]:
    """Every Python file of the project."""
    return [path for path in tracked if path.suffix == ".py"]
