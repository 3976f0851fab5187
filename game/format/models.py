"""The whole file as models: which keys there are, what stands after them, what is required.

The JSON Schema for editors is made of these models, so the two cannot drift apart. Rules that need more
than one place of the file (whether a scene exists) are the reader's.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from game.core.moves import Size
from game.core.principles import Phase, Principle
from game.core.scenario import Band, Deal, LevelName
from game.format.condition_models import ConditionShape
from game.format.fields import (
    Beginning,
    Id,
    Numbers,
    OneOrMany,
    Percent,
    Ref,
    Refs,
    Section,
    Shape,
    Short,
    Text,
    When,
    Whole,
    YesNo,
    doc,
)
from game.format.move_models import MoveShape

Mood = Literal[
    "neutral",
    "warm",
    "cold",
    "hurt",
    "pleased",
    "puzzled",
    "angry",
    "relieved",
    "thoughtful",
    "surprised",
]
SpotName = Literal[
    "meeting_room",
    "office",
    "factory",
    "clinic",
    "shop",
    "warehouse",
    "street",
    "phone",
    "video",
]
Points = Annotated[Whole, Field(ge=-100, le=100)]
"""Credit or standing, −100…100."""

FORMAT = 1
"""The format this program reads."""


class CustomerShape(Shape):
    """Who sits opposite."""

    name: Text = Field(description=doc("名前", "the name"))
    role: Text = Field("", description=doc("役職", "the role"))
    company: Text = Field("", description=doc("会社", "the company"))
    persona: Text = Field(
        "default", description=doc("人柄(規則の表にあるもの)", "the temper, from the rulebook")
    )
    portrait: Text = Field(
        "", description=doc("顔の絵(なければ名前から描く)", "portrait (else drawn from the name)")
    )


class PersonShape(Shape):
    """Somebody else who speaks."""

    name: Text
    role: Text = ""
    company: Text = ""
    portrait: Text = ""
    ours: YesNo = Field(False, description=doc("こちら側の人", "a colleague of the trainee"))


class SellerShape(Shape):
    """The trainee's side."""

    name: Text = ""
    role: Text = ""
    company: Text = ""


class OfferShape(Shape):
    """What is sold."""

    product: Text
    price: Annotated[Whole, Field(ge=0, le=10**12)] = Field(description=doc("価格(整数)", "whole units"))
    per: Text = Field("year", description=doc("価格の単位(year・month など)", "year, month …"))
    currency: Text = "JPY"


class OpeningShape(Shape):
    """The state in which the meeting begins."""

    credit: Points | None = None
    standing: Points = 0
    facts: Refs = Field(default_factory=list)
    scarred: YesNo = False
    given_percent: Percent = 0
    conceded_percent: Percent = 0
    considerations: Refs = Field(default_factory=list)
    favours: dict[Id, Annotated[Whole, Field(ge=0, le=3650)]] = Field(
        default_factory=dict, description=doc("手助け: 何日前か", "helps: how many days ago")
    )
    promises: dict[Ref, Annotated[Whole, Field(ge=0, le=3650)]] = Field(
        default_factory=dict,
        description=doc("守られていない約束: 何日後が期日か", "open promises: due in so many days"),
    )


class FactShape(Shape):
    """What the trainee can come to know."""

    text: Text
    public: YesNo = Field(False, description=doc("調べれば分かる", "it could have been looked up"))


class PromiseShape(Shape):
    """A promise the trainee may give."""

    text: Text
    due: When = Field(description=doc("期日", "when it falls due"))
    size: Size = "small"


class BlurShape(Shape):
    """Words with two readings."""

    said: Text = Field(description=doc("言ったこと", "as said"))
    heard: Text = Field(description=doc("相手に聞こえたこと", "as heard"))
    surfaces: When | None = Field(None, description=doc("いつ表に出るか", "when it comes to light by itself"))


class LieShape(Shape):
    """A lie."""

    text: Text
    comes_out: When | None = Field(None, description=doc("いつ露見するか", "when it comes out by itself"))


class ConsiderationShape(Shape):
    """What may come back for a concession."""

    text: Text
    worth: Size = "medium"
    years: Annotated[Whole, Field(ge=1, le=20)] = Field(
        1, description=doc("2 以上なら複数年契約", "2 or more: a multi-year contract")
    )


class NamedShape(Shape):
    """The words for something, for the debrief."""

    text: Text


class TellShape(Shape):
    """A sign the customer gives, and what it means."""

    sign: Text
    means: Text = Field(
        description=doc("本当の意味(振り返りで見せる)", "what it means (shown in the review)")
    )


class LineShape(Shape):
    """One utterance: a speaker's id and the words."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    customer: Text | None = Field(None, description=doc("相手の言葉", "the customer's words"))
    narrator: Text | None = Field(None, description=doc("地の文", "a narrator's words"))
    trainee: Text | None = Field(None, description=doc("新人の言葉", "the trainee's words"))
    mood: Mood | None = Field(None, description=doc("表情", "the face"))
    when: ConditionShape | None = Field(None, description=doc("成り立つときだけ", "only if this holds"))
    otherwise: YesNo | None = Field(
        None, description=doc("前の when のどれも成り立たないとき", "if none of the `when` before holds")
    )
    tell: TellShape | None = None
    learn: Refs = Field(
        default_factory=list, description=doc("相手が明かす事実", "facts the customer volunteers")
    )


class ReplyShape(LineShape):
    """A line of an answer, or several lines under one condition; it may have moves of its own."""

    does: list[MoveShape] = Field(default_factory=list)
    lines: list[LineShape] | None = Field(
        None, min_length=1, description=doc("when にまとめて掛かるせりふ", "lines under one `when`")
    )


class GotoShape(Shape):
    """One way on."""

    to: Ref
    when: ConditionShape | None = None
    otherwise: YesNo | None = None


class ChoiceShape(Shape):
    """What the trainee may say or do."""

    id: Id | None = Field(None, description=doc("選択肢の名前", "the name of the choice"))
    say: Text | None = Field(None, description=doc("言う文そのまま", "the exact sentence"))
    act: Text | None = Field(None, description=doc("黙ってする・しないこと", "what is done or left undone"))
    when: ConditionShape | None = Field(None, description=doc("出す条件", "when it is offered"))
    does: list[MoveShape] = Field(default_factory=list, description=doc("何をしたことになるか", "the moves"))
    reply: list[ReplyShape] = Field(default_factory=list, description=doc("相手の返事", "the answer"))
    goto: Annotated[list[Annotated[GotoShape, Short("to")]], OneOrMany()] = Field(
        min_length=1, description=doc("次の場面", "the scene it goes to")
    )
    again: Annotated[Whole, Field(ge=1, le=20)] | None = Field(
        None, description=doc("戻れる場面で何回まで選べるか", "how often it is offered in a hub")
    )
    understood: Text = Field("", description=doc("相手にどう伝わったか", "how it was understood"))
    better: Text = Field("", description=doc("よりよい運び", "a better way"))

    @model_validator(mode="after")
    def _one_of_two(self) -> "ChoiceShape":
        if (self.say is None) == (self.act is None):
            raise PydanticCustomError("say-or-act" if self.say is None else "say-and-act", "say or act")
        return self


class EndingShape(Shape):
    """How the deal ends."""

    deal: Deal


class SceneShape(Shape):
    """A stretch of talk."""

    title: Text = ""
    phase: Phase | None = Field(None, description=doc("段階", "the phase"))
    place: SpotName | None = Field(None, description=doc("場所", "the place"))
    after: When | None = Field(None, description=doc("前の場面からの時間", "time since the scene before"))
    enter: list[MoveShape] = Field(default_factory=list, description=doc("起こる出来事", "events"))
    lines: list[LineShape] = Field(min_length=1, description=doc("せりふ", "the lines"))
    choices: list[ChoiceShape] = Field(default_factory=list, description=doc("選択肢", "the choices"))
    ending: Annotated[EndingShape, Short("deal")] | None = Field(
        None, description=doc("終わり方: signed・lost・open", "how it ends")
    )


class QuestionShape(Shape):
    """For the class."""

    scene: Ref
    see: Text
    ask: Text
    then: Text = ""


Named = Annotated[dict[Id, Annotated[NamedShape, Short("text")]], Section]


class Document(Shape):
    """A scenario file."""

    model_config = ConfigDict(defer_build=True)

    format: Text = Field(description=doc("書式の番号(1)", "the format: 1"))
    id: Id = Field(description=doc("シナリオの id", "the scenario's id"))
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        description=doc("このファイルの言語(ja・en)", "the language of this file")
    )
    title: Text
    level: LevelName = "beginner"
    minutes: Annotated[Whole, Field(ge=1, le=600)] = Field(10, description=doc("所要時間(分)", "minutes"))
    teaches: Annotated[list[Principle], OneOrMany()] = Field(default_factory=list)
    summary: Text = ""
    stakes: Text = Field("", description=doc("何がかかっているか", "what is at stake"))
    known: Annotated[list[Text], OneOrMany()] = Field(
        default_factory=list, description=doc("訪ねる前に分かっていること", "what is known beforehand")
    )
    begins: Beginning | None = Field(None, description=doc("物語の始まる日時", "when the story begins"))
    seller: SellerShape = SellerShape()
    customer: CustomerShape
    people: Annotated[dict[Id, PersonShape], Section] = Field(default_factory=dict)
    offer: OfferShape | None = None
    opening_credit: Points | None = None
    opening: Annotated[OpeningShape, Section] = OpeningShape()
    continues: Ref | None = Field(None, description=doc("前の話のシナリオ id", "the scenario it continues"))
    facts: Annotated[dict[Id, Annotated[FactShape, Short("text")]], Section] = Field(default_factory=dict)
    promises: Annotated[dict[Id, PromiseShape], Section] = Field(default_factory=dict)
    blurs: Annotated[dict[Id, BlurShape], Section] = Field(default_factory=dict)
    lies: Annotated[dict[Id, Annotated[LieShape, Short("text")]], Section] = Field(default_factory=dict)
    considerations: Annotated[dict[Id, Annotated[ConsiderationShape, Short("text")]], Section] = Field(
        default_factory=dict
    )
    topics: Named = Field(default_factory=dict)
    records: Named = Field(default_factory=dict)
    complaints: Named = Field(default_factory=dict)
    demands: Named = Field(default_factory=dict)
    favours: Named = Field(default_factory=dict)
    helps: Named = Field(default_factory=dict)
    rulebook: Annotated[dict[str, Whole], Numbers] = Field(
        default_factory=dict, description=doc("規則の数値の上書き", "own numbers over the rulebook")
    )
    start: Ref = Field(description=doc("最初の場面", "the first scene"))
    scenes: dict[Id, SceneShape] = Field(min_length=1)
    epilogue: Annotated[dict[Band, list[LineShape]], Section] = Field(default_factory=dict)
    debrief: list[QuestionShape] = Field(default_factory=list)
