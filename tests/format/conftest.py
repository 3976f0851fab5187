import tomllib
from pathlib import Path

import pytest

from game.core.rulebook import Rulebook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def book():
    return Rulebook.from_mapping(
        tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text(encoding="utf-8"))
    )
