"""A driven window with a class in it, and one whose records take their time."""

import threading
import time

from game.classroom.reading import Reading
from game.screens.class_room.class_screen import LOOK, ClassScreen
from tests.screens.class_room.sample import sample
from tests.screens.driving import Driver


class Class(Driver):
    """A driven window with a class in it that can grow."""

    def __init__(self, home, *, lang="ja", begin="", size=40, trouble=None):
        super().__init__(home, lang=lang, scenarios=0)
        self.many, self.trouble, self.loads = size, trouble, []
        self.app.show(ClassScreen(self.app, self.load, begin=begin))
        self.settle()

    def load(self, lang):
        self.loads.append(lang)
        if self.trouble is not None:
            raise self.trouble
        return [sample(self.many, lang)]

    def settle(self):
        """Let what is being read come to its end."""
        for _ in range(100):
            self.round()
            if self.screen._reading is None:
                return self
            self.clock.now += 0.1
            time.sleep(0.01)
        raise AssertionError("it is read for ever")

    def later(self):
        """Time passes until it is looked for late ones."""
        self.clock.now += LOOK + 0.1
        return self.round().settle()

    @property
    def said(self):
        return "\n".join(self.texts)


class Slowly(Class):
    """A class whose folder is read until a test lets it come to its end."""

    def __init__(self, home, **more):
        self.far, self.gate = Reading(), threading.Event()
        Driver.__init__(self, home, lang="en", scenarios=0)
        self.many, self.trouble, self.loads = 40, None, []
        self.app.show(ClassScreen(self.app, self.load, reading=self.far, **more))
        self.round()

    def load(self, lang):
        self.gate.wait(20)
        return super().load(lang)

    def far_as(self, doing, done, total):
        self.far.telling(doing)(done, total)
        self.clock.now += 1
        return self.round()
