"""Every block of the guide for trainers runs, in both languages."""

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from _pytest.mark import ParameterSet
from pydantic import BaseModel

from game import cli
from game.authoring import transcript as transcripts
from game.authoring.faults import check
from game.core.portraits import NAMEABLE
from game.format.annotations import bare, fields_of, is_model
from game.format.codes import Lang
from game.format.frames import as_text
from game.format.models import Document
from game.format.reader import Reading, read
from tests.authoring.stories import BOOK, ROOT
from tests.docs.guides import BOTH, GUIDES, blocks, guide, kind_of, of_kind

COMMANDS = (
    "new", "check", "play", "list", "test", "preview", "explore", "map", "translate", "pack", "add", "schema",
)  # fmt: skip
"""The commands of somebody who writes scenarios; ``test_every_command…`` in tests/cli has them all."""


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
    "demand: discount", "help: boxes", "request: {favour: introduction}",
    "concede: {demand: discount, percent: 1}", "ask: [headcount, closing, turnover]", "expose: hundred",
    "clarify: support", "recover: {complaint: late}",
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
    assert check(found, (), BOOK, portraits=NAMEABLE) == ()


@pytest.mark.parametrize(
    ("lang", "block"),
    [one for kind in ("top", "scenes", "choice", "does", "when", "lines") for one in yaml_blocks(kind)],
)
def test_a_fragment_can_stand_where_it_belongs(lang, block):
    found = reading(framed(block.info.split()[1], block.text), lang)
    assert [as_text(one, found.lines) for one in found.findings] == []
    assert [as_text(one, found.lines) for one in check(found, (), BOOK, portraits=NAMEABLE)] == []


@pytest.mark.parametrize(("lang", "block"), yaml_blocks("bad"))
def test_a_bad_example_gives_just_its_finding(lang, block):
    code = block.info.split()[2]
    assert [one.code for one in reading(framed("top", block.text), lang).findings] == [code]
    assert f"`{code}`" in guide(lang)


def test_every_block_is_of_a_kind_that_is_run():
    kinds = {block.info.split()[0] for _, block in of_kind("yaml", "sh", "text", "po", "transcript")}
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
    shown = [one for one in of_kind("sh") if one == (lang, one[1]) and one[1].info == "sh"]
    for block, (_, commands) in zip(wholes, shown, strict=True):
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
def test_the_tools_do_what_the_guide_says(lang, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    last = [block for block in blocks(lang) if block.info == "yaml"][-1]
    Path("first-visit.yaml").write_text(last.text, "utf-8")
    (desk,) = [block for block in blocks(lang) if block.info == "sh desk"]
    for command in desk.text.splitlines():
        name, *arguments = shlex.split(command)
        assert name == "shinyo"
        assert cli.run([*arguments, "--lang", lang]) == 0, capsys.readouterr().err
    there = {file.name for file in Path().iterdir()}
    assert {"second-visit.yaml", "scenario.schema.json", "first-visit.good.txt", "first-visit.html"} <= there
    told = capsys.readouterr().out
    for code in (
        "best-in-one-place",
        "best-is-longest",
        "caver-signs-less",
        "random-shut-out",
        "always-best",
    ):
        assert code in told
    assert cli.run(["list", "--lang", lang]) == 0
    assert "first-visit" in capsys.readouterr().out


@BOTH
def test_the_map_in_the_guide_is_that_of_its_scenario(lang, tmp_path, monkeypatch):
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    last = [block for block in blocks(lang) if block.info == "yaml"][-1]
    Path("first-visit.yaml").write_text(last.text, "utf-8")
    assert cli.run(["map", "first-visit.yaml", "-o", "map.svg", "--lang", lang]) == 0
    kept = ROOT / "docs" / "pictures" / f"map-{lang}.svg"
    assert kept.read_text("utf-8") == Path("map.svg").read_text("utf-8")


def models_of(kind: Any, found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every model a type is made of, however deep."""
    bared = bare(kind)
    if not is_model(bared):
        for part in get_args(bared):
            models_of(part, found)
    elif bared not in found:
        found.add(bared)
        for field in fields_of(bared).values():
            models_of(field.annotation, found)
    return found


def written(value: Any) -> Iterator[tuple[type, str]]:
    """Every key that stands in a document, with the model it is of."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set & type(value).model_fields.keys():
            yield type(value), type(value).model_fields[name].alias or name
            yield from written(getattr(value, name))
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from written(part)


@BOTH
def test_every_key_move_and_condition_has_an_example_that_runs(lang):
    frame = Counter(written(reading(framed("lines", ""), lang).document))
    shown: set[tuple[type, str]] = set()
    for where, block in of_kind("yaml"):
        if where != lang or kind_of(block) == "bad":
            continue
        whole = block.info == "yaml"
        document = reading(block.text if whole else framed(kind_of(block), block.text), lang).document
        if kind_of(block) == "top":  # its sections stand in the place of those of the frame
            for name in re.findall(r"^(\w+):", block.text, re.MULTILINE):
                shown |= {(Document, name), *written(getattr(document, name))}
        else:
            found = Counter(written(document))
            shown |= set(found if whole else found - frame)
    there = {(model, key) for model in models_of(Document, set()) for key in fields_of(model)}
    assert {f"{model.__name__}.{key}" for model, key in there - shown} == set()


@BOTH
def test_every_command_for_authors_is_shown(lang):
    assert {name for name in COMMANDS if f"`shinyo {name}" not in guide(lang)} == set()


@BOTH
def test_the_pictures_are_there(lang):
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", guide(lang)):
        assert (ROOT / "docs" / picture).is_file(), picture


@BOTH
def test_a_translated_line_stands_where_the_guide_says(lang):
    (entry,) = [block.text for block in blocks(lang) if block.info == "po"]
    context, original = re.findall(r'msgctxt "(.+)"\nmsgid "(.+)"', entry)[0]
    whole = [block for block in blocks(lang) if block.info == "yaml"]
    assert all(
        (context, original) in {(one.context, one.text) for one in reading(block.text, lang).texts}
        for block in whole
    )


@BOTH
def test_the_transcript_plays_as_it_says(lang):
    (block,) = [block.text for block in blocks(lang) if block.info == "transcript"]
    last = [block for block in blocks(lang) if block.info == "yaml"][-1]
    scenario = reading(last.text, lang).scenario
    assert scenario is not None
    transcript = transcripts.read(block)
    assert transcript.decisions
    assert transcripts.replay(transcript, scenario, BOOK) is None


def test_the_blocks_are_what_an_editor_would_read():
    for _, block in of_kind("yaml"):
        if block.info == "yaml":
            assert yaml.safe_load(block.text)["format"] == 1
