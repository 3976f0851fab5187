"""Names offered to a trainee: two plain words each, from lists, never from the computer's account."""

import secrets
from typing import Final

_JA: Final = (
    "青い 白い 赤い 丸い 小さな 静かな 朝の 雨の 春の 秋の 海辺の 屋根裏の 窓辺の 三番目の",
    "鉛筆 灯台 切手 湯のみ 傘 本棚 時計 手帳 三日月 万年筆 風鈴 自転車 やかん 砂時計 地図 木馬",
)
_EN: Final = (
    "Blue White Red Round Small Quiet Morning Rainy Spring Autumn Seaside Attic Garden Third",
    "Pencil Lighthouse Stamp Teacup Umbrella Clock Notebook Crescent Kettle Bicycle Hourglass Map Bell",
)


def pseudonyms(lang: str) -> tuple[str, ...]:
    """All names there are in a language, each once."""
    first, second = (words.split() for words in (_JA if lang == "ja" else _EN))
    joint = "" if lang == "ja" else " "
    return tuple(f"{one}{joint}{other}" for one in first for other in second)


def pseudonym(lang: str, taken: frozenset[str] = frozenset()) -> str:
    """A name that nobody of ``taken`` has, as long as there is one."""
    names = pseudonyms(lang)
    return secrets.choice([name for name in names if name not in taken] or names)
