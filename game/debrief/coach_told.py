"""What a coach says after an answer: the balance, what was booked and why, and what may be asked now."""

from dataclasses import dataclass

from game.core.coached import Coached
from game.core.game import Game
from game.core.passbook import Entry
from game.debrief.names import principle_name
from game.debrief.numbers_told import rule_told, signed, terms_of, with_minus
from game.debrief.wording import sentence
from game.format.words import Words


@dataclass(frozen=True, slots=True)
class Booked:
    """One entry as a coach shows it: what happened, the principle, why, and the points with their sign."""

    text: str
    principle: str
    reason: str
    points: str
    amount: int


def booked(entry: Entry, game: Game, words: Words) -> Booked:
    """One entry in words a newcomer understands; a reason of one term does not say its points twice."""
    terms = terms_of(entry, game, words)
    reason = terms[0].label if len(terms) == 1 else rule_told(entry, game, words)
    return Booked(
        text=sentence(entry, words),
        principle=principle_name(entry.principle, words),
        reason=with_minus(reason),
        points=with_minus(signed(entry.amount)),
        amount=entry.amount,
    )


def coach_told(words: Words, *, tutorial: bool) -> str:
    """What a coach is, before a meeting with one begins; and what such a meeting does not count for."""
    shows = words("With a coach you see the balance after every reply, and why it changed.")
    if tutorial:
        return words("{one} {more}", one=words("This is a tutorial."), more=shows)
    unstamped = words("A meeting with a coach earns no stamp on the shelf.")
    return words("{one} {more}", one=shows, more=unstamped)


def welcome_told(questions: int, words: Words) -> str:
    """How many questions in a row would be welcome now, from 0."""
    if questions == 0:
        return words("A question now would be one too many.")
    return words.plural(
        "{count} question would be welcome now.",
        "{count} questions in a row would be welcome now.",
        questions,
    )


def coach_lines(now: Coached, game: Game, words: Words) -> list[str]:
    """All of it as plain lines: what the last choice booked, and the balance after it."""
    told = [_line(booked(entry, game, words), words) for entry in now.chosen]
    after = now.chosen[-1].balance if now.chosen else now.before
    return [*told, words("Coach: the balance is {balance}.", balance=with_minus(str(after)))]


def since_lines(now: Coached, game: Game, words: Words) -> list[str]:
    """What happened on the way to the present scene, and what may be asked in it."""
    told = [_line(booked(entry, game, words), words) for entry in now.since]
    if told or not now.chosen:
        told.append(words("Coach: the balance is {balance}.", balance=with_minus(str(now.balance))))
    return [*told, words("Coach: {what}", what=welcome_told(now.questions_left, words))]


def _line(one: Booked, words: Words) -> str:
    return words(
        "Coach: {points}  {what} ({principle}: {reason})",
        points=one.points, what=one.text, principle=one.principle, reason=one.reason,
    )  # fmt: skip
