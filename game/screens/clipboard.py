"""The clipboard of the person's system; where there is none, nothing was copied."""

from contextlib import suppress

import pygame

MOST_TAKEN = 10_000
"""Characters of a text that are taken from it."""


def text() -> str:
    """The text that was copied last, without line breaks at its ends; "" where it is none."""
    with suppress(pygame.error):
        return pygame.scrap.get_text()[:MOST_TAKEN].strip()
    return ""


def path() -> str:
    """The text as the path it may be: without the quotes and the address that programs put around one."""
    return text().strip("\"'").removeprefix("file://")


def put(copied: str) -> bool:
    """Copy a text; whether that could be done."""
    try:
        pygame.scrap.put_text(copied)
    except pygame.error:
        return False
    return True
