"""A class from its folder to its figures: how long, how much memory, and against one record at a time."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks.exactly import ROOT
from benchmarks.row import Row
from game.classroom.rehearsal import rehearsal
from game.classroom.replays import replayed
from game.classroom.sources import Sources
from game.core.play import replay, settle
from game.library import Library
from game.records import Records, new_header
from game.records.lines import header_line, line, moment

SCENARIO: Final = "friday-checklist"
START: Final = datetime(2026, 4, 10, 1, 0, tzinfo=UTC)

LOOK: Final = """
import json, resource, sys, time
begun = time.perf_counter()
from pathlib import Path
from game.classroom.gathering import Gathering
from game.library import Library
library = Library(Path(sys.argv[2]))
gathering = Gathering([sys.argv[1]], library, lang="ja")
gathering.look()
(figure,) = gathering.classes.figures(library.words("ja"), library.cached_analysis)
seconds = time.perf_counter() - begun
again = time.perf_counter()
gathering.look()
again = time.perf_counter() - again
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([len(figure.seats), seconds, again, megabytes]))
"""
"""In a process of its own: from its first import to the figure of a folder."""


@contextmanager
def school(size: int) -> Iterator[Path]:
    """A folder with so many records, those of a rehearsal, and a home with the analysis kept in it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        library = Library(place / "home")
        opened = library.open_scenario(SCENARIO, "ja")
        source = opened.played(library.rulebook_bytes())
        sources = Sources(library)
        files = sources.keep(source)
        game = sources.game(files, None, SCENARIO, "ja")
        library.analysis(game)
        records = Records(place / "class")
        records.versions.keep(source)
        words = library.words("ja")
        made = rehearsal(game, size, 1, files=files, words=words, day=START.date())[:size]
        for number, each in enumerate(made):
            header = new_header(
                opened.playable, library.rulebook(), source,
                app="0", trainee=each.name, purpose="benchmark", now=START,
            )  # fmt: skip
            lines = [header_line(header)]
            for at, choice in enumerate(each.path, 1):
                lines.append(
                    line({"choice": choice, "scene": "s", "at": moment(START + timedelta(minutes=at))})
                )
            said = {"prediction": each.predicted or "vendor", "trust": None, "feeling": "unsure"}
            lines += [line({**said, "at": moment(START)}), line({"closed": "ended", "at": moment(START)})]
            (place / "class" / f"{number}.jsonl").write_bytes(b"".join(lines))
        yield place


def looked(place: Path) -> tuple[int, float, float, float]:
    """Seats, seconds to the figure, seconds of a second look, megabytes at most, in a process of its own."""
    command = [sys.executable, "-c", LOOK, str(place / "class"), str(place / "home")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    seats, seconds, again, megabytes = json.loads(done.stdout)
    return seats, seconds, again, megabytes


def folder_to_figures() -> list[Row]:
    """Classes of 40, 1,000 and 100,000, each from a folder of records."""
    rows = []
    for size, most in ((40, 1.5), (1_000, 3.0), (100_000, 30.0)):
        with school(size) as place:
            seats, seconds, again, megabytes = looked(place)
        assert seats == size
        rows.append(
            Row(f"a class of {size:,}: from the start of the program to its figure", seconds, "s", most=most)
        )
        if size > 1_000:
            rows.append(Row(f"a class of {size:,}: memory at most", megabytes, "MB", most=1024))
            rows.append(Row(f"a class of {size:,}: looking for late ones", again, "s"))
    return rows


def against_one_at_a_time(size: int = 4_000) -> list[Row]:
    """The paths of a rehearsal, settlement included, together and one after another."""
    library = Library(Path(tempfile.mkdtemp()))
    sources = Sources(library)
    files = sources.keep(library.open_scenario(SCENARIO, "ja").played(library.rulebook_bytes()))
    game = sources.game(files, None, SCENARIO, "ja")
    made = rehearsal(game, size, 1, files=files, words=library.words("ja"), day=START.date())[:size]
    paths = [each.path for each in made]
    begun = time.perf_counter()
    replayed(game, paths)
    together = size / (time.perf_counter() - begun)
    alone, begun = paths[:200], time.perf_counter()
    for path in alone:
        end = replay(game, path)
        settle(game, end.scene, end.states, end.passbook)
    one = len(alone) / (time.perf_counter() - begun)
    return [
        Row("records of a class replayed: together against one at a time", together / one, "×", least=20),
        Row(f"records of a class replayed, {size:,} together", together, "/s"),
    ]


def rows() -> list[Row]:
    """All of it."""
    return [*against_one_at_a_time(), *folder_to_figures()]
