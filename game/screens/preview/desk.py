"""What a preview plays: the file as it was last saved, from where its author wants to see it.

No pixels here: the screen asks, draws, and shows what is returned.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.midway import Unclear, begun_at
from game.core.play import NotOffered, replay
from game.library.watching import Watched
from game.screens.play import Play

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.format.findings import Finding
    from game.screens.backstage import Backstage


@dataclass(frozen=True, slots=True)
class Lost:
    """Why the place could not be kept: in ``scene`` the choice ``choice`` is not on offer any more.

    ``kept`` choices of the path were; ``ids`` are on offer there now.
    """

    scene: str
    choice: str
    kept: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading the file: a play with its place kept, or findings, or a trouble to be told.

    ``lost`` is set where not all of the path could be kept, ``unclear`` where it cannot begin as wished.
    """

    play: Play | None = None
    findings: "tuple[Finding, ...]" = ()
    lost: Lost | None = None
    unclear: Unclear | None = None
    trouble: Exception | None = None


class PreviewDesk:
    """One scenario's file being previewed.

    Args:
        backstage: Library, language, settings.
        file: The scenario's file.
        scene: Where to begin; None: at its start.
        wishes: ``key=value`` each, see ``authoring.midway``.
        leave: What leaving it means; None: the window is closed.
    """

    def __init__(
        self,
        backstage: "Backstage",
        file: Path,
        scene: str | None = None,
        wishes: Sequence[str] = (),
        leave: Callable[[], None] | None = None,
    ) -> None:
        self.leave = leave
        self.backstage = backstage
        self.file = file
        self.scene = scene
        self.wishes = tuple(wishes)
        self.path: tuple[str, ...] = ()
        """The choices made so far."""
        self._watched = Watched([file, *sorted(file.parent.glob("*.po"))])

    def saved(self) -> bool:
        """Whether the file, or a catalog beside it, was saved since this was last asked."""
        return self._watched.changed()

    def load(self) -> Loaded:
        """Read the file anew, and go again as far along the path as it leads."""
        backstage = self.backstage
        try:
            opened = backstage.judged(backstage.library.open_scenario(self.file, backstage.lang))
        except backstage.troubles as trouble:
            return Loaded(trouble=trouble)
        if opened.scenario is None or opened.faults:
            return Loaded(findings=tuple(opened.findings))
        begun = begun_at(opened.scenario, self.scene, self.wishes)
        if isinstance(begun, Unclear):
            return Loaded(unclear=begun)
        play = Play(backstage.library, replace(opened, scenario=begun), coach=True)
        play.kept = False
        play.previewed = True
        play.begun = self._begun
        lost = self._put(play)
        return Loaded(play=play, findings=tuple(opened.findings), lost=lost)

    def _begun(self, scenario: "Scenario") -> "Scenario":
        """The scenario, in another language, begun where it was wished."""
        begun = begun_at(scenario, self.scene, self.wishes)
        return scenario if isinstance(begun, Unclear) else begun

    def _put(self, play: Play) -> Lost | None:
        """Put a play where the path leads, as far as it does."""
        try:
            replay(play.game, self.path)
            lost = None
        except NotOffered as missed:
            lost = Lost(missed.scene, missed.choice or "", missed.position, missed.offered)
            self.path = self.path[: missed.position]
        play.go_on_from(self.path)
        return lost

    def scenes(self) -> list[tuple[str, str]]:
        """Id and title of every scene of what is being played."""
        play = self.backstage.play
        if play is None:
            return []
        return [(scene.id, scene.title or scene.id) for scene in play.scenario.scenes]
