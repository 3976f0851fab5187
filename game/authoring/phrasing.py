"""Advice that can be read off the words alone: sentences that are too long, too plain, or too vague.

Every rule names its thresholds and its words here, in Japanese and in English; a text in another language is
judged by its length only.
"""

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.culprits import Culprit, culprit
from game.core.moves import Promise
from game.core.scenario import Choice, Scenario
from game.format.notes import Passage
from game.format.wording import without_readings

MOST_WIDE: Final = 60
"""Glyphs of a choice in Japanese: two lines and a half on the sheet, as far as one says in a breath."""

MOST_NARROW: Final = 130
"""The same in Latin letters, which are half as wide and carry about half as much."""

_WIDE: Final = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]")

_METER: Final = {
    "ja": re.compile(
        r"(信用|信頼|好感|評価)(度|残高|ポイント|値)?(が|を|は|も)?(少し|大きく|かなり|ぐっと|一気に|また)?"
        r"(上が[っり]|下が[っり]|増え|減[っりる]|失[っいう]|得[たて]|稼[いげ]|貯ま|高ま[っり]|低下|上昇|回復し)"
        r"|(信用|信頼)(残高|ポイント|度)|[＋+−-]?[0-9０-９]+\s*ポイント"
    ),
    "en": re.compile(
        r"\b(credit|trust)\b[^.!?]{0,24}\b(rises|rose|falls|fell|drops|dropped|goes (up|down)|went (up|down)|"
        r"increase[sd]?|decrease[sd]?|grew|grows|is lost|is gained)\b"
        r"|\b(credit|trust) (balance|points?|level|meter)\b|\b[+-]?\d+ points?\b|"
        r"\b(gain|lose|lost|gained|earned) (some |a little |your )?(credit|trust)\b",
        re.IGNORECASE,
    ),
}
"""Words by which a reply, or the narrator, would say out loud what the passbook keeps for the end."""

_VAGUE: Final = {
    "ja": re.compile(
        r"できれば|できるだけ|なるべく|可能な(限り|範囲)|近いうち|そのうち|いずれ|後日|追って|"
        r"[頃ころ]に?は|[ぐく]らいに|あたりに|目安|前向きに|善処|検討(します|いたします)|(はず|つもり|予定)です|と思います"
    ),
    "en": re.compile(
        r"\b(if possible|if I can|where possible|hopefully|probably|perhaps|maybe|sometime|some time|soon|"
        r"or so|more or less|roughly|around|I(’|')ll try|we(’|')ll try|try to|should be able|should manage|"
        r"as soon as (I|we) can|before long)\b",
        re.IGNORECASE,
    ),
}
"""Words by which a promise is none to hold anybody to. They are common: a finding is advice, no more."""


_PAIRS: Final = ("「」", "『』", "（）")
"""Japanese quotation marks and brackets, which stand in pairs."""

_CURLY: Final = {"“": "”", "‘": "’", "”": "”", "＂": "＂"}
"""Quotation marks of a word processor: an opening one, and what closes it."""


def phrasing(scenario: Scenario, texts: tuple[Passage, ...]) -> Iterator[Culprit]:
    """What the words of a scenario should be advised of; ``texts`` as its reader found them."""
    for passage in texts:
        path = passage.path
        yield from _quotes(passage)
        if path[0] != "scenes":
            continue
        if path[-1] in {"say", "act"} and path[-3:-2] == ("choices",):
            yield from _length(passage)
        elif path[-1] not in {"understood", "better", "means", "title"}:
            yield from _meter(scenario, passage)
    for scene in scenario.scenes:
        for index, choice in enumerate(scene.choices):
            yield from _promises(scenario, choice, ("scenes", scene.id, "choices", index))


def plain(text: str) -> str:
    """A text without readings, on one line."""
    return " ".join(without_readings(text).split())


def glyphs(text: str) -> tuple[int, int]:
    """Wide glyphs and all glyphs of a text, readings left out."""
    shown = plain(text)
    return len(_WIDE.findall(shown)), len(shown)


def _length(passage: Passage) -> Iterator[Culprit]:
    wide, count = glyphs(passage.text)
    most = MOST_WIDE if 2 * wide > count else MOST_NARROW
    if count > most:
        yield culprit("choice-too-long", passage.path, count=str(count), most=str(most))


def _quotes(passage: Passage) -> Iterator[Culprit]:
    """「 without its 」, and “ ” around a whole text, which were meant to hold it together."""
    text = passage.text
    for opened, closed in _PAIRS:
        if text.count(opened) != text.count(closed):
            missing = closed if text.count(opened) > text.count(closed) else opened
            yield culprit("unbalanced-quotes", passage.path, missing=missing)
            return
    if len(text) > 1 and text[0] in _CURLY and text[-1] == _CURLY[text[0]] and text[0] not in text[1:-1]:
        yield culprit("curly-quotes", passage.path, opened=text[0], closed=text[-1])


def _meter(scenario: Scenario, passage: Passage) -> Iterator[Culprit]:
    words = _METER.get(scenario.language)
    found = words.search(passage.text) if words is not None else None
    if found is not None:
        yield culprit("meter-said", passage.path, said=found[0])


def _promises(scenario: Scenario, choice: Choice, path: tuple[str | int, ...]) -> Iterator[Culprit]:
    firm = [move.promise for move in choice.does if isinstance(move, Promise) and not move.vague]
    words = _VAGUE.get(scenario.language)
    found = words.search(choice.text) if words is not None else None
    if firm and found is not None:
        key = "say" if choice.say is not None else "act"
        yield culprit("vague-promise", (*path, key), said=found[0], id=firm[0])
