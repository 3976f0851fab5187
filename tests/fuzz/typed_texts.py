"""What people type or paste: a result code, and a list of them for a class; changed, and what holds."""

import random
from datetime import date
from functools import cache

from game.classroom.hand_in import HandIn
from game.classroom.sources import Sources
from game.classroom.troubles_told import trouble_told
from game.classroom.typed_codes import Codes, lines_of
from game.core.game import Game
from game.core.outcome import opening_after
from game.core.passbook import Passbook
from game.core.play import offered_ids, replay, settle, start, step
from game.core.scenario import BANDS, Scenario
from game.format.reader import read
from game.library import CodeOfNothingHere
from game.library.result_codes import CodeBook
from game.records import NotACode
from game.records.result_code import ALPHABET, Played, result_code
from tests.fuzz.answers import LANGS, ROOT, book, check_sentence, check_trouble, library
from tests.fuzz.mutations import PIECES, bytes_changed

SHIPPED = ("first-steps", "friday-checklist", "one-department", "renewal-twenty-off")
"""Scenarios whose codes are made; the last goes on from the one before it."""

SIGNS = (*ALPHABET, *"ILOUilo0123456789-−–—‐ 　\t,;、：ＡＢ①²³Ⅷ㍻ﬁßŉ\u0130\u202e\x00\x1bé信用😀")
LINES = (
    "# 一組",
    "",
    "鈴木",
    "青い鉛筆\t",
    "\ufeff",
    "a, b, c",
    "：",
    "x" * 300,
    "- " * 200,
    "A " * 200,
    "\x1b[2J",
    "２，３",
)
"""What stands in a list beside codes."""


@cache
def scenarios() -> tuple[Scenario, ...]:
    found = []
    for name in SHIPPED:
        file = ROOT / "scenarios" / f"{name}.yaml"
        scenario = read(file.read_bytes(), file.name, lang="ja", rulebook=book()).scenario
        assert scenario is not None
        found.append(scenario)
    return tuple(found)


def way(game: Game, rng: random.Random) -> tuple[str, ...]:
    """A path to an end, each choice drawn from those on offer."""
    nothing, path = Passbook(keeps=False), list[str]()
    part = start(game, nothing)
    while game.scenario.scenes[part.scene].ending is None:
        choice = rng.choice(offered_ids(game, part))
        path.append(choice)
        ids = [each.id for each in game.scenario.scenes[part.scene].choices]
        (part,) = step(game, part.scene, ids.index(choice), part.states, nothing)
    return tuple(path)


@cache
def codes() -> tuple[str, ...]:
    """Codes of meetings played at random, some of which go on from another one."""
    rng, found = random.Random(1), list[str | None]()
    for scenario in scenarios():
        for _ in range(6):
            game = Game(scenario, book())
            played = [Played(game, way(game, rng))]
            if scenario.id == SHIPPED[-2]:
                end = replay(game, played[0].path)
                settle(game, end.scene, end.states, Passbook(keeps=False))
                further = Game(scenarios()[-1], book(), opening_after(game, end.states))
                played.append(Played(further, way(further, rng)))
            day, expected = date(2026, 3, rng.randint(1, 28)), rng.choice((None, *BANDS))
            found.append(
                result_code(played, book().hash, day=day, prediction=expected, coached=rng.random() < 0.2)
            )
    return tuple(one for one in found if one is not None)


def typed(code: str, rng: random.Random) -> str:
    """A code as somebody types it, with slips of the hand or without."""
    for _ in range(rng.choice((0, 0, 1, 1, 2, 5))):
        at = rng.randint(0, len(code))
        act = rng.randrange(5)
        if act == 0:
            code = code[:at] + rng.choice(SIGNS) + code[at:]
        elif act == 1:
            code = code[:at] + rng.choice(SIGNS) + code[at + 1 :]
        elif act == 2:
            code = code[:at] + code[at + rng.choice((1, 1, 5)) :]
        elif act == 3:
            code = code[:at] + code[at : at + 2][::-1] + code[at + 2 :]
        else:
            code = rng.choice(
                (code.lower(), code.replace("-", " "), code.replace("-", ""), code + code, f" {code}\n")
            )
    return code


def code_made(rng: random.Random) -> bytes:
    """A typed code, or something made of its letters: with the checksum that belongs to it or not."""
    if rng.random() < 0.2:
        text = "".join(rng.choices(ALPHABET, k=rng.randint(0, 45)))
    elif rng.random() < 0.25:
        text = _summed("".join(rng.choices(ALPHABET, k=rng.randint(11, 35))), rng)
    else:
        text = typed(rng.choice(codes()), rng)
    return text.encode("utf-8", "surrogatepass")


def _summed(body: str, rng: random.Random) -> str:
    """A body with the checksum that belongs to it, often under the head of a code there is."""
    from game.records.result_code import _sum  # noqa: PLC0415 (what passes the checksum must be answered too)

    if rng.random() < 0.7:
        body = rng.choice(codes()).replace("-", "")[:11] + body[11:]
    return body + _sum(body)


def list_made(rng: random.Random) -> bytes:
    """A list of codes with names beside them, as it is pasted together."""
    lines = []
    for _ in range(rng.choice((0, 1, 2, 2, 4))):
        code = typed(rng.choice(codes()), rng)
        name = rng.choice((*LINES, rng.choice(PIECES)))
        between = rng.choice(("\t", " ", ",", "、", "：", ";", "  ", ""))
        lines.append(rng.choice((f"{name}{between}{code}", f"{code}{between}{name}", code, name)))
    text = rng.choice(("\n", "\n", "\r\n", "\r", "\u2028")).join(lines)
    content = text.encode(rng.choice(("utf-8",) * 5 + ("utf-8-sig", "utf-16", "cp932")), "replace")
    return bytes_changed(content, rng) if rng.random() < 0.2 else content


def list_changed(content: bytes, rng: random.Random) -> bytes:
    """A list as it came out of another change, with one line more or less."""
    lines = content.splitlines(keepends=True)
    if lines and rng.random() < 0.5:
        del lines[rng.randrange(len(lines))]
    lines.insert(rng.randint(0, len(lines)), list_made(rng))
    return b"".join(lines)


@cache
def code_book() -> CodeBook:
    return CodeBook(scenarios(), book())


def check_code(content: bytes) -> None:
    """What holds of a typed code: it is refused in a sentence, or gives the same code again."""
    text = content.decode("utf-8", "replace")
    try:
        told = code_book().told(text)
    except (NotACode, CodeOfNothingHere) as trouble:
        check_trouble(trouble)
        return
    coded = told.coded
    again = result_code(
        told.meetings, book().hash, day=coded.day, prediction=coded.prediction, coached=coded.coached
    )
    assert again is not None
    once_more = code_book().told(again)
    assert once_more.coded == coded
    assert [one.path for one in once_more.meetings] == [one.path for one in told.meetings]


@cache
def _finder() -> Codes:
    return Codes(library(), Sources(library()), "ja")


def check_list(content: bytes) -> None:
    """What holds of a list of codes: each line is a meeting, or a trouble in a sentence."""
    lines = list(lines_of(content.decode("utf-8", "replace")))
    assert not any("\n" in line.name for line in lines)
    found_all = list(_finder().hand_ins(lines, "list.txt", "class"))
    assert len(found_all) >= len(lines)
    for found in found_all:
        if not isinstance(found, HandIn):
            for lang in LANGS:
                check_sentence(trouble_told(found, library().words(lang)))
