# ruff: noqa: E501 - sentences are as long as they are
"""Classes made by hand for looking at: as many seats as wanted, always the same ones."""

import random
from collections import Counter
from datetime import date

from game.classroom.figures import (
    ClassFigure,
    DecisionFigure,
    Outline,
    PromiseFigure,
    Seat,
    Taken,
)
from game.classroom.troubles import ClassTrouble
from game.core.principles import Principle
from game.core.scenario import BANDS, Deal

THRESHOLDS = (0, 15, 40, 65)
PRINCIPLES: tuple[Principle, ...] = (
    "promise", "interrogation", "track_record", "honesty", "clarity", "usefulness", "equality", "exchange",
)  # fmt: skip
NAMES = {
    "ja": ("青い鉛筆", "静かな灯台", "白い自転車", "朝の切符", "遠い汽笛", "丸い消しゴム", "古い地図", "小さな傘"),
    "en": ("Blue Pencil", "Quiet Lighthouse", "White Bicycle", "Morning Ticket", "Far Whistle", "Round Eraser", "Old Map", "Small Umbrella"),
}  # fmt: skip

DECISIONS = (
    (
        "reception", ("最初の訪問", "The first visit"), ("3月4日（水）", "Wed 4 March"),
        ("今日はどういうご用件でしょう。十五分しか取れないのですが。", "What brings you here today? I only have fifteen minutes."),
        (
            ("同じ規模の卸売業で、締め作業を半日にした手順です。一枚にまとめました。どうぞお使いください。", "Here is one page: how a wholesaler of your size got its month-end down to half a day. Please keep it.", 3, 7, True, False),
            ("貴社の課題を、いくつか伺ってもよろしいでしょうか。", "May I ask you a few questions about your challenges?", 5, -3, False, False),
            ("弊社は導入実績三百社の、業界でも指折りのサービスです。", "More than three hundred companies use us; we are among the leaders of our trade.", 4, -6, False, False),
        ),
        ("最初の一言で、部屋の空気が決まりました。", "The first sentence set the air of the room."),
        ("「渡してから聞く」と「聞いてから渡す」で、田辺さんに見えるものはどう違うでしょう。", "To give first and then ask, or to ask first and then give: what does Ms Tanabe see in each?"),
        ("あなたが次に訪ねるお客様に、聞く前に渡せるものは何ですか。", "What could you give the next customer you visit, before you ask anything?"),
    ),
    (
        "references", ("提案の日", "The day of the proposal"), ("3月18日（水）", "Wed 18 March"),
        ("似た会社の話、もう少し詳しく聞きたいですね。", "I would like to hear a bit more about that company like ours."),
        (
            ("ありがとうございます。では、課題を四つほど伺ってもいいですか。", "Thank you. May I ask you about four or so of your problems, then?", 6, -4, False, False),
            ("導入された理由と、最初の一か月に困った点からお話しします。", "Let me begin with why they chose it, and what went wrong in the first month.", 4, 9, True, False),
            ("導入実績の一覧がこちらです。大手さんも多いですよ。", "Here is the list of our customers. Many large names, as you see.", 3, -5, False, False),
            ("（資料を閉じて、相手がもう一度口を開くのを待つ。）", "Close the folder, and wait until she speaks again.", 1, 2, False, True),
        ),
        ("「もう少し詳しく」と言われて、返し方は四つありました。", "She asked for more, and there were four ways to answer."),
        ("丁寧に「伺ってもいいですか」と聞いたのに、なぜ空気が変わったのでしょう。", "They asked so politely. Why did the air change?"),
        ("相手が聞きたいと言った時に、こちらの質問をしまっておくには、どうすればよいでしょう。", "When the customer wants to hear something, what helps you to keep your own questions back?"),
    ),
    (
        "price", ("値引きの相談", "The discount"), ("4月8日（水）", "Wed 8 April"),
        ("部長が、あと一割下がらないかと言っています。他社さんは、もう出してきていて。今週中に返事をしたいそうです。", "My division head asks whether another ten percent is possible. The others have already said yes, and he wants to answer them this week."),
        tuple(
            (ja, en, weight, lift, best, act)
            for ja, en, weight, lift, best, act in (
                ("かしこまりました。一割、お引きします。", "Very well. We will take ten percent off.", 5, -8, False, False),
                ("五パーセントまでなら、この場でお引きできます。", "Up to five percent I can give you here and now.", 4, -3, False, False),
                ("事例としてお話を伺えるなら、五パーセントを広告費から出せます。", "If you let us write about you, five percent can come out of our advertising.", 4, 8, True, False),
                ("お値段の前に、部長が社長へ説明なさる三行を一緒に作らせてください。数字は御社のものだけを使います。", "Before we talk of price, let me write the three lines your division head needs for the president, with your own figures.", 3, 10, True, False),
                ("それは難しいです。うちは値引きをしない会社ですので。", "That will be difficult. We are a company that gives no discounts.", 2, -2, False, False),
                ("（持ち帰ると言って、席を立つ。）", "Say you will take it back with you, and stand up.", 1, -6, False, True),
            )
        ),
        ("値段の話が出ました。", "The price came up."),
        ("「他社さんはもう」と聞いて、最初に頭に浮かんだのは誰の都合でしたか。", "When you heard that the others had said yes: whose interest came to your mind first?"),
        ("対価として受け取れるものを、三つ挙げてみましょう。", "Name three things you could take in return."),
    ),
)  # fmt: skip
PROMISES = (
    ("checklist", ("手順書を金曜の正午までに届ける", "Bring the checklist by noon on Friday")),
    (
        "hotline",
        ("困った時に誰がどう動くかを書いて渡す", "Put in writing who does what when there is trouble"),
    ),
    ("visit", ("締め日に立ち会う", "Be there when the month is closed")),
)
RESOLVES = (
    ("聞く前に、一つ渡す。", "Give one thing before asking anything."),
    ("「できれば」を使わずに約束する。", "Promise without saying “if possible”."),
    ("値段の話の前に、相手の社内の説明を手伝う。", "Help them explain it inside their company before we talk of the price."),
    ("黙って待つ。", "Wait, and say nothing."),
    ("困りごとの続きを、次の訪問の最初に聞く。先週の話を覚えていることを、言葉で伝える。", "Begin the next visit with the rest of their trouble, and let them hear that I remember last week."),
)  # fmt: skip


def band_of(trust):
    return BANDS[sum(trust >= floor for floor in THRESHOLDS)]


def sample(size=40, lang="ja", *, seed=7, value=True, resolves=True, troubles=5):
    """A class of so many in a scenario of three decisions."""
    at = 0 if lang == "ja" else 1
    chance = random.Random(seed)
    plays = [_play(chance) for _ in range(size)]
    seats = tuple(
        _seat(n, play, chance, at, value=value, resolves=resolves) for n, play in enumerate(plays, start=1)
    )
    days = tuple(range(0, 91, 3))
    return ClassFigure(
        scenario_id="friday-checklist",
        title=("金曜の手順書", "Friday’s Checklist")[at],
        customer=("田辺 由紀", "Yuki Tanabe")[at],
        hash="5f0c" * 16,
        seats=seats,
        best_line=(78, 5_400_000 if value else None),
        outline=_outline(seats, days),
        decisions=tuple(_decision(each, number, plays, seats, at) for number, each in enumerate(DECISIONS)),
        principles=PRINCIPLES,
        promises=tuple(_promise(each, seats, at) for each in PROMISES),
        currency="JPY",
        small=size < 5,
        troubles=tuple(
            [
                ClassTrouble("suzuki/2026-11-20_a1f3.jsonl", "forged", {"position": "4"}),
                ClassTrouble("sato/2026-11-20_77c0 (2).jsonl", "duplicate", {"other": "sato/2026-11-20_77c0.jsonl"}),
                ClassTrouble("tanaka/2026-11-20_03be.jsonl", "version_missing", {}),
                ClassTrouble("notes.docx", "foreign", {}),
                ClassTrouble("yamada/2026-11-20_9f01.jsonl", "torn", {}),
            ][:troubles]
        ),
    )  # fmt: skip


def _play(chance):
    skill = chance.gauss(0, 1)
    picks = []
    for *_, choices, _see, _ask, _then in DECISIONS:
        weights = [
            weight * (2.2 ** (skill if lift > 0 else -skill * 0.4)) for *_, weight, lift, _, _ in choices
        ]
        picks.append(chance.choices(range(len(choices)), weights)[0])
    return tuple(picks)


def _seat(number, play, chance, at, *, value, resolves):
    lifts = [DECISIONS[n][4][pick][3] for n, pick in enumerate(play)]
    kept = tuple(
        (name, chance.choices(("kept", "broken", "open"), (6, 3, 1))[0])
        for name, _ in PROMISES
        if chance.random() < 0.75
    )
    trust = round(
        24 + 2 * sum(lifts) + sum(6 if each[1] == "kept" else -7 for each in kept) + chance.gauss(0, 4)
    )
    trust = max(-40, min(78, trust))
    level, curve = 3, [(0, 3)]
    for day, lift in zip((1, 15, 36), lifts, strict=True):
        level += round(lift * 1.2)
        curve.append((day, level))
    for day in (50, 66, 80):
        level += round((trust - level) * 0.4)
        curve.append((day, level))
    curve.append((90, trust))
    band = band_of(trust)
    deal: Deal = "signed" if trust > 25 else "lost" if trust < 0 else "open"
    amount = {"signed": 2_400_000 + 38_000 * trust, "lost": 0, "open": 900_000 + 12_000 * trust}[deal]
    guess = BANDS[max(0, min(4, BANDS.index(band) + chance.choices((-1, 0, 1, 2), (1, 4, 5, 2))[0]))]
    name = NAMES[("ja", "en")[at]][number % 8] + ("" if number < 9 else f" {number}")
    return Seat(
        number=number, name=name, language=("ja", "en")[at], path=tuple(f"c{pick}" for pick in play),
        trust=trust, band=band, deal=deal, value=amount if value else None, given_percent=0,
        share=max(0, round(100 * trust / 78)), coached=False, predicted=guess if chance.random() < 0.9 else None,
        feeling="", resolve=RESOLVES[number % 5][at] if resolves and number % 3 else "",
        curve=tuple(curve), principles={key: round(chance.gauss(trust / 14, 3)) for key in PRINCIPLES if chance.random() < 0.9},
        promises=kept, started=date(2026, 11, 20),
    )  # fmt: skip


def _decision(told, number, plays, seats, at):
    scene, title, when, line, choices, see, ask, then = told
    taken = []
    for n, (ja, en, _, lift, best, act) in enumerate(choices):
        mine = [seat for seat, play in zip(seats, plays, strict=True) if play[number] == n]
        taken.append(
            Taken(
                choice=f"c{n}", text=(ja, en)[at], act=act, seats=tuple(each.number for each in mine),
                bands=dict(Counter(each.band for each in mine)),
                mean_trust=sum(each.trust for each in mine) / len(mine) if mine else None, best=best,
                principle=(("質問攻め", "Questions") if lift < 0 else ("実績", "Track record"))[at],
                understood=(
                    ("この人は、自分の聞きたいことを聞きに来た。", "This one came to ask what they wanted to know.") if lift < 0
                    else ("困った話まで隠さずにしてくれた。うちの最初の一か月も、見えた気がする。", "They did not hide what went wrong. I could almost see our own first month.")
                )[at],
            )
        )  # fmt: skip
    return DecisionFigure(
        scene=scene, title=title[at], when=when[at], line=line[at], speaker=("田辺 由紀", "Yuki Tanabe")[at], came=len(seats), choices=tuple(taken),
        see=see[at], ask=ask[at], then=then[at], spread=(0.4, 0.9, 0.6)[number],
    )  # fmt: skip


def _outline(seats, days):
    def balance(seat, day):
        return [level for when, level in seat.curve if when <= day][-1]

    rows = [sorted(balance(seat, day) for seat in seats) for day in days]
    quarters = [tuple(float(row[len(row) * q // 4]) for row in rows if row) for q in (1, 2, 3)]
    return Outline(days if seats else (), *quarters)


def _promise(told, seats, at):
    key, text = told
    found = [status for seat in seats for name, status in seat.promises if name == key]
    count = Counter(found)
    return PromiseFigure(
        key, text[at], len(found), count["kept"], count["broken"], len(found) // 9, count["open"]
    )
