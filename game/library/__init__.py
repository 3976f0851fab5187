"""What the program opens for a person: scenarios, words, settings, analyses kept from last time.

With ``game.records`` the only place where files are opened. ``Library`` is the door to all of it;
``explain`` puts what went wrong into a sentence.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

# A module and its function share this name, so the function has to be there before anybody asks.
from game.library.explain import explain

if TYPE_CHECKING:
    from game.library.analyses import Background
    from game.library.language import system_language
    from game.library.library import Library, purpose
    from game.library.opening import Opened, catalog_files
    from game.library.settings import Settings, handed_over
    from game.library.shelf import Shelved
    from game.library.troubles import (
        CodeForRecord,
        CodeOfNothingHere,
        DoesNotReplay,
        IsAFolder,
        Misinstalled,
        NotAFile,
        NotFound,
        NowhereToSave,
        SetAside,
        Unplayable,
    )
else:
    _WHERE: Final = {
        "Background": "analyses",
        "CodeForRecord": "troubles",
        "CodeOfNothingHere": "troubles",
        "DoesNotReplay": "troubles",
        "IsAFolder": "troubles",
        "Library": "library",
        "Misinstalled": "troubles",
        "NotAFile": "troubles",
        "NotFound": "troubles",
        "NowhereToSave": "troubles",
        "Opened": "opening",
        "SetAside": "troubles",
        "Settings": "settings",
        "Shelved": "shelf",
        "Unplayable": "troubles",
        "catalog_files": "opening",
        "handed_over": "settings",
        "purpose": "library",
        "system_language": "language",
    }

    def __getattr__(name: str) -> object:
        """A name of this package, its module imported only now: a command's help does without the rules."""
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)


__all__ = [
    "Background",
    "CodeForRecord",
    "CodeOfNothingHere",
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
    "handed_over",
    "purpose",
    "system_language",
]
