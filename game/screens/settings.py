"""The settings, laid over any screen: every option is to be seen, one press takes it and keeps it."""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.sound.sound import Kind
from game.screens.stage import Host
from game.screens.text_speeds import nearest_speed, speed_words
from game.screens.theme import GAP
from game.screens.widgets import rule

PACES: Final = (60, 100, 160)
"""Per cent of the usual reading pace, at which a talk goes on by itself."""

SIZES: Final = (100, 125, 150, 175, 200)

VOLUMES: Final = (0, 25, 50, 75, 100)
"""Percent of full volume."""

RESTS: Final = (0, 500, 1000)
"""Milliseconds after a press in which no other counts."""

_HEARD: Final[dict[str, Kind]] = {"volume": "thing", "volume_voices": "voice", "volume_room": "room"}
"""Which sounds a volume is for."""

_LEAST_OPTIONS: Final = 420.0


Row: TypeAlias = tuple[str, str, list[tuple[object, str]], object]
"""Name of a setting, its label, its options (value, label) and the value that holds."""


class SettingsScreen(Panel):
    """Language, size of text, its speed, readings, contrast, motion, the window."""

    wide = 800

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._trouble: tuple[str, OSError] | None = None
        """The setting that could not be kept, and why."""

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Settings")

    def answers(self) -> list[Answer]:
        """There is nothing to confirm: what is pressed holds."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def begin_with(self) -> str | None:
        """The first option that holds."""
        return f"lang:{self.app.backstage.lang}"

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """A row for each setting; its options beside its name, below it where there is no room."""
        groups = self._groups()
        rows = [row for _, found in groups for row in found]
        names = max(pen.width(label, "body") for _, label, _, _ in rows) + 3 * GAP
        beside = width - names >= _LEAST_OPTIONS * (0.3 + 0.7 * pen.theme.text_percent / 100)
        headings = {found[0][0]: heading for heading, found in groups}
        for name, label, options, now in rows:
            if name in headings:
                y += self._heading_of_group(pen, headings[name], (x, y, width), first=name == rows[0][0])
            if self._trouble is not None and self._trouble[0] == name:
                told = self._not_kept(self._trouble[1])
                y += pen.write(told, "small", pen.theme.colours.vermilion, (x, y), width) + 0.5 * GAP
            begin = y
            pen.write(label, "body", pen.theme.colours.ink, (x, y + 0.75 * GAP), names if beside else width)
            if not beside:
                y += pen.line("body") + GAP
            buttons = [(f"{name}:{value}", said, self._setter(name, value)) for value, said in options]
            area = (x + (names if beside else 0), y, width - (names if beside else 0))
            y += self.row_of_buttons(pen, buttons, area, chosen=f"{name}:{now}", scrolled=True)
            y = max(y, begin + pen.line("body")) + (1.5 if beside else 2) * GAP
        return y

    def _heading_of_group(
        self, pen: Pen, text: str, column: tuple[float, float, float], *, first: bool
    ) -> float:
        """What the settings below have in common, over a line; the height it takes."""
        (x, y, width), colours = column, pen.theme.colours
        above = 0.0 if first else 1.5 * GAP
        tall = pen.write(text, "small", colours.indigo, (x, y + above), width, face="bold")
        rule(pen.surface, pen.theme, x, y + above + tall + 0.25 * GAP, width)
        return above + tall + 1.25 * GAP

    def _groups(self) -> list[tuple[str, list[Row]]]:
        """A heading, and the settings below it."""
        words, rows = self.app.backstage.words, {row[0]: row for row in self._rows()}
        groups = (
            (words("Text"), ("lang", "text_percent", "text_speed", "auto_pace", "furigana")),
            (words("Display"), ("contrast", "safe_colours", "reduced_motion", "fullscreen")),
            (words("Sound"), ("mute", "volume", "volume_voices", "volume_room", "mono")),
            (words("Controls"), ("keys", "rest")),
        )
        return [(heading, [rows[name] for name in names]) for heading, names in groups]

    def _rows(self) -> list[Row]:
        """Every setting."""
        backstage, words = self.app.backstage, self.app.backstage.words
        now = backstage.settings
        yes_no: list[tuple[object, str]] = [(False, words("Off")), (True, words("On"))]
        on_off: list[tuple[object, str]] = [(True, words("Off")), (False, words("On"))]
        colours: list[tuple[object, str]] = [
            (False, words("Default")), (True, words("Colour-blind safe")),
        ]  # fmt: skip
        volumes: list[tuple[object, str]] = [(each, str(each)) for each in VOLUMES]
        paces = list(zip(PACES, (words("Slow"), words("Normal"), words("Fast")), strict=True))
        rests: list[tuple[object, str]] = [
            (each, words("{seconds} s", seconds=f"{each / 1000:g}") if each else words("Off"))
            for each in RESTS
        ]
        rest = min(RESTS, key=lambda each: abs(each - now.rest))
        pace = min(PACES, key=lambda each: abs(each - now.auto_pace))
        return [
            ("lang", words("Language"), [("ja", "日本語"), ("en", "English")], backstage.lang),
            ("text_percent", words("Text size"), [(size, f"{size}%") for size in SIZES], now.text_percent),
            (
                "text_speed",
                words("Text speed"),
                list(speed_words(words).items()),
                nearest_speed(now.text_speed),
            ),
            ("auto_pace", words("Auto-advance pace"), [*paces], pace),
            ("furigana", words("Furigana"), yes_no, now.furigana),
            ("contrast", words("High contrast"), yes_no, now.contrast),
            ("safe_colours", words("Colours"), colours, now.safe_colours),
            ("reduced_motion", words("Reduced motion"), yes_no, now.reduced_motion),
            ("fullscreen", words("Full screen"), yes_no, now.fullscreen),
            ("mute", words("All sound"), on_off, now.mute),
            ("volume", words("Effects volume"), volumes, _nearest(now.volume)),
            ("volume_voices", words("Voice volume"), volumes, _nearest(now.volume_voices)),
            ("volume_room", words("Room volume"), volumes, _nearest(now.volume_room)),
            ("mono", words("Mono audio"), yes_no, now.mono),
            ("keys", words("Keys and buttons"), [("change", words("Change …"))], None),
            ("rest", words("Pause after a press"), rests, rest),
        ]

    def _setter(self, name: str, value: object) -> Callable[[], None]:
        def take() -> None:
            if name == "lang":
                if value != self.app.backstage.lang:
                    self.app.switch_language()
                return
            if name == "keys":
                self.app.go_over("keys")
                return
            trouble = self.app.backstage.change(**{name: value})
            self._trouble = (name, trouble) if trouble is not None else None
            self._follow = True
            self.app.take_settings()
            if name in _HEARD:
                self.app.sound.sample(_HEARD[name])

        return take

    def _not_kept(self, trouble: OSError) -> str:
        backstage = self.app.backstage
        return backstage.words("This applies until you close the game. {why}", why=backstage.explain(trouble))


def _nearest(volume: int) -> int:
    return min(VOLUMES, key=lambda each: abs(each - volume))
