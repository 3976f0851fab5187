"""Stories that branch on nothing hidden, and pairs of openings that differ in nothing but what is hidden.

Where a story asks uninvited, whoever has little credit is not told the fact, and where it asks a favour,
it is refused: that is seen, and it is the rules that let it be seen. So here questions are invited and
favours are talk.
"""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from game.core.game import Game
from game.core.moves import Ask, Chat, Move, Request
from game.core.scenario import MOODS, PLACES, Choice, Line, Opening, Scenario, Scene, Tell
from game.session import Meeting
from tests.core.build import BOOK
from tests.core.strategies import stories

TEXTS = (
    "今日はどういうご用件でしょう。",
    "うちは紙で、まあ、回ってはいますから。",
    "For now we get along. Mostly.",
    "……それで。",
)


@st.composite
def open_stories(draw: st.DrawFn) -> Scenario:
    """A whole story in which nothing that is shown depends on credit, standing or scar."""
    story, chance = draw(stories(secret=False)), draw(st.randoms(use_true_random=True))
    scenes = tuple(
        replace(_inert(scene), place=chance.choice((None, *PLACES)), title=chance.choice(("", "応接")))
        for scene in story.scenes
    )
    scenes = tuple(replace(scene, lines=_spoken(scene.lines, chance)) for scene in scenes)
    return replace(story, scenes=scenes)


Hidden = tuple[int, int, bool]
"""Credit, standing, scar."""


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Hidden, Hidden]:
    """Two times what is hidden, of which at least the credit differs."""
    one, other = draw(st.lists(st.integers(-100, 100), min_size=2, max_size=2, unique=True))
    standings = st.integers(-100, 100)
    return (one, draw(standings), draw(st.booleans())), (other, draw(standings), draw(st.booleans()))


def far_pairs() -> st.SearchStrategy[tuple[Hidden, Hidden]]:
    """Two that have nothing in common: one is shut out already, the other as good as a partner."""
    low = st.tuples(st.integers(-100, -20), st.integers(-100, -20), st.just(True))
    high = st.tuples(st.integers(65, 100), st.integers(0, 40), st.just(False))
    return st.tuples(low, high)


def opening(story: Scenario, hidden: Hidden) -> Opening:
    """The story's opening with other credit, standing and scar."""
    credit, standing, scarred = hidden
    return replace(story.opening, credit=credit, standing=standing, scarred=scarred)


def _inert(scene: Scene) -> Scene:
    return replace(scene, choices=tuple(_inert_choice(choice) for choice in scene.choices))


def _inert_choice(choice: Choice) -> Choice:
    replies = tuple(replace(each, does=tuple(map(_inert_move, each.does))) for each in choice.replies)
    return replace(choice, does=tuple(map(_inert_move, choice.does)), replies=replies)


def _inert_move(move: Move) -> Move:
    match move:
        case Ask():
            return replace(move, invited=True)
        case Request():
            return Chat("favour")
    return move


def _spoken(lines: tuple[Line, ...], chance) -> tuple[Line, ...]:
    """Lines with words, moods and signs to be seen."""
    return tuple(
        replace(
            line,
            text=chance.choice(TEXTS),
            mood=chance.choice((None, *MOODS)),
            tell=chance.choice((None, None, Tell("時計を見た", "もう帰ってほしい"))),
            speaker=chance.choice(("customer", "customer", "narrator")),
        )
        for line in lines
    )


def played_alike(
    story: Scenario, both: Iterable[tuple[int, int, bool]], chance: Random
) -> tuple[Meeting, Meeting]:
    """Two openings that differ in what is hidden, played to the end of a path: all that is shown is alike."""
    one, other = (Meeting(Game(story, BOOK, opening(story, hidden))) for hidden in both)
    assert one.view == other.view
    while not one.ended:
        choice = chance.choice(one.view.choices).id
        assert one.choose(choice) == other.choose(choice)
        assert one.view == other.view
    return one, other
