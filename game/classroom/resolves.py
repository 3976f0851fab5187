"""What people resolve after a meeting, as the invented trainees of a rehearsal write it."""

from collections.abc import Callable, Mapping
from typing import Final

from game.core.principles import Principle
from game.format.words import Words

_Said = Callable[[Words], str]

_RESOLVES: Final[Mapping[Principle, tuple[_Said, _Said]]] = {
    "promise": (
        lambda words: words("Write down every promise with its date before I leave."),
        lambda words: words("Promise only what I can keep by that day."),
    ),
    "interrogation": (
        lambda words: words("Bring one useful thing before my first question."),
        lambda words: words("Say why I ask before I ask."),
    ),
    "track_record": (
        lambda words: words("Tell how it went, and not only for whom."),
        lambda words: words("Have one story ready that is like theirs."),
    ),
    "enthusiasm": (
        lambda words: words("Make one proposal from where they stand."),
        lambda words: words("Stop pushing our own convenience."),
    ),
    "honesty": (
        lambda words: words("Say that I do not know when I do not know."),
        lambda words: words("Own up on the same day when I was wrong."),
    ),
    "clarity": (
        lambda words: words("Say again at the end what was agreed, with the date."),
        lambda words: words("No more “as soon as possible”."),
    ),
    "recovery": (
        lambda words: words("Go there first, explain afterwards."),
        lambda words: words("When there is a complaint, call before I write."),
    ),
    "equality": (
        lambda words: words("Say no without bowing."),
        lambda words: words("Stop apologising for nothing."),
    ),
    "usefulness": (
        lambda words: words("Look into their trade before I visit."),
        lambda words: words("Leave something useful behind every time."),
    ),
    "shared_joy": (
        lambda words: words("Ask how it turned out, and be glad with them."),
        lambda words: words("Bring figures that show what they achieved."),
    ),
    "partnership": (
        lambda words: words("Call in the month after the signature."),
        lambda words: words("Put the next visit into my calendar before I leave."),
    ),
    "no_caving": (
        lambda words: words("Take a breath before I say yes to a discount."),
        lambda words: words("Give my reason when I decline."),
    ),
    "exchange": (
        lambda words: words("If I give a discount, ask for something in return."),
        lambda words: words("Prepare three things to ask in return."),
    ),
    "start_small": (
        lambda words: words("Propose to begin with one department."),
        lambda words: words("Try it small, look at the figures, then go on."),
    ),
    "reciprocity": (
        lambda words: words("Help once before I ask a favour."),
        lambda words: words("When they are in trouble, move first."),
    ),
}


def resolve_about(principle: Principle, which: int, words: Words) -> str:
    """One of two resolves about a principle; ``which`` is 0 or 1."""
    return _RESOLVES[principle][which](words)
