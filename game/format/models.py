"""The whole file as models: which keys there are, what stands after them, what is required.

The JSON Schema for editors is made of these models, so the two cannot drift apart. Rules that need more
than one place of the file (whether a scene exists) are the reader's.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from game.core.principles import Phase, Principle
from game.core.scenario import Band, Deal, LevelName
from game.format.condition_models import ConditionShape
from game.format.declared_models import (
    BlurShape,
    ConsiderationShape,
    CustomerShape,
    FactShape,
    LieShape,
    Named,
    OfferShape,
    OpeningShape,
    PersonShape,
    Points,
    PromiseShape,
    SellerShape,
)
from game.format.fields import (
    Beginning,
    Id,
    Numbers,
    OneOrMany,
    Ref,
    Refs,
    Section,
    Shape,
    Short,
    Text,
    TimeOfDay,
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
FORMAT = 1
"""The format this program reads."""


class TellShape(Shape):
    """A sign the customer gives, and what it means."""

    sign: Text = Field(description=doc("しぐさ", "the sign"))
    means: Text = Field(
        description=doc("本当の意味（振り返りで見せる）", "what it means (shown in the review)")
    )


class LineShape(Shape):
    """One utterance: a speaker's id and the words."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    customer: Text | None = Field(None, description=doc("お客様の言葉", "the customer's words"))
    narrator: Text | None = Field(None, description=doc("地の文", "a narrator's words"))
    trainee: Text | None = Field(None, description=doc("受講者の言葉", "the trainee's words"))
    mood: Mood | None = Field(None, description=doc("表情", "the face"))
    when: ConditionShape | None = Field(None, description=doc("成り立つときだけ", "only if this holds"))
    otherwise: YesNo | None = Field(
        None, description=doc("前の when のどれも成り立たないとき", "if none of the `when` before holds")
    )
    tell: TellShape | None = Field(None, description=doc("しぐさとその意味", "a sign and what it means"))
    learn: Refs = Field(
        default_factory=list, description=doc("お客様が明かす事実", "facts the customer volunteers")
    )


class ReplyShape(LineShape):
    """A line of an answer, or several lines under one condition; it may have moves of its own."""

    does: list[MoveShape] = Field(default_factory=list, description=doc("返答の中の手", "moves of the reply"))
    lines: list[LineShape] | None = Field(
        None, min_length=1, description=doc("when にまとめて掛かるセリフ", "lines under one `when`")
    )


class GotoShape(Shape):
    """One way on."""

    to: Ref = Field(description=doc("行き先の場面", "the scene it goes to"))
    when: ConditionShape | None = Field(None, description=doc("行く条件", "when it is taken"))
    otherwise: YesNo | None = Field(
        None, description=doc("ほかのどれも成り立たないとき", "if none before holds")
    )


class ChoiceShape(Shape):
    """What the trainee may say or do."""

    id: Id | None = Field(None, description=doc("選択肢の名前", "the name of the choice"))
    say: Text | None = Field(None, description=doc("言う文そのまま", "the exact sentence"))
    act: Text | None = Field(None, description=doc("黙ってする・しないこと", "what is done or left undone"))
    when: ConditionShape | None = Field(None, description=doc("出す条件", "when it is offered"))
    does: list[MoveShape] = Field(default_factory=list, description=doc("何をしたことになるか", "the moves"))
    reply: list[ReplyShape] = Field(default_factory=list, description=doc("お客様の返答", "the answer"))
    goto: Annotated[list[Annotated[GotoShape, Short("to")]], OneOrMany()] = Field(
        min_length=1, description=doc("次の場面", "the scene it goes to")
    )
    again: Annotated[Whole, Field(ge=1, le=20)] | None = Field(
        None, description=doc("戻れる場面で何回まで選べるか", "how often it is offered in a hub")
    )
    understood: Text = Field("", description=doc("お客様にどう伝わったか", "how it was understood"))
    better: Text = Field("", description=doc("よりよいやり方", "a better way"))

    @model_validator(mode="after")
    def _one_of_two(self) -> "ChoiceShape":
        if (self.say is None) == (self.act is None):
            raise PydanticCustomError("say-or-act" if self.say is None else "say-and-act", "say or act")
        return self


class EndingShape(Shape):
    """How the deal ends."""

    deal: Deal = Field(description=doc("signed 成約・lost 失注・open 検討中", "signed, lost or open"))


class SceneShape(Shape):
    """A stretch of talk."""

    title: Text = Field("", description=doc("場面の題", "the title of the scene"))
    phase: Phase | None = Field(None, description=doc("フェーズ", "the phase"))
    place: SpotName | None = Field(None, description=doc("場所", "the place"))
    after: When | None = Field(None, description=doc("前の場面からの時間", "time since the scene before"))
    time: TimeOfDay | None = Field(
        None,
        description=doc("場面の時刻（19:00）。光と暦に出る", "time of day: light and calendar"),
    )
    enter: list[MoveShape] = Field(default_factory=list, description=doc("起こる出来事", "events"))
    lines: list[LineShape] = Field(min_length=1, description=doc("セリフ", "the lines"))
    choices: list[ChoiceShape] = Field(default_factory=list, description=doc("選択肢", "the choices"))
    ending: Annotated[EndingShape, Short("deal")] | None = Field(
        None, description=doc("終わり方：signed・lost・open", "how it ends")
    )


class QuestionShape(Shape):
    """For the class."""

    scene: Ref = Field(description=doc("どの場面の問いか", "the scene it is about"))
    see: Text = Field(description=doc("見えたこと", "what was seen"))
    ask: Text = Field(description=doc("開いた問い", "an open question"))
    then: Text = Field("", description=doc("続けての問い", "a follow-up"))


class Document(Shape):
    """A scenario file."""

    model_config = ConfigDict(defer_build=True)

    format: Text = Field(description=doc("書式の番号（1）", "the format: 1"))
    id: Id = Field(description=doc("シナリオの id", "the scenario's id"))
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        description=doc("このファイルの言語（ja・en）", "the language of this file")
    )
    title: Text = Field(description=doc("題名", "the title"))
    level: LevelName = Field(
        "beginner", description=doc("難しさ：beginner・standard・advanced", "beginner, standard or advanced")
    )
    minutes: Annotated[Whole, Field(ge=1, le=600)] = Field(10, description=doc("所要時間（分）", "minutes"))
    teaches: Annotated[list[Principle], OneOrMany()] = Field(
        default_factory=list, description=doc("教える原則", "the principles it teaches")
    )
    coach: YesNo = Field(
        False,
        description=doc(
            "コーチ付き（信用残高と原則を見せながら進める練習）",
            "coached: credit and principles show in play",
        ),
    )
    summary: Text = Field(
        "", description=doc("あらすじ（一、二文）", "what it is about, in a sentence or two")
    )
    stakes: Text = Field("", description=doc("何が懸かっているか", "what is at stake"))
    known: Annotated[list[Text], OneOrMany()] = Field(
        default_factory=list, description=doc("訪ねる前に分かっていること", "what is known beforehand")
    )
    begins: Beginning | None = Field(None, description=doc("物語の始まる日時", "when the story begins"))
    seller: SellerShape = Field(SellerShape(), description=doc("受講者の側", "the trainee's side"))
    customer: CustomerShape = Field(
        description=doc("お客様（name は必須）", "who sits opposite; the name is required")
    )
    people: Annotated[dict[Id, PersonShape], Section] = Field(
        default_factory=dict, description=doc("ほかに話す人", "others who speak")
    )
    offer: OfferShape | None = Field(None, description=doc("売るものと価格", "what is sold, and the price"))
    opening_credit: Points | None = Field(
        None,
        description=doc("最初の信用残高（初対面は 0）", "the credit to begin with (0 for a cold contact)"),
    )
    opening: Annotated[OpeningShape, Section] = Field(
        OpeningShape(), description=doc("始まりの状態", "the state it begins in")
    )
    continues: Ref | None = Field(None, description=doc("前の話のシナリオ id", "the scenario it continues"))
    facts: Annotated[dict[Id, Annotated[FactShape, Short("text")]], Section] = Field(
        default_factory=dict, description=doc("分かりうる事実", "facts that can be learned")
    )
    promises: Annotated[dict[Id, PromiseShape], Section] = Field(
        default_factory=dict, description=doc("できる約束", "promises that can be given")
    )
    blurs: Annotated[dict[Id, BlurShape], Section] = Field(
        default_factory=dict, description=doc("あいまいな言葉", "words with two readings")
    )
    lies: Annotated[dict[Id, Annotated[LieShape, Short("text")]], Section] = Field(
        default_factory=dict, description=doc("嘘", "lies")
    )
    considerations: Annotated[dict[Id, Annotated[ConsiderationShape, Short("text")]], Section] = Field(
        default_factory=dict, description=doc("譲る代わりの対価", "what may come back for a concession")
    )
    topics: Named = Field(
        default_factory=dict, description=doc("情報の呼び名（inform）", "words for topics (inform)")
    )
    records: Named = Field(
        default_factory=dict,
        description=doc("実績の呼び名（tell_record）", "words for records (tell_record)"),
    )
    complaints: Named = Field(
        default_factory=dict, description=doc("クレームの呼び名", "words for complaints")
    )
    demands: Named = Field(default_factory=dict, description=doc("要求の呼び名", "words for demands"))
    favours: Named = Field(
        default_factory=dict, description=doc("お願いの呼び名（request）", "words for favours (request)")
    )
    helps: Named = Field(
        default_factory=dict, description=doc("手助けの呼び名（help）", "words for helps (help)")
    )
    rulebook: Annotated[dict[str, Whole], Numbers] = Field(
        default_factory=dict, description=doc("ルールブックの数値の上書き", "own numbers over the rulebook")
    )
    start: Ref = Field(description=doc("最初の場面", "the first scene"))
    scenes: dict[Id, SceneShape] = Field(min_length=1, description=doc("場面", "the scenes"))
    epilogue: Annotated[dict[Band, list[LineShape]], Section] = Field(
        default_factory=dict, description=doc("後日談（信頼の段階ごと）", "the last words, by band of trust")
    )
    debrief: list[QuestionShape] = Field(
        default_factory=list, description=doc("振り返りの問い", "questions for the class")
    )
