"""Findings as a person reads them in a terminal, with the line they are about."""

from collections.abc import Iterable

from game.format.findings import Finding
from game.format.frames import as_text
from game.library import Opened

_GARBLED = "\N{REPLACEMENT CHARACTER}"


def findings_text(findings: Iterable[Finding], opened: Opened) -> str:
    """Findings one after another; those about the scenario's own file with their line and a caret."""
    lines = opened.source.decode("utf-8-sig", "replace").splitlines()
    if any(_GARBLED in line for line in lines[:1]):  # not a text at all: a terminal is spared its bytes
        lines = []
    own = str(opened.path)
    return "\n".join(as_text(found, lines if found.file == own else ()) for found in findings)
