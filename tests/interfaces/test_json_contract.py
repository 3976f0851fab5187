"""What `--json` prints is what other programs were promised, key by key, for any way a meeting can go."""

import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from game.core.game import Game
from game.core.scenario import BANDS
from game.library import Library
from game.session import Meeting
from tests.interfaces.conftest import SAMPLE
from tests.interfaces.contract import CHECK, CLASS, EXPLORE, LIST, PLAY, Schema

SHIPPED = "friday-checklist"
SEEDS = range(12)

Json = dict[str, Any]


def hold(value: object, schema: Schema) -> None:
    problems = [
        f"{each.json_path}: {each.message}" for each in Draft202012Validator(schema).iter_errors(value)
    ]
    assert problems == []


def random_path(file: str, seed: int) -> list[str]:
    library, chance = Library(), random.Random(seed)
    opened = library.open_scenario(file, "en")
    meeting = Meeting(Game(opened.playable, library.rulebook(), opened.opening))
    while not meeting.ended:
        meeting.choose(chance.choice(meeting.view.choices).id)
    return list(meeting.path)


@pytest.fixture
def explored(printed):
    def explore(file: str) -> Json:
        found: Json
        status, found = printed("explore", file, "--json")
        assert status == 0
        return found

    return explore


@pytest.fixture
def played(printed):
    def play(file: str, path: list[str]) -> Json:
        found: Json
        status, found = printed("play", file, "--choices", ",".join(path), "--json")
        assert status == 0
        assert found["path"] == path
        return found

    return play


# ── play ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", [SAMPLE, SHIPPED])
@pytest.mark.parametrize("seed", SEEDS)
def test_any_meeting_holds_the_contract(played, file, seed):
    card = played(file, random_path(file, seed))
    hold(card, PLAY)
    entries, credit = card["passbook"], card["opening_credit"]
    assert credit + sum(each["amount"] for each in entries) == card["outcome"]["credit"]
    for entry in entries:
        credit += entry["amount"]
        assert entry["balance"] == credit
    days = [each["day"] for each in entries]
    assert days == sorted(days)
    assert {each["choice"] for each in entries} <= {*card["path"], None}
    assert all(each["choice"] is None for each in entries if each["settlement"])
    assert len({each["id"] for each in card["promises"]}) == len(card["promises"])
    assert all(
        each["made_day"] <= each["due_day"] for each in card["promises"] if each["due_day"] is not None
    )


@pytest.mark.parametrize("file", [SAMPLE, SHIPPED])
@pytest.mark.parametrize("seed", SEEDS)
def test_regret_is_what_each_choice_gave_away(played, explored, file, seed):
    card = played(file, random_path(file, seed))
    regret, found = card["regret"], explored(file)
    assert [each["choice"] for each in regret] == card["path"]
    assert regret[0]["before"] == found["best"]["trust"]
    assert regret[-1]["after"] == card["outcome"]["trust"]
    assert all(each["before"] >= each["after"] for each in regret)
    assert all(one["after"] == two["before"] for one, two in pairwise(regret))
    assert card["outcome"]["years"]["best_value"] == found["best_value"]


@pytest.mark.parametrize("file", [SAMPLE, SHIPPED])
@pytest.mark.parametrize("end", ["best", "worst"])
def test_the_best_and_the_worst_path_end_as_was_said(played, explored, file, end):
    line = explored(file)[end]
    card = played(file, line["path"])
    hold(card, PLAY)
    assert card["outcome"]["trust"] == line["trust"]
    if end == "best":
        assert all(each["before"] == each["after"] for each in card["regret"])
        assert card["outcome"]["years"]["value"] == card["outcome"]["years"]["best_value"]


def test_without_an_offer_there_is_no_value(printed, tmp_path):
    text = Path(SAMPLE).read_text("utf-8")
    offer = next(line for line in text.splitlines() if line.startswith("offer:"))
    without = text.replace(offer, "").replace(", {concede: {percent: 20}}", "")
    file = tmp_path / "no-offer.yaml"
    file.write_text(without, encoding="utf-8")
    status, card = printed("play", str(file), "--choices", "gift,send,trial", "--json")
    assert status == 0
    hold(card, PLAY)
    assert (card["outcome"]["years"]["value"], card["outcome"]["years"]["best_value"]) == (None, None)
    found = printed("explore", str(file), "--json")[1]
    hold(found, EXPLORE)
    assert {each["value_mean"] for each in found["policies"].values()} == {None}


# ── explore ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", [SAMPLE, SHIPPED])
def test_explore_holds_the_contract(explored, file):
    found = explored(file)
    hold(found, EXPLORE)
    assert sum(int(count) for count in found["bands"].values()) == int(found["paths"])
    assert found["unreached_bands"] == [band for band in BANDS if found["bands"][band] == "0"]
    assert found["best"]["trust"] >= found["worst"]["trust"]
    assert len(found["best"]["path"]) <= found["decisions_max"]
    for policy in found["policies"].values():
        assert sum(policy["bands"].values()) == pytest.approx(1)
        assert found["worst"]["trust"] - 1e-6 <= policy["trust_mean"] <= found["best"]["trust"] + 1e-6
    assert found["policies"]["best"]["trust_mean"] == pytest.approx(found["best"]["trust"])
    assert found["policies"]["worst"]["trust_mean"] == pytest.approx(found["worst"]["trust"])
    assert all(not each["always_best"] or each["ever_best"] for each in found["choices"])


def test_only_the_policies_asked_for_are_told(printed):
    _, found = printed("explore", SAMPLE, "--json", "--policy", "liar", "--policy", "honest")
    hold(found, EXPLORE)
    assert set(found["policies"]) == {"liar", "honest"}


# ── check and list ───────────────────────────────────────────────────────────────────────────────────


def test_check_holds_the_contract(printed, tmp_path):
    assert printed("check", SAMPLE, SHIPPED, "--format", "json") == (0, [])
    text = Path(SAMPLE).read_text("utf-8")
    broken = {
        "goto.yaml": text.replace("goto: visit", "goto: vist"),
        "newer.yaml": text.replace("format: 1", "format: 99"),
        "picture.yaml": "\x89PNG",
        "empty.yaml": "",
    }
    for name, content in broken.items():
        (tmp_path / name).write_text(content, encoding="latin-1" if name == "picture.yaml" else "utf-8")
    status, found = printed("check", str(tmp_path), "--format", "json")
    assert status == 1
    hold(found, CHECK)
    assert {Path(each["file"]).name for each in found} == set(broken)
    goto = next(each for each in found if each["file"].endswith("goto.yaml"))
    line = broken["goto.yaml"].splitlines()[goto["line"] - 1]
    assert line[goto["column"] - 1 :].startswith("vist")


def test_list_holds_the_contract(printed, home):
    own = home / "scenarios"
    own.mkdir(exist_ok=True)
    (own / "broken.yaml").write_text("format: 1\n", encoding="utf-8")
    (own / "mine.yaml").write_text(
        Path(SAMPLE).read_text("utf-8").replace("id: friday-checklist", "id: mine"), encoding="utf-8"
    )
    status, found = printed("list", "--json")
    assert status == 0
    hold(found, LIST)
    by_id = {each["id"]: each for each in found}
    assert (by_id[SHIPPED]["shipped"], by_id["mine"]["shipped"]) == (True, False)
    assert by_id["broken"]["faults"] > 0
    assert by_id["mine"]["faults"] == 0
    assert {"ja", "en"} <= set(by_id[SHIPPED]["languages"])


# ── debrief ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [4, 30])
@pytest.mark.parametrize("name", [SHIPPED, "first-steps"])
def test_a_class_holds_the_contract(printed, name, size):
    status, found = printed("debrief", "--rehearsal", f"{name}:{size}", "--json")
    assert status == 0
    hold(found, CLASS)
    (only,) = found["classes"]
    assert only["meetings"] == size
    assert only["small"] == (size < 5) == (only["seats"] == [])
