"""Findings as a person reads them in a terminal, with the line they are about."""

from collections.abc import Iterable

from game.format.findings import Finding
from game.format.frames import as_text
from game.library import Opened

_GARBLED = "\N{REPLACEMENT CHARACTER}"


def findings_text(findings: Iterable[Finding], opened: Opened) -> str:
    """Findings one after another, a blank line between them, each with its line and a caret.

    Lines of the scenario's own file only; those of a catalog say where they stand by their words.
    """
    lines = opened.source.decode("utf-8-sig", "replace").splitlines()
    if any(_GARBLED in line for line in lines[:1]):  # not a text at all: a terminal is spared its bytes
        lines = []
    own = str(opened.path)
    return "\n\n".join(as_text(found, lines if found.file == own else ()) for found in findings)
