"""A process beside the game that has all it is given from its first moment on.

Python starts a process and only then writes what it is to do into a pipe. Where the one that started it is
killed in between, the other prints how it found nothing there. Here it is written first: a few hundred bytes,
for which every pipe has room.
"""

import io
import os
import sys
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any

if sys.platform == "win32":

    class Beside(SpawnProcess):
        """A process beside this one."""

else:
    from multiprocessing import context, popen_spawn_posix, reduction, resource_tracker, spawn, util

    class _Popen(popen_spawn_posix.Popen):
        """As Python's own, but for the order."""

        def duplicate_for_child(self, fd: int) -> int:
            self._given.append(fd)
            return fd

        def _launch(self, process_obj: BaseProcess) -> None:
            self._given: list[int] = []
            tracker = resource_tracker.getfd()
            assert tracker is not None
            given = io.BytesIO()
            context.set_spawning_popen(self)
            try:
                reduction.dump(spawn.get_preparation_data(process_obj.name), given)
                reduction.dump(process_obj, given)
            finally:
                context.set_spawning_popen(None)
            content = given.getbuffer()
            alive, theirs_alive = os.pipe()
            theirs, ours = os.pipe()
            try:
                os.set_blocking(ours, False)  # what finds no room yet is written once somebody reads
                before = os.write(ours, content)
                os.set_blocking(ours, True)
                command = spawn.get_command_line(tracker_fd=tracker, pipe_handle=theirs)
                passed = [*self._given, tracker, theirs, theirs_alive]
                self.pid = util.spawnv_passfds(os.fsencode(spawn.get_executable()), command, passed)
                self.sentinel = alive
                with open(ours, "wb", closefd=False) as rest:
                    rest.write(content[before:])
            finally:
                self.finalizer = util.Finalize(self, _close, (alive, ours))
                os.close(theirs)
                os.close(theirs_alive)

    def _close(*opened: int) -> None:
        for each in opened:
            os.close(each)

    class Beside(SpawnProcess):
        """A process beside this one."""

        @staticmethod
        def _Popen(process_obj: BaseProcess) -> _Popen:  # noqa: N802 - Python's own name
            return _Popen(process_obj)


def beside(target: Callable[..., object], *given: Any) -> BaseProcess:  # noqa: ANN401 - whatever it takes
    """A process that is not started yet, does ``target(*given)`` and ends with this program."""
    return Beside(target=target, args=given, daemon=True)
