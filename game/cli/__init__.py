"""The command ``shinyo``: wires, prints, exit status. Nothing a person types ends in a traceback.

Exit status: 0 fine; 1 findings of severity fault; 2 a usage error or an unreadable file; 70 a defect of the
program (a file in the data folder tells it); 130 stopped by the keyboard; 141 nobody reads on.
Importing this module is cheap: the version is told before anything heavy is loaded.
"""

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence

from game import __version__

STOPPED = 130
NOBODY_READS = 141
DEFECT = 70
UNUSABLE = 2
NOT_INSTALLED = (
    "「信用貯金」に必要な {package} を読み込めません。もう一度インストールしてください。\n"
    "Shinyo needs {package}, which cannot be loaded. Please install Shinyo again."
)
"""Said where even the catalog of sentences cannot be read for want of a package."""
SELDOM = 20_000
"""Objects made before garbage is looked for; Python's own number is made for smaller programs."""
ERRORS = 2
"""The place of the error stream among the open files; input and output come before it."""


def main() -> None:
    """Run the command line and end the process with its exit status."""
    _fill_missing_streams()
    # A tenth of a short command went into looking for garbage among what was being imported.
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    try:
        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # a second one, while the first was being answered
        status = STOPPED
    # All is said: who presses once more while Python clears up ends nothing.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit status, whatever happens."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped(arguments)
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    except Exception as error:  # noqa: BLE001 (whatever it is, a person gets a sentence and not a traceback)
        return _stopped(arguments) if _interrupted(error) else _failed(error, arguments)
    return status


def _fill_missing_streams() -> None:
    """Give a program started without input or output somewhere to read from and write to.

    A shell starts one so with ``>&-``, Windows without a console. The empty places are filled as well: the
    first file to be opened, a record perhaps, would take the place of the output.
    """
    if os.name == "posix":
        while (place := os.open(os.devnull, os.O_RDWR)) <= ERRORS:
            pass
        os.close(place)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (for good)


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        print(f"shinyo {__version__}")  # noqa: T201
        return 0
    if not arguments and (status := _opened()) is not None:
        return status
    _speak_utf8()
    from game.cli.commands import obey  # noqa: PLC0415 (see above)

    return obey(arguments)


def _opened() -> int | None:
    """The game in its window: its first frame does not wait for the commands. None where there is none."""
    from game.cli.opening import open_window  # noqa: PLC0415

    outcome = open_window(None, None)
    return outcome if isinstance(outcome, int) else None


def _speak_utf8() -> None:
    """Let no letter that a terminal or a pipe cannot take end the program.

    A pipe or a file gets UTF-8 unless a person chose another encoding; a terminal keeps its own, and what
    it cannot show becomes a question mark.
    """
    for stream in (sys.stdout, sys.stderr):
        chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
        with contextlib.suppress(AttributeError, ValueError):  # a stream of a test or of another program
            if chosen:
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]


def _interrupted(error: BaseException | None) -> bool:
    """Whether an error is what a package made of Ctrl-C.

    Compiled ones answer it, when it comes in the middle of their work, by an error of their own: its cause,
    or only its words, still tell what it was (pydantic's ``SchemaError`` does the latter).
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt) or KeyboardInterrupt.__name__ in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _stopped(arguments: Sequence[str]) -> int:
    from game.cli.last_words import stopped  # noqa: PLC0415

    with contextlib.suppress(OSError, ValueError):
        print(f"\n{stopped(arguments)}", file=sys.stderr)  # noqa: T201
    return STOPPED


def _nobody_reads() -> int:
    # What is still buffered would raise again when Python ends.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOBODY_READS


def _failed(error: Exception, arguments: Sequence[str]) -> int:
    try:
        from game.cli.last_words import failed  # noqa: PLC0415

        told, status = failed(error, arguments)
    except ImportError as missing:  # it needs some of the packages as well
        told, status = NOT_INSTALLED.format(package=missing.name), UNUSABLE
    with contextlib.suppress(OSError, ValueError):
        print(told, file=sys.stderr)  # noqa: T201
    if isinstance(error, OSError):
        _nobody_reads()
    return status
