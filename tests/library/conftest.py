import pytest

from game.format.words import Words
from game.library import Library


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "home")


@pytest.fixture
def english():
    return Words("en", {})


@pytest.fixture
def japanese(library):
    return library.words("ja")
