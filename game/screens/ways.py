"""Which screen answers to which name; each is imported when it is first gone to."""

from importlib import import_module
from typing import Final, Literal

from game.screens.stage import Screen, Way

_AHEAD: Final = (
    "game.format.reader",
    "game.screens.brief",
    "game.screens.talk.talk",
    "game.library.analyses",
    "game.screens.settings",
    "game.screens.prediction",
    "game.screens.settlement",
    "game.screens.reveal",
    "game.screens.review.review",
)
"""What a meeting needs, in the order in which it will."""


def import_ahead() -> None:
    """Import the screens of a meeting, so that the first press on each of them finds it there."""
    for name in _AHEAD:
        import_module(name)


def screen_of(way: Way) -> type[Screen]:
    """The class of the screen of this name."""
    # ruff: noqa: PLC0415 - that is what this module is for
    match way:
        case "who":
            from game.screens.who import WhoScreen

            return WhoScreen
        case "shelf":
            from game.screens.shelf import ShelfScreen

            return ShelfScreen
        case "brief":
            from game.screens.brief import BriefScreen

            return BriefScreen
        case "talk":
            from game.screens.talk.talk import TalkScreen

            return TalkScreen
        case "prediction" | "settlement" | "reveal" | "review":
            return _after_a_talk(way)
        case "settings":
            from game.screens.settings import SettingsScreen

            return SettingsScreen
        case "help":
            from game.screens.help import HelpScreen

            return HelpScreen
        case "keys":
            from game.screens.keys import KeysScreen

            return KeysScreen
        case "desk" | "manuscript":
            return _at_the_desk(way)


def _after_a_talk(way: Literal["prediction", "settlement", "reveal", "review"]) -> type[Screen]:
    # ruff: noqa: PLC0415 - as above
    match way:
        case "prediction":
            from game.screens.prediction import PredictionScreen

            return PredictionScreen
        case "settlement":
            from game.screens.settlement import SettlementScreen

            return SettlementScreen
        case "reveal":
            from game.screens.reveal import RevealScreen

            return RevealScreen
        case "review":
            from game.screens.review.review import ReviewScreen

            return ReviewScreen


def _at_the_desk(way: Literal["desk", "manuscript"]) -> type[Screen]:
    # ruff: noqa: PLC0415 - as above
    match way:
        case "desk":
            from game.screens.trainers_desk.desk_screen import DeskScreen

            return DeskScreen
        case "manuscript":
            from game.screens.trainers_desk.manuscript import ManuscriptScreen

            return ManuscriptScreen
