"""The guide for trainers, in both languages: every block of it runs, every key is in it, its numbers hold."""

import re
import shlex
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from _pytest.mark import ParameterSet

from game import cli
from game.authoring.faults import check
from game.core.principles import PRINCIPLES
from game.format.codes import CODES, Lang
from game.format.condition_models import ConditionShape
from game.format.declared_models import OpeningShape, PersonShape
from game.format.frames import as_text
from game.format.models import ChoiceShape, Document, LineShape, ReplyShape, SceneShape
from game.format.move_models import MoveShape
from game.format.reader import Reading, read
from game.screens.people import PEOPLE
from tests.authoring.stories import BOOK, ROOT

GUIDES: dict[Lang, Path] = {"en": ROOT / "docs" / "authoring.md", "ja": ROOT / "docs" / "authoring.ja.md"}
BOTH = pytest.mark.parametrize("lang", GUIDES)


class Block(NamedTuple):
    """A fenced block: what stands after the fence, the line it begins in, and what is in it."""

    info: str
    line: int
    text: str


@cache
def guide(lang: Lang) -> str:
    return GUIDES[lang].read_text("utf-8")


@cache
def blocks(lang: Lang) -> tuple[Block, ...]:
    text = guide(lang)
    fences = re.finditer(r"^```(.+)\n((?:(?!```).*\n)*)```$", text, re.MULTILINE)
    found = tuple(Block(one[1], text.count("\n", 0, one.start()) + 1, one[2]) for one in fences)
    assert text.count("\n```") == 2 * len(found)
    return found


def of_kind(*kinds: str) -> list[tuple[Lang, Block]]:
    return [(lang, block) for lang in GUIDES for block in blocks(lang) if block.info.split()[0] in kinds]


def kind_of(block: Block) -> str:
    """What a YAML block is a part of; "" for a whole file."""
    return block.info.partition(" ")[2].partition(" ")[0]


def yaml_blocks(first: str) -> list[ParameterSet]:
    return [
        pytest.param(lang, block, id=f"{lang}:{block.line}")
        for lang, block in of_kind("yaml")
        if kind_of(block) == first
    ]


FRAME = {
    "format": "1",
    "id": "frame",
    "language": "en",
    "title": "A frame",
    "customer": "{name: Megumi}",
    "facts": "{headcount: a, closing: b, turnover: c}",
    "promises": "{checklist: {text: d, due: friday}}",
    "blurs": "{support: {said: e, heard: f}}",
    "considerations": "{interview: g}",
}
EVERYTHING = (
    "promise: checklist", "keep: checklist", "lie: hundred", "blur: support", "complain: late",
    "demand: discount", "help: boxes", "request: {favour: introduction}", "concede: {percent: 1}",
    "ask: [headcount, closing, turnover]",
)  # fmt: skip
SCENES = f"""\
start: zero
scenes:
  zero:
    lines: [{{customer: a}}]
    choices:
      - {{id: all, say: a, does: [{{{"}, {".join(EVERYTHING)}}}], goto: one}}
      - {{id: none, say: b, goto: one}}
  one:
    lines: [{{customer: a}}]
    choices:
      - {{id: gift, say: a, goto: half}}
      - {{id: other, say: b, goto: NEXT}}
  half:
    after: 3 days
    enter: [{{surface: support}}]
    lines:
      - narrator: b
LINES    choices:
      - {{id: small, say: a, goto: two}}
CHOICES  two:
    lines: [{{customer: a}}]
    choices: [{{id: on, say: a, goto: end}}, {{id: small, say: b, goto: signed}}]
SCENES  signed: {{ending: signed, lines: [{{customer: a}}]}}
  end: {{ending: open, lines: [{{customer: a}}]}}
"""


def framed(kind: str, text: str) -> str:
    """A fragment where it belongs, in a story in which everything it speaks of comes about."""
    top = dict(FRAME)
    parts = {"LINES": "", "CHOICES": "", "SCENES": "", "NEXT": "half"}
    shifted = "".join(f"      {line}\n" for line in text.splitlines())
    match kind:
        case "top":
            for key in re.findall(r"^(\w+)[:：]", text, re.MULTILINE):
                top.pop(key, None)
        case "scenes":
            parts |= {"SCENES": text, "NEXT": re.findall(r"^  (\w+):", text, re.MULTILINE)[0]}
        case "choice":
            parts["CHOICES"] = shifted
        case "lines":
            parts["LINES"] = shifted
        case "does":
            does = "".join(f"    {line}\n" for line in shifted.splitlines())
            parts["CHOICES"] = f"      - id: it\n        say: a\n        goto: two\n        does:\n{does}"
        case "when":
            for number, line in enumerate(text.splitlines()):
                when = line.removeprefix("- ")
                parts["CHOICES"] += f"      - {{id: c{number}, say: a, goto: two, when: {when}}}\n"
    story = SCENES
    for name, part in parts.items():
        story = story.replace(name, part)
    return (
        "".join(f"{key}: {value}\n" for key, value in top.items()) + (text if kind == "top" else "") + story
    )


def reading(text: str, lang: Lang) -> Reading:
    return read(text.encode(), "first-visit.yaml", lang=lang, rulebook=BOOK)


@pytest.mark.parametrize(("lang", "block"), yaml_blocks(""))
def test_a_whole_file_is_clean(lang, block):
    found = reading(block.text, lang)
    assert found.findings == ()
    assert check(found, (), BOOK, portraits=PEOPLE) == ()


@pytest.mark.parametrize(
    ("lang", "block"),
    [one for kind in ("top", "scenes", "choice", "does", "when", "lines") for one in yaml_blocks(kind)],
)
def test_a_fragment_can_stand_where_it_belongs(lang, block):
    found = reading(framed(block.info.split()[1], block.text), lang)
    assert [as_text(one, found.lines) for one in found.findings] == []
    assert [as_text(one, found.lines) for one in check(found, (), BOOK, portraits=PEOPLE)] == []


@pytest.mark.parametrize(("lang", "block"), yaml_blocks("bad"))
def test_a_bad_example_gives_just_its_finding(lang, block):
    code = block.info.split()[2]
    assert [one.code for one in reading(framed("top", block.text), lang).findings] == [code]
    assert f"`{code}`" in guide(lang)


def test_every_block_is_of_a_kind_that_is_run():
    kinds = {block.info.split()[0] for _, block in of_kind("yaml", "sh", "text", "po")}
    assert kinds == {block.info.split()[0] for lang in GUIDES for block in blocks(lang)}
    shapes = {kind_of(block) for _, block in of_kind("yaml")}
    assert shapes == {"", "top", "scenes", "choice", "does", "when", "lines", "bad"}
    assert [block.info for block in blocks("en")] == [block.info for block in blocks("ja")]


@BOTH
def test_the_finding_shown_is_the_finding_told(lang):
    first = next(block for block in blocks(lang) if block.info == "yaml")
    (shown,) = [block.text for block in blocks(lang) if block.info == "text"]
    found = reading(first.text.replace("goto: goodbye", "goto: goodby", 1), lang)
    assert [as_text(one, found.lines) for one in found.findings] == [shown.rstrip("\n")]


@BOTH
def test_the_commands_do_what_the_guide_says(lang, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    wholes = [block for block in blocks(lang) if block.info == "yaml"]
    passbooks = []
    for block, (_, commands) in zip(wholes, [one for one in of_kind("sh") if one[0] == lang], strict=True):
        Path("first-visit.yaml").write_text(block.text, "utf-8")
        for command in commands.text.splitlines():
            name, *arguments = shlex.split(command)
            assert name == "shinyo"
            if arguments[0] == "play" and "--choices" not in arguments:
                arguments += ["--choices", "gift"]
            assert cli.run([*arguments, "--lang", lang]) == 0
            passbooks.append(capsys.readouterr().out)
    assert len(passbooks) == 6
    assert len(set(passbooks)) == 5, "the check says the same of both files"


@BOTH
def test_a_translated_line_stands_where_the_guide_says(lang):
    (entry,) = [block.text for block in blocks(lang) if block.info == "po"]
    context, original = re.findall(r'msgctxt "(.+)"\nmsgid "(.+)"', entry)[0]
    whole = [block for block in blocks(lang) if block.info == "yaml"]
    assert all(
        (context, original) in {(one.context, one.text) for one in reading(block.text, lang).texts}
        for block in whole
    )


def keys(model) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


@BOTH
@pytest.mark.parametrize(
    "model",
    [
        Document,
        SceneShape,
        ChoiceShape,
        LineShape,
        ReplyShape,
        ConditionShape,
        MoveShape,
        OpeningShape,
        PersonShape,
    ],
    ids=lambda model: model.__name__,
)
def test_every_key_is_explained(lang, model):
    text = guide(lang)
    assert {
        key
        for key in keys(model)
        if not re.search(rf"`{key}[`:]|^ *{key}: |[{{ ]{key}: ", text, re.MULTILINE)
    } == set()


@BOTH
def test_every_code_in_the_guide_exists_and_those_of_the_story_are_all_there(lang):
    text = guide(lang)
    section = text[text.index("| `missing-key`") :]
    told = {
        code
        for row in section.splitlines()
        for code in re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", row.split("|")[1])
    }
    assert told <= set(CODES)
    assert set(list(CODES)[list(CODES).index("unreachable-scene") :]) <= told


@BOTH
def test_every_principle_is_named(lang):
    assert {one for one in PRINCIPLES if f"`{one}`" not in guide(lang)} == set()


NUMBERS = {
    "ask": "asking: within credit_per_tolerance most_a_question most_a_choice opens_at_credit",
    "inform": "giving: inform banks",
    "tell_record": "giving: record_told record_displayed",
    "help": "giving: help; favours: worth",
    "propose": "giving: propose propose_per_fact propose_most_facts propose_daring propose_for_us",
    "start_small": "giving: start_small",
    "celebrate": "giving: care",
    "keep": "promising: keep.small keep.medium keep.large early",
    "break": "promising: breach.small breach.medium breach.large",
    "lie": "truth: lie",
    "expose": "truth: found_out",
    "correct": "truth: correct",
    "surface": "clarity: surface",
    "own": "clarity: half_days fifth_days",
    "deflect": "clarity: deflect deflect_standing",
    "complain": "recovery: opens.minor opens.major",
    "recover": "recovery: bonus",
    "formal": "recovery: formal",
    "concede": "terms: covered given_away given_standing bill_days worth.small worth.medium worth.large "
    "limited_months limited_cover unlisted_cover work.small work.medium work.large",
    "hold": "terms: hold_bare hold_reason hold_alternative hold_lifts",
    "stand": "standing: below above above_credit level free",
    "request": "favours: threshold standing_most refused",
}
"""The numbers of the rulebook that the row of a move has to name."""


@BOTH
@pytest.mark.parametrize("move", NUMBERS)
def test_the_numbers_of_a_move_are_those_of_the_rulebook(lang, move):
    (row,) = re.findall(rf"^\| `{move}: .*$", guide(lang), re.MULTILINE)
    _, _, worth, why, _ = row.split("|")
    said = {int(number) for number in re.findall(r"\d+", worth + why)}
    numbers = dict(BOOK.numbers())
    meant = (part.strip().split(": ") for part in NUMBERS[move].split(";"))
    assert {numbers[f"{theme}.{name}"] for theme, names in meant for name in names.split()} <= said


@BOTH
def test_each_move_has_one_row(lang):
    rows = re.findall(r"^\| `(\w+): ", guide(lang), re.MULTILINE)
    beside = {"follow_up"}  # stands in the row of ``celebrate``
    assert sorted(rows) == sorted(keys(MoveShape) - beside)


@BOTH
def test_the_tempers_are_those_of_the_rulebook(lang):
    rows = re.findall(r"^\| `(\w+)`[^|]*\| (\d+) \| (\d+) % \| (\d+) % \| (\d+) ", guide(lang), re.MULTILINE)
    said = {name: tuple(map(int, numbers)) for name, *numbers in rows}
    assert said == {
        name: (one.patience, one.promises, one.bill, one.fading) for name, one in BOOK.personas.items()
    }


@BOTH
def test_days_and_bands_are_those_of_the_rulebook(lang):
    text = guide(lang)
    thinks = text[text.rindex("## How credit thinks" if lang == "en" else "## 信用の仕組み") :]
    said = {int(number) for number in re.findall(r"\d+", thinks[: thinks.index("\n## ", 5)])}
    settlement, bands = BOOK.settlement, BOOK.bands
    assert {
        settlement.days,
        settlement.blur_after,
        settlement.lie_after,
        BOOK.silence.days,
        BOOK.silence.cost,
    } <= said
    assert {abs(bands.vendor), bands.credited, bands.trusted, bands.partner} <= said


@BOTH
def test_links_within_the_guide_lead_somewhere(lang):
    text = guide(lang)
    heads = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert {link for link in re.findall(r"\]\(#([^)]+)\)", text) if link not in heads} == set()


def test_both_guides_have_the_same_outline():
    def outline(lang: Lang) -> list[int]:
        return [len(marks) for marks in re.findall(r"^(#+) ", guide(lang), re.MULTILINE)]

    assert outline("en") == outline("ja")


def test_the_blocks_are_what_an_editor_would_read():
    for _, block in of_kind("yaml"):
        if block.info == "yaml":
            assert yaml.safe_load(block.text)["format"] == 1
