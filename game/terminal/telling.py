"""What a scene, a line, a notebook and a brief read like as plain text."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from game.core.scenario import Line, Offer, Person, Scenario
from game.core.view import Notebook, Offered, View
from game.debrief.days import day_told, days_left_told, moment_told
from game.debrief.names import promise_status_name
from game.debrief.outcome_told import money
from game.format.words import Words

_FURIGANA: Final = re.compile(r"[｜|]([^｜|《》\n]+)《[^《》\n]*》|([々〇ヶ一-鿿豈-﫿]+)《[^《》\n]*》")

_PLACES: Final[Mapping[str, Callable[[Words], str]]] = {
    "meeting_room": lambda words: words("meeting room"),
    "office": lambda words: words("office"),
    "factory": lambda words: words("factory"),
    "clinic": lambda words: words("clinic"),
    "shop": lambda words: words("shop"),
    "warehouse": lambda words: words("warehouse"),
    "street": lambda words: words("street"),
    "phone": lambda words: words("on the phone"),
    "video": lambda words: words("video call"),
}

_MOODS: Final[Mapping[str, Callable[[Words], str]]] = {
    "warm": lambda words: words("warmly"),
    "cold": lambda words: words("coldly"),
    "hurt": lambda words: words("hurt"),
    "pleased": lambda words: words("pleased"),
    "puzzled": lambda words: words("puzzled"),
    "angry": lambda words: words("angrily"),
    "relieved": lambda words: words("relieved"),
    "thoughtful": lambda words: words("thoughtfully"),
    "surprised": lambda words: words("surprised"),
}
"""The face in a word, for whoever does not see it; a calm one is not told."""


def plain(text: str, trainee: str) -> str:
    """A text of a scenario without furigana, the trainee's name in its place."""
    return _FURIGANA.sub(lambda found: found[1] or found[2], text).replace("{trainee}", trainee)


def lines_told(lines: Iterable[Line], scenario: Scenario, trainee: str, words: Words) -> list[str]:
    """Lines with who says them; the narrator's stand alone, a sign of the customer follows."""
    told = []
    for line in lines:
        told.append(_line(line, scenario, trainee, words))
        if line.tell is not None:
            told.append(words("({sign})", sign=plain(line.tell.sign, trainee)))
    return told


def _line(line: Line, scenario: Scenario, trainee: str, words: Words) -> str:
    text = plain(line.text, trainee)
    if line.speaker == "narrator":
        return text
    person = scenario.person(line.speaker)
    name = plain(person.name, trainee) if person is not None else trainee
    if line.mood is not None and line.mood in _MOODS:
        return words("{name} ({mood}): {text}", name=name, mood=_MOODS[line.mood](words), text=text)
    return words("{name}: {text}", name=name, text=text)


def heading(view: View, words: Words) -> str:
    """The day, the time if it is known, and the place."""
    when = moment_told(view.date, view.time, words)
    if not view.place:
        return when
    place = _PLACES[view.place](words) if view.place in _PLACES else view.place
    return words("{when}, {place}", when=when, place=place)


def choice_told(choice: Offered, trainee: str, words: Words) -> str:
    """The exact sentence in quotation marks, or what is done in brackets."""
    text = plain(choice.text, trainee)
    return words("“{sentence}”", sentence=text) if choice.kind == "say" else words("[{act}]", act=text)


def notebook_told(view: View, trainee: str, words: Words) -> list[str]:
    """The notebook: today, facts, promises with their day, terms on the table."""
    notebook = view.notebook
    return [
        words("Today: {day}", day=moment_told(view.date, view.time, words)),
        *_section(words("What you know"), [plain(fact, trainee) for fact in notebook.facts], words),
        *_section(words("Your promises"), _promises(notebook, trainee, words), words),
        *_section(words("Terms on the table"), _terms(notebook, trainee, words), words),
    ]


def _section(title: str, items: list[str], words: Words) -> list[str]:
    return [title, *(f"  - {item}" for item in items)] if items else [words("{title}: none", title=title)]


def _promises(notebook: Notebook, trainee: str, words: Words) -> list[str]:
    told = []
    for note in notebook.promises:
        text = plain(note.text, trainee)
        if note.status != "open":
            told.append(words("{what} ({how})", what=text, how=promise_status_name(note.status, words)))
        elif note.due is None or note.days_left is None:
            told.append(words("{what} ({how})", what=text, how=words("no date set yet")))
        else:
            due = words(
                "by {day}, {left}", day=day_told(note.due, words), left=days_left_told(note.days_left, words)
            )
            told.append(words("{what} ({how})", what=text, how=due))
    return told


def _terms(notebook: Notebook, trainee: str, words: Words) -> list[str]:
    terms = [words("{percent}% off", percent=notebook.conceded_percent)] if notebook.conceded_percent else []
    return terms + [
        words("in return: {considerations}", considerations=plain(each, trainee))
        for each in notebook.considerations
    ]


def brief_told(scenario: Scenario, trainee: str, words: Words, *, resolve: str = "") -> list[str]:
    """Who, where, what is at stake, what is known already: before the first scene.

    ``resolve``: what the trainee meant to do this time, "" where nothing was written.
    """
    customer, seller = scenario.customer, scenario.seller
    told = [plain(scenario.title, trainee)]
    if scenario.summary:
        told.append(plain(scenario.summary, trainee))
    if resolve:
        told.append(words("{label}: {value}", label=words("What you meant to do this time"), value=resolve))
    told.append(words("Customer: {who}", who=_who(customer, words)))
    told += [
        words("Your colleague: {who}", who=_who(person, words))
        if person.ours
        else words("Also there: {who}", who=_who(person, words))
        for person in scenario.people
    ]
    told.append(words("You: {who}", who=_who(Person("trainee", trainee, seller.role, seller.company), words)))
    if scenario.offer is not None:
        told.append(words("You offer: {offer}", offer=_offer(scenario.offer, trainee, words)))
    if scenario.stakes:
        told.append(words("At stake: {stakes}", stakes=plain(scenario.stakes, trainee)))
    if scenario.known:
        told.append(words("What you already know"))
        told += [f"  - {plain(each, trainee)}" for each in scenario.known]
    return told


def _offer(offer: Offer, trainee: str, words: Words) -> str:
    product, price = plain(offer.product, trainee), money(offer.price, offer.currency, words)
    match offer.per:
        case "year":
            return words("{product}, {price} a year", product=product, price=price)
        case "month":
            return words("{product}, {price} a month", product=product, price=price)
    return words("{product}, {price} per {unit}", product=product, price=price, unit=offer.per)


def _who(person: Person, words: Words) -> str:
    parts = [part for part in (person.company, person.role, person.name) if part]
    return words(", ").join(plain(part, "") for part in parts)
