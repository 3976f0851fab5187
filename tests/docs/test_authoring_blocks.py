"""Every block of the guide for trainers runs, in both languages."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet

from game import cli
from game.authoring import transcript as transcripts
from game.authoring.faults import check
from game.format.codes import Lang
from game.format.frames import as_text
from game.format.reader import Reading, read
from game.screens.people.cast import PEOPLE
from tests.authoring.stories import BOOK
from tests.docs.guides import BOTH, GUIDES, blocks, guide, kind_of, of_kind


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
