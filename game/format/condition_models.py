"""Conditions as written: mappings, never a language.

Several keys in one mapping all have to hold, and so does every id of a list.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from game.core.rulebook import LEAST, MOST
from game.core.scenario import BANDS
from game.format.fields import OrAnything, Refs, Shape, Whole, YesNo, doc
from game.format.values import typed, whole


def _credit_or_band(value: object) -> int | str:
    """A number of credit or the name of a band."""
    word = typed(value)
    if word in BANDS:
        return word
    number = whole(value)
    if number < LEAST:
        raise PydanticCustomError("too-small", "too small", {"least": LEAST})
    if number > MOST:
        raise PydanticCustomError("too-big", "too big", {"most": MOST})
    return number


CreditOrBand = Annotated[
    int | str,
    BeforeValidator(_credit_or_band),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": LEAST, "maximum": MOST}, {"enum": list(BANDS)}]}
    ),
]


class _Range(Shape):
    @model_validator(mode="after")
    def _some_range(self) -> "_Range":
        if not self.model_fields_set:
            raise PydanticCustomError("empty-range", "empty range")
        return self


class RangeShape(_Range):
    """at_least ≤ value < below; one of them may be left out."""

    at_least: Whole | None = Field(None, description=doc("この値以上", "this or more"))
    below: Whole | None = Field(None, description=doc("この値未満", "less than this"))


class CreditRangeShape(_Range):
    """As a range; a band's name stands for the least credit of that band."""

    at_least: CreditOrBand | None = Field(None, description=doc("この値・段階以上", "this or more"))
    below: CreditOrBand | None = Field(None, description=doc("この値・段階未満", "less than this"))


class ConditionShape(Shape):
    """When something shows, is offered or is taken."""

    knows: Refs | None = Field(None, description=doc("この事実を知っている", "the fact is known"))
    promised: Refs | None = Field(None, description=doc("この約束をした（今までに）", "ever promised"))
    kept: Refs | None = Field(None, description=doc("この約束を果たした", "the promise was kept"))
    broken: Refs | None = Field(None, description=doc("この約束を破った", "the promise was broken"))
    lied: Refs | None = Field(None, description=doc("この嘘をついた（今までに）", "ever told this lie"))
    scarred: YesNo | None = Field(None, description=doc("嘘が露見した", "a lie was found out"))
    blurred: Refs | None = Field(
        None, description=doc("このあいまいな言葉を言った（今までに）", "ever blurred this")
    )
    clarified: Refs | None = Field(
        None, description=doc("あいまいな言葉をはっきりさせた", "the blur was made plain")
    )
    complained: Refs | None = Field(
        None, description=doc("このクレームが入った（今までに）", "the customer ever complained of this")
    )
    recovered: Refs | None = Field(
        None, description=doc("クレームに誠実に応えた", "the complaint was answered")
    )
    conceded: Refs | None = Field(None, description=doc("この要求に譲った", "the demand was conceded"))
    given_away: Annotated[Refs, OrAnything()] | None = Field(
        None,
        description=doc(
            "対価なしに譲った（true、または要求の id）", "something was given for nothing (true, or a demand)"
        ),
    )
    helped: Refs | None = Field(None, description=doc("この手助けをした", "this help was given"))
    granted: Refs | None = Field(
        None, description=doc("このお願いが聞き入れられた", "the favour was granted")
    )
    refused: Refs | None = Field(None, description=doc("このお願いが断られた", "the favour was refused"))
    chose: Refs | None = Field(
        None, description=doc("この選択肢を選んだ（場面.選択肢）", "this choice was taken (SCENE.CHOICE)")
    )
    day: RangeShape | None = Field(None, description=doc("始まりからの日数", "days since the beginning"))
    credit: CreditRangeShape | None = Field(
        None, description=doc("信用残高（数か段階の名前）", "credit, by number or band")
    )
    standing: RangeShape | None = Field(
        None, description=doc("立ち位置（0 が対等、負が下手）", "standing: 0 level, negative below")
    )
    all: list["ConditionShape"] | None = Field(
        None, min_length=1, description=doc("すべて成り立つ", "all of these hold")
    )
    any: list["ConditionShape"] | None = Field(
        None, min_length=1, description=doc("どれか一つが成り立つ", "at least one of these holds")
    )
    not_: "ConditionShape | None" = Field(
        None, alias="not", description=doc("成り立たない", "this does not hold")
    )

    @model_validator(mode="after")
    def _not_empty(self) -> "ConditionShape":
        if not self.model_fields_set:
            raise PydanticCustomError("empty-condition", "empty condition")
        return self
