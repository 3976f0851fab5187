"""The record is tampered with while it is played: the meeting goes on, whole, and what was put is left."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from game.records import Kept, Records
from tests.faults.ends import answers
from tests.faults.playing import SCENARIO, furnish, replayed, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, Stuck


def _put_away(file: Path) -> None:
    file.unlink()


def _linked_elsewhere(file: Path) -> None:
    target = file.with_name("elsewhere.txt")
    target.write_bytes(b"something of somebody else\n")
    file.unlink()
    file.symlink_to(target)


def _linked_round(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _older(file: Path) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


TAMPERINGS: Final[dict[str, Callable[[Path], object]]] = {
    "removed": _put_away,
    "emptied": lambda file: file.write_bytes(b""),
    "cut in the middle of a line": lambda file: os.truncate(file, file.stat().st_size - 9),
    "an older copy put back": _older,
    "replaced by something else": lambda file: file.write_bytes(b"PK\3\4 no record\n" * 9),
    "added to": lambda file: file.write_bytes(file.read_bytes() + b'{"choice":"x","scene":"y","at":""}\n'),
    "a folder": _folder,
    "a link elsewhere": _linked_elsewhere,
    "a link to itself": _linked_round,
    "a pipe": _pipe,
    "all records removed": lambda file: shutil.rmtree(file.parent),
}


def tampered(home: Path) -> Row:
    """Each thing that can become of a record, one after another in one meeting."""
    row = Row("record removed, replaced, cut, linked while playing")
    furnish(home)
    game = Game(home, "play", SCENARIO)
    try:
        up_to(game, "TalkScreen")
        answers(game, 1)
        for what, tamper in TAMPERINGS.items():
            row.times += 1
            record = max((one for one in _whole(home)), key=lambda one: len(one.decisions))
            tamper(record.file)
            strange = record.file.read_bytes() if record.file.is_file() else None
            before = len(game.answered)
            answers(game, before + 1)
            there = max((one.path for one in _whole(home)), key=len, default=())
            if not row.expect(there == tuple(game.answered), f"{what}: kept {there} of {game.answered}"):
                row.lost += len(game.answered) - len(there)
            if strange is not None and record.file.is_file():
                row.expect(record.file.read_bytes() == strange, f"{what}: what was put there was changed")
        row.answered += len(game.answered)
        record = max((one for one in _whole(home)), key=lambda one: len(one.decisions))
        replayed(home, record)
        game.tell(quit=1)
        row.expect(game.ended() == 0, "exit status")
        row.expect("Traceback" not in game.said(), game.said()[-800:])
        row.told = "nothing: it goes on in a file of its own"
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(str(wrong))
    finally:
        game.close()
    return row


def _whole(home: Path) -> "Iterator[Kept]":
    """Those that can be read; what a hand has put there need not be one."""
    for one in Records(home / "records").listed():
        if isinstance(one, Kept) and one.header.scenario == SCENARIO:
            yield one
