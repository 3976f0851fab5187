"""Plus, delta, and one thing for next time, written at the terminal."""

from dataclasses import replace

from game.debrief.review.written import MOST_GLYPHS, Written
from game.records import Trouble
from game.terminal.over import Over
from game.terminal.table import Table


def write_down(over: Over) -> None:
    """Ask for the three, and keep them. Raises ``Left`` at the end of the input."""
    table, words, was = over.table, over.table.words, over.written
    table.say(words("In your own words"))
    table.say(words("It stays with the record of this meeting. It is handed in only if you say so."))
    now = was
    for name, question in (
        ("plus", words("What went well? Something you would do again.")),
        ("delta", words("What would you do differently?")),
        ("resolve", words("One thing next time. You will read it before your next meeting.")),
    ):
        now = replace(now, **{name: _asked(table, question, getattr(was, name))})
        # Each by itself: whoever goes away at the next question has lost nothing.
        if not _kept(over, now):
            return
    if over.record is not None and now != Written():
        table.say(words("Written down."))


def _kept(over: Over, now: Written) -> bool:
    """Keep what is written so far; False if the trainee would rather stop than try again."""
    while True:
        try:
            over.keep_written(now)
        except (Trouble, OSError) as trouble:
            if over.table.after_trouble(trouble) != "again":
                return False
        else:
            return True


def _asked(table: Table, question: str, was: str) -> str:
    words = table.words
    table.say(question)
    if was:
        table.say(words("So far: {text}", text=was))
        answer = table.ask_text(words("In one line (Enter: leave it, -: take it out):"))
        text = "" if answer == "-" else answer or was
    else:
        text = table.ask_text(words("In one line (Enter: nothing):"))
    if len(text) > MOST_GLYPHS:
        text = text[:MOST_GLYPHS]
        table.say(words("That is too long; this much of it is kept: {text}", text=text))
    return text
