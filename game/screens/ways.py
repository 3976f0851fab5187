"""Which screen answers to which name; each is imported when it is first gone to."""

from game.screens.stage import Screen, Way


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
        case "prediction":
            from game.screens.prediction import PredictionScreen

            return PredictionScreen
        case "settlement":
            from game.screens.settlement import SettlementScreen

            return SettlementScreen
        case "reveal":
            from game.screens.reveal import RevealScreen

            return RevealScreen
        case "settings":
            from game.screens.settings import SettingsScreen

            return SettingsScreen
        case "help":
            from game.screens.help import HelpScreen

            return HelpScreen
        case "keys":
            from game.screens.keys import KeysScreen

            return KeysScreen
