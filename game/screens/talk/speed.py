"""How fast lines are written: kept in the settings, changed while one talks, and told at the foot."""

from typing import TYPE_CHECKING

from game.screens.text_speeds import USUAL_SPEED, nearest_speed, next_speed, speed_words

if TYPE_CHECKING:
    from game.screens.stage import Host
    from game.screens.talk.foot import Foot


class Speed:
    """The text speed of the settings."""

    def __init__(self, app: "Host", foot: "Foot") -> None:
        self.app = app
        self.foot = foot

    @property
    def now(self) -> float:
        """1.0 is the usual speed, 0 shows every line at once."""
        return self.app.backstage.settings.text_speed / USUAL_SPEED

    def change(self, by: int, *, around: bool = False) -> None:
        """Faster by a step (−1: slower); ``around``: the slowest follows the fastest."""
        backstage = self.app.backstage
        backstage.change(text_speed=next_speed(backstage.settings.text_speed, by, around=around))
        self.foot.notice(backstage.words("Text speed: {speed}", speed=self.told()))

    def told(self) -> str:
        """How fast it is, in a word."""
        return speed_words(self.app.backstage.words)[nearest_speed(self.app.backstage.settings.text_speed)]
