"""A file laid on the desk: remembered, and opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.deskwork.bench import remembering

if TYPE_CHECKING:
    from game.screens.stage import Host


def lay_on_desk(app: "Host", *files: Path) -> None:
    """Remember files that lie elsewhere than in the trainer's own folder, the first one first."""
    backstage = app.backstage
    others = [file for file in files if not backstage.bench.is_own(file)]
    if others:
        known = backstage.settings.desk_files
        backstage.change(desk_files=remembering(known, *others), desk_folder=str(others[0].parent))


def open_on_desk(app: "Host", file: Path) -> None:
    """Lay a file on the desk and open it."""
    lay_on_desk(app, file)
    app.backstage.bench.open = file
    app.go("manuscript")


def take_off_desk(app: "Host", file: Path) -> None:
    """Forget a file that lies elsewhere; the file itself stays where it is."""
    kept = [each for each in app.backstage.settings.desk_files if Path(each) != file]
    app.backstage.change(desk_files=kept)
