"""A window drawn without what takes most of the time and cannot be pressed."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pygame

from game.screens import waiting
from game.screens.paint import forget_pictures


@contextmanager
def without_pictures() -> Iterator[None]:
    """Leave out people and places, on which nothing can be pressed; call every wait a long one."""
    with (
        patch.object(waiting, "UNNOTICED", 0.015),
        patch.object(pygame.image, "load_sized_svg", lambda _, size: pygame.Surface(size, pygame.SRCALPHA)),
        patch.object(pygame.transform, "gaussian_blur", lambda blot, _: blot),
    ):
        yield
    forget_pictures()
