"""The page on a finding, taken apart into paragraphs and pieces of files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.format.codes import Lang

BlockKind: TypeAlias = Literal["text", "code"]

_SECTIONS: Final[dict[Lang, str]] = {"ja": "## 日本語", "en": "## English"}
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS: Final = re.compile(r"\*\*|`")
_SEE: Final = re.compile(r"^(?:See also|関連): ")
_CODE_LINK: Final = re.compile(r"\]\(([\w-]+)\.md\)")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, or the lines of a piece of a file as they stand there.

    ``bad``: that piece is the one to be mended.
    """

    kind: BlockKind
    text: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class FindingPage:
    """What a page says in one language, and the codes of other pages it names."""

    blocks: tuple[PageBlock, ...]
    see: tuple[str, ...] = ()


def page_in(markdown: str, lang: Lang) -> FindingPage:
    """The page in a language; without blocks where it is no page of this kind."""
    _, _, section = markdown.partition(f"{_SECTIONS[lang]}\n")
    section = re.split(r"^## ", section, maxsplit=1, flags=re.MULTILINE)[0]
    see: tuple[str, ...] = ()
    blocks = []
    for block in _blocks(section):
        if block.kind == "text" and _SEE.match(block.text):
            see = tuple(_CODE_LINK.findall(block.text))
        else:
            blocks.append(block if block.kind == "code" else PageBlock("text", _plain(block.text)))
    return FindingPage(tuple(blocks), see)


def _blocks(section: str) -> Iterator[PageBlock]:
    paragraph: list[str] = []
    code: list[str] | None = None
    bad = False
    for line in section.splitlines():
        if line.startswith("```"):
            if code is None:
                yield from _paragraph(paragraph)
                paragraph, code, bad = [], [], line.endswith(" bad")
            else:
                yield PageBlock("code", "\n".join(code), bad)
                code = None
        elif code is not None:
            code.append(line)
        elif line.strip():
            paragraph.append(line.strip())
        else:
            yield from _paragraph(paragraph)
            paragraph = []
    yield from _paragraph(paragraph)


def _paragraph(lines: list[str]) -> Iterator[PageBlock]:
    if lines:
        # Japanese has no space where a line ends.
        text = lines[0]
        for line in lines[1:]:
            text += line if ord(text[-1]) > ord("\u2fff") else f" {line}"
        yield PageBlock("text", text)


def _plain(text: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", text))
