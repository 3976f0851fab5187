"""Findings as a person reads them in a terminal, with the line they are about."""

from collections.abc import Iterable

from game.format.findings import Finding
from game.format.frames import as_text
from game.library import Opened


def findings_text(findings: Iterable[Finding], opened: Opened) -> str:
    """Findings one after another; those about the scenario's own file with their line and a caret."""
    lines = opened.source.decode("utf-8-sig", "replace").splitlines()
    own = str(opened.path)
    return "\n".join(as_text(found, lines if found.file == own else ()) for found in findings)
