"""The faults of a scenario that reads: what keeps it from being played, all told at once.

First the whole story is judged in one pass that plays nothing (``forecast``). Only where that leaves open
whether there is always a way on, every way is walked; so the check of most files costs next to nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from game.authoring.culprits import Culprit, culprit
from game.authoring.forecast import Forecast, forecast
from game.core.game import Game
from game.core.rulebook import Rulebook, RulebookError
from game.format import catalogs as translations
from game.format.catalogs import Catalog
from game.format.findings import Finding, Findings, Verbatim
from game.format.models import Document
from game.format.reader import Reading
from game.format.tree import Marks, Path

if TYPE_CHECKING:
    from game.analysis.walk import Progress
    from game.authoring.dead_ends import Analyse

MOST_SCENES_WALKED: Final = 1_000
"""In a longer story the ways are not walked: what can follow what takes memory by the square of scenes."""

_LACKS: Final = ("-never-learned", "-never-made", "-never-told", "-never-said", "-never-surfaces")
"""What ends the code of a thing that ought to have come before."""

_OUT_OF_RANGE: Final = re.compile(r"(?P<name>[\w.]+): not within (?P<least>-?\d+) and (?P<most>\d+)")


def check(
    reading: Reading,
    catalogs: Sequence[Catalog],
    rulebook: Rulebook,
    *,
    known_scenarios: Collection[str] | None = None,
    portraits: Collection[str] | None = None,
    budget: int | None = None,
    progress: "Progress | None" = None,
    analysed: "Analyse | None" = None,
) -> tuple[Finding, ...]:
    """Everything that keeps a scenario from being played although its file reads; () where it does not.

    What the reader found is not repeated; where it found faults of the words only, the story is judged all
    the same, but not walked. First what is wrong in the file itself, in its order, then its
    ``catalogs``, each in its own order. ``known_scenarios`` are the ids ``continues`` may name and
    ``portraits`` the faces there are; None: these are not looked up. ``budget`` (None: its own) and
    ``progress`` as in ``analysis.exact``; ``analysed`` replaces that, for analyses that were kept.
    """
    document, scenario = reading.document, reading.scenario
    if document is None:
        return ()
    findings = Findings(reading.name, reading.lang)
    said = forecast(document)
    wrong = [*_surroundings(reading, document, findings, known_scenarios, portraits)]
    numbers = list(_numbers(document, rulebook, reading.marks))
    story = []
    if scenario is not None and not numbers and _open_ended(said):
        story = _walked(Game(scenario, rulebook), said, reading, analysed or _analyse(budget, progress))
    for one, others in _once([*wrong, *numbers, *_unreachable(document, said), *said.culprits, *story]):
        lines = [reading.marks.nearest(path)[0] for path in others]
        findings.add(one.code, reading.marks.nearest(one.path), (), lines, **one.named)
    shown = catalogs if scenario is not None else ()
    translated = [found for each in shown for found in translations.check(reading, each, summed=True)]
    told = {(one.code, one.line, one.column) for one in reading.findings}
    own = (one for one in findings.sorted(reading.lines) if (one.code, one.line, one.column) not in told)
    return (*own, *translated)


def _once(culprits: Sequence[Culprit]) -> Iterator[tuple[Culprit, list[Path]]]:
    """The culprits; of those that lack the same thing the first, with where the others stand."""
    lacking: dict[tuple[str, str], list[Path]] = {}
    for one in culprits:
        if one.code.endswith(_LACKS):
            lacking.setdefault((one.code, one.named["id"]), []).append(one.path)
    for one in culprits:
        paths = lacking.get((one.code, one.named.get("id", "")), [one.path])
        if one.path == paths[0]:
            yield one, paths[1:]


def _analyse(budget: int | None, progress: "Progress | None") -> "Analyse":
    from game.analysis import exact  # noqa: PLC0415 (most stories are judged without it)

    return lambda game: exact.analyse(
        game, budget=exact.BUDGET if budget is None else budget, progress=progress
    )


def _open_ended(said: Forecast) -> bool:
    """Whether one pass leaves open that every way comes to an end in time."""
    return bool(said.doubtful) or said.perhaps_too_long


def _walked(game: Game, said: Forecast, reading: Reading, walk: "Analyse") -> list[Culprit]:
    """Ways without an end. What one pass could not rule out is looked for on every way."""
    from game.authoring.dead_ends import dead_ends, too_long  # noqa: PLC0415 (brings the analysis)

    found = []
    if said.too_long is not None:
        scene, ways = said.too_long
        found.append(too_long(game, scene, ways, reading.lang))
        if not said.doubtful:
            return found
    if len(game.scenario.scenes) > MOST_SCENES_WALKED:
        return [*found, culprit("not-walked", ("start",))]
    # A choice that was blamed already for what it lacks is not blamed again for never being offered, nor is
    # its scene for having nothing else on offer.
    told = {one.path[:depth] for one in said.culprits for depth in (3, 4)}
    story = dead_ends(game, walk(game), reading.lang)
    quiet = {"never-offered": 4, "dead-end": 3}
    return [*found, *(one for one in story if one.path[: quiet.get(one.code, 0)] not in told)]


def _unreachable(document: Document, said: Forecast) -> Iterator[Culprit]:
    """Scenes without a way in. Those that lie only behind another such scene are mended with it."""
    origins: dict[str, list[tuple[str, int]]] = {}
    for name, scene in document.scenes.items():
        for index, choice in enumerate(scene.choices):
            for goto in choice.goto:
                if goto.to != name:
                    origins.setdefault(goto.to, []).append((name, index))
    blamed = {one.path[1:4:2] for one in said.culprits if one.path[2:3] == ("choices",)}
    for name, scene in document.scenes.items():
        if name in said.entered:
            continue
        if name not in origins:
            code = "unreachable-ending" if scene.ending else "unreachable-scene"
            yield culprit(code, ("scenes", name), scene=name)
            continue
        near = [way for way in origins[name] if way[0] in said.entered]
        if near and not blamed.intersection(near):
            yield culprit("scene-never-reached", ("scenes", name), scene=name, origin=near[0][0])


def _surroundings(
    reading: Reading,
    document: Document,
    findings: Findings,
    known_scenarios: Collection[str] | None,
    portraits: Collection[str] | None,
) -> Iterator[Culprit]:
    """Faces and the scenario before: told at once with what may have been meant."""
    before = document.continues
    if before is not None and before == document.id:
        yield culprit("continues-itself", ("continues",))
    elif before is not None and known_scenarios is not None and before not in known_scenarios:
        close = findings.close(before, sorted(known_scenarios))
        findings.add("unknown-scenario", reading.marks.nearest(("continues",)), close, id=before)
    people: dict[tuple[str, ...], str] = {("customer",): document.customer.portrait}
    people |= {("people", name): one.portrait for name, one in document.people.items()}
    for path, name in people.items():
        if name and portraits is not None and name not in portraits:
            known = Verbatim(", ".join(sorted(portraits)))
            at = reading.marks.nearest((*path, "portrait"))
            findings.add("missing-portrait", at, findings.close(name, portraits), name=name, known=known)


def _numbers(document: Document, rulebook: Rulebook, marks: Marks) -> Iterator[Culprit]:
    """What keeps the rules from working: the author's own numbers, and a persona nobody knows."""
    try:
        rulebook.laid_over(document.rulebook)
    except RulebookError as error:
        for wrong in error.wrong:
            name = wrong.partition(":")[0]
            dotted: Path = ("rulebook", name)
            path = dotted if dotted in marks else ("rulebook", *name.split("."))
            if found := _OUT_OF_RANGE.fullmatch(wrong):
                yield culprit("number-out-of-range", path, **found.groupdict())
            else:
                code = "bands-do-not-rise" if name == "bands" else "unknown-number"
                yield culprit(code, path, **({} if name == "bands" else {"name": name}))
    persona = document.customer.persona
    if persona not in rulebook.personas:
        known = ", ".join(sorted(rulebook.personas))
        at = ("customer", "persona")
        yield culprit("unknown-value", at, key="persona", value=persona, known=Verbatim(known))
