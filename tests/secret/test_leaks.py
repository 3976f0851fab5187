"""A guard for the guard: whatever way a balance leaks, the traces of two openings part there."""

import contextlib
from dataclasses import replace
from unittest.mock import patch

import pygame
import pytest

from game.core.moves import Inform, Promise
from game.records import Record
from game.screens.brief import BriefScreen
from game.screens.notes import NotebookScreen
from game.screens.prediction import PredictionScreen
from game.screens.settlement import SettlementScreen
from game.screens.talk.flow import TalkFlow
from game.screens.talk.foot import Foot
from game.screens.talk.going import Going
from game.screens.talk.picking import Picking
from game.screens.talk.sight import Sight
from game.screens.talk.sounds import TalkSounds
from game.screens.talk.talk import TalkScreen
from game.session import Meeting
from tests.core.build import choice, end, line, scenario, scene
from tests.secret.stories import opening
from tests.secret.window import first_difference, trace

STORY = scenario(
    scene(
        "desk",
        choice("give", Inform("t"), Promise("p"), to="end"),
        choice("promise", Promise("p"), to="end"),
        lines=(line("今日はどういうご用件でしょう。"), line("お時間は、十分ほどでしたら。")),
    ),
    end(),
)
POOR, RICH = (-40, 0, False), (60, 0, False)
SEED = 4
"""With this one the first scene goes on by itself, and is left for every screen that can be laid over it."""


def both(tmp_path, tell=lambda _: None):
    """Both meetings, each with its credit told to a leak."""
    found = []
    for name, hidden in (("poor", POOR), ("rich", RICH)):
        home = tmp_path / name
        home.mkdir()
        tell(hidden[0])
        found.append(trace(home, STORY, opening(STORY, hidden), SEED))
    return found


def test_what_leaks_nothing_differs_in_nothing(tmp_path):
    one, other = both(tmp_path)
    assert first_difference(one, other) == ()
    assert {"gone on by itself", "notebook"} <= {glimpse.step for glimpse in one.glimpses}


class Leak:
    """Code that knows the credit and lets it show."""

    credit = 0

    def tell(self, credit):
        self.credit = credit

    def after(self, owner, name, add):
        """The method as it is, and then something more."""
        whole = getattr(owner, name)

        def leaking(this, *arguments, **named):
            result = whole(this, *arguments, **named)
            return add(this, result, *arguments)

        return patch.object(owner, name, leaking)


def _pixel(leak):
    def add(this, result, surface, theme):  # noqa: ARG001 - as it is called
        surface.set_at((3, 3), (255, 255, 255) if leak.credit > 0 else (254, 255, 255))

    return leak.after(Sight, "draw", add)


def _said_in_the_foot(leak):
    return leak.after(Foot, "_hint", lambda _, text, *__: f"{text} {leak.credit}")


def _face(leak):
    """The look on a face, derived from the balance: what the format forbids."""
    return patch.object(TalkFlow, "mood", property(lambda _: "warm" if leak.credit > 0 else "cold"))


def _speed(leak):
    return leak.after(TalkFlow, "_rate", lambda _, rate: rate * (1 + leak.credit / 1000))


def _answer_time(leak):
    def add(this, _, __):
        if this.until is not None:
            this.until += leak.credit / 200

    whole = Picking.pick
    return patch.object(
        Picking, "pick", lambda this, index, *, lit: add(this, whole(this, index, lit=lit), index)
    )


def _auto_pace(leak):
    return leak.after(Going, "due", lambda _, due, *__: None if due is None else due + leak.credit / 100)


def _sound(leak):
    def add(this, _, *__):
        if leak.credit > 0:
            this.app.sound.play("paper")

    return leak.after(TalkSounds, "listen", add)


def _brief(leak):
    return leak.after(BriefScreen, "_sections", lambda _, found: [*found, (f"{leak.credit}", ["…"])])


def _notebook(leak):
    return leak.after(NotebookScreen, "heading", lambda _, text: f"{text} {leak.credit}")


def _suggested(leak):
    """The expectation one begins with, chosen by what will come of it."""
    return leak.after(PredictionScreen, "begin_with", lambda *_: "band:trusted" if leak.credit > 0 else None)


def _priced(leak):
    def add(_, dues):
        return tuple(replace(due, text=f"{due.text} {leak.credit}") for due in dues)

    whole = vars(SettlementScreen)["dues"].fget
    return patch.object(SettlementScreen, "dues", property(lambda this: add(this, whole(this))))


def _kept(leak):
    def keep(this, scene, choice):
        this._add({"choice": choice, "scene": scene, "credit": leak.credit})

    return patch.object(Record, "keep", keep)


def _title(leak):
    return leak.after(TalkScreen, "enter", lambda *_: pygame.display.set_caption(f"Shinyo {leak.credit}"))


def _coached_by_mistake(_):
    return patch.object(Meeting, "coached", property(lambda _: True, lambda *_: None), create=True)


@pytest.mark.parametrize(
    ("leaking", "where"),
    [
        (_pixel, "picture"),
        (_said_in_the_foot, "texts"),
        (_face, "picture"),
        (_speed, "at"),
        (_answer_time, "at"),
        (_auto_pace, "wake"),
        (_sound, "heard"),
        (_brief, "texts"),
        (_notebook, "texts"),
        (_suggested, "picture"),
        (_priced, "texts"),
        (_kept, "files"),
        (_title, "title"),
        (_coached_by_mistake, "texts"),
    ],
)
def test_a_leak_is_found(tmp_path, leaking, where):
    leak = Leak()
    with contextlib.ExitStack() as stack:
        stack.enter_context(leaking(leak))
        one, other = both(tmp_path, leak.tell)
    assert where in first_difference(one, other)
