"""A screen nobody sees: an Xvfb whose pixels lie in memory, and keys that are pressed as by a keyboard.

Pixels are read out of the server's own memory (``Xvfb -fbdir``), which costs the server nothing and tells
when a picture is there to a few tenths of a millisecond. Keys come by the XTEST extension.
"""

import ctypes
import ctypes.util
import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
import numpy.typing as npt

SIZE: Final = (1600, 900)
Pixels = npt.NDArray[np.uint8]

_XWD_FIELDS: Final = 25
"""The numbers at the beginning of the server's picture; each has four bytes, the first the most."""
_HEADER, _WIDTH, _HEIGHT, _LINE, _COLOURS = 0, 4, 5, 12, 19
_COLOUR_BYTES: Final = 12


def missing() -> str:
    """What of the system is not there, in words; "" where all is."""
    if shutil.which("Xvfb") is None:
        return "Xvfb is not installed"
    return "" if ctypes.util.find_library("Xtst") else "the library Xtst is not installed"


class OwnScreen:
    """The screen, while it is entered."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        read, write = os.pipe()
        wide, high = SIZE
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{wide}x{high}x24",
             "-fbdir", self._folder.name, "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"
        self.pixels = _mapped(Path(self._folder.name, "Xvfb_screen0"))
        self._keyboard = _Keyboard(self.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def environment(self, home: str) -> Mapping[str, str]:
        """The variables of a program that is to show its window here, silently, with a home of its own."""
        hidden = {"WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return {**kept, "DISPLAY": self.name, "SDL_AUDIODRIVER": "dummy", "HOME": home, "LANG": "C.UTF-8"}

    def until(self, holds: Callable[[], bool], most: float = 30.0) -> float:
        """Seconds until something holds of the pixels; raises ``TimeoutError``."""
        begun = time.perf_counter()
        while not holds():
            if time.perf_counter() - begun > most:
                raise TimeoutError("nothing was drawn")
            time.sleep(0.0005)
        return time.perf_counter() - begun

    def first_picture(self) -> float:
        """Seconds until there is anything but black."""
        return self.until(lambda: bool(self.pixels.any()))

    def press(self, key: str) -> None:
        """Press a key and let it go; the name is X's, such as ``Down``."""
        self._keyboard.press(key)

    def changed_after(self, key: str, most: float = 3.0) -> float:
        """Seconds from a press to the first change of the picture; raises ``TimeoutError``."""
        before = self.pixels[::3, ::3].copy()
        begun = time.perf_counter()
        self.press(key)
        while np.array_equal(before, self.pixels[::3, ::3]):
            if time.perf_counter() - begun > most:
                raise TimeoutError(f"{key} changed nothing")
        return time.perf_counter() - begun

    def press_until_changed(self, key: str, times: int = 10) -> None:
        """Press a key again and again until it changes the picture; raises ``TimeoutError``."""
        for _ in range(times - 1):
            with suppress(TimeoutError):
                self.changed_after(key)
                return
        self.changed_after(key)

    def until_still(self, seconds: float = 1.0, most: float = 30.0) -> None:
        """Wait until the picture has stood still for so long."""
        begun = since = time.perf_counter()
        last = self.pixels[::4, ::4].copy()
        while time.perf_counter() - since < seconds:
            time.sleep(0.05)
            if not np.array_equal(last, self.pixels[::4, ::4]):
                last, since = self.pixels[::4, ::4].copy(), time.perf_counter()
            if time.perf_counter() - begun > most:
                raise TimeoutError("the picture never stood still")


def _mapped(file: Path) -> Pixels:
    """The server's picture as rows of pixels of three colours, as it changes."""
    with file.open("rb") as opened:
        memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    head = np.frombuffer(memory, ">u4", _XWD_FIELDS)
    begin = int(head[_HEADER] + head[_COLOURS] * _COLOUR_BYTES)
    line, wide, high = (int(head[each]) for each in (_LINE, _WIDTH, _HEIGHT))
    rows = np.frombuffer(memory, np.uint8, line * high, begin).reshape(high, line)
    return rows[:, : 4 * wide].reshape(high, wide, 4)[:, :, :3]


class _Keyboard:
    """Presses keys at a server."""

    def __init__(self, display: str) -> None:
        self._x, self._test = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XFlush.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())

    def press(self, key: str) -> None:
        code = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(key.encode()))
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
            self._x.XFlush(self._display)


def ended(process: "subprocess.Popen[bytes]") -> None:
    """Let a program end, whatever it does."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    process.kill()
    process.wait()
