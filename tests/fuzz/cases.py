"""Cases: what is fuzzed, each made from its number alone, and what has to hold for it.

For whatever is in a file: findings or troubles and never another exception; every place within the file;
sentences in both languages; the same findings in the same order every time. What can be played is played.
"""

import random
import tomllib
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

from game.analysis.exact import analyse
from game.analysis.flows import flows
from game.authoring import transcript as plays
from game.authoring.advice import advise
from game.authoring.faults import check
from game.authoring.map_svg import MapWords, map_svg
from game.authoring.story_map import story_map
from game.authoring.transcript_told import told
from game.authoring.transcript_written import written
from game.core.game import Game
from game.core.portraits import NAMEABLE
from game.core.rulebook import Rulebook
from game.debrief.days import short_day
from game.debrief.names import deal_name
from game.format import catalogs
from game.format.codes import CODES, Lang
from game.format.decoding import decode, lines_of
from game.format.findings import Finding, Findings
from game.format.frames import as_github, as_text
from game.format.reader import Reading, read
from game.format.words import Words
from game.library.packs import packed, unpacked
from game.library.troubles import NotAPack, PackBreaksRules
from game.session import Meeting
from tests.format.samples import SAMPLE, SMALL
from tests.fuzz.mutations import bytes_changed, encoded, pack_changed, text_changed, tree_changed

ROOT = Path(__file__).parents[2]
Kind = Literal["scenario", "catalog", "transcript", "pack"]
KINDS: dict[Kind, int] = {"scenario": 60, "catalog": 15, "transcript": 15, "pack": 10}
LANGS: tuple[Lang, ...] = ("ja", "en")
SHORT = 2_000
"""Bytes of a file that the parser written in Python is given as well."""

FEW_STATES = 400
"""States of an analysis that is only to show that it can be made."""


class Case(NamedTuple):
    """One file to be read."""

    kind: Kind
    content: bytes


@cache
def book() -> Rulebook:
    return Rulebook.from_mapping(tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text("utf-8")))


@cache
def seeds(*, large: bool) -> Mapping[Kind, tuple[str, ...]]:
    """What is changed: small stories that are quick to read, or all that is shipped."""
    new = (ROOT / "assets" / "templates" / "new.ja.yaml").read_text("utf-8").replace("{id}", "new")
    small = [*[SMALL] * 8, SAMPLE, SAMPLE, new]
    folder = ROOT / "scenarios"
    names = sorted(folder.glob("*.yaml")) if large else [folder / "first-steps.yaml"]
    stories = [file.read_text("utf-8") for file in names]
    own = 2 * [catalogs.update(read(one.encode(), "s.yaml", lang="ja"), "en") for one in (SMALL, SAMPLE)]
    return {
        "scenario": (*(small if not large else [SAMPLE, new]), *stories),
        "catalog": (*own, *(file.with_suffix(".en.po").read_text("utf-8") for file in names)),
        "transcript": tuple(one.read_text("utf-8") for file in names for one in _beside(file)),
        "pack": (SMALL, SAMPLE, *stories[:1]),
    }  # fmt: skip


def _beside(story: Path) -> list[Path]:
    return sorted(story.parent.glob(f"{story.stem}.*.txt"))


@cache
def tree(text: str) -> object:
    return yaml.load(text, yaml.CBaseLoader)


def case(seed: int, *, large: bool = False) -> Case:
    """The case of a number."""
    rng = random.Random(seed)
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    text = rng.choice(seeds(large=large)[kind])
    if kind == "scenario" and rng.random() < 0.4:
        return Case(kind, encoded(tree_changed(tree(text), rng), rng))
    if kind == "pack":
        story = text_changed(text, rng) if rng.random() < 0.4 else text
        files = {
            "small.yaml": story.encode("utf-8", "replace"),
            "small.en.po": seeds(large=False)["catalog"][0].encode(),
        }
        if rng.random() < 0.3:
            return Case(kind, bytes_changed(packed([("small", files)]), rng))
        return Case(kind, pack_changed(files, rng))
    return Case(kind, encoded(text_changed(text, rng), rng))


def answered(one: Case) -> None:
    """Read a case; raises whatever should not have happened."""
    HOLDS[one.kind](one.content)


# ── what holds ─────────────────────────────────────────────────────────────────────────────────────────────


def _scenario(content: bytes) -> None:
    japanese = read(content, "story.yaml", lang="ja", rulebook=book())
    _told(japanese.findings, japanese.lines)
    assert (japanese.scenario is None) == any(one.severity == "fault" for one in japanese.findings)
    lot = zlib.crc32(content)
    if len(content) < SHORT or lot % 4 == 0:
        english = read(content, "story.yaml", lang="en", rulebook=book())
        _told(english.findings, english.lines)
        assert [_place(one) for one in japanese.findings] == [_place(one) for one in english.findings]
        assert japanese.scenario == english.scenario
    if len(content) < SHORT and lot % 4 == 1:
        slowly = read(content, "story.yaml", lang="en", rulebook=book(), pure=True)
        _told(slowly.findings, slowly.lines)
    _played(japanese)


def _played(reading: Reading) -> None:
    if reading.document is None:
        return
    analysed = cache(partial(analyse, budget=FEW_STATES, samples=20))
    found = check(
        reading,
        [],
        book(),
        portraits=NAMEABLE,
        analysed=analysed,
    )
    _told(found, reading.lines)
    if reading.scenario is None or any(one.severity == "fault" for one in (*reading.findings, *found)):
        return
    game = Game(reading.scenario, book())
    rng, meeting = random.Random(0), Meeting(game)
    while not meeting.ended:
        meeting.choose(rng.choice(meeting.view.choices).id)
    assert meeting.reveal().outcome is not None
    if len(meeting.path) % 2:
        return
    _told(advise(reading, book(), analysed), reading.lines)
    transcript = plays.read(written(game, meeting.path, "somebody", str))
    assert plays.replay(transcript, reading.scenario, book()) is None
    analysis = analysed(game)
    flowing = flows(game, analysis)
    spoken = MapWords(Words("en"), short_day, partial(deal_name, words=Words("en")))
    assert map_svg(game.scenario, flowing, story_map(game.scenario, flowing), spoken).startswith("<svg")
    catalog = catalogs.read_catalog(catalogs.update(reading, "fr").encode(), "story.fr.po", lang="ja")
    assert catalog.findings == ()
    assert [(one.context, one.original) for one in catalog.entries] == catalogs.texts(reading)


def _catalog(content: bytes) -> None:
    for lang in LANGS:
        catalog = catalogs.read_catalog(content, "story.en.po", lang=lang)
        _told(catalog.findings, catalog.lines)
        if lang == "ja":
            reading = _stories()[zlib.crc32(content) % 2]
            _told(catalogs.check(reading, catalog), catalog.lines)
            reading.in_language("en", content)
            if not catalog.findings:
                again = catalogs.update(reading, "en", catalog)
                assert catalogs.read_catalog(again.encode(), "story.en.po", lang=lang).findings == ()


@cache
def _stories() -> tuple[Reading, ...]:
    first = (ROOT / "scenarios" / "first-steps.yaml").read_bytes()
    return tuple(read(one, "story.yaml", lang="ja", rulebook=book()) for one in (SMALL.encode(), first))


def _transcript(content: bytes) -> None:
    findings = {lang: Findings("story.good.txt", lang) for lang in LANGS}
    texts = [decode(content, each) for each in findings.values()]
    lines = lines_of(content)
    for each in findings.values():
        _told(each.sorted(lines), lines)
    if texts[0] is None:
        return
    transcript = plays.read(texts[0])
    wrong = [*transcript.differences]
    for reading in _stories():
        assert reading.scenario is not None
        differs = plays.replay(transcript, reading.scenario, book())
        wrong += [differs] if differs else []
    for one in wrong:
        assert 1 <= one.line <= len(lines)
        for lang in LANGS:
            assert "\n" not in told(one, lang)


def _pack(content: bytes) -> None:
    try:
        pack = unpacked(content, Path("x.zip"))
    except (NotAPack, PackBreaksRules):
        return
    for name in pack.files:
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
    for name in pack.scenarios:
        _scenario(pack.files[name])
        for other, inside in pack.beside(name, "small").items():
            if other.endswith(".po"):
                _catalog(inside)


HOLDS: dict[Kind, Callable[[bytes], None]] = {
    "scenario": _scenario,
    "catalog": _catalog,
    "transcript": _transcript,
    "pack": _pack,
}


def _place(one: Finding) -> tuple[str, int, int]:
    return one.code, one.line, one.column


def _told(findings: tuple[Finding, ...] | list[Finding] | Iterator[Finding], lines: tuple[str, ...]) -> None:
    for one in findings:
        assert one.code in CODES
        assert one.code != "wrong-value", "a kind of error that has no words of its own"
        assert 1 <= one.line <= len(lines), one
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1, one
        told_so = as_text(one, lines)
        assert not {char for char in told_so if ord(char) < 32 and char not in "\t\n"}, told_so
        assert "\n" not in as_github(one)
