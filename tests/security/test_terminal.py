"""What a stranger wrote is shown in a terminal, and never obeyed by it."""

import json
import os
import re
from pathlib import Path

import pytest

from game.format.showing import escaped, shown
from tests.security.zips import header, zipped

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
EVIL = "\x1b]0;gone\x07\x1b[2J\x9b31m\u202egnp\x08\x7f\u2066"
IN_YAML = "\u202egnp\u2066\u200f\u2028"
"""Those of them that a text file may hold; the others are refused where they stand."""

STORY = f"""\
format: 1
id: strange
language: en
title: A {IN_YAML} title
summary: Sums {IN_YAML} up.
customer: {{name: Mr {IN_YAML} Hart, company: Hart {IN_YAML}}}
offer: {{product: x {IN_YAML}, price: 1200, per: year, currency: "[/] [bold]:smile: {IN_YAML}"}}
begins: 2026-03-03 10:20
start: a
scenes:
  a: {{lines: [{{customer: Hm {IN_YAML}}}], choices: [{{id: c, say: Well {IN_YAML}, goto: b}}]}}
  b: {{lines: [{{customer: Bye {IN_YAML}}}], ending: {{deal: signed}}}}
"""


@pytest.fixture
def told(shinyo):
    """Runs a command line; what it said, in which nothing may be obeyed."""

    def run(*arguments: str) -> str:
        status, output, errors = shinyo(*arguments)
        assert status in {0, 1, 2}, errors
        assert not OBEYED.search(output + errors), (arguments, output + errors)
        return str(output + errors)

    return run


@pytest.fixture
def strange(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("strange.yaml").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_scenario_says_nothing_that_is_obeyed(told, lang):
    for command in (
        ["check", "strange.yaml"], ["check", "strange.yaml", "--teach"], ["check", "--format", "github", "."],
        ["check", "--format", "json", "."], ["play", "strange.yaml", "--choices", "c"],
        ["play", "strange.yaml", "--choices", "c", "--json"], ["play", "strange.yaml", "--choices", EVIL],
        ["explore", "strange.yaml"], ["explore", "strange.yaml", "--json"],
        ["explore", "strange.yaml", "--policy", EVIL], ["translate", "strange.yaml", "--to", EVIL],
        ["pack", "strange.yaml", "-o", "x.zip"], ["add", "x.zip"], ["list"], ["list", "--json"],
        ["play", "strange", "--text"], ["test", "strange.yaml"],
    ):  # fmt: skip
        told(*command, "--lang", lang)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_name_on_the_command_line_or_the_disk_is_not_obeyed(told, strange, lang):
    named = f"x{EVIL}.yaml"
    for command in (
        [EVIL], ["play", EVIL], ["check", named], ["map", named], ["add", f"{EVIL}.zip"],
        ["new", "--like", EVIL],
        ["records", "show", EVIL], ["records", "delete", EVIL], ["debrief", EVIL], ["--lang", EVIL],
        ["play", "first-steps", "--choices", EVIL], [f"--{EVIL}"], ["debrief", "--rehearsal", EVIL],
    ):  # fmt: skip
        assert told("--lang", lang, *command)
    if os.name == "posix":
        (strange / named).write_text(STORY.replace("goto: b", "goto: nowhere"), encoding="utf-8")
        (strange / f"y{EVIL}").mkdir()
        (strange / f"y{EVIL}" / f"z{EVIL}.shinyo").write_bytes(b"x")
        for command in (
            ["check", "."], ["check", "--format", "github", "."], ["check", named], ["debrief", "."],
            ["debrief", ".", "--class", EVIL],
        ):  # fmt: skip
            assert told(*command, "--lang", lang, *([] if command[0] == "check" else ["--text"]))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_record_says_nothing_that_is_obeyed(told, strange, home, lang):
    evil = header(
        **dict.fromkeys(("trainee", "scenario", "hash", "app", "lang", "purpose", "text_hash"), EVIL)
    )
    (home / "records").mkdir(parents=True)
    (home / "records" / "x.jsonl").write_bytes(evil)
    (strange / "x.shinyo").write_bytes(zipped({"record.jsonl": evil}))
    for command in (
        ["records", "list"], ["records", "list", "--json"], ["records", "show", "1"],
        ["records", "code", "1"],
        ["records", "export", "1"], ["records", "delete", "1"], ["records", "show", "x.shinyo"],
        ["debrief", "x.shinyo", "--text"],
    ):  # fmt: skip
        told(*command, "--lang", lang)
    # Nor does it take more than its line.
    listed = told("records", "list", "--lang", lang)
    assert len(listed.splitlines()) == 1


@pytest.mark.parametrize("name", [f"x{EVIL}.yaml", f"{EVIL}/x.yaml", f"../{EVIL}"])
def test_an_entry_of_a_pack_is_not_obeyed(told, strange, name):
    (strange / "x.zip").write_bytes(zipped({name: b"x"}))
    assert told("add", "x.zip")


def test_what_is_shown_says_where_something_was():
    assert shown(f"a{EVIL}b\tc\nd") == OBEYED.sub("\ufffd", f"a{EVIL}b\tc\nd")
    assert shown("信用 café 👩‍💼 が") == "信用 café 👩‍💼 が"
    assert json.loads(escaped(json.dumps([EVIL, "信用"], ensure_ascii=False))) == [EVIL, "信用"]
    assert not OBEYED.search(escaped(json.dumps(EVIL, ensure_ascii=False)))
