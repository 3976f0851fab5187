"""The report: the whole of a scenario on one page that asks for nothing else."""

import re
from datetime import date
from html.parser import HTMLParser
from typing import get_args

import pytest

from game.analysis.exact import analyse
from game.analysis.flows import flows
from game.authoring.map_svg import MapWords
from game.authoring.moves_told import Teller
from game.authoring.phrasing import plain
from game.authoring.report import ReportWords, report
from game.core import conditions, moves
from game.core.conditions import ALWAYS, All, Any, Between, Chose, GivenAway, Happened, Not, Scarred
from game.core.game import Game
from game.core.times import AfterScene, InDays, NextWeekday, OnDate
from game.format.wording import quoted
from game.format.words import Words, catalog_from
from tests.analysis.once import analysed
from tests.authoring.stories import BOOK, END, ROOT, reading, scene, story

TEMPLATE = (ROOT / "assets/templates/report.html").read_text("utf-8")
CATALOG = catalog_from((ROOT / "assets/locale/ja.po").read_text("utf-8"))
FILES = sorted((ROOT / "scenarios").glob("*.yaml"))


def words(lang):
    return Words(lang, CATALOG if lang == "ja" else {})


def page(text, lang="ja", **analysis):
    scenario = reading(text).scenario
    assert scenario is not None
    game = Game(scenario, BOOK)
    return scenario, page_of(game, analyse(game, **analysis), lang)


def page_of(game, analysis, lang):
    told = ReportWords(
        MapWords(words(lang), str, str),
        str,
        str,
        str,
        lambda policy: f"does {policy}",
        lambda amount, currency: f"{currency} {amount}",
    )
    return report(TEMPLATE, game.scenario, analysis, flows(game, analysis), (), told)


FETCHING = {"script", "link", "img", "iframe", "object", "embed", "form"}


class Text(HTMLParser):
    """The words of a page, and the tags that would fetch or run something."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.words, self.open, self.asking = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in {"script", "link", "img", "iframe", "object", "embed", "form"} or {
            "src",
            "onload",
            "onclick",
        } & set(given):
            self.asking.append(tag)
        if (given.get("href") or "#")[0] != "#":
            self.asking.append(given["href"])
        if tag not in {"meta", "br", "rect", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in {"rect", "path"}:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_of_a_scenario_stands_on_its_page(file, lang):
    game, analysis = analysed(file)
    scenario, html = game.scenario, page_of(game, analysis, lang)
    read = Text(html)
    assert read.asking == []
    assert read.open == []
    assert not re.search(r"@import|url\(", html)
    # The one order to the browser is the policy by which it fetches and runs nothing.
    assert re.findall(r'http-equiv="([^"]*)" content="([^;"]*)', html) == [
        ("Content-Security-Policy", "default-src 'none'")
    ]
    assert html.count("http-equiv") == 1
    for one in scenario.scenes:
        for line in one.lines:
            assert plain(line.text) in read.text
        for choice in one.choices:
            assert quoted(plain(choice.text), scenario.language, said=choice.say is not None) in read.text
            for text in (choice.understood, choice.better):
                assert plain(text) in read.text
            for reply in choice.replies:
                for line in reply.lines:
                    assert plain(line.text) in read.text
    for question in scenario.debrief:
        assert plain(question.ask) in read.text
    assert not re.search("「「|」」|““|””", read.text), "a quotation within another has marks of its own"


def test_what_a_line_tells_the_trainee_is_on_the_page():
    text = story(scene("one", "goto: end", lines="[{customer: 三日です。, learn: closing}]"), END)
    assert "締め日に三日かかる" in Text(page(text)[1]).text


def test_the_page_of_a_sample_says_so():
    assert (
        words("en")("Too large to walk every path: these numbers are from a sample.")
        in page(FILES[0].read_text("utf-8"), "en", budget=50, samples=300)[1]
    )


def test_a_story_without_a_decision_has_a_page():
    _, html = page(story(END).replace("start: one", "start: end"))
    assert Text(html).open == []


def test_nothing_a_scenario_says_becomes_part_of_the_page():
    bad = "<img src=x onerror=alert(1)>"
    said = f"say: '{bad}'; understood: '{bad}'; reply: [{{narrator: '{bad}'}}]; goto: end"
    text = story(scene("one", said, more=f"title: '{bad}'"), END)
    _, html = page(text.replace("title: 小さな話", "title: '<script>alert(1)</script>'"))
    read = Text(html)
    assert read.asking == []
    assert "<img src=x onerror=alert(1)>" in read.text


# ── moves and conditions in words ────────────────────────────────────────────────────────────────────

EVERY_MOVE = [
    moves.Ask(("closing",)), moves.Ask((), count=12), moves.Ask(("closing",), why=True, invited=True),
    moves.Inform("a"), moves.TellRecord("a"), moves.TellRecord("a", told=False), moves.Help("a"),
    moves.Learn("closing"), moves.Propose(for_customer=True), moves.Propose(True, ("closing",)),
    moves.Propose(for_customer=False), moves.StartSmall("a"), moves.Promise("sheet"),
    moves.Promise("sheet", vague=True), moves.Keep("sheet"), moves.Break("sheet"),
    moves.Renegotiate("sheet", InDays(3)), moves.Renegotiate("sheet", InDays(3, business=True)),
    moves.Renegotiate("sheet", NextWeekday("friday")), moves.Renegotiate("sheet", AfterScene(30, "one")),
    moves.Lie("a"), moves.Correct("a"), moves.Expose("a"), moves.Blur("support"), moves.Clarify("support"),
    moves.Surface("support"), *(moves.Own("support", how) for how in moves.HOWS),
    moves.Deflect("support", "blur"), moves.Deflect("slow", "complaint"), moves.Complain("a"),
    moves.Complain("a", "major"), moves.Recover("a"), moves.Recover("a", "visit", deed=True),
    moves.Formal("a"), moves.Demand("a", 20), moves.Concede(percent=10),
    moves.Concede(percent=10, considerations=("x",)),
    *(moves.Concede(work=size) for size in moves.SIZES), moves.Concede(percent=3, months=6, unlisted=True),
    moves.Hold("a"), moves.Hold("a", reason=True), moves.Hold("a", reason=True, alternative=True),
    moves.Stand("below"), moves.Stand("level"), moves.Stand("above"), moves.Request("a"),
    moves.Celebrate("a"), moves.FollowUp("a"), moves.Chat("a"), moves.Wait(InDays(2)),
    moves.Credit(-3, "b", "honesty"),
]  # fmt: skip
HAPPENINGS = get_args(conditions.Happening)
EVERY_CONDITION = [
    *(Happened(what, "a") for what in HAPPENINGS), Scarred(), GivenAway(), GivenAway("a"), Chose("one", "c1"),
    Between("credit", 3), Between("credit", None, 5), Between("day", 3, 5), Between("standing", 3),
    Not(Scarred()), Any((Scarred(), GivenAway())), All((Scarred(), GivenAway())),
]  # fmt: skip


@pytest.fixture(scope="module", params=["ja", "en"])
def teller(request):
    scenario = reading(story(scene("one", "goto: end"), END)).scenario
    assert scenario is not None
    return Teller(scenario, words(request.param))


def test_every_move_is_told_in_words_of_its_own(teller):
    assert {type(move) for move in EVERY_MOVE} == set(get_args(moves.Move))
    told = [teller.move(move) for move in EVERY_MOVE]
    assert all(told)
    assert len(set(told)) == len(told)
    assert "締め日に三日かかる" in teller.move(moves.Learn("closing"))


def test_every_condition_is_told_in_words_of_its_own(teller):
    assert {type(each) for each in EVERY_CONDITION} == set(get_args(conditions.Condition))
    told = [teller.when(each) for each in EVERY_CONDITION]
    assert all(told)
    assert len(set(told)) == len(told)
    assert teller.when(ALWAYS) == ""
    assert teller.time(OnDate(date(2026, 3, 6))) == "2026-03-06"
