"""A folder as the pages suppose it: the guide's scenario, meetings played, a class that handed in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from game.core.game import Game
from game.format.codes import Lang
from game.library import Library
from game.library.result_codes import code_of
from game.records import Records, new_header
from game.records.handing import export
from game.records.lines import header_line, line, moment
from game.session import Meeting
from tests.authoring.stories import ROOT
from tests.docs.guides import blocks

DAY: Final = datetime(2026, 4, 14, 1, 0, tzinfo=UTC)
"""When the class met: after the day from which the guide for a class looks on."""

GOOD: Final = ("gift", "friday", "send", "trial")
"""The way through the guide's scenario that the guide itself takes."""

CLASS: Final[dict[Lang, str]] = {"en": "training/April", "ja": "研修/四月"}
CODED: Final = "first-steps"


def prepare(folder: Path, home: Path, lang: Lang) -> None:
    """Fill a folder and a trainee's home, before the first command is typed."""
    (folder / "scenarios").mkdir()
    for file in (ROOT / "scenarios").glob(f"{CODED}.*"):
        (folder / "scenarios" / file.name).write_bytes(file.read_bytes())
    whole = [block.text for block in blocks(lang) if block.info == "yaml"][-1]
    (folder / "first-visit.yaml").write_text(whole, "utf-8")
    library = Library(home)
    records = library.records()
    coded = _kept(library, records, CODED, lang, ())
    code = code_of(records.read(coded))
    (folder / "codes.txt").write_text(f"Aki, {code}\n", "utf-8")
    met = _kept(library, records, str(folder / "first-visit.yaml"), lang, GOOD)
    handed_in = folder / CLASS[lang]
    handed_in.mkdir(parents=True)
    export(records, met, handed_in / "aki.shinyo")


def _kept(library: Library, records: Records, which: str, lang: Lang, path: tuple[str, ...]) -> Path:
    """A record of a meeting played to its end: along a path, or by the first choice on offer."""
    opened = library.open_scenario(which, lang)
    meeting = Meeting(Game(opened.playable, library.rulebook(), opened.opening))
    for choice in path:
        meeting.choose(choice)
    while not meeting.ended:
        meeting.choose(meeting.view.choices[0].id)
    source = opened.played(library.rulebook_bytes())
    records.versions.keep(source)
    header = new_header(
        opened.playable, library.rulebook(), source, app="0", trainee="Aki", purpose="training", now=DAY
    )
    lines = [header_line(header)]
    for at, choice in enumerate(meeting.path, 1):
        lines.append(line({"choice": choice, "scene": "s", "at": moment(DAY + timedelta(minutes=at))}))
    lines.append(line({"closed": "ended", "at": moment(DAY + timedelta(hours=1))}))
    file = records.folder / f"{header.scenario}-{DAY:%Y%m%d}-{header.uid[:8]}.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join(lines))
    return file
