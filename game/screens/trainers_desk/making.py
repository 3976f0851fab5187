"""What is made of a scenario at the desk: report, map, pack, translations, its transcripts replayed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork import chores
from game.deskwork.transcripts import Tried
from game.deskwork.translations import Translated
from game.library.opening import PACK_ENDING
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP
from game.screens.trainers_desk.told import path_told, trouble_told
from game.screens.trainers_desk.working import Working
from game.screens.trouble import Said, Slip, tell

if TYPE_CHECKING:
    from game.deskwork.checking import Checked
    from game.deskwork.pages import PageKind
    from game.screens.trainers_desk.handing import Handing


_NAMES: Final = {"ja": "日本語", "en": "English"}


class Making:
    """Makes things of one file.

    Args:
        app: The app.
        file: The scenario's file.
        handing: Hands what was made to other programs.
    """

    def __init__(self, app: Host, file: Path, handing: "Handing") -> None:
        self._app = app
        self._file = file
        self._handing = handing

    def _ask(
        self, heading: Said, then: Callable[[object], None], do: Callable[..., object], *more: object
    ) -> None:
        backstage = self._app.backstage
        place = chores.Place.of(backstage.library, backstage.lang)
        task = backstage.bench.maker.ask(do, place, self._file, *more)
        self._app.lay_over(Working(self._app, heading, task, then))

    def _target(self, found: "Checked", ending: str) -> Path:
        return Path(self._app.backstage.library.handouts) / f"{found.id}{ending}"

    # ── pages ───────────────────────────────────────────────────────────────────────────────────

    def page(self, found: "Checked", kind: "PageKind") -> None:
        """Write the report or the map; one written before is renewed."""
        said = self._app.backstage.said
        report = kind == "report"
        heading = said("Writing the report") if report else said("Drawing the map")
        done = said("The report is written") if report else said("The map is drawn")
        target = self._target(found, ".report.html" if report else ".map.svg")
        self._ask(heading, lambda _: self._lies(done, target, opens=True), chores.write_page, kind, target)

    def _lies(self, heading: Said, target: Path, *, opens: bool, more: Sequence[Said] = ()) -> None:
        """Say where something lies, and open it or its folder."""
        app, said, handing = self._app, self._app.backstage.said, self._handing
        answers = [("show", said("Show in its folder"), lambda: handing.show(target))]
        if opens:
            answers.insert(0, ("open", said("Open it"), lambda: handing.open(target)))
        answers.append(("close", said("Close"), lambda: None))
        app.lay_over(
            Slip(app, heading, [said("It lies here: {file}", file=path_told(target)), *more], answers)
        )

    # ── packs ───────────────────────────────────────────────────────────────────────────────────

    def pack(self, found: "Checked") -> None:
        """Write a pack; one that is there already is replaced only where somebody says so."""
        app, said = self._app, self._app.backstage.said
        if found.unfinished:
            told = said(
                "A translation is not finished ({languages}). "
                "Finish it, or take its catalog out of the folder.",
                languages=app.backstage.words(", ").join(found.unfinished),
            )
            tell(app, told)
            return
        target = self._target(found, PACK_ENDING)
        if target.exists():
            self._ask_to_replace(target)
        else:
            self._pack(target, replacing=False)

    def _pack(self, target: Path, *, replacing: bool) -> None:
        said = self._app.backstage.said
        heading = said("Packing {file}", file=self._file.name)
        more = [
            said("Whoever gets it drops it on the window of their desk."),
        ]
        done = said("Packed")
        self._ask(
            heading,
            lambda _: self._lies(done, target, opens=False, more=more),
            chores.write_pack,
            target,
            replacing,
        )

    def _ask_to_replace(self, target: Path) -> None:
        app, said = self._app, self._app.backstage.said
        other = _free(target)
        app.lay_over(
            Slip(
                app,
                said("There is a pack of this name"),
                [said("It lies here: {file}", file=path_told(target))],
                [
                    (
                        "both",
                        said("Keep both: {file}", file=other.name),
                        lambda: self._pack(other, replacing=False),
                    ),
                    ("replace", said("Replace it"), lambda: self._pack(target, replacing=True)),
                    ("stop", said("Stop"), lambda: None),
                ],
            )
        )

    # ── translations ────────────────────────────────────────────────────────────────────────────

    def translate(self, found: "Checked") -> None:
        """Bring the catalog in the other language up to date; where there are several, ask which."""
        app, said = self._app, self._app.backstage.said
        others = dict.fromkeys(
            [*(one.language for one in found.translated), *(each for each in ("ja", "en"))]
        )
        languages = [each for each in others if each != found.language]
        if len(languages) == 1:
            self._translate(languages[0])
            return
        answers = [(each, _speller(each), self._translator(each)) for each in languages]
        app.lay_over(
            Slip(
                app,
                said("Which language?"),
                [said("Its catalog is written, or brought up to date.")],
                [*answers, ("stop", said("Stop"), lambda: None)],
            )
        )

    def _translator(self, language: str) -> Callable[[], None]:
        return lambda: self._translate(language)

    def _translate(self, language: str) -> None:
        said = self._app.backstage.said

        def then(done: object) -> None:
            if isinstance(done, Translated):
                told = said(
                    "{done} of {total} texts translated, {missing} missing, {outdated} outdated.",
                    done=str(done.done), total=str(done.total), missing=str(done.missing),
                    outdated=str(done.outdated),
                )  # fmt: skip
                self._lies(said("The catalog is up to date"), done.file, opens=True, more=[told])
            else:
                app = self._app
                close = [("close", said("Close"), lambda: None)]
                told = said("Its catalog cannot be read. The findings tell where; nothing was written.")
                app.lay_over(Slip(app, said("That did not work"), [told], close))

        heading = said("Bringing the catalog up to date: {language}", language=_NAMES.get(language, language))
        self._ask(heading, then, chores.update_catalog, language)

    # ── transcripts ─────────────────────────────────────────────────────────────────────────────

    def transcripts(self, found: "Checked") -> None:
        """Replay the transcripts beside the file."""
        app, said = self._app, self._app.backstage.said
        if not found.transcripts:
            close = [("close", said("Close"), lambda: None)]
            told = said(
                "A transcript is a readable play beside the scenario, with what is expected of its end. "
                "The file would be called {file}.",
                file=f"{found.id}.good.txt",
            )
            app.lay_over(Slip(app, said("There is no transcript yet"), [told], close))
            return

        def then(done: object) -> None:
            if isinstance(done, tuple):
                app.lay_over(TriedPaper(app, done, self._handing.open))

        self._ask(said("Replaying the transcripts"), then, chores.try_transcripts)


def _speller(language: str) -> Said:
    """The name of a language in itself, which is the same in every language."""
    return lambda: _NAMES.get(language, language)


def _free(target: Path) -> Path:
    """The same name with the first number that is not taken."""
    number = 2
    while (other := target.with_name(f"{target.stem}-{number}{target.suffix}")).exists():
        number += 1
    return other


class TriedPaper(Panel):
    """Transcripts that were replayed: each plays as it says, or its first difference."""

    wide = 860

    def __init__(self, app: Host, tried: Sequence[Tried], edit: Callable[[Path], None]) -> None:
        super().__init__(app)
        self._tried = tried
        self._edit = edit

    def heading(self) -> str:
        """How they went."""
        words = self.app.backstage.words
        parted = sum(not one.holds for one in self._tried)
        if not parted:
            return words("All transcripts play as they say")
        return words.plural("{count} transcript differs", "{count} transcripts differ", parted)

    def answers(self) -> list[Answer]:
        """Nothing more is to be done here."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def begin_with(self) -> str | None:
        """The first one that differs."""
        parted = next((at for at, one in enumerate(self._tried) if not one.holds), None)
        return "close" if parted is None else f"edit:{parted}"

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Each with its name, and a button where something is to be mended."""
        words, colours = self.app.backstage.words, pen.theme.colours
        for at, one in enumerate(self._tried):
            y += pen.write(one.file.name, "small", colours.indigo, (x, y), width, face="bold")
            if one.trouble is not None:
                told, ink = trouble_told(one.trouble, words), colours.vermilion
            elif one.holds:
                told, ink = words("Plays as it says."), colours.moss
            else:
                told = words("Line {line}: {difference}", line=one.line, difference=one.difference)
                ink = colours.vermilion
            y += pen.write(told, "body", ink, (x, y), width) + 0.5 * GAP
            if not one.holds:
                button = [(f"edit:{at}", words("Open in the editor"), self._editor(one.file))]
                y += self.row_of_buttons(pen, button, (x, y, width), scrolled=True) + GAP
            y += GAP
        return y

    def relanguaged(self) -> None:
        """Differences are told in the language in which they were found."""

    def _editor(self, file: Path) -> Callable[[], None]:
        return lambda: self._edit(file)
