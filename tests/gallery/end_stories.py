# ruff: noqa: E501 - sentences are as long as they are
"""Stories that end: everything comes due, nothing does, every band, passbooks of any length."""

from typing import Final

from game.core.scenario import BANDS
from tests.gallery.busy_stories import FACTS
from tests.gallery.stories import END, HELLO, SENTENCES, Both, story

DUES: Final = story(
    "due",
    Both("期日の来るもの", "What comes due"),
    {
        "desk": {
            "phase": "approach",
            "place": "meeting_room",
            "lines": [HELLO],
            "choices": [
                {
                    "id": "loose",
                    "say": Both(
                        "しっかり支援します。もう二百社で使われております。{trainee}が一覧もお送りします。",
                        "We will support you all the way; two hundred firms use it. {trainee} will send you the list.",
                    ),
                    "does": [{"blur": "support"}, {"lie": "ready"}, {"promise": "sheet"}],
                    "understood": Both("全部やってくれる会社らしい。", "They will do all of it, it seems."),
                    "better": Both("できることと、できないことを分けて言う。", "Say what you can do, and what you cannot."),
                    "goto": "price",
                },
                {
                    "id": "careful",
                    "say": SENTENCES[1],
                    "does": [{"inform": "steps"}],
                    "understood": Both("自分たちのために作ってきた。", "Made for us."),
                    "goto": "price",
                },
                {"id": "silent", "act": Both("黙って待つ。", "Wait in silence."), "goto": "price"},
            ],
        },
        "price": {
            "phase": "negotiation",
            "after": "5 days",
            "enter": [{"demand": {"id": "cheaper", "percent": 20}}, {"complain": {"id": "slow", "severity": "minor"}}],
            "lines": [
                {"customer": Both("二割引いてもらえませんか。画面も遅いですし。", "Could you take a fifth off? It is slow, too.")}
            ],
            "choices": [
                {
                    "id": "cave",
                    "say": Both("かしこまりました。二割、お引きします。", "Certainly. We will take a fifth off."),
                    "does": [{"concede": {"demand": "cheaper", "percent": 20}}],
                    "goto": "end",
                },
                {
                    "id": "both",
                    "say": Both(
                        "二割はお引きできません。使う部署を一つに絞ってはいかがでしょう。一年後にまた伺います。",
                        "We cannot take a fifth off. How about beginning with one department? I will come again in a year.",
                    ),
                    "does": [
                        {"hold": {"demand": "cheaper", "reason": True, "alternative": True}},
                        {"recover": {"complaint": "slow", "how": "visit", "deed": True}},
                        {"promise": "visit"},
                    ],
                    "understood": Both("断られたのに、考えてくれている。", "They said no, and still they think of us."),
                    "better": Both("絞ったあとの金額まで、その場で言う。", "Name the new price on the spot."),
                    "goto": "end",
                },
            ],
        },
        "end": {
            "ending": {"deal": "signed"},
            "lines": [{"customer": Both("では、それで。", "Very well, then.")}],
        },
    },
    promises={
        "sheet": {"text": Both("二十日以内に{trainee}が一覧を送る", "{trainee} sends the list within twenty days"), "due": "20 days"},
        "visit": {"text": Both("一年後に伺う", "Come again in a year"), "due": "365 days"},
    },
    blurs={
        "support": {
            "said": Both("しっかり支援します", "We will support you all the way"),
            "heard": Both("全部無料でやってくれる", "They do all of it for nothing"),
        }
    },
    lies={"ready": Both("もう二百社で使われている", "Two hundred firms use it")},
    complaints={"slow": Both("画面が遅い", "The screen is slow")},
    demands={"cheaper": Both("二割引いてほしい", "Take a fifth off")},
    topics={"steps": Both("締めの手順を一枚に", "Closing on one page")},
)  # fmt: skip
"""Everything comes due afterwards on the path ``CAVED``, nothing on ``QUIET``."""
CAVED: Final = ("loose", "cave")
QUIET: Final = ("careful", "both")

_POINTS: Final = {"shut_out": -60, "vendor": -14, "credited": 8, "trusted": 34, "partner": 64}
_BECAUSE: Final = Both("これまでのこと全部", "All that went before")


def ledger(scenes=9):
    """A meeting of so many scenes; its last choice, named by a band, ends in that band."""
    made: dict[str, dict[str, object]] = {}
    for n in range(scenes):
        then = f"s{n + 1}" if n + 1 < scenes else "last"
        made[f"s{n}"] = {
            "place": "meeting_room",
            "lines": [HELLO],
            "choices": [
                {"id": "in", "say": SENTENCES[1], "does": [{"inform": f"t{n}"}], "goto": then},
                {"id": "out", "say": SENTENCES[0], "does": [{"ask": {"facts": ["closing"], "count": 6}}], "goto": then},
            ],
            **({"after": f"{n + 1} days"} if n else {}),
        }  # fmt: skip
    made["last"] = {
        "place": "meeting_room",
        "lines": [HELLO],
        "choices": [
            {
                "id": band,
                "say": SENTENCES[2],
                "does": [{"credit": {"points": points, "because": _BECAUSE, "principle": "promise"}}],
                "goto": "end",
            }
            for band, points in _POINTS.items()
        ],
    }
    made["end"] = END
    return story("ledger", Both("通帳のための商談", "A meeting for the passbook"), made, facts=FACTS)


def ledger_path(band, scenes=9):
    """A path through ``ledger`` with gains and losses."""
    assert band in BANDS
    return (*("out" if n % 4 == 2 else "in" for n in range(scenes)), band)
