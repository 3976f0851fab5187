"""The moves as written under ``does`` and ``enter``: one key each, short and long spellings.

A new move is one field here, one variant in ``core.moves`` and one case in ``building_moves``.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from game.core.moves import How, Level, Severity, Size
from game.core.principles import Principle
from game.format.fields import Id, Percent, Ref, Refs, Shape, Short, Text, When, Whole, YesNo, doc


class AskShape(Shape):
    """Questions about facts."""

    facts: Refs = Field(default_factory=list, description=doc("尋ねる事実の id", "the facts asked for"))
    why: YesNo = Field(False, description=doc("理由を添えて尋ねる", "saying why one asks"))
    invited: YesNo = Field(
        False, description=doc("お客様に求められた質問", "the customer invited the questions")
    )
    count: Annotated[Whole, Field(ge=0, le=99)] = Field(
        0, description=doc("質問の数（事実の数より多いとき）", "how many questions, if more than facts")
    )

    @model_validator(mode="after")
    def _asks_something(self) -> "AskShape":
        if not self.facts and not self.count:
            raise PydanticCustomError("too-few", "asks nothing")
        return self


class RecordShape(Shape):
    """A track record, told or only displayed."""

    record: Id = Field(description=doc("実績", "the record"))
    told: YesNo = Field(
        True, description=doc("経緯と意図まで語る（false は見せるだけ）", "told with its background")
    )


class ProposeShape(Shape):
    """A proposal."""

    for_: Literal["customer", "us"] = Field(
        alias="for", description=doc("だれのための提案か", "whom the proposal is for")
    )
    needs: Refs = Field(default_factory=list, description=doc("拠り所にする事実", "the facts it rests on"))


class PromiseGivenShape(Shape):
    """A promise given."""

    id: Ref = Field(description=doc("約束の id", "the promise"))
    vague: YesNo = Field(False, description=doc("二通りに取れる言い方", "it can be heard in two ways"))


class RenegotiateShape(Shape):
    """A new day asked for before the old one has come."""

    promise: Ref = Field(description=doc("約束の id", "the promise"))
    due: When = Field(description=doc("新しい期日", "the new day"))


class OwnShape(Shape):
    """A misunderstanding taken as ours."""

    blur: Ref = Field(description=doc("あいまいな言葉の id", "the blur"))
    how: How = Field("call", description=doc("visit 訪問・call 電話・mail メール", "visit, call or mail"))


class ComplainShape(Shape):
    """The customer complains."""

    id: Id = Field(description=doc("クレームの id", "the complaint"))
    severity: Severity = Field("minor", description=doc("minor 軽い・major 重い", "minor or major"))


class RecoverShape(Shape):
    """A complaint answered."""

    complaint: Ref = Field(description=doc("クレームの id", "the complaint"))
    how: How = Field("call", description=doc("visit 訪問・call 電話・mail メール", "visit, call or mail"))
    deed: YesNo = Field(False, description=doc("言葉だけでなく手を打つ", "something is done, not only said"))


class DemandShape(Shape):
    """The customer demands something."""

    id: Id = Field(description=doc("要求の id", "the demand"))
    percent: Percent = Field(0, description=doc("求められた割合（%）", "the percent demanded"))


class ConcedeShape(Shape):
    """A concession; percent or work is needed."""

    demand: Ref | None = Field(None, description=doc("応える要求", "the demand it answers"))
    percent: Percent = Field(0, description=doc("値引き（%）", "percent off the price"))
    work: Size | None = Field(None, description=doc("無償の作業", "free work"))
    for_: Refs = Field(default_factory=list, alias="for", description=doc("対価", "what comes back for it"))
    months: Annotated[Whole, Field(ge=0, le=600)] = Field(
        0, description=doc("何か月に限る（0 は無期限）", "limited to so many months (0: without end)")
    )
    unlisted: YesNo = Field(False, description=doc("定価のない品目", "an item with no list price"))

    @model_validator(mode="after")
    def _gives_something(self) -> "ConcedeShape":
        if not self.percent and self.work is None:
            raise PydanticCustomError("concedes-nothing", "concedes nothing")
        return self


class HoldShape(Shape):
    """A demand declined."""

    demand: Ref = Field(description=doc("断る要求", "the demand"))
    reason: YesNo = Field(False, description=doc("理由を言う", "with a reason"))
    alternative: YesNo = Field(False, description=doc("代わりの案を出す", "with an alternative"))


class RequestShape(Shape):
    """A favour asked of the customer."""

    favour: Id = Field(description=doc("お願いの id", "the favour"))


class CreditShape(Shape):
    """The author's own number."""

    points: Annotated[Whole, Field(ge=-100, le=100)] = Field(
        description=doc("点数（−100〜100）", "points, -100 to 100")
    )
    because: Text = Field(description=doc("その理由", "the reason"))
    principle: Principle = Field(description=doc("どの原則か", "the principle"))


class MoveShape(Shape):
    """One move: exactly one of these keys."""

    ask: Annotated[AskShape, Short("facts", many=True)] | None = Field(
        None, description=doc("質問する", "questions")
    )
    inform: Id | None = Field(None, description=doc("役立つ情報を渡す", "useful information, given"))
    tell_record: Annotated[RecordShape, Short("record")] | None = Field(
        None, description=doc("実績を語る", "a track record told or displayed")
    )
    help: Id | None = Field(None, description=doc("困りごとを手を動かして助ける", "help that costs us"))
    learn: Refs | None = Field(None, description=doc("お客様が事実を明かす", "the customer volunteers facts"))
    propose: Annotated[ProposeShape, Short("for")] | None = Field(
        None, description=doc("提案する", "a proposal")
    )
    start_small: Id | None = Field(None, description=doc("小さく始める", "begin with a part"))
    promise: Annotated[PromiseGivenShape, Short("id")] | None = Field(
        None, description=doc("約束する", "a promise given")
    )
    keep: Ref | None = Field(None, description=doc("約束を果たす", "a promise kept"))
    break_: Ref | None = Field(
        None, alias="break", description=doc("約束を破る", "a promise broken by choice")
    )
    renegotiate: RenegotiateShape | None = Field(
        None, description=doc("期日の前に延ばしてもらう", "a new day asked for in time")
    )
    lie: Id | None = Field(None, description=doc("嘘をつく", "a lie"))
    correct: Ref | None = Field(None, description=doc("嘘を自分から正す", "a lie owned up to"))
    expose: Ref | None = Field(None, description=doc("嘘が露見する（出来事）", "a lie found out (event)"))
    blur: Ref | None = Field(None, description=doc("あいまいな言葉を言う", "words with two readings"))
    clarify: Ref | None = Field(
        None, description=doc("あいまいな言葉をはっきりさせる", "blurred words made plain")
    )
    surface: Ref | None = Field(
        None, description=doc("勘違いが表に出る（出来事）", "the misunderstanding comes to light (event)")
    )
    own: Annotated[OwnShape, Short("blur")] | None = Field(
        None, description=doc("勘違いをこちらの責任として引き受ける", "a misunderstanding taken as ours")
    )
    deflect: Ref | None = Field(
        None, description=doc("勘違いやクレームをお客様のせいにする", "pushed back at the customer")
    )
    complain: Annotated[ComplainShape, Short("id")] | None = Field(
        None, description=doc("クレームが入る（出来事）", "the customer complains (event)")
    )
    recover: Annotated[RecoverShape, Short("complaint")] | None = Field(
        None, description=doc("クレームに誠実に応える", "a complaint answered")
    )
    formal: Ref | None = Field(
        None, description=doc("クレームに形だけで応える", "a complaint answered by the form")
    )
    demand: Annotated[DemandShape, Short("id")] | None = Field(
        None, description=doc("要求される（出来事）", "the customer demands something (event)")
    )
    concede: ConcedeShape | None = Field(None, description=doc("譲る", "a concession"))
    hold: Annotated[HoldShape, Short("demand")] | None = Field(
        None, description=doc("要求を断る", "a demand declined")
    )
    stand: Level | None = Field(
        None, description=doc("立ち位置：below 下手・level 対等・above 上から", "how one stands towards them")
    )
    request: Annotated[RequestShape, Short("favour")] | None = Field(
        None, description=doc("お客様にお願いする", "a favour asked of the customer")
    )
    celebrate: Id | None = Field(None, description=doc("成果をともに喜ぶ", "their success celebrated"))
    follow_up: Id | None = Field(None, description=doc("頼まれずに気にかける", "care without being asked"))
    chat: Id | None = Field(None, description=doc("雑談する", "nice talk"))
    wait: When | None = Field(None, description=doc("時が過ぎる", "time taken or let pass"))
    credit: CreditShape | None = Field(None, description=doc("シナリオ独自の点数", "the author's own number"))

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="after")
    def _onedoc(self) -> "MoveShape":
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("one-move-each", "one move", {"count": len(self.model_fields_set)})
        return self
