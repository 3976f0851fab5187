import ast
import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from game.core import rules
from game.core.game import Game
from game.core.moves import Level
from game.core.passbook import Entry
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS
from game.debrief.names import band_name, deal_name, principle_name, promise_status_name
from game.debrief.numbers_told import explained_rules, rule_told, terms_of
from game.debrief.wording import sentence, subject, worded_rules
from tests.debrief.everything import meetings, played, words_in

JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def _codes_of_rules() -> set[str]:
    """Every rule code the rules can post, read off their source; one that cannot be read off fails."""
    found: set[str] = set()
    for path in Path(rules.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                    found |= _codes(node.args[0], function)
    return found


def _codes(node: ast.expr, function: ast.FunctionDef) -> set[str]:
    match node:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=body, orelse=orelse):
            return _codes(body, function) | _codes(orelse, function)
        case ast.JoinedStr(
            values=[ast.Constant(value=str(start)), ast.FormattedValue(value=ast.Attribute(attr="level"))]
        ):
            return {start + level for level in get_args(Level)}
        case ast.Name(id=name) if name in {argument.arg for argument in function.args.args}:
            return _handed_over(function, [argument.arg for argument in function.args.args].index(name))
        case ast.Name(id=name):
            values = [
                each.value
                for each in ast.walk(function)
                if isinstance(each, ast.Assign) and any(getattr(to, "id", "") == name for to in each.targets)
            ]
            assert values, f"{function.name}: where does {name} come from?"
            return set().union(*(_codes(value, function) for value in values))
    pytest.fail(f"{function.name}: a rule code that cannot be read off: {ast.unparse(node)}")


def _handed_over(function: ast.FunctionDef, position: int) -> set[str]:
    found: set[str] = set()
    for path in Path(rules.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function.name:
                found |= _codes(node.args[position], function)
    assert found, f"nobody calls {function.name}"
    return found


@cache
def _played() -> tuple[tuple[Game, Entry], ...]:
    return tuple((game, entry) for game, reveal in meetings() for entry in reveal.entries)


def test_every_rule_has_a_sentence_and_numbers_and_no_sentence_is_left_over():
    assert _codes_of_rules() == worded_rules() == explained_rules()


def test_wandering_meetings_see_every_rule():
    assert {entry.reason.rule for _, entry in _played()} == worded_rules()


def test_every_entry_is_told_in_the_persons_language(words):
    for game, entry in _played():
        told = [sentence(entry, words), rule_told(entry, game, words)]
        if entry.reason.rule == "own_number":
            told = told[1:]  # the author's own words
        for text in told:
            assert text
            assert "{" not in text
            assert bool(JAPANESE.search(text)) == (words.lang == "ja"), text


def test_a_sentence_fits_the_column_of_the_passbook(words):
    longest = 18 if words.lang == "ja" else 42
    for _, entry in _played():
        assert len(sentence(entry, words)) <= longest
        assert not sentence(entry, words).endswith((".", "。"))


def test_the_terms_of_an_entry_add_up_to_its_amount(words):
    for game, entry in _played():
        points = [term.points for term in terms_of(entry, game, words) if term.points is not None]
        assert sum(points) == entry.amount, entry
        assert points, entry


def test_nobody_is_told_that_nought_questions_are_welcome(words):
    asked = [(g, e) for g, e in _played() if e.reason.rule in ("ask", "ask.why")]
    none = [(g, e) for g, e in asked if e.numbers["tolerance"] == 0]
    assert none
    for game, entry in none:
        assert terms_of(entry, game, words)[0].label == words("no question was welcome just then")


def test_the_scenarios_own_texts_say_what_it_was_about():
    words = words_in("ja")
    subjects = {(entry.reason.rule, subject(entry, game.scenario, words)) for game, entry in _played()}
    assert ("inform", "the steps on one sheet") in subjects
    assert ("promise", "send the list") in subjects
    assert ("promise.vague", "lend a hand") in subjects
    assert ("surface", "「we support you」が「they do it all」と受け取られた") in subjects
    assert ("surface", "lend a hand") in subjects
    assert ("ask", "sixty people、three days、two left") in subjects
    assert ("concede.covered", "an interview") in subjects
    assert ("lie", "it is ready") in subjects
    assert ("complain", "the list is slow") in subjects
    assert ("record.told", "") in subjects


TOLD = [
    ({}, ["promise", "out", "keep"], "keep", "約束（小）を守った +4、期日より前 +1"),
    (
        {"persona": "burned_before"},
        ["promise", "out", "keep"],
        "keep",
        "この方の約束の重みは150%、約束（小）を守った +6、期日より前 +1",
    ),
    ({}, ["promise_kept"], "keep", "約束したその場で果たしても貯まらない 0"),
    ({}, ["promise", "wait"], "break.due", "約束（小）を破った -12"),
    ({"credit": 50}, ["promise", "wait"], "break.due", "約束（小）を破った -12、貯めた信用が和らげた分 +3"),
    ({}, ["promise", "wait", "keep"], "keep.late", "遅れたので、失った分の4分の1だけ戻る +3"),
    ({}, ["lie", "expose"], "expose", "貯めた信用がすべて消えた -4、嘘の分、さらに下へ -30"),
    ({}, ["lie", "expose", "inform"], "inform", "まだお持ちでなかった情報 +3、嘘が露見したあとは半分 -1"),
    ({"credit": 99}, ["inform"], "inform", "まだお持ちでなかった情報 +3、残高の上限は100 -2"),
    ({"credit": -95}, ["lie", "expose"], "expose", "嘘の分、さらに下へ -30、残高の下限は-100 +21"),
    ({}, ["told", "told"], "record.told", "意図と経緯まで語った実績 +6、繰り返すたびに半分 -3"),
    ({}, ["ask_many"], "ask", "続けて聞けるのは1問まで、それを超えた質問 -10、答えてもらえなかったのは4問"),
    ({}, ["ask_one"], "ask", "続けて聞けるのは1問まで、その範囲の質問 +1"),
    ({}, ["ask_invited", "propose"], "propose.customer", "お客様のための提案 +3、踏まえたお客様の事情1件 +2"),
    ({}, ["blur", "surface", "own_call"], "own", "失った8のうち75%が戻る +6"),
    ({}, ["complain", "recover"], "recover", "失った8のうち100%が戻る +8、すぐに応えて、前より良くなった +4"),
    (
        {},
        ["complain", "recover", "complain_more"],
        "complain",
        "重いクレーム -18、前回の手厚い対応で期待が上がっていた -18",
    ),
    (
        {},
        ["demand", "cave"],
        "concede.given_away",
        "対価のない20%は、その場だけ喜ばれる +2、つけは60日後に来る",
    ),
    (
        {},
        ["help", "request"],
        "request.refused",
        "頼みごとに要る信用は25、手助けを覚えてもらっている分15下がる、断られた -2",
    ),
]


@pytest.mark.parametrize(("opening", "path", "rule", "expected"), TOLD)
def test_the_numbers_of_a_rule_are_told(opening, path, rule, expected):
    game, reveal = played(*path, **opening)
    entry = [each for each in reveal.entries if each.reason.rule == rule][-1]
    assert rule_told(entry, game, words_in("ja")) == expected


def test_names_differ_from_each_other(words):
    principles = {principle_name(each, words) for each in PRINCIPLES}
    bands = {band_name(each, words) for each in BANDS}
    deals = {deal_name(each, words) for each in ("signed", "lost", "open")}
    statuses = {promise_status_name(each, words) for each in ("open", "kept", "broken", "kept_late")}
    assert (len(principles), len(bands), len(deals), len(statuses)) == (15, 5, 3, 4)
    for name in principles | bands | deals | statuses:
        assert bool(JAPANESE.search(name)) == (words.lang == "ja"), name
