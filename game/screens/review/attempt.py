"""A meeting taken up again at one decision, as practice: nothing of it belongs to the meeting itself."""

from typing import TYPE_CHECKING, Final

from game.analysis.onward import Crossroads, crossroads
from game.session import Meeting

if TYPE_CHECKING:
    from game.core.scenario import Line
    from game.screens.backstage import Play


class Attempt:
    """The meeting of ``play`` from its decision at ``position`` on, gone through as often as wanted."""

    def __init__(self, play: "Play", position: int) -> None:
        self.play: Final = play
        self.position: Final = position
        self.meeting = Meeting.resumed(play.game, play.meeting.path[:position])
        self.helped = 0
        """How much has been given away here: 1 the principle, 2 what is out of question, 3 the solution."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What has been chosen since it was taken up."""
        return self.meeting.path[self.position :]

    @property
    def ways(self) -> Crossroads | None:
        """What can be chosen now, judged; None without an exact analysis, and at an end."""
        return self._ways(self.meeting.path)

    @property
    def ways_before(self) -> Crossroads | None:
        """What could be chosen when the last choice was made."""
        return self._ways(self.meeting.path[:-1])

    def _ways(self, path: tuple[str, ...]) -> Crossroads | None:
        analysis = self.play.analysis
        return None if analysis is None else crossroads(analysis, path)

    def choose(self, choice: str) -> None:
        """Try a choice; it is kept nowhere."""
        self.meeting.choose(choice)
        self.helped = 0

    def take_back(self) -> None:
        """As if the last choice had not been made."""
        self._go_to(self.meeting.path[:-1])

    def begin_again(self) -> None:
        """Back to the decision it was taken up at."""
        self._go_to(self.meeting.path[: self.position])

    def relanguaged(self) -> None:
        """The same place, in the language the play has now."""
        helped = self.helped
        self._go_to(self.meeting.path)
        self.helped = helped

    def _go_to(self, path: tuple[str, ...]) -> None:
        self.meeting = Meeting.resumed(self.play.game, path)
        self.helped = 0

    # ── who is to be seen ───────────────────────────────────────────────────────────────────────

    @property
    def lines(self) -> "tuple[Line, ...]":
        """Everything that has been said up to now."""
        meeting = self.meeting
        said: list[Line] = []
        for number, view in enumerate(meeting.views):
            said += view.lines
            if number < len(meeting.exchanges):
                said += meeting.exchanges[number].reply
        return tuple(said)

    @property
    def place(self) -> str:
        """Where one is."""
        told = [view.place for view in self.meeting.views if view.place is not None]
        return told[-1] if told else "meeting_room"
