"""Every entry of the passbook as one short plain sentence: what was done, as a bank would print it.

Rules post codes and ids, in no language; here each code becomes a sentence, and the scenario's own
texts say what it was about. A test holds that every code of the rules is worded in every language.
"""

from collections.abc import Callable, Mapping
from typing import Final

from game.core.passbook import Entry
from game.core.scenario import Scenario
from game.format.words import Words

_Sentence = Callable[[Words, Entry], str]


def sentence(entry: Entry, words: Words) -> str:
    """What happened, in a short sentence without a full stop; ``KeyError`` for an unknown rule."""
    return _SENTENCES[entry.reason.rule](words, entry)


def subject(entry: Entry, scenario: Scenario, words: Words) -> str:
    """What it was about, in the scenario's own texts: "" where the scenario declares none.

    Texts come as written, furigana and ``{trainee}`` included.
    """
    separator = words(", ")
    about = entry.reason.about
    texts = [
        _text(kind, name, scenario, words)
        for kind, value in about.items()
        for name in (value.split("+") if kind in _LISTS else [value])
    ]
    return separator.join(text for text in texts if text)


def worded_rules() -> frozenset[str]:
    """The codes of all rules that have a sentence."""
    return frozenset(_SENTENCES)


_LISTS: Final = frozenset({"facts", "considerations"})
"""Kinds whose value is several ids, joined by "+"."""


def _text(kind: str, name: str, scenario: Scenario, words: Words) -> str:
    match kind:
        case "facts":
            return next((fact.text for fact in scenario.facts if fact.id == name), "")
        case "promise":
            return next((terms.text for terms in scenario.promises if terms.id == name), "")
        case "considerations":
            return next((terms.text for terms in scenario.considerations if terms.id == name), "")
        case "lie":
            return next((terms.text for terms in scenario.lies if terms.id == name), "")
        case "blur":
            return _two_readings(name, scenario, words)
    return scenario.texts.get(f"{kind}:{name}", "")


def _two_readings(name: str, scenario: Scenario, words: Words) -> str:
    for terms in scenario.blurs:
        if terms.id == name:
            return words("said “{said}”, heard “{heard}”", said=terms.said, heard=terms.heard)
    return next((terms.text for terms in scenario.promises if terms.id == name), "")


def _asked(words: Words, entry: Entry) -> str:
    count, numbers = entry.numbers["questions"], entry.numbers
    if numbers["withheld"]:
        return words("Question after question: they closed up")
    if numbers["loss"]:
        return words("Asked one too many") if count == 1 else words("Asked {count} in a row", count=count)
    if entry.reason.rule == "ask.invited":
        return words("Asked when invited to")
    if entry.amount == 0:
        return words("Asked what was already known")
    if entry.reason.rule == "ask.why":
        if count == 1:
            return words("Asked one thing and said why")
        return words("Asked {count} things and said why", count=count)
    return words("Asked one thing") if count == 1 else words("Asked {count} things", count=count)


def _informed(words: Words, entry: Entry) -> str:
    if entry.numbers["new"]:
        return words("Brought them something useful")
    return words("Told them the same thing again")


def _record_told(words: Words, entry: Entry) -> str:
    if entry.numbers["times"]:
        return words("Told the same story again")
    return words("Told the story behind a result")


def _helped(words: Words, entry: Entry) -> str:
    if entry.numbers["new"]:
        return words("Lent a hand in their difficulty")
    return words("Offered the same help again")


def _proposed(words: Words, entry: Entry) -> str:
    if entry.numbers["times"]:
        return words("Made the same proposal again")
    if entry.numbers["known"]:
        return words("Proposed what is best for them")
    return words("Dared a proposal, knowing little")


def _celebrated(words: Words, entry: Entry) -> str:
    return words("Celebrated their result") if entry.numbers["new"] else words("Celebrated once more")


def _followed_up(words: Words, entry: Entry) -> str:
    return (
        words("Checked in on them, unprompted") if entry.numbers["new"] else words("Checked in on them again")
    )


def _kept(words: Words, entry: Entry) -> str:
    if entry.numbers["fresh"]:
        return words("Promised and done in one breath")
    return words("Kept a promise early") if entry.numbers["early"] else words("Kept a promise")


def _lied(words: Words, entry: Entry) -> str:
    return words("Told the lie again") if entry.numbers["times"] else words("Told a lie")


def _owned(words: Words, entry: Entry) -> str:
    match entry.reason.about["how"]:
        case "visit":
            return words("Went there to own the misunderstanding")
        case "call":
            return words("Called to own the misunderstanding")
    return words("Wrote to own the misunderstanding")


def _deflected(words: Words, entry: Entry) -> str:
    if "blur" in entry.reason.about:
        return words("Blamed them for the misunderstanding")
    return words("Pushed the complaint back at them")


def _complained(words: Words, entry: Entry) -> str:
    if entry.reason.about["severity"] == "major":
        return words("A serious complaint came in")
    return words("A complaint came in")


def _recovered(words: Words, entry: Entry) -> str:
    match entry.reason.about["how"]:
        case "visit":
            return words("Went there to answer the complaint")
        case "call":
            return words("Called to answer the complaint")
    return words("Wrote to answer the complaint")


def _demanded(words: Words, entry: Entry) -> str:
    return words("They demanded even more") if entry.numbers["spoiled"] else words("They made a demand")


def _covered(words: Words, entry: Entry) -> str:
    if "considerations" in entry.reason.about:
        return words("Conceded, for something in return")
    return words("Conceded within limits")


def _given_away(words: Words, entry: Entry) -> str:
    if "considerations" in entry.reason.about:
        return words("Gave more than came back")
    return words("Gave it away for nothing")


def _silent(words: Words, entry: Entry) -> str:
    months = entry.numbers["months"]
    return (
        words("A month without a word") if months == 1 else words("Silent for {count} months", count=months)
    )


_SENTENCES: Final[Mapping[str, _Sentence]] = {
    "ask": _asked,
    "ask.why": _asked,
    "ask.invited": _asked,
    "inform": _informed,
    "record.told": _record_told,
    "record.displayed": lambda words, _: words("Only showed a result"),
    "help": _helped,
    "propose.customer": _proposed,
    "propose.us": lambda words, _: words("Pushed what is best for us"),
    "start_small": lambda words, _: words("Proposed to begin small"),
    "celebrate": _celebrated,
    "follow_up": _followed_up,
    "promise": lambda words, _: words("Made a promise"),
    "promise.vague": lambda words, _: words("Made a vague promise"),
    "keep": _kept,
    "keep.late": lambda words, _: words("Kept a promise too late"),
    "break": lambda words, _: words("Broke a promise"),
    "break.due": lambda words, _: words("Let a promise's date pass"),
    "renegotiate": lambda words, _: words("Asked in time for a new date"),
    "lie": _lied,
    "correct": lambda words, _: words("Took back a lie"),
    "expose": lambda words, _: words("A lie was found out"),
    "blur": lambda words, _: words("Said what can be heard in two ways"),
    "clarify": lambda words, _: words("Made unclear words plain"),
    "surface": lambda words, _: words("A misunderstanding came to light"),
    "own": _owned,
    "deflect": _deflected,
    "complain": _complained,
    "recover": _recovered,
    "formal": lambda words, _: words("Answered the complaint by the book"),
    "complaint.left_open": lambda words, _: words("A complaint was left unanswered"),
    "demand": _demanded,
    "concede.covered": _covered,
    "concede.given_away": _given_away,
    "hold.bare": lambda words, _: words("Refused without a reason"),
    "hold.reason": lambda words, _: words("Declined and said why"),
    "hold.alternative": lambda words, _: words("Declined and offered another way"),
    "bill": lambda words, _: words("The bill for what was given away"),
    "stand.below": lambda words, _: words("Bowed lower than needed"),
    "stand.level": lambda words, _: words("Spoke as an equal"),
    "stand.above": lambda words, _: words("Talked down to them"),
    "request.granted": lambda words, _: words("Asked a favour: granted"),
    "request.refused": lambda words, _: words("Asked a favour: refused"),
    "silence": _silent,
    "own_number": lambda _, entry: entry.reason.about["because"],
}
