"""The drive of the home may not be written to, or goes away while one plays and comes back."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.ends import answers, well_left
from tests.faults.full import answered_now, shinyo, told, tried_to_choose
from tests.faults.playing import SCENARIO, furnish, kept, latest, others, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, Stuck

WITHOUT_RIGHTS: Final = (
    "setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner,-sys_admin",
    "--inh-caps=-dac_override,-dac_read_search,-fowner,-sys_admin",
)  # fmt: skip
"""An administrator for whom the rights of files hold as for anybody."""

REFUSED: Final = "権限がありません"
READ_ONLY: Final = "読み取り専用"
GONE: Final = "応答しません"


def may_mount() -> bool:
    """Whether drives can be made and taken away here."""
    return os.geteuid() == 0 and shutil.which("mount") is not None and shutil.which("setpriv") is not None


@contextmanager
def mounted(place: Path, size: str = "8m") -> Iterator[Path]:
    """A drive of its own at this place."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=False, capture_output=True)


def read_only(place: Path) -> Row:
    """The home is on a drive that can only be read: it is said first, one can play, nothing is changed."""
    row = Row("read-only home", times=1)
    with mounted(place):
        home = place / "home"
        furnish(home)
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        game = Game(home)
        try:
            told(row, game, READ_ONLY, "at the start")
            game.keys("return")
            up_to(game, "ShelfScreen")
            game.tell(quit=1)
            row.expect(game.ended() == 0, "exit status")
            row.expect("Traceback" not in game.said(), game.said()[-500:])
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(str(wrong))
        finally:
            game.close()
        pack = ("pack", "due", "-o", f"{home}/x.zip")
        for command, status in ((("list",), 0), (("records", "list"), 0), (pack, 2)):
            row.times += 1
            done = shinyo(home, *command)
            row.expect(done.returncode == status, f"{command}: {done.returncode} {done.stderr[-300:]}")
            row.expect("Traceback" not in done.stderr, done.stderr[-500:])
    return row


def without_rights(home: Path) -> Row:
    """The rights are taken away while one plays, and given back."""
    row = Row("home without permission, while playing")
    furnish(home)
    foreign = others(home)
    game = Game(home, "play", SCENARIO, before=WITHOUT_RIGHTS)
    try:
        up_to(game, "TalkScreen")
        answers(game, 1)
        record = latest(home)
        assert record is not None
        for what, barred in ((record.file, 0o400), (record.file, 0o000), (home / "records", 0o000)):
            row.times += 1
            rights = what.stat().st_mode & 0o777
            what.chmod(barred)
            tried_to_choose(row, game, REFUSED, f"{what.name} with {barred:o}")
            what.chmod(rights)
            answered_now(game)
        game.tell(quit=1)
        row.expect(game.ended() == 0, "exit status")
        well_left(row, home, foreign, game)
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(f"{wrong} {game.said()[-3000:]}")
    finally:
        (home / "records").chmod(0o700)
        game.close()
    return row


def barred(home: Path) -> Row:
    """Nobody may look into the home, or write there, when the program starts."""
    row = Row("home without permission, at the start")
    furnish(home)
    for rights in (0o000, 0o500):
        row.times += 1
        home.chmod(rights)
        game = Game(home, before=WITHOUT_RIGHTS)
        try:
            told(row, game, REFUSED, f"home with {rights:o}")
            game.keys("return")
            up_to(game, "ShelfScreen")
            game.tell(quit=1)
            row.expect(game.ended() == 0, "exit status")
        except (Stuck, AssertionError) as wrong:
            row.wrong.append(str(wrong))
        finally:
            home.chmod(0o700)
            game.close()
    return row


def unplugged(place: Path) -> Row:
    """The drive of the home is taken away while one plays (its folder stays, empty), and put back."""
    row = Row("drive unplugged while playing, then back")
    home = place / "stick"
    with mounted(place / "drive") as drive:
        home.mkdir()

        def put() -> None:
            subprocess.run(["mount", "--bind", drive, home], check=True)

        put()
        furnish(home)
        foreign = others(home)
        _unplug(row, home, foreign, lambda: subprocess.run(["umount", "-l", home], check=True), put)
        subprocess.run(["umount", "-l", home], check=False, capture_output=True)
        left = [file.name for file in home.rglob("*")]
        row.expect(not left, f"below the place of the drive lies {left}")
    return row


def moved_away(place: Path) -> Row:
    """The folder of the home is moved away while one plays, and back."""
    row = Row("home moved away while playing, then back")
    home, away = place / "home", place / "away"
    furnish(home)
    foreign = others(home)
    _unplug(row, home, foreign, lambda: home.rename(away), lambda: away.rename(home))
    return row


def _unplug(
    row: Row, home: Path, foreign: dict[str, str], out: Callable[[], object], back: Callable[[], object]
) -> None:
    game = Game(home, "play", SCENARIO)
    try:
        up_to(game, "TalkScreen")
        answers(game, 1)
        for _ in range(2):
            row.times += 1
            out()
            tried_to_choose(row, game, GONE, "a choice")
            back()
            answered_now(game)
        row.times += 1
        out()
        game.keys("f3")
        game.until_screen("SettingsScreen")
        game.press("furigana:False")
        game.look(1.0)
        texts = game.state()["texts"]
        row.expect(GONE in "".join(texts), f"settings: told {texts}")
        back()
        game.keys("escape")
        game.until_screen("TalkScreen")
        answers(game, len(game.answered) + 1)
        game.tell(quit=1)
        row.expect(game.ended() == 0, "exit status")
        well_left(row, home, foreign, game)
        records = [one.file.name for one in kept(home) if one.header.scenario == SCENARIO]
        row.expect(len(records) == 1, f"more than one record: {records}")
    except (Stuck, AssertionError, OSError) as wrong:
        row.wrong.append(str(wrong))
    finally:
        game.close()
