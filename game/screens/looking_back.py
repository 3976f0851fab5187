"""The review of a meeting, made aside while its passbook is read, so that it opens without a wait."""

from typing import TYPE_CHECKING

from game.screens.aside import Aside
from game.screens.looked_back import LookedBack

if TYPE_CHECKING:
    from game.debrief.review.review import Review
    from game.screens.backstage import Backstage
    from game.screens.play import Play


def begin_to_look_back(backstage: "Backstage", play: "Play") -> bool:
    """Begin it where nobody has, and where it is known what can be compared; whether it was begun now."""
    play.reachable()
    if play.analysis is None and play.analysis_will_come:
        return False
    before = play.looked_back
    made = _looked_back(backstage, play)
    return made is not before


def looked_back(backstage: "Backstage", play: "Play") -> "Review":
    """The review in the language of the moment, waited for as long as it takes."""
    return _looked_back(backstage, play).review.result()


def _looked_back(backstage: "Backstage", play: "Play") -> LookedBack:
    trainee = backstage.settings.trainee or backstage.words("You")
    game, analysis, known = play.game, play.analysis, play.looked_back
    of = trainee, play.meeting.path, analysis is not None
    if known is None or known.game is not game or known.of != of:
        reveal = play.reveal()
        words, prediction = backstage.words, play.prediction

        def look() -> "Review":
            from game.debrief.review.review import review  # noqa: PLC0415 - few reveals do with it

            return review(game, reveal, analysis, words, trainee=trainee, prediction=prediction)

        known = play.looked_back = LookedBack(game, of, Aside(look))
    return known
