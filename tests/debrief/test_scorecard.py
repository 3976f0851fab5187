import json
from datetime import date

import pytest

from game.analysis.result import Decision
from game.core.outcome import Outcome
from game.debrief.days import short_day
from game.debrief.outcome_told import deal_told, money, years_told
from game.debrief.scorecard import (
    Reachable,
    curve,
    passbook_rows,
    reachable_on,
    share_of_reachable,
    to_json,
)
from tests.debrief.everything import meetings, played, words_in

EN = words_in("en")


def test_the_rows_carry_the_balance_from_the_opening_to_the_outcome():
    for game, reveal in meetings():
        balance = reveal.opening_credit
        rows = passbook_rows(game, reveal, EN)
        for row in rows:
            assert row.withdrawal is None or row.deposit is None
            balance += (row.deposit or 0) - (row.withdrawal or 0)
            assert balance == row.balance
        assert balance == reveal.outcome.credit
        assert [row.settlement for row in rows] == sorted(row.settlement for row in rows)


def test_a_row_is_what_a_bank_would_print():
    game, reveal = played("inform", "demand", "cave")
    rows = passbook_rows(game, reveal, words_in("ja"))
    assert (rows[0].date, rows[0].text, rows[0].subject) == (
        date(2026, 3, 3), "役に立つ情報を届けた", "the steps on one sheet",
    )  # fmt: skip
    assert (rows[0].principle, rows[0].deposit, rows[0].withdrawal) == ("有益な情報", 3, None)
    assert (rows[1].deposit, rows[1].withdrawal) == (None, None)
    assert rows[-1].text == "譲った分のつけが回ってきた"
    assert rows[-1].date == date(2026, 5, 2)
    assert rows[-1].settlement
    assert not rows[2].settlement


def test_the_curve_starts_at_the_opening_and_has_a_point_an_entry():
    game, reveal = played("inform", "wait_long", "told", credit=20)
    points = curve(reveal)
    assert (points[0].day, points[0].balance) == (0, 20)
    assert [point.balance for point in points[1:]] == [entry.balance for entry in reveal.entries]
    assert [point.day for point in points] == sorted(point.day for point in points)
    assert points[-1].balance == reveal.outcome.credit
    assert len(points) == len(passbook_rows(game, reveal, EN)) + 1


@pytest.mark.parametrize(
    ("trust", "best", "worst", "share"),
    [(50, 50, -30, 100), (-30, 50, -30, 0), (10, 50, -30, 50), (0, 2, -1, 33), (7, 7, 7, 100)],
)
def test_the_share_of_the_reachable_trust(trust, best, worst, share):
    assert share_of_reachable(trust, best=best, worst=worst) == share


def test_the_object_of_play_json_keeps_its_promises():
    for game, reveal in meetings():
        card = json.loads(json.dumps(to_json(game, reveal, EN, rulebook_hash="r", reachable=None)))
        assert {"scenario", "hash", "rulebook", "path", "passbook", "outcome", "promises", "regret"} <= set(
            card
        )
        assert (card["regret"], card["reachable"], card["outcome"]["years"]["best_value"]) == (
            None,
            None,
            None,
        )
        for entry in card["passbook"]:
            assert {"day", "scene", "choice", "principle", "amount", "balance", "reason"} <= set(entry)
        total = card["opening_credit"] + sum(entry["amount"] for entry in card["passbook"])
        assert total == card["outcome"]["credit"]
        settled = [entry for entry in card["passbook"] if entry["settlement"]]
        assert all(entry["choice"] is None for entry in settled)
        assert {
            "credit", "standing", "trust", "band", "deal", "price_percent", "considerations", "scarred",
            "years",
        } <= set(card["outcome"])  # fmt: skip
        assert set(card["outcome"]["years"]) == {
            "value", "best_value", "renewal", "upsell", "workload", "satisfaction",
        }  # fmt: skip
        for promise in card["promises"]:
            assert {"id", "made_day", "due_day", "status"} <= set(promise)


def test_the_object_of_play_json_under_an_analysis():
    game, reveal = played("inform")
    decisions = (
        Decision("hub", "inform", 60, 60, ("inform",), ("inform",), ()),
        Decision("hub", "go", 60, 30, ("out", "go"), ("out",), ()),
    )
    reachable = Reachable(best=60, worst=-40, best_value=9_000_000, decisions=decisions)
    card = to_json(game, reveal, EN, rulebook_hash="r", reachable=reachable)
    assert card["regret"] == [
        {"scene": "hub", "choice": "inform", "before": 60, "after": 60},
        {"scene": "hub", "choice": "go", "before": 60, "after": 30},
    ]
    trust = reveal.outcome.trust
    assert card["reachable"] == {"best_trust": 60, "worst_trust": -40, "share_percent": trust + 40}


def test_without_an_exact_analysis_nothing_is_said_of_what_was_reachable():
    assert reachable_on(None, ("inform", "go")) is None


DEALS = [
    (
        ["demand", "exchange"],
        "Signed, 10% off, in return: an interview",
        "成約、10%引き、対価：an interview",
    ),
    (["demand", "cave"], "Signed, 20% off, 20% given away for nothing", "成約、20%引き、20%分は対価なし"),
    (["small"], "Signed, with room to grow", "成約、広げる余地あり"),
    ([], "Signed", "成約"),
]


@pytest.mark.parametrize(("path", "en", "ja"), DEALS)
def test_the_deal_is_told(path, en, ja):
    game, reveal = played(*path)
    assert deal_told(game, reveal.outcome, EN) == en
    assert deal_told(game, reveal.outcome, words_in("ja")) == ja


def test_the_three_years_are_told():
    game, reveal = played("inform")
    rows = years_told(game, reveal.outcome, 5_400_000, words_in("ja"))
    assert rows[0].label == "三年間の取引額"
    assert rows[0].value == f"{reveal.outcome.value:,}円（信頼が最も高い道筋なら5,400,000円）"
    assert [row.label for row in rows[1:]] == [
        "更新の見込み",
        "毎年の追加受注",
        "手間（価格に対して）",
        "お客様の満足度",
    ]
    assert "best" not in years_told(game, reveal.outcome, None, EN)[0].value


def test_money_is_told_in_its_currency():
    assert money(5_400_000, "JPY", words_in("ja")) == "5,400,000円"
    assert money(5_400_000, "JPY", EN) == "JPY 5,400,000"
    assert money(1200, "EUR", EN) == "EUR 1,200"


def test_without_an_offer_nothing_is_said_of_a_value():
    game, reveal = played("inform")
    no_value = Outcome(
        **{name: getattr(reveal.outcome, name) for name in Outcome.__slots__} | {"value": None}
    )
    assert years_told(game, no_value, None, EN)[0].label == "Chance of renewal"


def test_a_short_day_is_read_alike_by_everybody():
    day = date(2026, 4, 5)
    assert short_day(day, EN) == "5 Apr"
    assert short_day(day, words_in("ja")) == "4/5"
