"""The floors of docs/architecture.md: the contracts hold, and a house built wrongly is found out."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# All that a pure core may lean on: what is named here has no clock, disk, chance, print or locale.
ALLOWED_IN_CORE = {
    "__future__", "abc", "bisect", "collections", "dataclasses", "datetime", "enum", "fractions", "functools",
    "game", "hashlib", "heapq", "itertools", "json", "math", "numpy", "operator", "re", "typing",
}  # fmt: skip


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Compare the house in a folder with its contracts."""
    command = "from importlinter.cli import lint_imports_command as main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_hold(root):
    outcome = lint_imports(root)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("game/core/times.py", "import game.session", "Imports only point down"),
        ("game/core/times.py", "import random", "The core has no clock"),
        ("game/core/times.py", "import yaml", "The core has no clock"),
        ("game/session.py", "import pygame", "Only the screens know the window"),
        ("game/records/lines.py", "import yaml", "YAML and its models are known only in the format"),
        ("game/analysis/walk.py", "import game.records", "Imports only point down"),
        ("game/attic.py", "", "The following modules are not listed as layers"),
        ("game/core/principles.py", "import game.core.scenario", "No two modules import each other"),
    ],
)
def test_a_breach_is_told(root, tmp_path, file, line, told):
    shutil.copytree(root / "game", tmp_path / "game", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    outcome = lint_imports(tmp_path)
    assert outcome.returncode == 1
    broken = outcome.stdout.partition("Broken contracts")[2]
    assert told in broken


def test_the_core_leans_on_nothing_but_numpy_and_pure_modules(root):
    leaning = {
        (path.name, name.partition(".")[0])
        for path in (root / "game" / "core").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported(node)
    }
    assert {name for _, name in leaning} >= {"numpy", "dataclasses"}
    assert {(file, name) for file, name in leaning if name not in ALLOWED_IN_CORE} == set()


def imported(node: ast.AST) -> list[str]:
    """The modules an import statement names; none for any other piece of code."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
