# ruff: noqa: E501 - sentences are as long as they are
"""A meeting in which much is learned and promised, and the stories of a full shelf."""

from typing import Final

from tests.gallery.stories import END, HELLO, SENTENCES, TANABE, Both, choices, story, table

FACTS: Final = {
    "closing": Both("締めの集計に、毎月三日かかっている", "Closing the month takes three days"),
    "bottleneck": Both(
        "手が止まるのは、倉庫の直行直帰と手書きメモの突き合わせ",
        "The work halts where warehouse trips meet handwritten notes",
    ),
    "turnover": Both("今年に入って、もう二人辞めた", "Two people have left this year already"),
    "old_vendor": Both(
        "前の業者は、契約したあと電話がつながらなくなった",
        "The last vendor could not be reached once they had signed",
    ),
    "budget": Both("今期に使える予算は、あと百万円ほど", "About ¥1 M is left in this term's budget"),
    "worry": Both(
        "江口部長が気にしているのは値段より、社長への説明",
        "Mr Eguchi worries less about the price than about telling the president",
    ),
}
PROMISES: Final = {
    "checklist": {"text": Both("金曜までに、締めの確認一覧を送る", "Send the closing checklist by Friday"), "due": "friday"},
    "contacts": {
        "text": Both("困った時に誰がどう動くかを書いて届ける", "Bring in writing who does what in trouble"),
        "due": "1 days",
    },
    "count": {"text": Both("卸での導入数を、書面で返事する", "Answer in writing how many wholesalers use it"), "due": "10 days"},
    "beside": {"text": Both("最初の締めに、朝から立ち会う", "Be there from the morning at the first closing"), "due": "2026-04-30"},
    "later": {"text": Both("一年後に、もう一度伺う", "Come again in a year"), "due": "365 days"},
}  # fmt: skip


def busy(scenes=3):
    """A meeting in which much is learned, promised and conceded: after ``scenes`` choices the notebook is full."""
    steps: list[dict[str, object]] = [
        {
            "does": [{"learn": "closing"}, {"learn": "bottleneck"}, {"promise": "checklist"}, {"promise": "contacts"}],
            "say": SENTENCES[1],
        },
        {
            "does": [{"learn": "turnover"}, {"learn": "old_vendor"}, {"promise": "count"}, {"promise": "beside"}],
            "say": SENTENCES[3],
        },
        {
            "does": [
                {"learn": "budget"}, {"learn": "worry"}, {"promise": "later"}, {"keep": "contacts"},
                {"concede": {"demand": "cheaper", "percent": 10, "for": ["interview"]}},
            ],
            "say": SENTENCES[0],
        },
    ]  # fmt: skip
    made: dict[str, dict[str, object]] = {}
    for n, step in enumerate(steps[:scenes]):
        then = f"s{n + 1}" if n + 1 < scenes else "last"
        made[f"s{n}"] = {
            "place": "meeting_room",
            "title": Both("二度目の訪問", "The second visit"),
            "lines": [
                HELLO,
                {"narrator": Both("窓の外を、トラックが出ていく。", "Outside, a lorry drives off.")},
            ],
            "choices": [
                {
                    "id": "go",
                    **step,
                    "reply": [
                        {
                            "customer": Both(
                                "へえ、うちと似ていますね。実は、締め日は三日かかるんです。",
                                "Well, that sounds like us. Closing takes us three days.",
                            ),
                            "mood": ("warm", "thoughtful", "pleased")[n],
                        }
                    ],
                    "goto": then,
                }
            ],
        }
    if scenes > 1:
        made["s1"]["after"] = "1 days"
    made["s0"]["enter"] = [{"demand": {"id": "cheaper", "percent": 20}}]
    made["last"] = {"place": "meeting_room", "lines": [HELLO], "choices": choices(SENTENCES[:3])}
    made["end"] = END
    return story(
        "busy",
        Both("見積もりの前に", "Before the estimate"),
        made,
        facts=FACTS,
        promises=PROMISES,
        demands={"cheaper": Both("二割引いてほしい", "Take a fifth off")},
        considerations={"interview": {"text": Both("導入事例の取材を受ける", "An interview about how it went"), "worth": "medium"}},
    )  # fmt: skip


def shelf_story(number):
    """One of many scenarios for the shelf: titles and names of all lengths, every level."""
    titles = (
        Both("初回訪問と金曜の約束", "First visit and Friday's promise"),
        Both(
            "待機二時間と付帯作業のお支払いについて",
            "Two hours of waiting, and who pays for the work beside it",
        ),
        Both("二割引いてほしい", "Twenty off"),
        Both("刷り色違い", "The wrong colour"),
        Both("三人目の退職者が出る前に話しておくこと", "What to say before a third one leaves"),
        Both("複合機リース", "The copier lease"),
        Both("事務所移転と、置いていく机", "An office moves, and what becomes of the desks"),
    )
    companies = (
        Both("丸和商店", "Maruwa Trading"),
        Both(
            "株式会社さくらフーズホールディングス東日本物流センター",
            "Sakura Foods Holdings East Japan Logistics",
        ),
        Both("北斗精機", "Hokuto Precision"),
    )
    scenes = table(3)["scenes"]
    customer = {**TANABE, "company": companies[number % len(companies)]}
    level = ("beginner", "standard", "advanced")[number % 3]
    teaches = (["promise", "usefulness"], ["no_caving", "exchange", "equality", "recovery"], ["honesty"])[
        number % 3
    ]
    return story(
        f"shelf-{number:02}", titles[number % len(titles)], scenes, level=level, customer=customer, teaches=teaches,
        minutes=8 + 3 * number,
    )  # fmt: skip


LONG_BRIEF: Final = story(
    "long-brief",
    Both(
        "待機二時間と付帯作業のお支払いについてのご相談とその後の進め方",
        "Two hours of waiting and the work beside it: who pays, and how to go on from there",
    ),
    table(3)["scenes"],
    customer={
        **TANABE,
        "company": Both(
            "株式会社さくらフーズホールディングス東日本物流センター", "Sakura Foods Holdings East Japan Logistics Centre"
        ),
        "role": Both("物流管理部 配車・庫内作業改善担当課長", "Section chief for dispatch and work inside the warehouse"),
    },
    summary=Both(
        "昨年の夏から、荷下ろしの順番を待つ時間が平均で二時間を超えている。運転手は棚入れまで手伝うが、その分の支払いはない。"
        "国の指針も変わった。値上げの話としてではなく、二社で減らせる無駄の話として切り出せるか。",
        "Since last summer the lorries have waited more than two hours on average. The drivers even put the goods on "
        "the shelves, and nobody pays for it. The guidelines have changed as well. Can you open the talk not as a rise "
        "in price, but as waste that both firms could do away with?",
    ),
    known=[*FACTS.values()],
    level="advanced",
)  # fmt: skip
