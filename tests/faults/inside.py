"""The program as it is, with a wire to whoever tests it: deeds come in, what is seen goes out.

    python -m tests.faults.inside WIRE PLAN [arguments of shinyo …]

WIRE is the number of an open socket, lines of JSON in both directions. PLAN is JSON as well:

``slow``: seconds before and after each write, flush and renaming. ``trace``: a file that takes down every
change of the disk, in order. ``shift``: seconds by which the clock is wrong.
``window``: whether there is one.

The product knows nothing of this: calls of the system are replaced, and then ``game`` is run.
"""

import json
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from tests.faults.slow_disk import SlowDisk


class Wire:
    """Lines of JSON to and from the test."""

    def __init__(self, fd: int) -> None:
        self.socket = socket.socket(fileno=fd)
        self.socket.set_inheritable(False)
        self._guard = threading.Lock()

    def say(self, **told: object) -> None:
        with self._guard, suppress(OSError):
            self.socket.sendall(json.dumps(told, ensure_ascii=False).encode() + b"\n")

    def heard(self):
        with self.socket.makefile("r", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


class WrongClock:
    """The time of day, wrong by as much as one likes; the seconds that only grow are left alone."""

    def __init__(self, shift: float) -> None:
        self.shift = shift
        real, real_ns = time.time, time.time_ns
        time.time = lambda: real() + self.shift
        time.time_ns = lambda: real_ns() + int(self.shift * 10**9)
        clock = self

        class Shifted(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + timedelta(seconds=clock.shift)

        from game.records import folder  # noqa: PLC0415 (only where the clock is to be wrong)

        folder.__dict__["datetime"] = Shifted


class Seen:
    """Tells what is on the screen, what was answered and kept; presses what it is told to press."""

    def __init__(self, wire: Wire, disk: SlowDisk) -> None:
        self.wire, self.disk = wire, disk
        self.asked: list[dict[str, Any]] = []
        self.app: Any = None
        self._last = ""

    def put_in(self) -> None:
        from game.screens.app import App  # noqa: PLC0415 (there may be no window)

        seen, real = self, App.round

        def round_(app: App, *, wait: bool = False) -> None:
            seen.app = app
            real(app, wait=wait)
            seen.after(app)

        App.round = round_  # type: ignore[assignment,method-assign]
        self._tell("game.screens.play", "Play", "choose", "answered")
        self._tell("game.screens.play", "Play", "predict", "predicted")
        self._tell("game.screens.play", "Play", "keep_reflection", "reflected")
        self._tell("game.screens.play", "Play", "keep_retry", "retried")
        self._tell("game.library.library", "Library", "save_settings", "settings")

    def _tell(self, module: str, kind: str, method: str, word: str) -> None:
        """Say a word once this method has come back; the module is changed when the program imports it."""
        wire, note = self.wire, self.disk.note

        def change(there: Any) -> None:
            real = getattr(getattr(there, kind), method)

            def telling(self, *given, **named):
                done = real(self, *given, **named)
                what = str(given[0]) if given else ""
                wire.say(**{word: what})
                note(said=word, what=what)
                return done

            setattr(getattr(there, kind), method, telling)

        Late.wanted.append((module, change))

    def after(self, app: Any) -> None:
        name = type(app.screen).__name__ if app.screen is not None else ""
        if name != self._last:
            self._last = name
            self.wire.say(screen=name)
        asked, self.asked = self.asked, []
        for each in asked:
            if "press" in each:
                self._press(app, each["press"])
            else:
                self.wire.say(state=self._state(app))

    def _press(self, app: Any, name: str) -> None:
        import pygame  # noqa: PLC0415 (there may be no window)

        found = [spot for spot in getattr(app.screen, "spots", ()) if spot.name == name]
        self.wire.say(pressed=bool(found))
        if not found:
            return
        x, y, width, height = found[0].seen
        at = app.theme.at(x + width / 2, y + height / 2)
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))

    @staticmethod
    def _state(app: Any) -> dict[str, object]:
        screen = app.screen
        play = app.backstage.play if app.ready else None
        state: dict[str, object] = {"screen": type(screen).__name__}
        with suppress(AttributeError):
            state["texts"] = [box.text for box in screen.boxes()]
            state["spots"] = [spot.name for spot in screen.spots]
        if play is not None:
            state["path"] = list(play.meeting.path)
            state["scene"] = play.meeting.view.scene
            state["offered"] = [each.id for each in play.meeting.view.choices]
            if play.revealed or (play.meeting.ended and type(screen).__name__ in OPENED):
                entries = play.reveal().entries
                state["passbook"] = [repr(each) for each in entries]
        return state


OPENED = ("RevealScreen", "ReviewScreen", "ReflectScreen", "PracticeScreen", "HandIn")


class Late:
    """Changes modules of the program right after it has imported them, in its own time and order."""

    wanted: list[tuple[str, Any]] = []  # noqa: RUF012 (one list, filled once)

    @classmethod
    def look(cls) -> None:
        for one in list(cls.wanted):
            module = sys.modules.get(one[0])
            spec = getattr(module, "__spec__", None)
            if module is not None and spec is not None and not getattr(spec, "_initializing", False):
                cls.wanted.remove(one)
                one[1](module)


def listen(wire: Wire, seen: Seen, disk: SlowDisk, clock: WrongClock | None) -> None:
    """What is told over the wire, until it ends."""
    for told in wire.heard():
        if "arm" in told:
            disk.left = told["arm"]
            wire.say(armed=True)
        elif "room" in told:
            disk.room = told["room"]
        elif "slow" in told:
            disk.slow = told["slow"]
        elif "shift" in told and clock is not None:
            clock.shift = told["shift"]
        elif "key" in told or "quit" in told or "text" in told or "event" in told:
            import pygame  # noqa: PLC0415 (there may be no window)

            for event in events_of(pygame, told):
                with suppress(pygame.error):  # the window is closed already
                    pygame.event.post(event)
        else:
            seen.asked.append(told)
            if seen.app is not None:
                seen.app.wake()


def events_of(pygame: Any, told: dict[str, Any]) -> list[Any]:
    if "quit" in told:
        return [pygame.event.Event(pygame.QUIT)]
    if "text" in told:
        return [pygame.event.Event(pygame.TEXTINPUT, text=told["text"])]
    if "event" in told:
        return [pygame.event.Event(getattr(pygame, told["event"]), **told.get("parts", {}))]
    code = pygame.key.key_code(told["key"])
    parts = {"key": code, "mod": told.get("mod", 0), "unicode": "", "scancode": 0}
    return [pygame.event.Event(kind, **parts) for kind in (pygame.KEYDOWN, pygame.KEYUP)]


def main() -> None:
    wire, plan = Wire(int(sys.argv[1])), json.loads(sys.argv[2])
    disk = SlowDisk(wire.say, plan)
    seen = Seen(wire, disk)
    disk.left = plan.get("arm")
    disk.put_in()
    clock = WrongClock(plan["shift"]) if "shift" in plan else None
    for name in plan.get("ignore", ()):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    if plan.get("window", True):
        seen.put_in()
        threading.Thread(target=_keep_looking, daemon=True).start()
    threading.Thread(target=listen, args=(wire, seen, disk, clock), daemon=True).start()
    sys.argv = ["shinyo", *sys.argv[3:]]
    from game.cli import main as shinyo  # noqa: PLC0415 (after what is put in)

    shinyo()


def _keep_looking() -> None:
    while Late.wanted:
        Late.look()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
