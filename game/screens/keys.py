"""The keys and the buttons of a gamepad, each to be changed by pressing the new one."""

from typing import Final

from game.screens.bindings import FIXED, LEAVING, MODIFIERS, MOVABLE, USUAL, Kind, Moved
from game.screens.hands import Act, Deed
from game.screens.key_names import act_name, all_named, label_of
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host, Point
from game.screens.theme import GAP

_NARROW: Final = 560.0
"""Units at the usual text size below which the buttons stand under what they are for."""


class KeysScreen(Panel):
    """One row for everything that can be moved; what was pressed last is told above the rows."""

    wide = 880

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._wanted: tuple[Kind, Act] | None = None
        """What the next key or button is for."""
        self._told = ""

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Change keys and buttons")

    def answers(self) -> list[Answer]:
        """To close it; and, where something was changed, to take that back."""
        words = self.app.backstage.words
        found: list[Answer] = [("close", words("Close"), self.back)]
        if self.app.bindings != USUAL:
            found.append(("usual", words("Restore defaults"), self._all_as_usual))
        return found

    def begin_with(self) -> str | None:
        """Closing it, from where the list is seen from its beginning."""
        return "close"

    def relanguaged(self) -> None:
        """What was told was told in the other language."""
        self._told = ""

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def note(self) -> str:
        """What is waited for, or what came of it."""
        words = self.app.backstage.words
        return self._asked() or self._told or words("Select what you want to change.")

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """A row for everything that can be moved."""
        words, colours = self.app.backstage.words, pen.theme.colours
        beside = width >= _NARROW * pen.theme.text_percent / 100
        columns = (0.5 * width, 0.27 * width, 0.23 * width) if beside else (0.0, 0.55 * width, 0.45 * width)
        heads = ((columns[0], words("Keyboard")), (columns[0] + columns[1], words("Gamepad")))
        y += (
            max(pen.write(head, "small", colours.indigo, (x + at, y), columns[1]) for at, head in heads) + GAP
        )
        for act in MOVABLE:
            label = act_name(act, words)
            high = pen.write(
                label, "body", colours.ink, (x, y + 0.75 * GAP), (columns[0] if beside else width) - GAP
            )
            top = y if beside else y + high + GAP
            left = x + columns[0]
            tall = self._place(pen, "keys", act, (left, top, columns[1] - GAP))
            self._place(pen, "buttons", act, (left + columns[1], top, columns[2] - GAP))
            y = max(y + high + 0.75 * GAP, top + tall) + 0.75 * GAP
            pen.surface.fill(colours.rule, pen.theme.rect((x, y - 0.25 * GAP, width, 1)))
            y += 0.5 * GAP
        always = words("Arrows, Tab, Enter, Esc and the number keys always work too.")
        return y + GAP + pen.write(always, "small", colours.soft_ink, (x, y + GAP), width)

    def _place(self, pen: Pen, kind: Kind, act: Act, area: tuple[float, float, float]) -> float:
        """The button that stands for the keys of an act; the height it takes."""
        words = self.app.backstage.words
        label = all_named(self.app.bindings, kind, act, words)
        waiting = self._wanted == (kind, act)
        if waiting:
            label = words("Press …")
        x, y, width = area
        rect = self.button(
            pen, f"{kind}:{act.name}", label, (x, y), lambda: self._want(kind, act), width=width,
            main=waiting, scrolled=True,
        )  # fmt: skip
        return rect[3]

    def _asked(self) -> str:
        """What is waited for, "" when nothing is."""
        if self._wanted is None:
            return ""
        words, (kind, act) = self.app.backstage.words, self._wanted
        what = act_name(act, words)
        if kind == "keys":
            return words("Press the new key for “{what}”, or Esc to keep it as it is.", what=what)
        return words("Press the new button for “{what}”, or the D-pad to keep it as it is.", what=what)

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """The other hand ends the waiting; what else it wants is done."""
        if self._wanted is not None:
            if deed.repeated:  # the press by which it began
                return
            self._stop()
            if deed.act is Act.BACK:
                return
        super().act(deed)

    def press(self, at: Point) -> None:
        """A click ends the waiting, and presses what it is on."""
        self._stop()
        super().press(at)

    def back(self) -> None:
        """Put it away."""
        self._stop()
        super().back()

    def caught(self, code: int) -> None:
        """The key or button that was waited for."""
        if self._wanted is None:
            return
        words, (kind, act) = self.app.backstage.words, self._wanted
        if code in LEAVING[kind]:
            self._told = ""
        elif kind == "keys" and code in FIXED | MODIFIERS:
            self._told = words(
                "{key} cannot be reassigned. Choose another one.", key=label_of(kind, code, words)
            )
        else:
            self._take(self.app.bindings.moved(kind, act, code), code)
        self._stop()

    def _take(self, moved: Moved, code: int) -> None:
        words, wanted = self.app.backstage.words, self._wanted
        if wanted is None:
            return
        kind, what = wanted[0], act_name(wanted[1], words)
        key = label_of(kind, code, words)
        other = act_name(moved.act, words) if moved.act is not None else ""
        if moved.bindings is None:
            self._told = words(
                "“{other}” has nothing but {key}. Give it another one first.", key=key, other=other
            )
            return
        if moved.instead is not None:
            instead = label_of(kind, moved.instead, words)
            self._told = words(
                "“{what}” is now on {key}, and “{other}” on {instead}.",
                what=what, key=key, other=other, instead=instead,
            )  # fmt: skip
        else:
            self._told = words("“{what}” is now on {key}.", what=what, key=key)
        self._keep(keys=moved.bindings.own("keys"), buttons=moved.bindings.own("buttons"))

    def _all_as_usual(self) -> None:
        self._told = self.app.backstage.words("All keys and buttons are back to their defaults.")
        self._keep(keys={}, buttons={})

    def _keep(self, **settings: object) -> None:
        backstage = self.app.backstage
        trouble = backstage.change(**settings)
        if trouble is not None:
            self._told = backstage.words(
                "This applies until you close the game. {why}", why=backstage.explain(trouble)
            )
        self.app.take_settings()

    def _want(self, kind: Kind, act: Act) -> None:
        self._wanted, self.catching = (kind, act), kind
        self._told = ""
        self._follow = True
        self.app.redraw()

    def _stop(self) -> None:
        if self._wanted is not None:
            self._wanted = self.catching = None
            self._follow = True  # what is told may have pushed the row out of sight
            self.app.redraw()
