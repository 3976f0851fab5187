"""Meetings to look back on: the first shipped scenario, played any way, with its exact analysis."""

import random
import tomllib
from functools import cache

from game.analysis.exact import analyse
from game.core.game import Game
from game.core.reveal import reveal_of
from game.core.rulebook import Rulebook
from game.debrief.review.review import review
from game.format.reader import read
from game.session import Meeting
from tests.debrief.everything import ROOT, words_in
from tests.screens.meetings import DUE

BOOK = Rulebook.from_mapping(tomllib.loads((ROOT / "assets/rulebook.toml").read_text("utf-8")))

BAD = ("questions", "five_in_a_row", "assure_saturday")
"""The beginning of a bad play."""


@cache
def game_of(text, lang="ja"):
    scenario = read(text.encode(), "a.yaml", lang=lang, rulebook=BOOK).scenario
    assert scenario is not None
    return Game(scenario, BOOK)


def first_steps():
    return game_of((ROOT / "scenarios/first-steps.yaml").read_text("utf-8"))


def due():
    return game_of(DUE)


@cache
def analysed(game):
    return analyse(game)


def wandered(game, seed):
    """A path chosen by chance."""
    meeting, chance = Meeting(game), random.Random(seed)
    while not meeting.ended:
        meeting.choose(chance.choice(meeting.view.choices).id)
    return meeting.path


def reviewed(game, path, *, compared=True, lang="en", **parts):
    analysis = analysed(game) if compared else None
    parts.setdefault("trainee", "Blue Pencil")
    return review(game, reveal_of(game, path), analysis, words_in(lang), **parts)
