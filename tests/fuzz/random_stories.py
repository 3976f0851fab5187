"""Whole random stories: every move, condition, kind of day and persona, offers and numbers of all sorts."""

from dataclasses import replace
from hashlib import sha256
from random import Random

from hypothesis import strategies as st

from game.core.game import Game
from game.core.scenario import BANDS, PLACES, Deal, Line, Offer, Question, Scenario, Scene
from tests.core.build import BOOK
from tests.core.strategies import stories

OFFERS = (
    None, Offer("勤怠管理クラウド", 1_200_000), Offer("x", 0), Offer('A <b>& "c"</b>', 99, "once", "USD"),
    Offer("複合機", 10**12, "month", "EUR"), Offer("", 1, "year", "XYZ"),
)  # fmt: skip
"""What is sold: nothing, for nothing, for more than there is, in currencies nobody has."""

TEXTS = (
    "今日はどういうご用件でしょう。", "…", "｜鸛《こうのとり》の件で。", "{trainee}さん、<script>q7</script>",
    "a & b", "For now we get along. Mostly.", "長" * 120,
)  # fmt: skip

ENDS: tuple[Deal, ...] = ("signed", "lost", "open")


@st.composite
def varied(draw: st.DrawFn, secret: bool = True) -> Scenario:
    """A story of ``tests/core`` with other offers, words, endings, places, questions and own numbers."""
    story, chance = draw(stories(secret=secret)), draw(st.randoms(use_true_random=True))
    numbers = {name: value for name, value in BOOK.numbers() if value > 1}
    own = chance.sample(sorted(numbers), chance.choice((0, 0, 1, 3)))
    epilogue = {band: (Line("customer", chance.choice(TEXTS)),) for band in BANDS if chance.random() < 0.5}
    scenes = tuple(_varied(scene, chance) for scene in story.scenes)
    found = replace(
        story,
        scenes=scenes,
        offer=chance.choice(OFFERS),
        rulebook={name: max(1, numbers[name] + chance.choice((-1, 1))) for name in own},
        epilogue=epilogue,
        debrief=tuple(Question(scene.id, "a", "b?", "c?") for scene in scenes if chance.random() < 0.2),
        coach=chance.random() < 0.2,
        hash=sha256(repr(scenes).encode()).hexdigest(),
        text_hash=sha256(b"words").hexdigest(),
    )
    Game(found, BOOK)  # numbers that cannot be were not to be drawn
    return found


def _varied(scene: Scene, chance: Random) -> Scene:
    lines = tuple(replace(line, text=chance.choice(TEXTS)) for line in scene.lines)
    choices = tuple(
        replace(
            choice,
            say=chance.choice(TEXTS),
            understood=chance.choice(("", *TEXTS)),
            better=chance.choice(("", *TEXTS)),
        )
        for choice in scene.choices
    )
    ending = chance.choice(ENDS) if scene.ending is not None else None
    return replace(
        scene, lines=lines, choices=choices, ending=ending, place=chance.choice((None, *PLACES)),
        title=chance.choice(("", "応接", "<q7>")),
    )  # fmt: skip
