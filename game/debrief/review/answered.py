"""A moment tried again, as it is told: what a choice gave up, what a helping hand shows, how it ended."""

from collections.abc import Sequence
from typing import Final

from game.analysis.onward import Crossroads
from game.core.scenario import Choice, Line
from game.debrief.numbers_told import with_minus
from game.debrief.review.again import Once, out_of_question, verdict_told
from game.debrief.review.blocks import Block, Heading, Own, Pair, Speech, Stroke
from game.debrief.review.blocks import Words as Paragraph
from game.debrief.review.told import Teller
from game.format.words import Words

PRINCIPLE, OUT, SOLUTION = 1, 2, 3
"""How much is given away: the principle, then what is out of question, then the solution."""

MOST_HELP: Final = SOLUTION


def answered(
    choice: Choice, reply: Sequence[Line], ways: Crossroads | None, teller: Teller
) -> tuple[Block, ...]:
    """What was chosen, the answer to it, what it gave up; ``ways``: what could be chosen, None: unknown."""
    words = teller.words
    fits = ways is None or ways.near_best(choice.id)
    own = words("You said") if choice.say is not None else words("You did")
    points = "" if ways is None else loss_told(ways.loses(choice.id))
    found: list[Block] = [Heading(_verdict(words, fits=fits, judged=ways is not None))]
    found.append(Own(own, teller.choice(choice), points, lost=not fits))
    found += [speech(teller, line) for line in reply]
    found.append(Stroke())
    if choice.understood:
        found.append(Pair(words("Understood"), teller.named(choice.understood)))
    if choice.better and not fits:
        found.append(Pair(words("Better"), teller.named(choice.better)))
    if ways is not None:
        found.append(Pair(words("In reach"), verdict_told(ways, choice.id, words), alarm=not fits))
    else:
        found.append(Paragraph(words("What it gives up is not known here."), soft=True))
    return tuple(found)


def speech(teller: Teller, line: Line) -> Speech:
    """A line as a block."""
    said = teller.line(line)
    return Speech(said.who, said.text)


def help_beside(ways: Crossroads | None, choice: str, helped: int, words: Words) -> str:
    """What stands beside a choice on offer when so much has been given away; "" for nothing."""
    if ways is None or helped < OUT:
        return ""
    if helped >= SOLUTION:
        return loss_told(ways.loses(choice)) or words("the best")
    return words("not this one") if choice in out_of_question(ways) else ""


def once_told(label: str, once: Once, words: Words) -> Own:
    """One way of answering a moment, under its label: what was said, and what came of it."""
    if once.reveal is not None:
        what = once.band
    elif once.trust is not None:
        what = words("left on the way, this trust still in reach")
    else:
        what = words("left on the way")
    trust = "" if once.trust is None else with_minus(str(once.trust))
    return Own(words("{when}: {what}", when=label, what=what), once.said, trust)


def tried_told(once: Once, words: Words) -> str:
    """What was said when a moment was tried again, and what came of it, in a line."""
    if once.trust is None:
        return once.said
    trust = with_minus(str(once.trust))
    if once.reveal is None:
        return words("{said} Left on the way, trust {trust} still in reach.", said=once.said, trust=trust)
    return words("{said} It ended with trust {trust} ({band}).", said=once.said, trust=trust, band=once.band)


def loss_told(lost: int) -> str:
    """Trust given up, with its minus; "" for none."""
    return f"−{lost}" if lost else ""


def _verdict(words: Words, *, fits: bool, judged: bool) -> str:
    if not judged:
        return words("Their answer")
    return words("That holds") if fits else words("There is more in this moment")
