"""The keys, on one sheet of paper."""

from typing import Final

from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.theme import GAP

_SIDE_BY_SIDE: Final = 640.0


class HelpScreen(Panel):
    """What every key and every button of a gamepad does; F1 brings it up and takes it away."""

    wide = 860

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Keys and buttons")

    def answers(self) -> list[Answer]:
        """Nothing but to close it."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """What it does, the key, the button of a gamepad, side by side; on two lines where it is narrow."""
        colours, words = pen.theme.colours, self.app.backstage.words
        wide = width >= _SIDE_BY_SIDE * pen.theme.text_percent / 100
        columns = (0.5 * width, 0.28 * width, 0.22 * width) if wide else (width, 0.6 * width, 0.4 * width)
        rows = [(words("What it does"), words("Keyboard"), words("Gamepad")), *self._rows()]
        for number, (what, key, button) in enumerate(rows):
            role = "small" if number == 0 else "body"
            ink = colours.indigo if number == 0 else colours.ink
            own = [pen.write(what, role, ink, (x, y), columns[0] - GAP)]
            if not wide:
                y += own[0]
            left = x + (columns[0] if wide else 0)
            soft = colours.indigo if number == 0 else colours.soft_ink
            own = own if wide else []
            own.append(pen.write(key, role, soft, (left, y), columns[1] - GAP))
            own.append(pen.write(button, role, soft, (left + columns[1], y), columns[2] - 2 * GAP))
            y += max(own) + 0.5 * GAP
            pen.surface.fill(
                colours.indigo if number == 0 else colours.rule,
                pen.theme.rect((x, y - 0.25 * GAP, width, 1.5 if number == 0 else 1)),
            )
        mouse = words(
            "Everything can be pressed with the mouse; the wheel scrolls, the right button goes back."
        )
        return y + 1.5 * GAP + pen.write(mouse, "small", colours.soft_ink, (x, y + GAP), width)

    def _rows(self) -> list[tuple[str, str, str]]:
        words = self.app.backstage.words
        return [
            (words("Move"), words("Arrow keys, Tab"), words("D-pad, left stick")),
            (words("Press, say"), "Enter", "A"),
            (words("Pick a choice"), "1 2 3 4", "A"),
            (words("Finish the line, next line"), words("Space"), "X"),
            (words("Back, leave"), "Esc", "B"),
            (words("What was said"), "L", "Y"),
            (words("Notebook"), "N", "LB"),
            (words("Settings"), "F3", "Back"),
            (words("Keys and buttons"), "F1, H", "Start"),
            (words("日本語 / English"), "F2", "L3"),
            (words("Full screen"), "F11", "R3"),
            (words("Sound off, on"), "M", "–"),
        ]
