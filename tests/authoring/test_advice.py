"""Advice: what makes a scenario teach poorly, each at its place, and silence over what is well made."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.analysis.exact import analyse
from game.analysis.measures import measures
from game.authoring import teaching
from game.authoring.advice import advise
from game.authoring.phrasing import plain
from game.core.game import Game
from game.core.scenario import BANDS
from tests.authoring.stories import BOOK, END, ROOT, TOP, at, reading, scene, story

FRIDAY = ROOT / "scenarios" / "friday-checklist.yaml"


def codes(text, *, teach=False, lang="ja"):
    """What is advised, but for the loose ends that every small story has."""
    found = advise(reading(text, lang), BOOK, analyse if teach else None, sound=False)
    assert all(one.severity == "advice" for one in found)
    return [(one.code, one.line) for one in found]


def test_a_file_that_does_not_read_gets_none():
    assert codes("format: 1\n") == []


# ── the words ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "long"),
    [
        ("あ" * 60, False),
        ("あ" * 61, True),
        ("a b" * 43, False),
        ("a b" * 44, True),
        ("｜漢《かん》" * 30, False),
    ],
)
def test_a_choice_is_no_longer_than_a_breath(said, long):
    text = story(scene("one", f"say: {said}; goto: end"), END)
    assert codes(text) == ([("choice-too-long", at(text, "say: ")[0])] if long else [])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("信用が上がった。", True),
        ("信頼を失ってしまった。", True),
        ("好感度がかなり下がりました。", True),
        ("信用残高は十二です。", True),
        ("＋3ポイント。", True),
        ("御社のことは信頼しています。", False),
        ("ご信用いただけるよう努めます。", False),
        ("評価は来月に出ます。", False),
        ("ポイントは三つあります。", False),
        ("椅子に深く座り直した。", False),
        ("信用できる人かどうか、見ています。", False),
    ],
)
@pytest.mark.parametrize("speaker", ["customer", "narrator"])
def test_nobody_says_the_meter_out_loud(said, told, speaker):
    text = story(scene("one", f"reply: [{{{speaker}: {said}}}]; goto: end"), END)
    assert codes(text) == ([("meter-said", at(text, "reply: ")[0])] if told else [])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Your credit goes up.", True),
        ("You lose some trust.", True),
        ("Your trust level falls.", True),
        ("Plus 5 points.", True),
        ("I trust you with this.", False),
        ("We pay by credit card.", False),
        ("Two points before we begin.", False),
        ("The trust between us is old.", False),
    ],
)
def test_nobody_says_it_in_english_either(said, told):
    top = TOP.replace("language: ja", "language: en")
    text = story(scene("one", f"reply: [{{narrator: {said}}}]; goto: end"), END, top=top)
    assert [code for code, _ in codes(text)] == (["meter-said"] if told else [])


def test_what_stands_for_the_debrief_may_speak_of_credit():
    text = story(scene("one", "understood: 信用が下がった。; better: 信頼を失う前に言う。; goto: end"), END)
    assert codes(text) == []


@pytest.mark.parametrize(
    ("said", "does", "told"),
    [
        ("できれば金曜に送ります。", "promise: sheet", True),
        ("金曜ごろにはお送りします。", "promise: sheet", True),
        ("前向きに検討します。", "promise: sheet", True),
        ("金曜までに、必ずお送りします。", "promise: sheet", False),
        ("できれば金曜に送ります。", "promise: {id: sheet, vague: true}", False),
        ("できれば金曜に送ります。", "chat: hello", False),
    ],
)
def test_a_vague_promise_is_called_one(said, does, told):
    text = story(scene("one", f"say: {said}; does: [{{{does}}}]; goto: end"), END)
    assert codes(text) == ([("vague-promise", at(text, "say: ")[0])] if told else [])


# ── every way through the story ──────────────────────────────────────────────────────────────────────


def only(text, code, needle):
    """The one finding of this code; where it stands."""
    found = [line for each, line in codes(text, teach=True) if each == code]
    assert found == [at(text, needle)[0]]


def none(text, code):
    assert code not in [each for each, _ in codes(text, teach=True)]


def test_a_decision_that_never_matters():
    same = story(
        scene("one", "goto: two", "goto: two"),
        scene("two", "goto: end", "does: [{inform: a}]; goto: end"),
        END,
    )
    only(same, "never-matters", "one:")
    none(story(scene("one", "goto: end"), END), "never-matters")


def test_bands_out_of_reach():
    only(story(scene("one", "goto: end"), END), "bands-unreached", "scenes:")


def test_a_principle_nothing_is_booked_under():
    top = TOP.replace("start: one", "teaches: [usefulness, honesty]\nstart: one")
    gives = [
        scene("one", "does: [{inform: a}]; goto: two", "goto: two"),
        scene("two", "goto: end", "goto: end"),
        END,
    ]
    text = story(*gives, top=top)
    found = [one for one in advise(reading(text), BOOK, analyse) if one.code == "principle-untouched"]
    assert len(found) == 1
    assert "`honesty`" in found[0].message
    assert text.splitlines()[found[0].line - 1][found[0].column - 1 :].startswith("honesty")


def test_a_choice_best_whatever_went_before():
    text = story(scene("one", "does: [{inform: a}]; goto: end", "does: [{lie: b}]; goto: end"), END)
    only(text, "always-best", "one:")


def test_thresholds_written_as_numbers():
    when = "goto: [{when: {any: [{credit: {below: 12}}, {day: {below: 3}}]}, to: end}, {to: end}]"
    text = story(scene("one", when, "when: {credit: {at_least: vendor}}; goto: end"), END)
    found = [one for one in advise(reading(text), BOOK, analyse) if one.code == "credit-as-number"]
    assert [(one.line, "12" in one.message) for one in found] == [(at(text, "goto: [{when")[0], True)]


def test_numbers_of_ones_own():
    own = "does: [{credit: {points: 3, because: a, principle: honesty}}]; goto: end"
    only(story(scene("one", own, "goto: end"), END), "own-numbers", "scenes:")
    many = "does: [{inform: a}, {inform: b}, {inform: c}]; goto: end"
    none(story(scene("one", own, many), END), "own-numbers")


def test_a_story_too_large_is_said_to_be_sampled():
    text = FRIDAY.read_text("utf-8")
    found = advise(reading(text), BOOK, lambda game: analyse(game, budget=50, samples=300))
    assert [one.code for one in found][:1] == ["not-exact"]
    assert "300" in found[0].message


@pytest.fixture(scope="module")
def friday():
    scenario = reading(FRIDAY.read_text("utf-8")).scenario
    assert scenario is not None
    game = Game(scenario, BOOK)
    analysis = analyse(game)
    return scenario, analysis, measures(analysis, game)


TABLE = [
    ("best-is-longest", {"longest": 0.40}, {"longest": 0.41}),
    ("best-in-one-place", {"positions": (0.45, 0.45, 0.1)}, {"positions": (0.2, 0.46, 0.34)}),
    ("always-best", {"always_best": 0.5}, {"always_best": 0.51}),
    ("bands-unreached", {"unreached": BANDS[:1]}, {"unreached": BANDS[:2]}),
    ("policies-close", {"margins": {"pusher": 15.0, "forgetful": 0.0}}, {"margins": {"pusher": 14.9}}),
    ("liar-trusted", {"liar_trust": 14.9}, {"liar_trust": 15.0}),
    ("liar-trusted", {"liar_trust": None}, {"liar_trust": 80.0}),
    ("caver-signs-less", {"caver_signs": 0.0}, {"caver_signs": -0.01}),
    ("caving-pays", {"caver_value": -1.0}, {"caver_value": 0.0}),
    ("random-shut-out", {"random": dict.fromkeys(BANDS, 0.5)}, {"random": dict.fromkeys(BANDS, 0.51)}),
]


@pytest.mark.parametrize(("code", "well", "poor"), TABLE)
def test_each_threshold_of_the_design(friday, code, well, poor):
    scenario, analysis, measured = friday

    def told(**changed):
        return [one.code for one in teaching._judged(scenario, analysis, replace(measured, **changed))]

    assert code not in told(**well)
    assert code in told(**poor)


def test_a_scene_no_way_of_selling_comes_to(friday):
    scenario, analysis, measured = friday
    notes = {
        name: replace(note, visits=note.visits - {"corridor"}) for name, note in analysis.policies.items()
    }
    found = list(teaching._judged(scenario, replace(analysis, policies=notes), measured))
    assert [(one.code, one.path) for one in found] == [("scene-unvisited", ("scenes", "corridor"))]


@pytest.mark.parametrize(("length", "told"), [(3, False), (4, True)])
def test_few_decisions_show_no_habit(length, told):
    ways = [*(f"s{n}" for n in range(length)), "end"]
    scenes = [
        scene(here, f"does: [{{inform: {here}}}]; goto: {there}", f"goto: {there}")
        for here, there in pairwise(ways)
    ]
    text = story(*scenes, END, top=TOP.replace("start: one", "start: s0"))
    assert ("best-in-one-place" in [code for code, _ in codes(text, teach=True)]) is told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("｜帳票《ちょうひょう》です。", "帳票です。"),
        ("帳票《ちょうひょう》です。", "帳票です。"),
        ("《通帳》という本。", "《通帳》という本。"),
        ("二行\n  です", "二行 です"),
    ],
)
def test_readings_go_and_quotation_marks_stay(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("「はい」と言った。", None), ("『書名』（上）", None), ("“はい”と“いいえ”", None),
        ("“はい”と言う", None),
        ("「はいと言った。", "unbalanced-quotes"), ("はい」と言った。", "unbalanced-quotes"),
        ("（小声で", "unbalanced-quotes"), ("“はい”", "curly-quotes"), ("‘yes’", "curly-quotes"),
    ],
)  # fmt: skip
def test_quotation_marks_stand_in_pairs_and_hold_no_text_together(said, code):
    text = story(scene("one", f"say: {said}; goto: end"), END)
    assert codes(text) == ([(code, at(text, "say: ")[0])] if code else [])
