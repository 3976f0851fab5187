"""The sheet of paper of one scenario on the desk: its state, its teaching, a card for each finding."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork.checking import Checked, Noted
from game.screens.button_rows import button_height
from game.screens.desk import draw_paper
from game.screens.pen import Pen
from game.screens.sheet import Sheet
from game.screens.theme import GAP
from game.screens.trainers_desk.cards import Card
from game.screens.trainers_desk.progress import TALL, draw_bar
from game.screens.trainers_desk.putting import put
from game.screens.trainers_desk.told import path_told, saved_told, state_told, translations_told, trouble_told
from game.screens.trainers_desk.working import share_of, step_told

if TYPE_CHECKING:
    from game.format.words import Words

MOST_CARDS: Final = 60
"""Findings that are shown at once; the first ones are to be mended first."""

_PAD: Final = 3 * GAP
_BETWEEN: Final = 1.5 * GAP


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the sheet, and what is done when something on it is pressed.

    ``own``: it lies in the trainer's folder. ``busy``: its teaching is being judged, or all of it looked
    over; ``now``: what was told of that last.
    """

    file: Path
    own: bool
    found: Checked | None
    busy: bool
    now: object
    reader: Callable[[Noted], Callable[[], None]]
    give_up: Callable[[], None]
    ask_again: Callable[[], None]


class ManuscriptPaper:
    """Draws it on a screen, in the column it is given."""

    def __init__(self, sheet: Sheet, words: "Words", shown: Shown) -> None:
        self._sheet = sheet
        self._words = words
        self._shown = shown

    def draw(self, pen: Pen, place: tuple[float, float, float]) -> float:
        """The sheet with the file's state and its findings; where it ends."""
        x, y, width = place
        inner = width - 2 * _PAD
        tall = self._contents(pen, (x + _PAD, 0.0, inner), seen=False) + 2 * _PAD
        draw_paper(pen.surface, pen.theme, (x, y, width, tall))
        return self._contents(pen, (x + _PAD, y + _PAD, inner), seen=True) + _PAD

    def _contents(self, pen: Pen, place: tuple[float, float, float], *, seen: bool) -> float:
        """Draw what stands on the sheet, or only find out where it ends."""
        x, y, width = place
        y = self._state(pen, (x, y, width), seen=seen)
        found = self._shown.found
        if found is None:
            return y
        words = self._words
        if found.trouble is not None:
            told = trouble_told(found.trouble, words)
            return y + GAP + put(pen, told, "body", "ink", (x, y + GAP, width), seen=seen)
        for number, one in enumerate(found.noted[:MOST_CARDS]):
            card = Card(pen, one, self._shown.file, words, width)
            y += _BETWEEN
            rect = (x, y, width, card.height)
            if seen:
                focused = self._sheet.spot(f"finding:{number}", rect, self._shown.reader(one), scrolled=True)
                card.draw(rect, focused=focused)
            y += rect[3]
        more = len(found.noted) - MOST_CARDS
        if more > 0:
            told = words("… and {count} more", count=more)
            y += GAP + put(pen, told, "small", "soft_ink", (x, y + GAP, width), seen=seen)
        return y

    def _state(self, pen: Pen, place: tuple[float, float, float], *, seen: bool) -> float:
        """The state in large letters, the file's place, its translations, and the advice being worked out."""
        words, (x, y, width) = self._words, place
        state, ink = state_told(self._shown.found, words)
        y += put(pen, state, "title", ink, (x, y, width), seen=seen, bold=True)
        y += put(pen, path_told(self._shown.file), "small", "soft_ink", (x, y, width), seen=seen)
        found = self._shown.found
        if found is None:
            return y
        facts = [words("saved {time}", time=saved_told(found.changed, words))] if found.changed else []
        if found.scenes:
            facts.append(words.plural("{count} scene", "{count} scenes", found.scenes))
            facts += translations_told(found, words)
            facts.append(words.plural("{count} transcript", "{count} transcripts", len(found.transcripts)))
        if facts:
            y += put(pen, words(" · ").join(facts), "small", "soft_ink", (x, y, width), seen=seen)
        if found.playable:
            place_told = (
                words("It stands on the shelf, to be played.")
                if self._shown.own
                else words("It lies outside your folder, so it does not stand on the shelf.")
            )
            y += put(pen, place_told, "small", "soft_ink", (x, y, width), seen=seen)
            y = self._teaching(pen, found, (x, y + GAP, width), seen=seen)
        return y

    def _teaching(self, pen: Pen, found: Checked, place: tuple[float, float, float], *, seen: bool) -> float:
        """Whether its teaching was judged; how far that is, with a button to stop it or to ask for it."""
        words, (x, y, width) = self._words, place
        if found.taught:
            told = words("Every way through it was walked: how it teaches is judged, too.")
            return y + put(pen, told, "small", "soft_ink", (x, y, width), seen=seen)
        busy = self._shown.busy
        if busy:
            if seen:
                draw_bar(pen, (x, y + 0.5 * GAP, width, TALL), share_of(self._shown.now))
            y += TALL + 1.5 * GAP
            told = f"{words('Judging how it teaches.')} {step_told(self._shown.now, words)}"
        else:
            told = words("How it teaches has not been judged.")
        y += put(pen, told, "small", "soft_ink", (x, y, width), seen=seen) + GAP
        if seen:
            label = words("Not now") if busy else words("Judge how it teaches")
            do = self._shown.give_up if busy else self._shown.ask_again
            self._sheet.button(pen, "teaching", label, (x, y), do, scrolled=True)
        return y + button_height(pen)
