"""The numbers of the rule that fired, term by term, so that a trainee can add them up themselves.

The terms of an entry always sum to its amount: what the rule is worth comes first, then what softened,
halved or stopped it. Rules decide amounts; here they are only explained, from the entry's own numbers
and the rulebook.

Longer than 300 lines because one table has to name every rule there is, beside the functions it names.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from game.core.game import Game
from game.core.passbook import Entry
from game.core.rulebook import LEAST, MOST
from game.debrief.names import size_name
from game.format.words import Words

_MINUS: Final = re.compile(r"-(?=\d)")


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what it stands for, and its points (None: said for the understanding, no points)."""

    label: str
    points: int | None


def rule_told(entry: Entry, game: Game, words: Words) -> str:
    """The numbers of the rule as one line, such as "a small promise kept +4, ahead of its day +1"."""
    parts = [
        term.label
        if term.points is None
        else words("{what} {points}", what=term.label, points=signed(term.points))
        for term in terms_of(entry, game, words)
    ]
    return words(", ").join(parts)


def signed(points: int) -> str:
    """Points with their sign, "+4", "-12", and "0" without one."""
    return f"{points:+d}" if points else "0"


def with_minus(text: str) -> str:
    """A text whose negative numbers have a real minus, as wide as the plus."""
    return _MINUS.sub("−", text)


def terms_of(entry: Entry, game: Game, words: Words) -> tuple[Term, ...]:
    """The terms of one entry, in the order in which they add up; their points sum to its amount."""
    terms = _TERMS[entry.reason.rule](_Fired(entry, game, words))
    rest = entry.amount - sum(term.points or 0 for term in terms)
    return (*terms, _modifier(entry, rest, words)) if rest else tuple(terms)


def explained_rules() -> frozenset[str]:
    """The codes of all rules whose numbers can be told."""
    return frozenset(_TERMS)


@dataclass(frozen=True, slots=True)
class _Fired:
    """An entry with what its rule looked things up in."""

    entry: Entry
    game: Game
    words: Words

    def number(self, name: str) -> int:
        return self.entry.numbers[name]

    def about(self, kind: str) -> str:
        return self.entry.reason.about[kind]

    def size(self) -> str:
        return size_name(self.game.promises[self.about("promise")].size, self.words)


def _modifier(entry: Entry, rest: int, words: Words) -> Term:
    before = entry.balance - entry.amount
    if entry.balance == MOST and rest < 0:
        return Term(words("the balance cannot go above {most}", most=MOST), rest)
    if entry.balance == LEAST and before <= 0:
        return Term(words("the balance cannot go below {least}", least=LEAST), rest)
    if rest > 0:
        return Term(words("softened by the credit saved up"), rest)
    return Term(words("half of it, since a lie was found out"), rest)


def _plain(say: Callable[[Words], str]) -> Callable[[_Fired], list[Term]]:
    """A rule whose amount is one number."""
    return lambda fired: [Term(say(fired.words), fired.entry.amount)]


def _worth(say: Callable[[Words], str], worth: Callable[[Game], int]) -> Callable[[_Fired], list[Term]]:
    """A rule that pays one number of the rulebook."""
    return lambda fired: [Term(say(fired.words), worth(fired.game))]


def _asked(fired: _Fired) -> list[Term]:
    words, loss = fired.words, fired.number("loss")
    welcome = fired.entry.amount + loss
    invited = fired.entry.reason.rule == "ask.invited"
    told = words("they wanted to be asked") if invited else words("asked within that")
    terms = [Term(told, welcome)] if welcome or not loss else []
    none = not invited and fired.number("tolerance") == 0
    if none:
        terms.insert(0, Term(words("no question was welcome just then"), None))
    elif not invited:
        most = words.plural(
            "{count} question in a row is welcome", "{count} questions in a row are welcome",
            fired.number("tolerance"),
        )  # fmt: skip
        terms.insert(0, Term(most, None))
    if loss:
        terms.append(Term(words("asked all the same") if none else words("asked beyond that"), -loss))
    if fired.number("withheld"):
        terms.append(Term(words("not answered: {count}", count=fired.number("withheld")), None))
    return terms


def _once(say: Callable[[Words], str], worth: Callable[[Game], int]) -> Callable[[_Fired], list[Term]]:
    """A rule that pays once."""

    def terms(fired: _Fired) -> list[Term]:
        if fired.number("new"):
            return [Term(say(fired.words), worth(fired.game))]
        return [Term(fired.words("only the first time counts"), 0)]

    return terms


def _repeated(say: Callable[[Words], str], worth: Callable[[Game], int]) -> Callable[[_Fired], list[Term]]:
    """A rule that pays half as much each time."""
    return lambda fired: _halved(fired, [Term(say(fired.words), worth(fired.game))])


def _halved(fired: _Fired, terms: list[Term]) -> list[Term]:
    full, times = sum(term.points or 0 for term in terms), fired.number("times")
    if times:
        terms.append(Term(fired.words("half as much each time"), (full >> times) - full))
    return terms


def _proposed(fired: _Fired) -> list[Term]:
    words, book, known = fired.words, fired.game.book.giving, fired.number("known")
    if not known:
        return _halved(fired, [Term(words("daring, knowing nothing of theirs"), book.propose_daring)])
    facts = Term(words("facts of theirs it rests on: {count}", count=known), book.propose_per_fact * known)
    return _halved(fired, [Term(words("a proposal for them"), book.propose), facts])


def _began_small(fired: _Fired) -> list[Term]:
    if fired.entry.amount == 0 and fired.entry.balance < MOST:
        return [Term(fired.words("already counted as the alternative offered"), 0)]
    return [Term(fired.words("room to grow"), fired.game.book.giving.start_small)]


def _weight(fired: _Fired) -> list[Term]:
    percent = fired.game.persona.promises
    if percent == 100:  # noqa: PLR2004 (whole percent: the usual weight)
        return []
    return [Term(fired.words("this customer weighs promises at {percent}%", percent=percent), None)]


def _kept(fired: _Fired) -> list[Term]:
    words, book = fired.words, fired.game.book.promising
    if fired.number("fresh"):
        return [Term(words("a promise kept in the scene it was made in does not count"), 0)]
    worth = book.keep.of(fired.game.promises[fired.about("promise")].size)
    weighed = worth * fired.game.persona.promises // 100
    terms = [*_weight(fired), Term(words("a promise ({size}) kept", size=fired.size()), weighed)]
    if fired.number("early"):
        terms.append(Term(words("ahead of its date"), book.early))
    return terms


def _kept_late(fired: _Fired) -> list[Term]:
    divisor = fired.game.book.promising.late_divisor
    return [
        Term(fired.words("late: 1/{divisor} of the loss comes back", divisor=divisor), fired.entry.amount)
    ]


def _breached(fired: _Fired) -> list[Term]:
    label = fired.words("a promise ({size}) broken", size=fired.size())
    return [*_weight(fired), Term(label, -fired.number("full"))]


def _renegotiated(fired: _Fired) -> list[Term]:
    divisor = fired.game.book.promising.renegotiate_divisor
    label = fired.words("asked before the date: 1/{divisor} of a broken promise", divisor=divisor)
    return [*_weight(fired), Term(label, -fired.number("full"))]


def _found_out(fired: _Fired) -> list[Term]:
    words, wiped = fired.words, fired.number("wiped")
    terms = [Term(words("all that was saved up is gone"), -wiped)] if wiped else []
    return [*terms, Term(words("and below it, for the lie"), -fired.game.book.truth.found_out)]


def _came_back(fired: _Fired) -> list[Term]:
    words, percent, cost = fired.words, fired.number("percent"), fired.number("cost")
    bonus = fired.entry.numbers.get("bonus", 0)
    label = words("{percent}% of the {cost} lost comes back", percent=percent, cost=cost)
    terms = [Term(label, fired.entry.amount - bonus)]
    return [*terms, Term(words("put right at once, better than before"), bonus)] if bonus else terms


def _complained(fired: _Fired) -> list[Term]:
    words, full = fired.words, fired.number("full")
    major, opens = fired.about("severity") == "major", fired.game.book.recovery.opens
    label = words("a serious complaint") if major else words("a minor complaint")
    usual = opens.major if major else opens.minor
    terms = [Term(label, -usual)]
    if full > usual:
        terms.append(Term(words("well served before, they expected better"), usual - full))
    return terms


def _demanded(fired: _Fired) -> list[Term]:
    if fired.number("spoiled"):
        return [Term(fired.words("having got something for nothing, they ask for half as much more"), 0)]
    return [Term(fired.words("a demand alone costs nothing"), 0)]


def _covered(fired: _Fired) -> list[Term]:
    label = fired.words(
        "worth {worth}%, covered by {cover}%", worth=fired.number("worth"), cover=fired.number("cover")
    )
    return [Term(label, fired.game.book.terms.covered)]


def _given_away(fired: _Fired) -> list[Term]:
    words, book = fired.words, fired.game.book.terms
    return [
        Term(
            words("{excess}% for nothing pleases for a moment", excess=fired.number("excess")),
            book.given_away,
        ),
        Term(words("the bill comes after {days} days", days=book.bill_days), None),
    ]


def _asked_favour(fired: _Fired) -> list[Term]:
    words, needed, owed = fired.words, fired.number("needed"), fired.number("owed")
    terms = [Term(words("a favour needs a credit of {needed}", needed=needed), None)]
    if owed:
        terms.append(Term(words("help remembered makes it {owed} easier", owed=owed), None))
    granted = fired.entry.reason.rule == "request.granted"
    label = words("granted") if granted else words("refused")
    return [*terms, Term(label, 0 if granted else -fired.game.book.favours.refused)]


def _silent(fired: _Fired) -> list[Term]:
    label = fired.words("{days} days without an act for them", days=fired.game.book.silence.days)
    return [Term(label, -fired.game.book.silence.cost)]


_TERMS: Final[Mapping[str, Callable[[_Fired], list[Term]]]] = {
    "ask": _asked,
    "ask.why": _asked,
    "ask.invited": _asked,
    "inform": _once(
        lambda words: words("something they did not have yet"), lambda game: game.book.giving.inform
    ),
    "record.told": _repeated(
        lambda words: words("a result told with its reasons"), lambda game: game.book.giving.record_told
    ),
    "record.displayed": _repeated(
        lambda words: words("a result shown, nothing more"), lambda game: game.book.giving.record_displayed
    ),
    "help": _once(lambda words: words("help that costs us something"), lambda game: game.book.giving.help),
    "propose.customer": _proposed,
    "propose.us": _plain(lambda words: words("a proposal for us")),
    "start_small": _began_small,
    "celebrate": _once(
        lambda words: words("looking after them, once a phase"), lambda game: game.book.giving.care
    ),
    "follow_up": _once(
        lambda words: words("looking after them, once a phase"), lambda game: game.book.giving.care
    ),
    "promise": _plain(lambda words: words("words deposit nothing")),
    "promise.vague": _plain(lambda words: words("words deposit nothing, and these can be heard in two ways")),
    "keep": _kept,
    "keep.late": _kept_late,
    "break": _breached,
    "break.due": _breached,
    "renegotiate": _renegotiated,
    "lie": _repeated(lambda words: words("lies work, until they do not"), lambda game: game.book.truth.lie),
    "correct": _plain(lambda words: words("taken back before it was found out")),
    "expose": _found_out,
    "blur": _plain(lambda words: words("nothing yet")),
    "clarify": _plain(lambda words: words("cleared up before it hurt")),
    "surface": lambda fired: [Term(fired.words("a misunderstanding"), -fired.number("full"))],
    "own": _came_back,
    "deflect": _plain(lambda words: words("blame put on the customer")),
    "complain": _complained,
    "recover": _came_back,
    "formal": _plain(lambda words: words("closed by the book, not put right")),
    "complaint.left_open": _plain(lambda words: words("a complaint nobody answered costs again")),
    "demand": _demanded,
    "concede.covered": _covered,
    "concede.given_away": _given_away,
    "hold.bare": _plain(lambda words: words("a no without a reason")),
    "hold.reason": _worth(
        lambda words: words("a no with a reason"), lambda game: game.book.terms.hold_reason
    ),
    "hold.alternative": _worth(
        lambda words: words("a no with an alternative"), lambda game: game.book.terms.hold_alternative
    ),
    "bill": _plain(lambda words: words("what was given away has to be paid for")),
    "stand.below": _plain(lambda words: words("it lowers the standing, not the balance")),
    "stand.level": _plain(lambda words: words("it levels the standing, not the balance")),
    "stand.above": _plain(lambda words: words("arrogance costs at once")),
    "request.granted": _asked_favour,
    "request.refused": _asked_favour,
    "silence": _silent,
    "own_number": _plain(lambda words: words("the author's own number")),
}
