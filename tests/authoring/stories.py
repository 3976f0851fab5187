"""Small stories in YAML for the faults, and random ones to hold them against every way through."""

import tomllib
from pathlib import Path
from random import Random

from game.authoring.faults import check
from game.core.game import Game
from game.core.rulebook import Rulebook
from game.format.findings import Finding
from game.format.reader import Reading, read

ROOT = Path(__file__).parents[2]
BOOK = Rulebook.from_mapping(tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text("utf-8")))

TOP = """\
format: 1
id: story
language: ja
title: 小さな話
begins: 2026-03-03 10:20
customer: {name: 田辺 由紀}
facts: {closing: 締め日に三日かかる, turnover: 二人辞めた}
promises:
  sheet: {text: 金曜までに一覧を送る, due: friday}
  visit: {text: 四月に伺う, due: 2026-04-02}
blurs:
  support: {said: 支援します, heard: 無料でやります}
  soon: {said: すぐに, heard: 今日中に, surfaces: 2 days}
start: one
scenes:
"""


def scene(name: str, *choices: str, more: str = "", lines: str = "[{customer: どうも。}]") -> str:
    """A scene with choices, each given as the lines under its ``id``."""
    head = f"  {name}:\n" + (f"    {more}\n" if more else "") + f"    lines: {lines}\n"
    if not choices:
        return head + "    ending: open\n"
    body = ""
    for index, choice in enumerate(choices):
        own = [line.strip() for line in choice.split(";")]
        said = [] if any(line.startswith("say:") for line in own) else [f"say: 言葉{index + 1}。"]
        body += f"      - id: c{index + 1}\n" + "".join(f"        {line}\n" for line in [*said, *own])
    return head + "    choices:\n" + body


def story(*scenes: str, top: str = TOP) -> str:
    """A whole file."""
    return top + "".join(scenes)


def reading(text: str, lang: str = "ja", rulebook: Rulebook | None = BOOK) -> Reading:
    """The text read as a file named ``story.yaml``."""
    return read(text.encode(), "story.yaml", lang="en" if lang == "en" else "ja", rulebook=rulebook)


END = scene("end")


def found(text: str, lang: str = "ja", **more) -> tuple[Finding, ...]:
    read = reading(text, lang)
    assert [one.code for one in read.findings if one.severity == "fault"] == []
    return check(read, more.pop("catalogs", ()), BOOK, **more)


def at(text: str, piece: str) -> tuple[int, int]:
    index = text.rindex(piece)
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def one_fault(text: str, code: str, piece: str, **more) -> Finding:
    """The only fault of a story: this code, where this piece of the text stands (the last of several)."""
    (only,) = found(text, **more)
    assert (only.code, only.severity) == (code, "fault")
    assert (only.line, only.column) == at(text, piece)
    assert only.message
    assert only.hint
    return only


def never_called(game: Game):
    raise AssertionError(f"{game.scenario.id} is sound without walking every way")


MOVES = (
    "{ask: closing}", "{ask: {facts: [closing, turnover], count: 5}}",
    "{ask: {facts: [turnover], invited: true}}",
    "{learn: turnover}", "{inform: steps}", "{help: boxes}", "{promise: sheet}",
    "{promise: {id: visit, vague: true}}", "{keep: sheet}", "{keep: visit}", "{break: sheet}",
    "{renegotiate: {promise: sheet, due: 5 days}}", "{lie: ready}", "{correct: ready}", "{expose: ready}",
    "{blur: support}", "{blur: soon}", "{clarify: support}", "{surface: support}", "{own: support}",
    "{own: soon}",
    "{deflect: support}", "{complain: noise}", "{recover: noise}", "{formal: noise}", "{deflect: noise}",
    "{demand: cut}", "{concede: {demand: cut, percent: 5}}", "{hold: {demand: cut}}",
    "{concede: {percent: 3}}",
    "{request: {favour: name}}", "{start_small: part}", "{wait: 2 days}", "{wait: friday}", "{stand: below}",
)  # fmt: skip
EVENTS = ("{learn: closing}", "{surface: support}", "{expose: ready}", "{complain: noise}", "{demand: cut}")
WHENS = (
    "{knows: closing}", "{knows: turnover}", "{promised: sheet}", "{kept: sheet}", "{broken: sheet}",
    "{lied: ready}", "{scarred: true}", "{scarred: false}", "{blurred: support}", "{clarified: support}",
    "{complained: noise}", "{recovered: noise}", "{conceded: cut}", "{given_away: true}", "{given_away: cut}",
    "{helped: boxes}", "{granted: name}", "{refused: name}", "{day: {at_least: 3}}", "{day: {below: 2}}",
    "{credit: {at_least: 5}}", "{standing: {below: 0}}", "{chose: s0.c1}", "{chose: s1.c2}",
)  # fmt: skip
AFTER = (
    "after: 1 day",
    "after: 3 business days",
    "after: friday",
    "after: 2026-03-09",
    "after: 2 days after s0",
)

EVERYTHING = scene("spare", *(f"does: [{move}]; goto: spare_end" for move in MOVES)) + scene("spare_end")
"""Lets every move come about somewhere, in a scene nobody comes to, so that no id is unknown."""


def random_story(random: Random) -> str:
    """A story of four scenes and an end: moves, conditions, a hub, times, all by lot."""

    def when() -> str:
        one, other = random.choice(WHENS), random.choice(WHENS)
        return random.choice(
            (one, one, f"{{not: {one}}}", f"{{any: [{one}, {other}]}}", f"{{all: [{one}, {other}]}}")
        )

    def choice(at: int) -> str:
        later = [f"s{n}" for n in range(at + 1, 4)] + ["end"]
        parts = []
        if random.random() < 0.4:
            parts.append(f"when: {when()}")
        if random.random() < 0.8:
            parts.append(f"does: [{', '.join(random.choices(MOVES, k=random.randint(1, 2)))}]")
        if random.random() < 0.3:
            reply = f"{{when: {when()}, customer: はい。, learn: closing}}"
            parts.append(
                f"reply: [{reply}, {{otherwise: true, customer: ええ。, does: [{random.choice(MOVES)}]}}]"
            )
        if random.random() < 0.3:
            parts.append(
                f"goto: [{{when: {when()}, to: {random.choice(later)}}}, {{to: {random.choice(later)}}}]"
            )
        elif random.random() < 0.1:
            parts.append(f"goto: [{{when: {when()}, to: {random.choice(later)}}}]")
        else:
            parts.append(f"goto: {random.choice([*later, f's{at}'])}")
        return "; ".join(parts)

    def one(at: int) -> str:
        more = [random.choice(AFTER)] if random.random() < 0.5 else []
        if random.random() < 0.4:
            more.append(f"enter: [{random.choice(EVENTS)}]")
        lines = f"[{{customer: どうも。}}, {{when: {when()}, customer: ええ。, learn: turnover}}]"
        choices = [choice(at) for _ in range(random.randint(2, 4))]
        return scene(f"s{at}", *choices, more="\n    ".join(more), lines=lines)

    body = [one(at) for at in range(4)]
    return story(*body, scene("end"), EVERYTHING, top=TOP.replace("start: one", "start: s0"))
