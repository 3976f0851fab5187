"""A file being looked over, again and again as it is saved, by the clerk beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.deskwork import chores
from game.deskwork.bench import signs_of
from game.deskwork.checking import Checked

if TYPE_CHECKING:
    from game.deskwork.bench import Signs
    from game.deskwork.clerk import Task
    from game.screens.backstage import Backstage


class Looking:
    """What is found in a file: ``found``, None before anything is known; ``now``: how far the work is."""

    def __init__(self, backstage: "Backstage", file: Path) -> None:
        self._backstage = backstage
        self.file = file
        self.found: Checked | None = None
        self.now: object = None
        self._task: Task | None = None
        self._asked: Signs = ()
        self._seen: Signs = ()
        self._given_up = False

    @property
    def busy(self) -> bool:
        """Whether it is being looked over."""
        return self._task is not None

    def enter(self) -> None:
        """Begin, or go on after something else had the clerk."""
        self._seen = signs_of(self.file)
        if self._task is None or self._task.stopped:
            self.begin()

    def begin(self) -> None:
        """Have the file looked over, unless all is known of it as it is now."""
        backstage = self._backstage
        known = backstage.bench.known(self.file, backstage.lang)
        self._asked, self.now, self._task = signs_of(self.file), None, None
        if known is not None:
            self.found = known
            if known.taught or not known.playable or self._given_up:
                return
        place = chores.Place.of(backstage.library, backstage.lang)
        self._task = backstage.bench.checker.ask(chores.look_over, place, self.file, not self._given_up)

    def relanguaged(self) -> None:
        """Findings in the other language."""
        self.found = None
        self.begin()

    def look(self) -> bool:
        """Hear what was found, and look whether the file was saved; whether anything changed."""
        self._backstage.bench.checker.look()
        changed = self._task is not None and self._heard(self._task)
        seen, self._seen = self._seen, signs_of(self.file)
        # Saved: and not still being written, which would show a file that is half there.
        if self._seen != self._asked and self._seen == seen:
            self.begin()
            return True
        return changed

    def _heard(self, task: "Task") -> bool:
        news = list(task.news())
        if task.done and not task.stopped:
            self._task = None
            news.append(task.result if task.trouble is None else Checked(self.file, trouble=task.trouble))
        for each in news:
            if isinstance(each, Checked):
                self.found = each
                self._backstage.bench.keep(each, self._backstage.lang, self._asked)
            else:
                self.now = each
        return bool(news)

    def give_up(self) -> None:
        """Do without advice on the teaching until somebody asks for it."""
        self._given_up, self.now, self._task = True, None, None
        self._backstage.bench.checker.stop()

    def ask_again(self) -> None:
        """Judge its teaching after all."""
        self._given_up = False
        self.begin()
