"""In and out of a meeting: a scenario opened or its faults told, the record begun, the table left."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.library.troubles import Unplayable
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP
from game.screens.trouble import Slip, tell

if TYPE_CHECKING:
    from game.format.findings import Finding
    from game.screens.backstage import Play


def open_or_tell(app: Host, file_or_id: str, *, coach: bool = False) -> bool:
    """Open a scenario and show its brief; or lay over the present screen what is wrong with it.

    ``coach``: it is to be played with one.
    """
    backstage = app.backstage
    try:
        backstage.open(file_or_id, coach=coach)
    except Unplayable as unplayable:
        app.lay_over(FindingsScreen(app, unplayable.file, unplayable.findings))
        return False
    except backstage.troubles as trouble:
        tell(app, backstage.explainer(trouble))
        return False
    app.go("brief")
    return True


def begin_or_ask(app: Host, play: "Play") -> None:
    """Begin the meeting; where no record can be kept, ask whether to go on without one."""
    backstage = app.backstage
    try:
        backstage.begin(play)
    except backstage.troubles as trouble:
        words = backstage.said

        def without() -> None:
            play.kept = False
            start_talking(app)

        app.lay_over(
            Slip(
                app,
                words("This meeting cannot be saved"),
                [backstage.explainer(trouble)],
                [
                    ("again", words("Try again"), lambda: begin_or_ask(app, play)),
                    ("without", words("Continue without saving"), without),
                    ("back", words("Back"), lambda: None),
                ],
            )
        )
        return
    start_talking(app)


def start_talking(app: Host) -> None:
    """To the table; the exact analysis is made meanwhile, for the end.

    A meeting gone on with after its end was told already is past the talk.
    """
    play = app.backstage.play
    if play is not None:
        play.start_analysis()
        past = play.meeting.ended and play.prediction is not None
        app.go("settlement" if past else "talk")


def go_to_the_end(app: Host) -> None:
    """The talk is over: what the trainee expects is asked, once, before anything is revealed."""
    play = app.backstage.play
    if play is not None:
        app.go("prediction" if play.prediction is None else "settlement")


def leave(app: Host, go: Callable[[], None]) -> None:
    """Leave the meeting and ``go``: at once when it can be gone on with, else after asking."""
    play = app.backstage.play
    if play is not None and (play.previewed or (play.kept and play.record is not None)):
        app.backstage.close()
        go()
    else:
        ask_to_leave(app, go)


def ask_to_leave(app: Host, go: Callable[[], None] | None = None) -> None:
    """Ask whether to leave the meeting, and ``go`` then: to the shelf, when nothing is said."""
    backstage = app.backstage
    words, play = backstage.said, backstage.play
    kept = play is not None and play.kept and play.record is not None
    sentence = (
        words("Everything said so far is saved. You can continue from here another time.")
        if kept
        else words("This meeting is not being saved. It ends here.")
    )

    def close_and_go() -> None:
        backstage.close()
        if go is None:
            app.go("shelf")
        else:
            go()

    app.lay_over(
        Slip(
            app,
            words("Leave the meeting?"),
            [sentence],
            [("stay", words("Stay"), lambda: None), ("leave", words("Leave"), close_and_go)],
        )
    )


class FindingsScreen(Panel):
    """What has to be mended in a scenario before it can be played: file, line, what, and how."""

    wide = 900

    def __init__(self, app: Host, file: Path, findings: "Sequence[Finding]") -> None:
        super().__init__(app)
        self._file = file
        self._findings = findings

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("{file} cannot be played yet", file=self._file.name)

    def answers(self) -> list[Answer]:
        """Look again after mending, or put it away."""
        words = self.app.backstage.words
        return [("again", words("Check again"), self._again), ("close", words("Close"), self.back)]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Each finding with its place, its message and its hint."""
        colours = pen.theme.colours
        for one in sorted(self._findings, key=lambda each: each.severity != "fault"):
            place = f"{self._file.name}:{one.line}:{one.column}"
            y += pen.write(place, "small", colours.indigo, (x, y), width, face="bold")
            y += pen.write(one.message, "body", colours.ink, (x, y), width)
            if one.hint:
                y += pen.write(one.hint, "small", colours.soft_ink, (x, y), width)
            y += 2 * GAP
        return y

    def relanguaged(self) -> None:
        """Findings are worded where they are found, so the file is read again."""
        try:
            self._findings = self.app.backstage.findings(self._file)
        except self.app.backstage.troubles:
            return

    def _again(self) -> None:
        self.app.lift()
        open_or_tell(self.app, str(self._file))
