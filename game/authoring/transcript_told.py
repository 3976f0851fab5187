"""What differs between a transcript and what happens, told to a trainer in Japanese and in English."""

from collections.abc import Mapping
from typing import Final

from game.authoring.transcript import Difference, Kind
from game.format.codes import Lang

LONGEST: Final = 300
"""Characters of a transcript or a scenario that a sentence repeats: more than any sentence has."""


def told(difference: Difference, lang: Lang) -> str:
    """The difference as one sentence, without file and line."""
    parts = {"about": difference.about, "wanted": difference.wanted, "found": difference.found}
    shown = {name: text if len(text) <= LONGEST else f"{text[:LONGEST]}…" for name, text in parts.items()}
    return _SENTENCES[difference.kind][lang].format(**shown)


_SENTENCES: Final[Mapping[Kind, Mapping[Lang, str]]] = {
    "unreadable-line": {
        "ja": "「{wanted}」は、選択の行でも「名前: 値」の行でもありません。",
        "en": "“{wanted}” is neither a decision nor a line of the form “key: value”.",
    },
    "unknown-key": {
        "ja": "「{about}」という項目はありません。",
        "en": "There is no key “{about}”.",
    },
    "said-twice": {
        "ja": "「{about}」が二度書かれています。",
        "en": "“{about}” is said twice.",
    },
    "unreadable-value": {
        "ja": "「{about}」の値「{wanted}」が読めません。",
        "en": "The value “{wanted}” of “{about}” cannot be read.",
    },
    "no-scenario": {
        "ja": "「scenario: シナリオの id」の行がありません。",
        "en": "The line “scenario: ID” is missing.",
    },
    "no-decision": {
        "ja": "選択の行が一つもありません。",
        "en": "There is no decision in it.",
    },
    "other-scenario": {
        "ja": "「{wanted}」のプレイ例ですが、シナリオは「{found}」です。",
        "en": "It is a transcript of “{wanted}”, the scenario is “{found}”.",
    },
    "other-scene": {
        "ja": "{about}：ここでの場面は「{found}」です。",
        "en": "{about}: the scene here is “{found}”.",
    },
    "not-offered": {
        "ja": "場面「{about}」で「{wanted}」は選べません。選べるのは {found} です。",
        "en": "In the scene “{about}” there is no “{wanted}” on offer, only {found}.",
    },
    "other-sentence": {
        "ja": "{about}：プレイ例では「{wanted}」、シナリオでは「{found}」です。",
        "en": "{about}: the transcript says “{wanted}”, the scenario “{found}”.",
    },
    "ends-early": {
        "ja": "場面「{about}」で終わっています。まだ {found} が選べます。",
        "en": "It stops in the scene “{about}”, where {found} are on offer.",
    },
    "goes-on": {
        "ja": "話が終わったあとに「{wanted}」があります。",
        "en": "There is “{wanted}” after the ending.",
    },
    "other-outcome": {
        "ja": "{about}：「{wanted}」のはずが「{found}」です。",
        "en": "{about}: “{wanted}” was expected, it is “{found}”.",
    },
}
