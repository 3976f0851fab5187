"""Every key, code, move and number is in the guide for trainers, in both languages."""

import re

import pytest

from game.core.principles import PRINCIPLES
from game.format.codes import CODES, Lang
from game.format.condition_models import ConditionShape
from game.format.declared_models import OpeningShape, PersonShape
from game.format.models import ChoiceShape, Document, LineShape, ReplyShape, SceneShape
from game.format.move_models import MoveShape
from tests.authoring.stories import BOOK
from tests.docs.guides import BOTH, guide


def keys(model) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


@BOTH
@pytest.mark.parametrize(
    "model",
    [
        Document,
        SceneShape,
        ChoiceShape,
        LineShape,
        ReplyShape,
        ConditionShape,
        MoveShape,
        OpeningShape,
        PersonShape,
    ],
    ids=lambda model: model.__name__,
)
def test_every_key_is_explained(lang, model):
    text = guide(lang)
    assert {
        key
        for key in keys(model)
        if not re.search(rf"`{key}[`:]|^ *{key}: |[{{ ]{key}: ", text, re.MULTILINE)
    } == set()


@BOTH
def test_every_code_in_the_guide_exists_and_those_of_the_story_are_all_there(lang):
    text = guide(lang)
    section = text[text.index("| `missing-key`") :]
    told = {
        code
        for row in section.splitlines()
        if row.startswith("|")
        for code in re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", row.split("|")[1])
    }
    assert told <= set(CODES)
    assert set(list(CODES)[list(CODES).index("unreachable-scene") :]) <= told


@BOTH
def test_every_principle_is_named(lang):
    assert {one for one in PRINCIPLES if f"`{one}`" not in guide(lang)} == set()


NUMBERS = {
    "ask": "asking: within credit_per_tolerance most_a_question most_a_choice opens_at_credit",
    "inform": "giving: inform banks",
    "tell_record": "giving: record_told record_displayed",
    "help": "giving: help; favours: worth",
    "propose": "giving: propose propose_per_fact propose_most_facts propose_daring propose_for_us",
    "start_small": "giving: start_small",
    "celebrate": "giving: care",
    "keep": "promising: keep.small keep.medium keep.large early",
    "break": "promising: breach.small breach.medium breach.large",
    "lie": "truth: lie",
    "expose": "truth: found_out",
    "correct": "truth: correct",
    "surface": "clarity: surface",
    "own": "clarity: half_days fifth_days",
    "deflect": "clarity: deflect deflect_standing",
    "complain": "recovery: opens.minor opens.major",
    "recover": "recovery: bonus",
    "formal": "recovery: formal",
    "concede": "terms: covered given_away given_standing bill_days worth.small worth.medium worth.large "
    "limited_months limited_cover unlisted_cover work.small work.medium work.large",
    "hold": "terms: hold_bare hold_reason hold_alternative hold_lifts",
    "stand": "standing: below above above_credit level free",
    "request": "favours: threshold standing_most refused",
}
"""The numbers of the rulebook that the row of a move has to name."""


@BOTH
@pytest.mark.parametrize("move", NUMBERS)
def test_the_numbers_of_a_move_are_those_of_the_rulebook(lang, move):
    (row,) = re.findall(rf"^\| `{move}: .*$", guide(lang), re.MULTILINE)
    _, _, worth, why, _ = row.split("|")
    said = {int(number) for number in re.findall(r"\d+", worth + why)}
    numbers = dict(BOOK.numbers())
    meant = (part.strip().split(": ") for part in NUMBERS[move].split(";"))
    assert {numbers[f"{theme}.{name}"] for theme, names in meant for name in names.split()} <= said


@BOTH
def test_each_move_has_one_row(lang):
    rows = re.findall(r"^\| `(\w+): ", guide(lang), re.MULTILINE)
    beside = {"follow_up"}  # stands in the row of ``celebrate``
    assert sorted(rows) == sorted(keys(MoveShape) - beside)


@BOTH
def test_the_tempers_are_those_of_the_rulebook(lang):
    rows = re.findall(r"^\| `(\w+)`[^|]*\| (\d+) \| (\d+) % \| (\d+) % \| (\d+) ", guide(lang), re.MULTILINE)
    said = {name: tuple(map(int, numbers)) for name, *numbers in rows}
    assert said == {
        name: (one.patience, one.promises, one.bill, one.fading) for name, one in BOOK.personas.items()
    }


@BOTH
def test_days_and_bands_are_those_of_the_rulebook(lang):
    text = guide(lang)
    thinks = text[text.rindex("## How credit thinks" if lang == "en" else "## 信用の仕組み") :]
    said = {int(number) for number in re.findall(r"\d+", thinks[: thinks.index("\n## ", 5)])}
    settlement, bands = BOOK.settlement, BOOK.bands
    assert {
        settlement.days,
        settlement.blur_after,
        settlement.lie_after,
        BOOK.silence.days,
        BOOK.silence.cost,
    } <= said
    assert {abs(bands.vendor), bands.credited, bands.trusted, bands.partner} <= said


@BOTH
def test_links_within_the_guide_lead_somewhere(lang):
    text = guide(lang)
    heads = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert {link for link in re.findall(r"\]\(#([^)]+)\)", text) if link not in heads} == set()


def test_both_guides_have_the_same_outline():
    def outline(lang: Lang) -> list[int]:
        return [len(marks) for marks in re.findall(r"^(#+) ", guide(lang), re.MULTILINE)]

    assert outline("en") == outline("ja")
