"""What is dropped on the desk, or named: a scenario is opened, a pack is taken in, the rest is told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.deskwork import chores
from game.library.opening import ENDINGS, PACK_ENDING
from game.screens.entering import FindingsScreen
from game.screens.trainers_desk.chooser import FolderScreen
from game.screens.trainers_desk.laying import lay_on_desk, open_on_desk
from game.screens.trainers_desk.told import trouble_told
from game.screens.trainers_desk.working import Working
from game.screens.trouble import Slip, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.deskwork.chores import LookedInto
    from game.screens.stage import Host

Sort: TypeAlias = Literal["scenario", "pack", "folder", "gone", "else"]


def sort_of(file: Path) -> Sort:
    """What a path leads to, by its name."""
    try:
        if file.is_dir():
            return "folder"
        if not file.exists():
            return "gone"
    except (OSError, ValueError):  # a name no system would take
        return "gone"
    if file.suffix.lower() in ENDINGS:
        return "scenario"
    return "pack" if file.suffix.lower() == PACK_ENDING else "else"


def take(app: "Host", names: Sequence[str]) -> None:
    """Take up what was dropped together."""
    files = [Path(each) for each in dict.fromkeys(names)]
    if len(files) == 1:
        _take_one(app, files[0])
        return
    scenarios = [file for file in files if sort_of(file) == "scenario"]
    others = [file for file in files if file not in scenarios]
    lay_on_desk(app, *scenarios)
    words = app.backstage.words
    count = len(scenarios)
    sentences: list[Callable[[], str]] = []
    if scenarios:
        sentences.append(
            lambda: app.backstage.words.plural(
                "{count} scenario is on the desk.", "{count} scenarios are on the desk.", count
            )
        )
    if others:
        names_told = words(", ").join(file.name for file in others)
        told = app.backstage.said("Drop these by themselves, one at a time: {files}", files=names_told)
        sentences.append(told)
    close = ("close", app.backstage.said("Close"), lambda: app.go("desk"))
    app.lay_over(Slip(app, app.backstage.said("Several files"), sentences, [close], lambda: app.go("desk")))


def _take_one(app: "Host", file: Path) -> None:
    said = app.backstage.said
    match sort_of(file):
        case "scenario":
            open_on_desk(app, file)
        case "pack":
            take_pack(app, file)
        case "folder":
            look = ("look", said("Look into it"), lambda: app.lay_over(chooser(app, file)))
            app.lay_over(
                Slip(
                    app,
                    said("This is a folder"),
                    [said("Drop one file of it: a scenario (.yaml) or a pack (.zip).")],
                    [look, ("close", said("Close"), lambda: None)],
                )
            )
        case "gone":
            tell(app, said("There is nothing at {file}.", file=str(file)[:300]))
        case "else":
            tell(
                app,
                said(
                    "{file} is no scenario. A scenario's file ends in .yaml, a pack's in .zip.",
                    file=file.name,
                ),
            )


def chooser(app: "Host", folder: Path | None = None) -> FolderScreen:
    """The list of a folder's files; what is pressed there is taken up."""
    return FolderScreen(app, lambda file: take(app, [str(file)]), folder)


# ── packs ────────────────────────────────────────────────────────────────────────────────────────────


def take_pack(app: "Host", file: Path) -> None:
    """Look into a pack, and ask before anything of it is taken in."""
    backstage = app.backstage
    place = chores.Place.of(backstage.library, backstage.lang)
    task = backstage.bench.maker.ask(chores.look_into, place, file)

    def ask(found: object) -> None:
        if isinstance(found, chores.LookedInto):
            _ask(app, file, found)

    app.lay_over(Working(app, backstage.said("Looking into {file}", file=file.name), task, ask))


def _ask(app: "Host", file: Path, found: "LookedInto") -> None:
    said, words = app.backstage.said, app.backstage.words
    pack = found.pack
    if found.faulty:
        app.lay_over(PackFindings(app, Path(found.faulty), [one.finding for one in found.found]))
        return
    if pack.shipped:
        tell(
            app,
            said(
                "“{id}” came with the game. Ask for the pack with another id in it.",
                id=pack.shipped,
            ),
        )
        return
    titles = words(", ").join(pack.titles)
    sentences = [said("In it: {titles}", titles=titles)]
    if pack.differing:
        names = words(", ").join(name for _, names in pack.differing for name in names)
        sentences.append(
            said(
                "These files of yours differ, and would be replaced: {files}. That can be undone.",
                files=names,
            )
        )
    label = said("Replace mine") if pack.differing else said("Put them on the shelf")
    answers = [("take", label, lambda: _take_in(app, found)), ("leave", said("Leave it"), lambda: None)]
    if pack.differing:
        answers.reverse()  # Enter pressed in a hurry replaces nothing
    app.lay_over(Slip(app, said("Take in {file}?", file=file.name), sentences, answers))


def _take_in(app: "Host", found: "LookedInto") -> None:
    said, words, workshop = app.backstage.said, app.backstage.words, app.backstage.library.workshop
    try:
        before = app.backstage.patience(lambda: workshop.take_in(found.pack.files))
    except app.backstage.troubles as trouble:
        _tell(app, trouble)
        return
    titles = words(", ").join(found.pack.titles)
    app.lay_over(
        Slip(
            app,
            said("Taken in"),
            [said("On the shelf and on the desk now: {titles}", titles=titles)],
            [
                ("close", said("Close"), lambda: app.go("desk")),
                ("undo", said("Undo"), lambda: _undo(app, before)),
            ],
            lambda: app.go("desk"),
        )
    )


def _undo(app: "Host", before: "Mapping[str, bytes | None]") -> None:
    try:
        app.backstage.library.workshop.put_back(before)
    except app.backstage.troubles as trouble:
        _tell(app, trouble)
        return
    app.go("desk")
    app.notify(app.backstage.words("Your folder is as it was."))


def _tell(app: "Host", trouble: Exception) -> None:
    tell(app, lambda: trouble_told(trouble, app.backstage.words))


class PackFindings(FindingsScreen):
    """What is wrong with a scenario of a pack."""

    def heading(self) -> str:
        """That nothing was taken in."""
        return self.app.backstage.words(
            "{file} in the pack has faults: nothing was taken in", file=self._file.name
        )

    def answers(self) -> list[tuple[str, str, Callable[[], None]]]:
        """There is nothing to be done about it here."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def relanguaged(self) -> None:
        """They are told in the language in which they were found."""
