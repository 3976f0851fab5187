"""The pages of a review as lines of text: each block a line or two, in the order in which they are read."""

from collections.abc import Iterable

from game.debrief.review.blocks import Aside, Block, Heading, Own, Pair, Speech, Stroke
from game.format.words import Words
from game.terminal.telling import plain


def blocks_told(blocks: Iterable[Block], trainee: str, words: Words) -> list[str]:
    """Lines without furigana; where the paper has a stroke, an empty line stands."""
    return [typed(plain(line, trainee)) for block in blocks for line in _lines(block, words)]


def typed(text: str) -> str:
    """A text with the signs every terminal has: not each knows a printer's minus and dash."""
    return text.replace("−", "-").replace("–", "-")


def _lines(block: Block, words: Words) -> list[str]:
    match block:
        case Heading(text, note):
            return ["", words("{what} ({how})", what=text, how=note) if note else text]
        case Speech(who, text):
            return [words("{name}: {text}", name=who, text=text) if who else text]
        case Own(label, text, points):
            told = words("{label}: {value}", label=label, value=text)
            return [words("{what} ({how})", what=told, how=points) if points else told]
        case Pair(label, text):
            return [words("{label}: {value}", label=label, value=text)]
        case Aside(heading, text, note):
            return [heading, *(f"  {each}" for each in (text, note) if each)]
        case Stroke():
            return [""]
    return [block.text]
