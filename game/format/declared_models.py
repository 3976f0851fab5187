"""What is declared at the top of a file: people, the offer, the opening, facts, promises and the like."""

from typing import Annotated

from pydantic import Field

from game.core.moves import Size
from game.format.fields import Id, Percent, Ref, Refs, Section, Shape, Short, Text, When, Whole, YesNo, doc

Points = Annotated[Whole, Field(ge=-100, le=100)]
"""Credit or standing, −100…100."""


class CustomerShape(Shape):
    """Who sits opposite."""

    name: Text = Field(description=doc("名前", "the name"))
    role: Text = Field("", description=doc("役職", "the role"))
    company: Text = Field("", description=doc("会社", "the company"))
    persona: Text = Field(
        "default", description=doc("人柄（ルールブックにあるもの）", "the temper, from the rulebook")
    )
    portrait: Text = Field(
        "",
        description=doc(
            "顔の絵（なければ名前から描く。woman か man なら女性か男性として）",
            "portrait (else drawn from the name; as a woman or a man with woman or man)",
        ),
    )


class PersonShape(Shape):
    """Somebody else who speaks."""

    name: Text = Field(description=doc("名前", "the name"))
    role: Text = Field("", description=doc("役職", "the role"))
    company: Text = Field("", description=doc("会社", "the company"))
    portrait: Text = Field(
        "", description=doc("顔の絵（customer と同じ）", "the portrait (as of the customer)")
    )
    ours: YesNo = Field(False, description=doc("こちら側の人", "a colleague of the trainee"))


class SellerShape(Shape):
    """The trainee's side."""

    name: Text = Field("", description=doc("名前（なければ受講者の名前）", "the name (else the player's)"))
    role: Text = Field("", description=doc("役割", "the role"))
    company: Text = Field("", description=doc("自社", "the company"))


class OfferShape(Shape):
    """What is sold."""

    product: Text = Field(description=doc("売るもの", "what is sold"))
    price: Annotated[Whole, Field(ge=0, le=10**12)] = Field(description=doc("価格（整数）", "whole units"))
    per: Text = Field("year", description=doc("価格の単位（year・month など）", "year, month …"))
    currency: Text = Field("JPY", description=doc("通貨", "the currency"))


class OpeningShape(Shape):
    """The state in which the meeting begins."""

    credit: Points | None = Field(None, description=doc("信用残高", "credit"))
    standing: Points = Field(0, description=doc("立ち位置", "standing"))
    facts: Refs = Field(default_factory=list, description=doc("知っている事実", "facts known"))
    scarred: YesNo = Field(False, description=doc("嘘が露見している", "a lie was found out"))
    given_percent: Percent = Field(
        0, description=doc("対価なしに譲った割合（%）", "percent given away for nothing")
    )
    conceded_percent: Percent = Field(0, description=doc("値引きした割合（%）", "percent off the price"))
    considerations: Refs = Field(
        default_factory=list, description=doc("得ている対価", "considerations received")
    )
    favours: dict[Id, Annotated[Whole, Field(ge=0, le=3650)]] = Field(
        default_factory=dict, description=doc("手助け：何日前か", "helps: how many days ago")
    )
    promises: dict[Ref, Annotated[Whole, Field(ge=0, le=3650)]] = Field(
        default_factory=dict,
        description=doc("まだ果たしていない約束：何日後が期日か", "open promises: due in so many days"),
    )


class FactShape(Shape):
    """What the trainee can come to know."""

    text: Text = Field(description=doc("事実", "the fact"))
    public: YesNo = Field(False, description=doc("調べれば分かる", "it could have been looked up"))


class PromiseShape(Shape):
    """A promise the trainee may give."""

    text: Text = Field(description=doc("約束の言葉", "the words of the promise"))
    due: When = Field(description=doc("期日", "when it falls due"))
    size: Size = Field("small", description=doc("重さ：small・medium・large", "small, medium or large"))


class BlurShape(Shape):
    """Words with two readings."""

    said: Text = Field(description=doc("言ったこと", "as said"))
    heard: Text = Field(description=doc("お客様に聞こえたこと", "as heard"))
    surfaces: When | None = Field(None, description=doc("いつ表に出るか", "when it comes to light by itself"))


class LieShape(Shape):
    """A lie."""

    text: Text = Field(description=doc("嘘の言葉", "the words of the lie"))
    comes_out: When | None = Field(None, description=doc("いつ露見するか", "when it comes out by itself"))


class ConsiderationShape(Shape):
    """What may come back for a concession."""

    text: Text = Field(description=doc("対価", "what comes back"))
    worth: Size = Field("medium", description=doc("値打ち：small・medium・large", "small, medium or large"))
    years: Annotated[Whole, Field(ge=1, le=20)] = Field(
        1, description=doc("2 以上なら複数年契約", "2 or more: a multi-year contract")
    )


class NamedShape(Shape):
    """The words for something, for the debrief."""

    text: Text = Field(description=doc("振り返りでの呼び名", "the words for the review"))


Named = Annotated[dict[Id, Annotated[NamedShape, Short("text")]], Section]
