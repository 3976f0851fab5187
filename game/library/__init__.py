"""What the program opens for a person: scenarios, words, settings, analyses kept from last time.

With ``game.records`` the only place where files are opened. ``Library`` is the door to all of it;
``explain`` puts what went wrong into a sentence.
"""

from typing import TYPE_CHECKING

from game.library.explain import explain
from game.library.language import system_language
from game.library.library import Library, purpose
from game.library.opening import Opened, catalog_files
from game.library.settings import Settings
from game.library.shelf import Shelved
from game.library.troubles import (
    DoesNotReplay,
    IsAFolder,
    Misinstalled,
    NotAFile,
    NotFound,
    NowhereToSave,
    SetAside,
    Unplayable,
)

if TYPE_CHECKING:
    from game.library.analyses import Background

__all__ = [
    "Background",
    "DoesNotReplay",
    "IsAFolder",
    "Library",
    "Misinstalled",
    "NotAFile",
    "NotFound",
    "NowhereToSave",
    "Opened",
    "SetAside",
    "Settings",
    "Shelved",
    "Unplayable",
    "catalog_files",
    "explain",
    "purpose",
    "system_language",
]
