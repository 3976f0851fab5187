"""Files made to do harm, and the command that reads each.

``benchmarks/dangers.py`` measures how they are refused, ``tests/cli/test_dangers.py`` that they are.
"""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.grown_story import wide
from benchmarks.zeros import Long, zipped
from game.format import po_files

MEGA: Final = 1_000_000
HEAD: Final = (
    "format: 1\nid: x\nlanguage: en\ntitle: X\nbegins: 2026-03-03 10:20\ncustomer: {name: A}\nstart: a\n"
)
ENDS: Final = "  b:\n    ending: {deal: open}\n    lines: [{customer: Bye}]\n"
SMALL: Final = (
    HEAD + "scenes:\n  a:\n    lines: [{customer: Hm}]\n    choices: [{id: c, say: Well, goto: b}]\n" + ENDS
)
Made = Callable[[Path], Sequence[str]]
"""Makes the file in a folder and gives the command line that reads it."""


def checked(text: Callable[[], str]) -> Made:
    """A scenario of this text, given to ``check``."""

    def made(folder: Path) -> Sequence[str]:
        (folder / "x.yaml").write_text(text(), encoding="utf-8")
        return ["check", str(folder / "x.yaml")]

    return made


def said(text: Callable[[], str]) -> Made:
    """A small scenario in which this text, in quotes, is what is said."""
    return checked(lambda: SMALL.replace("say: Well", f'say: "{text()}"'))


def translated(text: Callable[[], str]) -> Made:
    """A catalog of this text, beside a small scenario."""

    def made(folder: Path) -> Sequence[str]:
        (folder / "x.yaml").write_text(SMALL, encoding="utf-8")
        (folder / "x.ja.po").write_text(text(), encoding="utf-8")
        return ["check", str(folder / "x.yaml")]

    return made


def replayed(text: Callable[[], str]) -> Made:
    """A transcript of this text, beside a small scenario."""

    def made(folder: Path) -> Sequence[str]:
        (folder / "x.yaml").write_text(SMALL, encoding="utf-8")
        (folder / "x.play.txt").write_text(text(), encoding="utf-8")
        return ["test", str(folder / "x.yaml")]

    return made


def added(fill: Callable[[zipfile.ZipFile], None], change: Callable[[bytes], bytes] = bytes) -> Made:
    """A pack filled so, its bytes then changed so."""

    def made(folder: Path) -> Sequence[str]:
        file = folder / "x.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
            fill(pack)
        file.write_bytes(change(file.read_bytes()))
        return ["add", str(file)]

    return made


def _holds(*entries: tuple[str, str]) -> Callable[[zipfile.ZipFile], None]:
    return _holds_made(lambda: entries)


def _holds_made(entries: Callable[[], Iterable[tuple[str, str]]]) -> Callable[[zipfile.ZipFile], None]:
    """The same of what is large: made when it is packed, not whenever somebody reads this table."""

    def fill(pack: zipfile.ZipFile) -> None:
        for name, text in entries():
            pack.writestr(name, text)

    return fill


def _keys() -> str:
    return "".join(f"k{n}: b\n" for n in range(MEGA))


def _zeros(size: int, change: Callable[[bytes], bytes] = bytes) -> Made:
    """A pack of one file of so many zeros, its bytes then changed so."""

    def made(folder: Path) -> Sequence[str]:
        (folder / "x.zip").write_bytes(change(zipped([("x.yaml", Long(b"", size))])))
        return ["add", str(folder / "x.zip")]

    return made


def directory_of_millions(content: bytes) -> bytes:
    """The directory of a zip said many times over, with its length and number mended."""
    end = content.rindex(b"PK\x05\x06")
    start = content.index(b"PK\x01\x02")
    directory = content[start:end] * (60 * MEGA // (end - start))
    count = min(len(directory) // (end - start), 0xFFFF).to_bytes(2, "little")
    tail = content[end : end + 8] + count + count + len(directory).to_bytes(4, "little")
    return content[:start] + directory + tail + content[end + 16 :]


def _sparse(folder: Path, name: str, verb: str) -> Sequence[str]:
    with (folder / name).open("wb") as stream:
        stream.truncate(10_000 * MEGA)
    return [verb, str(folder / name)]


def _nested(depth: int) -> str:
    return "{not: " * depth + "{scarred: true}" + "}" * depth


SCENARIOS: Final[Mapping[str, Made]] = {
    "a million brackets": checked(lambda: "[" * MEGA),
    "a million braces with keys": checked(lambda: "{a: " * MEGA),
    "a million dashes": checked(lambda: "- " * MEGA),
    "brackets closed again": checked(lambda: "a: " + "[" * MEGA + "]" * MEGA),
    "ever deeper lines": checked(lambda: "\n".join(" " * n + "a:" for n in range(4_000))),
    "conditions in conditions": checked(
        lambda: SMALL.replace("say: Well", f"say: Well, when: {_nested(2_000)}")
    ),
    "an anchor bomb": checked(
        lambda: "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [{f'*k{n - 1},' * 9}]\n" for n in range(1, 30))
    ),
    "half a million aliases, one a line": checked(lambda: "a: &a x\nb:\n" + "- *a\n" * (MEGA // 2)),
    "half a million aliases": checked(lambda: "a: &a x\nb: [" + "*a," * (MEGA // 2) + "]"),
    "a million keys": checked(_keys),
    "a million keys in braces": checked(lambda: "{" + "".join(f"k{n}: b," for n in range(MEGA)) + "}"),
    "a million empty keys": checked(lambda: "a:\n" * MEGA),
    "a million facts": checked(lambda: HEAD + "facts:\n" + "".join(f"  f{n}: x\n" for n in range(MEGA))),
    "a million scenes": checked(lambda: HEAD + "scenes:\n" + "".join(f"  s{n}: x\n" for n in range(MEGA))),
    "two hundred thousand whole scenes": checked(
        lambda: HEAD
        + "scenes:\n"
        + "".join(f"  s{n}: {{lines: [{{customer: x}}], ending: {{deal: open}}}}\n" for n in range(200_000))
    ),
    "a million choices": checked(
        lambda: SMALL.replace("[{id: c, say: Well, goto: b}]", "[" + "{say: x, goto: b}," * (MEGA // 2) + "]")
    ),
    "a million lines": checked(
        lambda: SMALL.replace("[{customer: Hm}]", "[" + "{customer: x}," * MEGA + "]")
    ),
    "a million parts in a thousand lists": checked(
        lambda: "\n".join(f"k{n}: [{'x,' * 3_000}]" for n in range(1_000))
    ),
    "a text of 15 MB": checked(lambda: SMALL.replace("Hm", "x" * 15 * MEGA)),
    "a text of 15 MB in lines": checked(
        lambda: SMALL.replace(
            "[{customer: Hm}]", "\n      - customer: |\n" + "          some words\n" * 500_000
        )
    ),
    "one line of 15 MB": checked(lambda: "a: " + "x " * (15 * MEGA // 2)),
    "texts of 99 kB": checked(lambda: "".join(f"k{n}: {'x ' * 49_000}\n" for n in range(160))),
    "keys of 99 kB": checked(lambda: "".join(f"{n}{'k' * 99_000}: x\n" for n in range(160))),
    "brackets in lines": checked(lambda: "[\n" * MEGA),
    "braces with keys in lines": checked(lambda: "{a:\n" * MEGA),
    "a text of 15 MB, folded": checked(lambda: "a: " + "word word word\n  " * (15 * MEGA // 17)),
    "a quoted text of 15 MB": checked(lambda: 'a: "' + "word word word\n  " * (15 * MEGA // 17) + '"'),
    "a key of 15 MB": checked(lambda: "x" * 15 * MEGA + ": a"),
    "a number of 15 MB": checked(lambda: SMALL.replace("format: 1", "format: " + "9" * 15 * MEGA)),
    "a time of 15 MB": checked(
        lambda: SMALL.replace("    lines", f"    after: {'9' * 15 * MEGA} days\n    lines", 1)
    ),
    "an id of 15 MB": checked(lambda: SMALL.replace("goto: b", "goto: " + "b" * 15 * MEGA)),
    "a file of 40 MB": checked(lambda: "x" * 40 * MEGA),
    "a file of 10 GB, all of it a hole": lambda folder: _sparse(folder, "x.yaml", "check"),
    "15 MB of nothing": checked(lambda: "\0" * 15 * MEGA),
    "15 MB of control characters": checked(lambda: "\x01" * 15 * MEGA),
    "15 MB of spaces": checked(lambda: " " * 15 * MEGA + "#"),
    "15 MB of line ends": checked(lambda: "\r" * 15 * MEGA),
    "15 MB of comments": checked(lambda: "#\n" * (15 * MEGA // 2)),
    "15 MB of quotes": checked(lambda: "a: " + '"' * 15 * MEGA),
    "15 MB of escapes": checked(lambda: 'a: "' + "\\x41" * (15 * MEGA // 4)),
    "15 MB of hashes": checked(lambda: "a: x" + " #y" * (5 * MEGA)),
    "15 MB of question marks": checked(lambda: "a: " + "x? " * (5 * MEGA)),
    "five million furigana": said(lambda: "｜《" * (MEGA * 2)),
    "furigana never closed": said(lambda: "｜漢字《" + "か" * (4 * MEGA)),
    "braces for a name": said(lambda: "{" * 10 * MEGA),
    "a name never closed": said(lambda: "{trainee" * (2 * MEGA)),
    "points and figures": checked(lambda: SMALL.replace("2026-03-03 10:20", "1." * 5 * MEGA)),
    "half a million directives": checked(lambda: "%A\n" * (MEGA // 2) + "---\na: b"),
    "a million documents": checked(lambda: "---\n" * MEGA),
    "a million anchors and tags, one a line": checked(lambda: "- &a !b c\n" * MEGA),
    "a million tags": checked(lambda: "[" + "!x y," * MEGA + "]"),
    "three thousand unknown scenes": checked(lambda: wide(1_000).replace("goto: s", "goto: S")),
    "control characters behind escapes": said(lambda: "\\e[2J\\0\\a" * 9_000),
}  # fmt: skip

_MOST: Final = po_files.MOST_LINES

CATALOGS: Final[Mapping[str, Made]] = {
    "catalog: a million entries": translated(
        lambda: "".join(f'msgid "{n}"\nmsgstr ""\n' for n in range(MEGA // 2))
    ),
    "catalog: one entry a million times": translated(
        lambda: 'msgctxt "title"\nmsgid "X"\nmsgstr "Y"\n' * 300_000
    ),
    "catalog: a million pieces of one text": translated(lambda: 'msgid ""\n' + '"x"\n' * MEGA),
    "catalog: a line of 15 MB": translated(lambda: 'msgid "' + "x" * 15 * MEGA + '"\nmsgstr "y"\n'),
    "catalog: backslashes": translated(lambda: 'msgid "' + "\\" * 15 * MEGA),
    "catalog: backslashes in pairs": translated(lambda: 'msgid "' + "\\\\" * 7 * MEGA + '"\nmsgstr "y"\n'),
    "catalog: a word without end": translated(lambda: "msg" + "a" * 15 * MEGA),
    "catalog: spaces without end": translated(lambda: "#~" + " " * 15 * MEGA + "x"),
    "catalog: comments without end": translated(lambda: "# x\n" * (3 * MEGA)),
    "catalog: one comment without end": translated(lambda: "# " + "x " * (7 * MEGA)),
    "catalog: plurals": translated(
        lambda: 'msgid "a"\nmsgid_plural "b"\nmsgstr[' + "9" * 15 * MEGA + '] "c"\n'
    ),
    "catalog: as many entries as may be": translated(lambda: 'msgid "a"\nmsgstr "b"\n' * (_MOST // 2)),
    "catalog: as many pieces as may be": translated(lambda: 'msgid ""\n' + '"x"\n' * (_MOST - 9)),
    "catalog: as many comments as may be": translated(lambda: "# x\n" * (_MOST - 9)),
    "catalog: as long a header as may be": translated(
        lambda: 'msgid ""\nmsgstr ""\n' + '"A: b\\n"\n' * (_MOST - 9)
    ),
    "catalog: a header of a million lines": translated(
        lambda: 'msgid ""\nmsgstr ""\n' + '"A: b\\n"\n' * (MEGA // 2)
    ),
    "catalog: a file of 40 MB": translated(lambda: "x" * 40 * MEGA),
}  # fmt: skip

TRANSCRIPTS: Final[Mapping[str, Made]] = {
    "transcript: a quarter of a million decisions": replayed(
        lambda: "scenario: x\n" + "a.c\n" * (MEGA // 4)
    ),
    "transcript: a line of 1 MB": replayed(lambda: "x" * MEGA),
    "transcript: spaces without end": replayed(lambda: "a" + " " * (MEGA - 10) + "b"),
    "transcript: a sentence of 1 MB": replayed(lambda: "scenario: x\na.c  「" + "x" * (MEGA - 50) + "」\n"),
    "transcript: a number of 1 MB": replayed(lambda: "scenario: x\na.c\ntrust: " + "9" * (MEGA - 50)),
    "transcript: promises without end": replayed(
        lambda: "scenario: x\na.c\npromises: " + "a kept, " * 12_000 + "?"
    ),
    "transcript: a number of 6 kB": replayed(lambda: "scenario: x\na.c\ntrust: " + "9" * 6_000),
    "transcript: a million unreadable lines": replayed(lambda: "?\n" * (MEGA // 2)),
    "transcript: a file of 40 MB": replayed(lambda: "a.c\n" * 10 * MEGA),
}  # fmt: skip

PACKS: Final[Mapping[str, Made]] = {
    "pack: 1 GB in 1 MB": _zeros(1_000 * MEGA),
    "pack: 1 GB that says it is small": _zeros(
        1_000 * MEGA,
        lambda content: content.replace((1_000 * MEGA).to_bytes(4, "little"), (999).to_bytes(4, "little")),
    ),
    "pack: a directory of a million entries": added(_holds(("x.yaml", SMALL)), directory_of_millions),
    "pack: ten thousand files": added(_holds_made(lambda: ((f"x{n}.yaml", SMALL) for n in range(10_000)))),
    "pack: four files of 16 MB": added(
        _holds_made(lambda: ((f"x{n}.yaml", keys) for keys in [_keys()] for n in range(4)))
    ),
    "pack: a million keys": added(_holds_made(lambda: [("x.yaml", _keys())])),
    "pack: a way out": added(_holds(("../x.yaml", SMALL))),
    "pack: a way to the top": added(_holds(("/tmp/x.yaml", SMALL))),
    "pack: a way to a drive": added(_holds(("C:\\x.yaml", SMALL))),
    "pack: half of one": added(_holds(("x.yaml", SMALL)), lambda content: content[: len(content) // 2]),
    "pack: 100 MB of nothing": added(_holds(), lambda _: bytes(100 * MEGA)),
    "pack: a file of 10 GB, all of it a hole": lambda folder: _sparse(folder, "x.zip", "add"),
}  # fmt: skip

DANGERS: Final[Mapping[str, Made]] = {**SCENARIOS, **CATALOGS, **TRANSCRIPTS, **PACKS}
