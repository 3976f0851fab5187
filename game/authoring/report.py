"""The report on a scenario: one page with what it teaches, its map, and its whole text, to read and to print.

Here are the values the page shows; how they look stands in its template (``assets/templates/report.html``).
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from markupsafe import Markup

from game.analysis.flows import ChoiceFlow, SceneFlow
from game.analysis.result import Analysis
from game.authoring.map_svg import MapWords, colour_of, map_svg, phase_name, regret_told
from game.authoring.minus import whole
from game.authoring.moves_told import Teller
from game.authoring.phrasing import plain
from game.authoring.report_labels import labels, place_name
from game.authoring.story_map import story_map
from game.core.conditions import Condition
from game.core.moves import Learn
from game.core.principles import Principle
from game.core.scenario import BANDS, Band, Choice, Line, Scenario, Scene
from game.format.findings import Finding
from game.format.page_templates import PageTemplates
from game.format.wording import quoted

PAGE: Final = "report.html"

BAND_COLOURS: Final = {
    "shut_out": "#8C3A2B",
    "vendor": "#B98A5A",
    "credited": "#B9A55A",
    "trusted": "#6F8A6A",
    "partner": "#24415F",
}
"""From vermilion to indigo; each band is named beside its colour."""


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What the report says beside the scenario's own words.

    ``map``: the words of its map. ``policy_told`` says in a few words what a way of selling does. ``money``
    writes an amount of the offer's currency.
    """

    map: MapWords
    band_name: Callable[[Band], str]
    principle_name: Callable[[Principle], str]
    policy_name: Callable[[str], str]
    policy_told: Callable[[str], str]
    money: Callable[[int, str], str]


def report(  # noqa: PLR0917 - what the page shows, in its order
    template: str,
    scenario: Scenario,
    analysis: Analysis,
    flows: tuple[SceneFlow, ...],
    findings: Sequence[Finding],
    told: ReportWords,
) -> str:
    """The page as HTML, complete in itself: no script, and nothing from elsewhere."""
    picture = map_svg(scenario, flows, story_map(scenario, flows), told.map)
    page = _Page(scenario, analysis, flows, told)
    return PageTemplates({PAGE: template}).filled(
        PAGE,
        say=labels(told.map.words),
        lang=told.map.words.lang,
        scenario=scenario,
        exact=analysis.exact,
        figures=page.figures(),
        bands=page.bands(),
        findings=findings,
        map=Markup(picture),  # noqa: S704 - made here, every text in it escaped
        policies=page.policies(),
        best=page.line(analysis.best.path) if analysis.best is not None else [],
        best_trust=whole(analysis.best.trust) if analysis.best is not None else "",
        worst=page.line(analysis.worst.path) if analysis.worst is not None else [],
        worst_trust=whole(analysis.worst.trust) if analysis.worst is not None else "",
        always=page.choices(lambda note: note.always_best),
        never=page.choices(lambda note: note.reached and note.ever_matters is False),
        scenes=[page.scene(scene) for scene in scenario.scenes],
        principles=[told.principle_name(each) for each in scenario.teaches],
        epilogues=page.epilogues(),
        questions=page.questions(),
    )


class _Page:
    def __init__(
        self, scenario: Scenario, analysis: Analysis, flows: Sequence[SceneFlow], told: ReportWords
    ) -> None:
        self._scenario = scenario
        self._analysis = analysis
        self._flows = {flow.scene: flow for flow in flows}
        self._told = told
        self._words = told.map.words
        self._teller = Teller(scenario, told.map.words)

    def figures(self) -> list[tuple[str, str]]:
        """What can be counted, each with its name."""
        words, analysis = self._words, self._analysis
        found = [
            (words("Paths"), f"{analysis.paths:,}"),
            (words("Merged states"), f"{analysis.states:,}"),
            (
                words("Longest path"),
                words.plural("{count} decision", "{count} decisions", analysis.decisions_max),
            ),
        ]
        if analysis.best is not None and analysis.worst is not None:
            found.append((words("Best trust"), whole(analysis.best.trust)))
            found.append((words("Worst trust"), whole(analysis.worst.trust)))
        return found

    def bands(self) -> list[dict[str, Any]]:
        """Where random play ends, best band first: name, colour, share in percent."""
        random = self._analysis.policies["random"].bands
        return [
            {
                "name": self._told.band_name(band),
                "colour": BAND_COLOURS[band],
                "percent": 100 * random[band],
                "told": f"{random[band]:.0%}",
            }
            for band in reversed(BANDS)
        ]

    def policies(self) -> list[dict[str, Any]]:
        """How each way of selling ends."""
        found = []
        offer = self._scenario.offer
        for name, note in self._analysis.policies.items():
            value = ""
            if offer is not None and note.value_mean is not None and not math.isnan(note.value_mean):
                value = self._told.money(round(note.value_mean), offer.currency)
            found.append(
                {
                    "name": self._told.policy_name(name),
                    "about": self._told.policy_told(name),
                    "trust": whole(note.trust_mean),
                    "signed": f"{note.deal_rate:.0%}",
                    "value": value,
                    "bands": [
                        {
                            "colour": BAND_COLOURS[band],
                            "percent": 100 * note.bands[band],
                            "name": self._told.band_name(band),
                        }
                        for band in reversed(BANDS)
                    ],
                }
            )
        return found

    def line(self, path: Sequence[str]) -> list[dict[str, str]]:
        """A path as its sentences, each with its scene."""
        followed = self._analysis.follow(path)
        if followed is None:
            return [{"scene": "", "text": choice} for choice in path]
        found = []
        for decision in followed.decisions:
            scene = self._scenario.scene(decision.scene)
            choice = next(each for each in scene.choices if each.id == decision.choice)
            found.append({"scene": _named(scene), "text": self._quoted(choice)})
        return found

    def choices(self, wanted: Callable[[Any], bool | None]) -> list[dict[str, str]]:
        """The choices of the table of which something holds, with their scene."""
        found = []
        for note in self._analysis.choices:
            if wanted(note):
                scene = self._scenario.scene(note.scene)
                choice = next(each for each in scene.choices if each.id == note.choice)
                found.append({"scene": _named(scene), "text": self._quoted(choice)})
        return found

    def scene(self, scene: Scene) -> dict[str, Any]:
        """A scene with everything in it."""
        flow, told = self._flows[scene.id], self._told
        days = [flow.first_day, flow.last_day]
        shown = [
            told.map.day_told(self._scenario.begins.date() + timedelta(days=day))
            for day in dict.fromkeys(days)
            if day is not None
        ]
        return {
            "id": scene.id,
            "title": _named(scene),
            "about": [
                phase_name(flow.phase, self._words),
                *([place_name(scene.place, self._words)] if scene.place else []),
                *(["–".join(shown)] if shown else []),
                *([f"{scene.time:%H:%M}"] if scene.time is not None else []),
            ],
            "share": f"{flow.share:.0%}",
            "events": [self._teller.move(move) for move in scene.enter],
            "lines": list(self._lines(scene.lines)),
            "choices": [
                self._choice(each, taken) for each, taken in zip(scene.choices, flow.choices, strict=True)
            ],
            "ending": told.map.deal_name(scene.ending) if scene.ending is not None else "",
        }

    def _choice(self, choice: Choice, taken: ChoiceFlow) -> dict[str, Any]:
        return {
            "id": choice.id,
            "text": self._quoted(choice),
            "when": self._if(choice.when),
            "moves": [self._teller.move(move) for move in choice.does],
            "share": f"{taken.share:.0%}",
            "regret": regret_told(taken.regret) if taken.share else "",
            "colour": colour_of(taken.regret),
            "replies": [
                {
                    "when": self._if(reply.when),
                    "lines": list(self._lines(reply.lines)),
                    "moves": [self._teller.move(move) for move in reply.does],
                }
                for reply in choice.replies
            ],
            "understood": plain(choice.understood),
            "better": plain(choice.better),
            "gotos": [
                {
                    "when": self._if(way.when),
                    "to": way.scene,
                    "title": _named(self._scenario.scene(way.scene)),
                }
                for way in choice.gotos
            ],
        }

    def _lines(self, lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
        for line in lines:
            person = self._scenario.person(line.speaker)
            yield {
                "who": person.name
                if person is not None
                else self._words("You")
                if line.speaker == "trainee"
                else "",
                "text": plain(line.text),
                "when": self._if(line.when),
                "learn": [self._teller.move(Learn(fact)) for fact in line.learn],
                "sign": line.tell.sign if line.tell is not None else "",
                "means": line.tell.means if line.tell is not None else "",
            }

    def epilogues(self) -> list[dict[str, Any]]:
        """What is said in the end, by band."""
        return [
            {"band": self._told.band_name(band), "lines": list(self._lines(self._scenario.epilogue[band]))}
            for band in reversed(BANDS)
            if band in self._scenario.epilogue
        ]

    def questions(self) -> list[dict[str, str]]:
        """The questions for a class, each with its scene."""
        return [
            {
                "scene": _named(self._scenario.scene(one.scene)),
                "see": one.see,
                "ask": one.ask,
                "then": one.then,
            }
            for one in self._scenario.debrief
        ]

    def _if(self, condition: Condition) -> str:
        told = self._teller.when(condition)
        return self._words("if {condition}", condition=told) if told else ""

    def _quoted(self, choice: Choice) -> str:
        return quoted(plain(choice.text), self._scenario.language, said=choice.say is not None)


def _named(scene: Scene) -> str:
    return plain(scene.title) or scene.id
