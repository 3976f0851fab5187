"""What the pages tell a person to type, and what stands in frames: collected from all pages, one way for all.

A page is a README, CONTRIBUTING or anything under ``docs/``. A command is a line of a fenced ``sh`` block, a
line set in by four spaces, or a piece of ``inline code``, where it begins with a program. In a table, the
options beside a command belong to it: ``| `shinyo play FILE` | … `--text` … |`` tells two commands.
"""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from game.format.codes import Lang
from tests.authoring.stories import ROOT

PROGRAMS: Final = re.compile(r"(shinyo|python3?|pip|pipx|pre-commit|git|cd|dev\.py|\.venv/bin/\w+)(?: |$)")
"""How a command begins."""

_FENCE: Final = re.compile(r"^```(.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
_INLINE: Final = re.compile(r"`([^`\n]+)`")
_OPTION: Final = re.compile(r"`(--[^`\n]+)`")
_SET_IN: Final = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)
_ONE_OF: Final = re.compile(r"\S+\\\|\S+")


class Fence(NamedTuple):
    """A fenced block: its page, its first line (from 1), what stands after the fence, what is in it."""

    page: str
    line: int
    info: str
    text: str


class Typed(NamedTuple):
    """A command as a page tells it: where it stands, as it is written, and its words."""

    page: str
    line: int
    text: str
    words: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it stands, as editors understand it."""
        return f"{self.page}:{self.line}"

    @property
    def lang(self) -> Lang:
        """The language of its page."""
        return "ja" if self.page.endswith(".ja.md") else "en"


@cache
def pages() -> tuple[str, ...]:
    """Every page, from the top of the checkout."""
    top = [ROOT / name for name in ("README.md", "README.ja.md", "CONTRIBUTING.md")]
    return tuple(page.relative_to(ROOT).as_posix() for page in [*top, *sorted((ROOT / "docs").rglob("*.md"))])


@cache
def text_of(page: str) -> str:
    """What stands in a page."""
    return (ROOT / page).read_text("utf-8")


@cache
def prose_of(page: str) -> str:
    """A page without what stands in its frames; its lines count as before."""
    return _FENCE.sub(lambda found: "\n" * found[0].count("\n"), text_of(page))


def japanese_of(page: str) -> str | None:
    """The Japanese page beside an English one, if there is one."""
    other = page.removesuffix(".md") + ".ja.md"
    return other if other in pages() else None


@cache
def fences() -> tuple[Fence, ...]:
    """Every fenced block of every page."""
    found = []
    for page in pages():
        text = text_of(page)
        blocks = [
            Fence(page, _line(text, one.start()), one[1].strip(), one[2]) for one in _FENCE.finditer(text)
        ]
        assert len(re.findall("^```", text, re.MULTILINE)) == 2 * len(blocks), f"{page}: a frame is left open"
        found += blocks
    return tuple(found)


@cache
def commands() -> tuple[Typed, ...]:
    """Every command of every page, in their order."""
    return tuple(_typed(*each) for page in pages() for each in sorted(_told(page), key=lambda told: told[1]))


def _told(page: str) -> Iterator[tuple[str, int, str]]:
    """Page, line and text of each."""
    for fence in fences():
        if fence.page == page and fence.info.split()[:1] == ["sh"]:
            for number, line in enumerate(fence.text.splitlines(), fence.line + 1):
                yield page, number, line
    prose = prose_of(page)
    for found in _SET_IN.finditer(prose):
        if PROGRAMS.match(found[1]):
            yield page, _line(prose, found.start()), found[1]
    for number, line in enumerate(prose.splitlines(), 1):
        for text in _inline(line):
            yield page, number, text


def _inline(line: str) -> Iterator[str]:
    """The commands in a line of prose or in a row of a table."""
    cells = re.split(r"(?<!\\)\|", line)
    first = cells[1] if line.startswith("|") and len(cells) > 2 else ""
    for code in _INLINE.findall(line):
        if PROGRAMS.match(code):
            yield from _each(code)
    heads = [code for code in _INLINE.findall(first) if PROGRAMS.match(code)]
    if len(heads) == 1:
        for options in _OPTION.findall(line.replace(first, "", 1)):
            yield f"{heads[0]} {options}"


def _each(code: str) -> Iterator[str]:
    r"""``records list\|show`` is two commands."""
    if (several := _ONE_OF.search(code)) is None:
        yield code
    else:
        for one in several[0].split("\\|"):
            yield code.replace(several[0], one)


def _typed(page: str, line: int, text: str) -> Typed:
    """Its words as a shell takes them; paths are written as on Windows in one page, for those who have it."""
    plain = re.sub(r"[A-Z]:\\(\S+)", lambda found: found[1].replace("\\", "/"), text)
    return Typed(page, line, text, tuple(shlex.split(plain, comments=True)))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def anchors(page: str) -> set[str]:
    """The anchors a page has, as they are made of its headings."""
    heads = re.findall(r"^#+ (.*)$", prose_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def links(page: str) -> list[tuple[int, str]]:
    """Line and target of every link and picture that leads to a file of ours or within the page."""
    prose = prose_of(page)
    found = re.finditer(r"\]\(((?![a-z]+:)[^)\s]+)\)", prose)
    return [(_line(prose, one.start()), one[1]) for one in found]


def led_to(page: str, target: str) -> Path:
    """The file a link leads to."""
    name = target.partition("#")[0]
    return (ROOT / page).parent / name if name else ROOT / page
