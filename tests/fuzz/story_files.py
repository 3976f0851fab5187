"""Stories and what lies beside them: scenarios, catalogs, transcripts, packs; how they change, what holds.

For whatever is in a file: findings or troubles and never another exception; every place within the file;
sentences in both languages; the same findings in the same order every time. What can be played is played.
"""

import random
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

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
from game.debrief.days import short_day
from game.debrief.names import deal_name
from game.format import catalogs
from game.format.decoding import decode, lines_of
from game.format.findings import Findings
from game.format.reader import Reading, read
from game.format.words import Words
from game.library.packs import packed, unpacked
from game.library.troubles import NotAPack, PackBreaksRules
from game.session import Meeting
from tests.format.samples import SAMPLE, SMALL
from tests.fuzz.answers import LANGS, ROOT, book, check_findings, check_trouble, library, place
from tests.fuzz.mutations import bytes_changed, encoded, pack_changed, text_changed, tree_changed
from tests.fuzz.small_stories import tree

SHORT = 2_000
"""Bytes of a file that the parser written in Python is given as well."""

TREES = 0.1
"""Of the texts changed once more, those whose parts are changed and not their lines."""

IN_ENGLISH = 8
"""One of so many files is read in English too, though its findings are known."""

_TOGETHER = set[frozenset[str]]()
"""Codes of findings that came together in one file so far."""

FEW_STATES = 400
"""States of an analysis that is only to show that it can be made."""


@cache
def seeds(*, large: bool) -> Mapping[str, tuple[str, ...]]:
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


def text_made(kind: str, rng: random.Random, *, large: bool) -> bytes:
    """A scenario, a catalog or a transcript, changed."""
    text = rng.choice(seeds(large=large)[kind])
    if kind == "scenario" and rng.random() < 0.4:
        return encoded(tree_changed(tree(text), rng), rng)
    return encoded(text_changed(text, rng), rng)


def pack_made(rng: random.Random, *, large: bool) -> bytes:
    """A pack of a story and its catalog, changed inside or as a whole."""
    text = rng.choice(seeds(large=large)["pack"])
    story = text_changed(text, rng) if rng.random() < 0.4 else text
    files = {
        "small.yaml": story.encode("utf-8", "replace"),
        "small.en.po": seeds(large=False)["catalog"][0].encode(),
    }
    if rng.random() < 0.3:
        return bytes_changed(packed([("small", files)]), rng)
    return pack_changed(files, rng)


def text_of(content: bytes, rng: random.Random) -> bytes:
    """A text as it came out of another change, changed once more; for what is led."""
    text = content.decode("utf-8", "replace")
    if rng.random() < TREES:
        with suppress(yaml.YAMLError, RecursionError, ValueError):
            return tree_changed(yaml.load(text, yaml.CBaseLoader), rng).encode("utf-8", "surrogatepass")
    return encoded(text_changed(text, rng), rng)


# ── what holds ─────────────────────────────────────────────────────────────────────────────────────────────


def read_scenario(content: bytes) -> None:
    """What holds of reading alone, the cheapest there is.

    It is read in English as well where these findings have not come together before, and else now and then.
    """
    japanese = read(content, "story.yaml", lang="ja", rulebook=book())
    check_findings(japanese.findings, japanese.lines)
    codes = frozenset(one.code for one in japanese.findings)
    if codes in _TOGETHER and zlib.crc32(content) % IN_ENGLISH:
        return
    _TOGETHER.add(codes)
    english = read(content, "story.yaml", lang="en", rulebook=book())
    check_findings(english.findings, english.lines)
    assert (japanese.scenario is None) == any(one.severity == "fault" for one in japanese.findings)
    assert [place(one) for one in japanese.findings] == [place(one) for one in english.findings]
    assert japanese.scenario == english.scenario


def check_scenario(content: bytes) -> None:
    """What holds of a scenario's file, down to playing it and all that is made of it for its author."""
    japanese = read(content, "story.yaml", lang="ja", rulebook=book())
    check_findings(japanese.findings, japanese.lines)
    assert (japanese.scenario is None) == any(one.severity == "fault" for one in japanese.findings)
    lot = zlib.crc32(content)
    if len(content) < SHORT or lot % 4 == 0:
        english = read(content, "story.yaml", lang="en", rulebook=book())
        check_findings(english.findings, english.lines)
        assert [place(one) for one in japanese.findings] == [place(one) for one in english.findings]
        assert japanese.scenario == english.scenario
    if len(content) < SHORT and lot % 4 == 1:
        slowly = read(content, "story.yaml", lang="en", rulebook=book(), pure=True)
        check_findings(slowly.findings, slowly.lines)
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
    check_findings(found, reading.lines)
    if reading.scenario is None or any(one.severity == "fault" for one in (*reading.findings, *found)):
        return
    game = Game(reading.scenario, book())
    rng, meeting = random.Random(0), Meeting(game)
    while not meeting.ended:
        meeting.choose(rng.choice(meeting.view.choices).id)
    assert meeting.reveal().outcome is not None
    if len(meeting.path) % 2:
        return
    check_findings(advise(reading, book(), analysed), reading.lines)
    transcript = plays.read(written(game, meeting.path, "somebody", str))
    if meeting.path:  # of a story in which nothing is decided there is nothing to be played again
        assert plays.replay(transcript, reading.scenario, book()) is None
    analysis = analysed(game)
    flowing = flows(game, analysis)
    spoken = MapWords(
        Words("en"), partial(short_day, words=Words("en")), partial(deal_name, words=Words("en"))
    )
    assert map_svg(game.scenario, flowing, story_map(game.scenario, flowing), spoken).startswith("<svg")
    catalog = catalogs.read_catalog(catalogs.update(reading, "fr").encode(), "story.fr.po", lang="ja")
    assert catalog.findings == ()
    assert [(one.context, one.original) for one in catalog.entries] == catalogs.texts(reading)


def read_catalog(content: bytes) -> None:
    """What holds of reading a catalog alone, in both languages."""
    for lang in LANGS:
        catalog = catalogs.read_catalog(content, "story.en.po", lang=lang)
        check_findings(catalog.findings, catalog.lines)


def check_catalog(content: bytes) -> None:
    """What holds of a catalog: read, compared with two stories, laid over one, written anew."""
    for lang in LANGS:
        catalog = catalogs.read_catalog(content, "story.en.po", lang=lang)
        check_findings(catalog.findings, catalog.lines)
        if lang == "ja":
            reading = _stories()[zlib.crc32(content) % 2]
            check_findings(catalogs.check(reading, catalog), catalog.lines)
            reading.in_language("en", content)
            if not catalog.findings:
                again = catalogs.update(reading, "en", catalog)
                assert catalogs.read_catalog(again.encode(), "story.en.po", lang=lang).findings == ()


@cache
def _stories() -> tuple[Reading, ...]:
    first = (ROOT / "scenarios" / "first-steps.yaml").read_bytes()
    return tuple(read(one, "story.yaml", lang="ja", rulebook=book()) for one in (SMALL.encode(), first))


def check_transcript(content: bytes) -> None:
    """What holds of a transcript, replayed against two stories."""
    findings = {lang: Findings("story.good.txt", lang) for lang in LANGS}
    texts = [decode(content, each) for each in findings.values()]
    lines = lines_of(content)
    for each in findings.values():
        check_findings(each.sorted(lines), lines)
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


def check_pack(content: bytes) -> None:
    """What holds of a pack: read, and its files put into a folder, beside which nothing is written."""
    try:
        pack = unpacked(content, Path("x.zip"))
    except (NotAPack, PackBreaksRules) as trouble:
        check_trouble(trouble)
        return
    for name in pack.files:
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
    for name in pack.scenarios:
        check_scenario(pack.files[name])
        for other, inside in pack.beside(name, "small").items():
            if other.endswith(".po"):
                check_catalog(inside)
    workshop = library().workshop
    workshop.put_back(workshop.take_in(pack.files))
