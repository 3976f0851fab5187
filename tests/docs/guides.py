"""The guide for trainers in both languages, and the blocks in it."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from game.format.codes import Lang
from tests.authoring.stories import ROOT

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
