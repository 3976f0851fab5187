"""What a trainer sees in an editor while writing: no false alarm, a mark at a slip, what may come next."""

import shutil

import pytest

from game import cli
from game.core.principles import PHASES, PRINCIPLES
from tests.editor.language_server import ROOT, editor

SHIPPED = sorted((ROOT / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder as a trainer has it: shipped scenarios beside the assets, and new ones beside their schema."""
    folder = tmp_path_factory.mktemp("机の 上")
    (folder / "assets").mkdir()
    shutil.copy(ROOT / "assets" / "scenario.schema.json", folder / "assets")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    for lang in ("ja", "en"):
        assert cli.run(["new", str(folder / "new" / f"first-{lang}.yaml"), "--lang", lang]) == 0
    return folder


@pytest.fixture(scope="module")
def client(desk):
    with editor(desk) as found:
        yield found


def opened(client, desk, name, text):
    """A file of its own with this text: what is wrong with it."""
    file = desk / "new" / name
    file.write_text(text, "utf-8")
    return file, client.opened(file, text)


@pytest.mark.parametrize("name", [file.name for file in SHIPPED])
def test_nothing_is_wrong_with_what_is_shipped(client, desk, name):
    file = desk / "scenarios" / name
    assert client.opened(file, file.read_text("utf-8")) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_is_wrong_with_what_new_writes(client, desk, lang):
    file = desk / "new" / f"first-{lang}.yaml"
    assert client.opened(file, file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phase: approach", "phase: aproach"),
        ("    place: shop\n", "    plaec: shop\n"),
        ("does: [{chat: bye}]", "does: [{chatt: bye}]"),
        ("level: beginner", "level: easy"),
        ("teaches: [usefulness,", "teaches: [useful,"),
        ("minutes: 5", "minutes: five"),
        ("customer: {name: Megumi Harada,", "customer: {nmae: Megumi Harada,"),
        ("ending: signed", "ending: sold"),
    ],
)
def test_a_slip_is_marked_at_its_line(client, desk, old, new):
    text = (desk / "new" / "first-en.yaml").read_text("utf-8")
    assert old in text
    spoilt = text.replace(old, new, 1)
    _, found = opened(client, desk, f"slip-{abs(hash(new))}.yaml", spoilt)
    line = next(number for number, each in enumerate(spoilt.splitlines()) if new.strip() in each)
    assert line in {one["range"]["start"]["line"] for one in found}


def place(text, sign="~"):
    """The text without the sign, and where the sign stood."""
    at = text.index(sign)
    before = text[:at]
    return text.replace(sign, "", 1), before.count("\n"), len(before) - before.rfind("\n") - 1


HEAD = "# yaml-language-server: $schema=scenario.schema.json\nformat: 1\nid: x\nlanguage: en\ntitle: X\n"
BODY = "customer: {name: A}\nstart: one\nscenes:\n  one:\n    lines: [{customer: Hello.}]\n    choices:\n"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (f"{HEAD}teaches:\n  - ~\n{BODY}", set(PRINCIPLES)),
        (f"{HEAD}{BODY}      - id: a\n        say: A\n        goto: one\n    phase: ~\n", set(PHASES)),
        (f"{HEAD}customer:\n  name: A\n  persona: ~\n", {"careful", "busy", "price_driven", "warm"}),
        (
            f"{HEAD}{BODY}      - id: a\n        say: A\n        does:\n          - ~\n        goto: one\n",
            {"ask", "inform", "promise", "keep", "concede", "hold", "own", "recover", "celebrate"},
        ),
        (
            f"{HEAD}{BODY}      - id: a\n        say: A\n        ~\n        goto: one\n",
            {"does", "reply", "when", "better"},
        ),
        (f"{HEAD}~\n", {"customer", "scenes", "start", "promises", "facts", "teaches"}),
    ],
    ids=["principles", "phases", "personas", "moves", "keys of a choice", "keys of the file"],
)  # fmt: skip
def test_what_may_come_next_is_offered(client, desk, text, offered):
    whole, line, column = place(text)
    file, _ = opened(client, desk, f"next-{abs(hash(text))}.yaml", whole)
    assert offered <= client.completions(file, line, column)


def test_ids_may_be_japanese(client, desk):
    text = (desk / "new" / "first-ja.yaml").read_text("utf-8")
    for old, new in (("sheet", "手順書"), ("first_month", "最初の月"), ("pens_first", "ペンから")):
        text = text.replace(old, new)
    _, found = opened(client, desk, "kanji.yaml", text)
    assert found == []


def test_a_key_is_explained_in_both_languages(client, desk):
    text = (desk / "new" / "first-en.yaml").read_text("utf-8")
    file, _ = opened(client, desk, "explained.yaml", text)
    lines = text.splitlines()
    line = next(number for number, each in enumerate(lines) if each.startswith("teaches:"))
    told = str(client.at("textDocument/hover", file, line, 3)["contents"])
    assert any("\u3040" <= glyph <= "\u30ff" for glyph in told)
    assert "principle" in told
