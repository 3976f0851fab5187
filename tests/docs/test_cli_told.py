"""Every command stands in both READMEs, every option is told by help, and no page names another one."""

import io
import re
from contextlib import redirect_stdout

import click
import pytest

from game import cli
from game.cli.commands import tree
from game.cli.desk import Desk
from game.format.words import Words
from tests.authoring.stories import ROOT
from tests.docs.written import commands, pages, text_of


def every_command() -> list[tuple[tuple[str, ...], click.Command]]:
    shinyo = tree(Desk(Words("en")))
    records = shinyo.commands["records"]
    assert isinstance(records, click.Group)
    below = [(("records", name), each) for name, each in records.commands.items()]
    return [((), shinyo), *(((name,), each) for name, each in shinyo.commands.items()), *below]


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_every_command_stands_in_the_readme(readme):
    told = {each.words for each in commands() if each.page == readme}
    lost = [
        words for words, _ in every_command() if not any(each[1 : len(words) + 1] == words for each in told)
    ]
    assert lost == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_option_is_told_by_help(lang):
    for words, command in every_command():
        said = io.StringIO()
        with redirect_stdout(said):
            assert cli.run([*words, "--help", "--lang", lang]) == 0
        shown = said.getvalue()
        assert bool(re.search("[\u3040-\u30ff]", shown)) == (lang == "ja"), words
        for option in (each for each in command.params if isinstance(each, click.Option)):
            told = re.search(rf"^  {re.escape(', '.join(option.opts[:2]))}.*?  \S", shown, re.MULTILINE)
            assert any(
                re.search(rf"^  .*{re.escape(one)}\b.*", shown, re.MULTILINE) for one in option.opts
            ), words
            assert told or option.help, (words, option.name)


def test_every_option_a_page_names_is_one_of_a_command():
    known = {one for _, command in every_command() for each in command.params for one in each.opts} | {
        "--help"
    }
    tools = "\n".join((ROOT / file).read_text("utf-8") for file in (
        "benchmarks/run.py", "benchmarks/quality.py", "docs/pictures/draw.py", "tests/fuzz/__main__.py",
        "tests/gallery/__main__.py", "tests/screens/monkey.py",
    ))  # fmt: skip
    known |= set(re.findall(r'"(--[a-z-]+)"', tools))
    lost = {
        f"{page}: {option}"
        for page in pages()
        for option in re.findall(r"`[^`\n]*?(?<![\w-])(--[a-z][a-z-]*)", text_of(page))
        if option not in known
    }
    assert lost == set()
