"""The kept pictures: one of each state, in one look each; over all states every look comes up."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pygame

from tests.gallery.compare import Pixels, averaged, kept, same, side_by_side
from tests.gallery.registry import State

FOLDER = Path(__file__).with_name("references")


def file_of(state: State) -> Path:
    """Where a state's picture is kept."""
    return FOLDER / f"{state.name}.png"


def found(state: State) -> Pixels | None:
    """The kept picture of a state; None where there is none yet."""
    file = file_of(state)
    return averaged(pygame.image.load(file)) if file.exists() else None


def differences_folder() -> Path:
    """Where differences are written."""
    return Path(os.environ.get("SHINYO_DIFFERENCES", Path(tempfile.gettempdir()) / "shinyo-differences"))


def compared(state: State, surface: pygame.Surface) -> str:
    """Tell how a state drawn in its own look differs from how it is kept: "" when it does not.

    The sentence names the picture in which the difference can be seen.
    """
    got, expected = averaged(surface), found(state)
    if expected is not None and same(expected, got):
        return ""
    file = differences_folder() / f"{state.name}.{state.reference.name}.png"
    side_by_side(expected, got, file)
    return (
        f"{state.name} does not look as it is kept: expected | got | difference are in {file}. "
        f"If it is meant to look so: python3 dev.py gallery --accept --only {state.name}"
    )


def accept(chosen: Iterable[State], all_names: set[str], told: Callable[[str], None]) -> None:
    """Keep these states as they look now; pictures of states that are no more are removed."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for state in chosen:
            got = averaged(state.drawn(Path(home), state.reference).app.surface)
            expected = found(state)
            if expected is None or not same(expected, got):
                pygame.image.save(kept(got), file_of(state))
                told(state.name)
    for file in FOLDER.glob("*.png"):
        if file.stem not in all_names:
            file.unlink()
