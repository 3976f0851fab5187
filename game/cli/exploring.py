"""``explore``: what is reachable in a scenario, and where each way of selling ends."""

import sys
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from game.analysis.policies import POLICIES, Policy
from game.analysis.result import Analysis, to_json
from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.speech import beside, guessed
from game.cli.waiting import Progressing
from game.core.game import Game
from game.core.scenario import BANDS
from game.debrief.names import band_name, policy_name
from game.debrief.outcome_told import money
from game.format.findings import close
from game.format.showing import shown
from game.format.words import Words
from game.library import Opened

WIDE: Final = 160
"""Columns where nobody looks: what is read later is not cut to a terminal's width."""


def explore(desk: Desk, opened: Opened, policies: Sequence[str], *, as_json: bool) -> int:
    """Analyse a scenario and tell what came of it."""
    for name in policies:
        if name not in POLICIES:
            told = desk.words("There is no policy “{name}”.", name=name)
            known = desk.words("There are: {policies}.", policies=desk.words(", ").join(POLICIES))
            desk.warn(beside(guessed(told, close(name, POLICIES), desk.words), known, desk.words))
            return UNUSABLE
    chosen = [name for name in POLICIES if name in policies] if policies else list(POLICIES)
    game = Game(opened.playable, desk.library.rulebook(), opened.opening)
    with Progressing(desk.words) as progress:
        analysis = desk.library.analysis(game, progress.of(game))
    if as_json:
        desk.say_json(to_json(analysis, chosen))
    else:
        _tell(desk, game, analysis, chosen)
    return FINE


def _tell(desk: Desk, game: Game, analysis: Analysis, policies: Sequence[Policy]) -> None:
    words = desk.words
    desk.say(game.scenario.title)
    desk.say(
        words("Every path was walked.")
        if analysis.exact
        else words("Too large to walk every path: these numbers are from a sample.")
    )
    desk.say(
        words("Paths: {paths}. Merged states: {states}. Longest path: {decisions} decisions.",
              paths=f"{analysis.paths:,}", states=f"{analysis.states:,}", decisions=analysis.decisions_max)
    )  # fmt: skip
    for label, line in ((words("Best"), analysis.best), (words("Worst"), analysis.worst)):
        if line is not None:
            desk.say(
                words(
                    "{label} trust {trust}: {path}", label=label, trust=line.trust, path=",".join(line.path)
                )
            )
    width = None if sys.stdout.isatty() else WIDE
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)
    console.print(_bands(desk, analysis))
    console.print(_policies(desk, game, analysis, policies))
    console.print(_choices(desk, analysis))


def _bands(desk: Desk, analysis: Analysis) -> Table:
    words = desk.words
    table = _table(words("Trust outcome"), words("Paths"), words("Share"))
    for band in reversed(BANDS):
        count = analysis.bands[band]
        share = 100 * count / analysis.paths if analysis.paths else 0.0
        table.add_row(band_name(band, words), f"{count:,}", f"{share:.1f}%")
    return table


def _policies(desk: Desk, game: Game, analysis: Analysis, policies: Sequence[Policy]) -> Table:
    words, offer = desk.words, game.scenario.offer
    named = [words("Policy"), words("Mean trust"), words("Signed"), words("Mean value")]
    table = _table(*named, *(band_name(band, words) for band in reversed(BANDS)))
    for name in policies:
        note = analysis.policies.get(name)
        if note is None:
            continue
        value = ""
        if note.value_mean is not None and offer is not None:
            value = shown(money(round(note.value_mean), offer.currency, words))
        shares = (f"{100 * note.bands[band]:.0f}%" for band in reversed(BANDS))
        table.add_row(
            _called(name, words), f"{note.trust_mean:.1f}", f"{100 * note.deal_rate:.0f}%", value, *shares
        )
    return table


def _called(policy: Policy, words: Words) -> str:
    """A way of selling by its name, with the word that ``--policy`` takes where that is another."""
    name = policy_name(policy, words)
    return name if words.lang == "en" else f"{name} ({policy})"


def _choices(desk: Desk, analysis: Analysis) -> Table:
    words = desk.words
    heads = words("Choice"), words("Reached"), words("Ever best"), words("Always best"), words("Ever matters")
    table = _table(*heads)
    for note in analysis.choices:
        signs = (note.reached, note.ever_best, note.always_best, note.ever_matters)
        table.add_row(f"{note.scene}.{note.choice}", *(_sign(desk, each) for each in signs))
    return table


def _sign(desk: Desk, holds: bool | None) -> str:
    if holds is None:
        return "?"
    return desk.words("yes") if holds else desk.words("no")


def _table(first: str, *numbers: str) -> Table:
    table = Table(box=box.ASCII)
    table.add_column(first, overflow="fold", no_wrap=not sys.stdout.isatty())
    for name in numbers:
        table.add_column(name, justify="right", overflow="fold")
    return table
