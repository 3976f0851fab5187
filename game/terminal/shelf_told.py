"""A scenario on the shelf in a line: apart from the evening, because a listing needs no rules for it."""

from game.format.words import Words
from game.library import Shelved


def shelf_line(one: Shelved, words: Words) -> str:
    """A scenario on the shelf in one line: title, customer, minutes."""
    customer = words(", ").join(part for part in (one.company, one.customer) if part)
    return words(
        "{title} ({customer}, {minutes} min)", title=one.title, customer=customer, minutes=one.minutes
    )
