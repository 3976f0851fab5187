"""The sample of the format's design, and small ways to change it."""

from pathlib import Path

from game.format.findings import Finding
from game.format.reader import Reading, read

SAMPLE = Path(__file__).with_name("sample.yaml").read_text(encoding="utf-8")
PERSONAS = ("default", "careful", "busy")

SMALL = """\
format: 1
id: small
language: ja
title: 小さな話
customer: {name: 田辺}
facts: {closing: 締め日}
promises: {sheet: {text: 一覧を送る, due: friday}}
blurs: {support: {said: 支援します, heard: 無料でやります}}
start: one
scenes:
  one:
    lines: [{customer: どうも。}]
    choices:
      - id: go
        say: 始めます。
        goto: end
  end:
    ending: open
    lines: [{customer: では。}]
"""


def reading(text, *, lang="ja", pure=False, **more) -> Reading:
    source = text if isinstance(text, bytes) else text.encode()
    return read(source, "story.yaml", lang=lang, pure=pure, personas=PERSONAS, **more)


def changed(old: str, new: str, text: str = SAMPLE) -> str:
    """The text with one place changed; it must be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def small(choice: str = "", *, top: str = "", scene: str = "") -> str:
    """The small story with more lines in its choice, at its top, in its first scene."""
    text = SMALL
    for mark, lines, indent in (("        goto: end\n", choice, 8), ("    choices:\n", scene, 4)):
        block = "".join(" " * indent + line + "\n" for line in lines.splitlines())
        text = text.replace(mark, block + mark, 1)
    return text.replace("start: one\n", f"{top}\nstart: one\n", 1) if top else text


def places(found: Reading | tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    findings = found.findings if isinstance(found, Reading) else found
    return [(one.code, one.line, one.column) for one in findings]


def at(text: str, piece: str, nth: int = 0) -> tuple[int, int]:
    """Line and column (from 1) of a piece of a text."""
    index = -1
    for _ in range(nth + 1):
        index = text.index(piece, index + 1)
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
