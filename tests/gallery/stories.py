# ruff: noqa: E501 - sentences are as long as they are
"""Small scenarios made for looking at: each in the language asked for, so that a picture holds one language.

A scenario's file may be JSON, which is YAML too; so stories are plain values here, and ``Both`` stands where
the languages differ.
"""

import json
from typing import Final, NamedTuple


class Both(NamedTuple):
    """A text in both languages."""

    ja: str
    en: str


def written(story, lang):
    """The file of a story in one language."""
    return json.dumps(_told(story, lang), ensure_ascii=False)


def _told(value, lang):
    if isinstance(value, Both):
        return getattr(value, lang)
    if isinstance(value, dict):
        return {key: _told(each, lang) for key, each in value.items()}
    if isinstance(value, list):
        return [_told(each, lang) for each in value]
    return lang if value == "LANG" else value


TANABE: Final = {
    "name": Both("田辺 由紀", "Yuki Tanabe"),
    "role": Both("総務課長", "Head of General Affairs"),
    "company": Both("丸和商店", "Maruwa Trading"),
    "portrait": "tanabe",
}


def story(id, title, scenes, **parts):
    """A story with the usual people; ``parts`` replace or add to what stands at its top."""
    return {
        "format": 1,
        "id": id,
        "language": "LANG",
        "title": title,
        "level": "beginner",
        "minutes": 8,
        "teaches": ["promise", "usefulness"],
        "summary": Both(
            "勤怠管理サービスを、紙のタイムカードの会社へ初めて訪ねる。",
            "A first visit with a time-keeping service to a company that still punches cards.",
        ),
        "stakes": Both("年額百二十万円の契約と、その先の三年。", "A contract of ¥1.2 M a year, and three years after."),
        "begins": "2026-03-03 10:20",
        "seller": {"company": Both("クロックワークス", "Clockworks"), "role": Both("新人営業", "new in sales")},
        "customer": TANABE,
        "people": {
            "boss": {"name": Both("江口 正", "Tadashi Eguchi"), "role": Both("部長", "division head"), "portrait": "eguchi"},
            "mentor": {
                "name": Both("佐々木 亮", "Ryo Sasaki"), "role": Both("上司", "your superior"), "ours": True, "portrait": "sasaki",
            },
        },
        "offer": {
            "product": Both("勤怠管理クラウド", "Clock Cloud"), "price": 1200000, "per": "year", "currency": "JPY",
        },
        "start": next(iter(scenes)),
        "scenes": scenes,
        **parts,
    }  # fmt: skip


END: Final[dict[str, object]] = {
    "ending": {"deal": "open"},
    "lines": [{"customer": Both("少し考えさせてください。", "Let me think about it for a while.")}],
}
HELLO: Final = {"customer": Both("今日はどういうご用件でしょう。", "What brings you here today?")}
SENTENCES: Final = (
    Both("締め日の集計には、何日かかっていますか。", "How many days does closing the month take you?"),
    Both(
        "同じ規模の卸売業で、締め作業を半日にした手順を一枚にまとめてきました。どうぞお使いください。",
        "Here is one page: how a wholesaler of your size got its month-end down to half a day. Please keep it.",
    ),
    Both(
        "導入はしっかり支援しますので、ご安心ください。",
        "We will support you all the way, so please do not worry.",
    ),
    Both(
        "今日は契約のお話はやめます。困った時に誰がどう動くか、書いてお持ちします。",
        "Let us leave the contract for today. I will bring you, in writing, who does what when you are in trouble.",
    ),
)
LONG_SENTENCES: Final = (
    Both(
        "おっしゃるとおり、前の業者さんの件を伺わずにお話を進めたのは、こちらの手落ちでした。まず困った時に"
        "誰がどう動くかを一枚に書き、私と上司の携帯の番号まで入れて、金曜の正午までにお届けします。",
        "You are right: I went ahead without asking what happened with the last vendor, and that was my mistake. "
        "I will first put on one page who does what when you are in trouble, with my own number and my superior's, "
        "and bring it by noon on Friday.",
    ),
    Both(
        "弊社の導入実績は三百社を超えておりまして、同業の方にもたいへんご好評をいただいています。今月中に"
        "お決めいただければ、初期費用を半額にし、さらに年額からも一割をお引きいたしますが、いかがでしょうか。",
        "More than three hundred companies use us, and those of your trade are full of praise. If you decide within "
        "this month we will halve the price of setting up and take another tenth off the yearly fee: how about that?",
    ),
    Both(
        "（何も言わずに、相手がもう一度口を開くのを、窓の外のトラックが出ていくまで待つ。）",
        "Say nothing, and wait until the lorry outside the window has gone and they speak again.",
    ),
    Both(
        "江口部長が気にしておられるのは、値段よりも社長への説明ではないでしょうか。三行で済む説明の紙を、"
        "田辺さんと一緒に作らせてください。数字は御社のものだけを使います。",
        "I think Mr Eguchi worries less about the price than about explaining it to the president. Let me write the "
        "three lines he needs together with you, with none but your own figures in them.",
    ),
)


def choices(sentences, goto="end"):
    """One choice a sentence; they do nothing."""
    return [{"id": f"c{n}", "say": sentence, "goto": goto} for n, sentence in enumerate(sentences)]


def table(count, *, place="meeting_room", begins="2026-03-03 10:20", sentences=SENTENCES, lines=(HELLO,)):
    """One scene at a place and an hour, with ``count`` choices."""
    scenes = {
        "table": {
            "phase": "approach",
            "place": place,
            "title": Both("最初の訪問", "The first visit"),
            "lines": list(lines),
            "choices": choices(sentences[:count]),
        },
        "end": END,
    }
    return story(
        "table", Both("初回訪問と金曜の約束", "First visit and Friday's promise"), scenes, begins=begins
    )


READINGS: Final = (
    {
        "narrator": Both(
            "｜経理課《けいりか》の机の上に、紙の｜打刻票《タイムカード》の束。",
            "On the desk of ｜accounts《the books》, a pile of punched cards.",
        )
    },
    {
        "customer": Both(
            "｜締日《しめび》の｜突合《つきあわ》せに、毎月｜三日《みっか》かかっています。｜直行《ちょっこう》｜直帰《ちょっき》の人が多くて。",
            "Matching the cards takes us three days a month; so many go straight to the site.",
        )
    },
)
