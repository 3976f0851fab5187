"""What makes each shipped scenario good enough, measured: ``python dev.py quality [id …] [--all]``.

Prints one Markdown table, misses in bold, and writes it to docs/scenario-quality.md. A row holds as long as
story, words, translation and rulebook are those it was measured on (the last column is their hash): only
other rows are measured again, each in a process of its own; with ``--all`` every one.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from benchmarks.exactly import ROOT, Exact, book, exactly
from game.analysis.measures import Measures, measures
from game.analysis.policies import Policy
from game.analysis.store import key
from game.authoring.advice import advise
from game.authoring.faults import check
from game.authoring.teaching import (
    LEAST_MARGIN,
    LIAR_BELOW,
    MOST_ALWAYS_BEST,
    MOST_IN_ONE_PLACE,
    MOST_LONGEST,
    MOST_SHUT_OUT,
    MOST_UNREACHED,
)
from game.core.game import Game
from game.core.portraits import NAMEABLE
from game.core.scenario import BANDS, Scenario
from game.format.catalogs import read_catalog
from game.format.reader import Reading, read
from game.library.transcripts import transcripts_beside

SCENARIOS: Final = ROOT / "scenarios"
OUT: Final = ROOT / "docs" / "scenario-quality.md"
FORM: Final = 1
"""Counted up when a column comes or goes, or is measured otherwise: all rows are then measured again."""

TRANSLATED: Final = "en"
LEAST_TRANSCRIPTS: Final = 3
MOST_SECONDS: Final = 10.0
MOST_MB: Final = 1_000.0
RIVALS: Final[tuple[Policy, ...]] = ("pusher", "interrogator", "caver")
"""The policies ``honest`` has to leave behind, wherever a scenario offers them their moves."""

Cell = tuple[str, bool]
"""What stands in a cell, and whether what is demanded is met."""

HEADS: Final[Mapping[str, str]] = {
    "scenario": "demanded",
    "scenes": "",
    "decisions": "",
    "paths": "exact",
    "states": "",
    "bands": f"≥ {len(BANDS) - MOST_UNREACHED}",
    "longest best": f"≤ {MOST_LONGEST:.0%}",
    "one place": f"≤ {MOST_IN_ONE_PLACE:.0%}",
    "always best": f"≤ {MOST_ALWAYS_BEST:.0%}",
    "principles": "all",
    "honest": "",
    **{f"over {name}": f"≥ {LEAST_MARGIN}" for name in RIVALS},
    "liar": f"< {LIAR_BELOW}",
    "caver signs": "≥ 0",
    "caver value": "< 0",
    "random shut out": f"≤ {MOST_SHUT_OUT:.0%}",
    "random, by band": "",
    "transcripts": f"≥ {LEAST_TRANSCRIPTS}",
    "faults, advice": "0, 0",
    "s": f"≤ {MOST_SECONDS:.0f}",
    "MB": f"≤ {MOST_MB:,.0f}",
    "measured on": "",
}
"""The columns, and what is demanded of each."""

ABOUT: Final = f"""# What the scenarios measure

Made by `python3 dev.py quality`, which measures anew what has changed since; run it after a change of a
scenario or of the rulebook. What is demanded stands in the first row, a miss is **bold**.

- *longest best*, *one place*: of the decisions on the best line, how often the best choice is the longest
  sentence (Japanese · English), and how often it stands in the same place.
- *always best*: decisions in which one choice is best whatever went before.
- *principles*: those it teaches that move the balance on more than one path.
- *honest*: mean trust of the honest way of selling; *over …*: how far it ends above another one (– where a
  scenario does not offer that one its moves); *liar*: the mean trust of lying.
- *caver signs*, *caver value*: how often giving in signs, and what it is worth in three years, less what
  honest does.
- *random, by band*: how choosing at random ends, from {BANDS[0].replace("_", " ")} up, in per cent.
- *s*, *MB*: processor seconds and memory of the exact analysis.

"""


def fingerprint(file: Path) -> str:
    """What a row rests on, in twelve hex digits: story, rulebook, words, translation, transcripts.

    "" for a scenario that cannot be played, of which nothing is measured.
    """
    game = _game(_read(file))
    if game is None:
        return ""
    catalog = _catalog(file)
    translation = sha256(catalog.read_bytes()).hexdigest() if catalog.exists() else ""
    told = [FORM, key(game), game.scenario.text_hash, translation, _transcripts(file)]
    return sha256(json.dumps(told).encode()).hexdigest()[:12]


def files() -> list[Path]:
    """The shipped scenarios."""
    return sorted(SCENARIOS.glob("*.yaml"))


def rows_kept() -> dict[str, str]:
    """The rows that are written down, by fingerprint."""
    lines = OUT.read_text("utf-8").splitlines() if OUT.exists() else []
    return {line.split("|")[-2].strip(): line for line in lines if line.startswith("|")}


def _read(file: Path) -> Reading:
    return read(file.read_bytes(), file.name, lang="en", rulebook=book())


def _game(reading: Reading) -> Game | None:
    return None if reading.scenario is None else Game(reading.scenario, book())


def _catalog(file: Path) -> Path:
    return file.with_name(f"{file.stem}.{TRANSLATED}.po")


def _transcripts(file: Path) -> int:
    return len(transcripts_beside(file, file.stem))


# ── one row ────────────────────────────────────────────────────────────────────────────────────────────────


def measured(file: Path) -> str:
    """The row of one scenario, measured in this process."""
    reading = _read(file)
    game = _game(reading)
    if game is None:
        return line([file.stem, "**cannot be played**", *[""] * (len(HEADS) - 2)])
    found = exactly(game)
    translated = _translated(reading, file)
    other = measures(found.analysis, Game(translated, book())).longest if translated else None
    cells = _cells(found, measures(found.analysis, game), game, other)
    cells |= {
        "transcripts": _least(_transcripts(file), LEAST_TRANSCRIPTS),
        "faults, advice": _findings(file, reading, found),
        "measured on": (fingerprint(file), True),
    }
    return line(text if met else f"**{text}**" for text, met in (cells[name] for name in HEADS))


def line(cells: Iterable[str]) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def _translated(reading: Reading, file: Path) -> Scenario | None:
    catalog = _catalog(file)
    return reading.in_language(TRANSLATED, catalog.read_bytes()).scenario if catalog.exists() else None


def _cells(found: Exact, own: Measures, game: Game, other: float | None) -> dict[str, Cell]:
    analysis, policies = found.analysis, found.analysis.policies
    scenario = game.scenario
    reached, taught = len(BANDS) - len(own.unreached), len(scenario.teaches)
    moved = taught - len(own.unmoved or ())
    longest = [share for share in (own.longest, other) if share is not None]
    place = max(own.positions, default=None)
    liar, signs, value = own.liar_trust, own.caver_signs, own.caver_value
    shut_out = own.random["shut_out"]
    return {
        "scenario": (scenario.id, True),
        "scenes": (str(len(scenario.scenes)), True),
        "decisions": (str(analysis.decisions_max), True),
        "paths": (_powered(analysis.paths), analysis.exact),
        "states": (f"{analysis.states:,}", True),
        "bands": (f"{reached} of {len(BANDS)}", len(own.unreached) <= MOST_UNREACHED),
        "longest best": (_shares(longest), max(longest, default=1) <= MOST_LONGEST),
        "one place": _most(place, MOST_IN_ONE_PLACE),
        "always best": _most(own.always_best, MOST_ALWAYS_BEST),
        "principles": (f"{moved} of {taught}", own.unmoved == ()),
        "honest": (f"{policies['honest'].trust_mean:.1f}", True),
        **{f"over {name}": _margin(own, name) for name in RIVALS},
        "liar": ("–", True) if liar is None else (f"{liar:.1f}", liar < LIAR_BELOW),
        "caver signs": ("–", True) if signs is None else (f"{100 * signs:+.0f} points", signs >= 0),
        "caver value": ("–", True) if value is None else (f"{value:+,.0f}", value < 0),
        "random shut out": _most(shut_out, MOST_SHUT_OUT),
        "random, by band": (" ".join(f"{100 * own.random[band]:.0f}" for band in BANDS), True),
        "s": (f"{found.seconds:.1f}", found.seconds <= MOST_SECONDS),
        "MB": (f"{found.mb:,.0f}", found.mb <= MOST_MB),
    }  # fmt: skip


def _shares(shares: Iterable[float]) -> str:
    return " · ".join(f"{share:.0%}" for share in shares)


def _powered(number: int) -> str:
    """A number of paths: whole while it can be read, then in powers of ten."""
    if number < 1_000_000:
        return f"{number:,}"
    digits, power = f"{number:.1e}".split("e")
    return f"{digits}·10{str(int(power)).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _most(share: float | None, most: float) -> Cell:
    return ("–", False) if share is None else (f"{share:.0%}", share <= most)


def _least(number: int, least: int) -> Cell:
    return str(number), number >= least


def _margin(own: Measures, name: Policy) -> Cell:
    margin = own.margins.get(name)
    return ("–", True) if margin is None else (f"{margin:.1f}", margin >= LEAST_MARGIN)


def _findings(file: Path, reading: Reading, found: Exact) -> Cell:
    catalogs = [
        read_catalog(each.read_bytes(), each.name, lang="en")
        for each in sorted(file.parent.glob(f"{file.stem}.*.po"))
    ]
    known = {each.stem for each in files()}
    told = {*reading.findings}
    told |= {*check(reading, catalogs, book(), known_scenarios=known, portraits=NAMEABLE)}
    told |= {*advise(reading, book(), lambda _: found.analysis)}
    faults = sum(one.severity == "fault" for one in told)
    return f"{faults}, {len(told) - faults}", not told


# ── the table ──────────────────────────────────────────────────────────────────────────────────────────────


def table(rows: Sequence[str]) -> str:
    """The whole table."""
    rules = ("---" if name in {"scenario", "measured on"} else "--:" for name in HEADS)
    return "\n".join([line(HEADS), f"|{'|'.join(rules)}|", line(HEADS.values()), *rows]) + "\n"


def rows(names: Sequence[str], *, every: bool) -> Iterator[str]:
    """Every scenario's row, as written down or measured now; ``names`` are measured in any case."""
    kept = {} if every else rows_kept()
    for file in files():
        row = None if file.stem in names else kept.get(fingerprint(file))
        if row is None:
            print(f"measuring {file.stem} …", file=sys.stderr, flush=True)
            row = _apart(file)
        yield row


def _apart(file: Path) -> str:
    """A row measured in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.quality", "--row", str(file)]
    run = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if run.returncode:
        raise SystemExit(run.returncode)
    return run.stdout.strip()


def main() -> int:
    """Measure, print, write; exit status 1 where a demand is not met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="id", help="measure these in any case")
    parser.add_argument("--all", action="store_true", help="measure every scenario anew")
    parser.add_argument("--row", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if asked.row:
        print(measured(asked.row))
        return 0
    unknown = {*asked.names} - {file.stem for file in files()}
    if unknown:
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    text = table(list(rows(asked.names, every=asked.all)))
    print(text)
    OUT.write_text(ABOUT + text, encoding="utf-8")
    return 1 if "**" in text else 0


if __name__ == "__main__":
    sys.exit(main())
