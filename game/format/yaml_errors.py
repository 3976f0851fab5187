"""PyYAML's syntax errors, told as a trainer needs them: what went wrong, where it began, how to mend it.

The parser's English sentences are never shown. They only say, together with the line itself, which of
the usual slips it was; both parsers (C and Python) word them differently and are told apart here.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from yaml import MarkedYAMLError
from yaml.events import Event, ScalarEvent

from game.format import indentation
from game.format.findings import Findings
from game.format.lookalikes import lookalike
from game.format.tree import Place

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    AnyMark = Mark | CMark

LONGEST_KEY: Final = 1_000
"""What stands before a colon and is longer than this was never meant as a key (parsers allow 1,024)."""

_NO_SPACE: Final = re.compile(r"^\s*(?:- +)*[{]?[A-Za-z_][\w-]*(:)[^\s:/]")
_BARE_ITEM: Final = re.compile(r"^(\s*- +)(?![\[{\"'|>])(?!.*:(?:\s|$))\S")
_HASH: Final = re.compile(r"(?<=\S) +#")
_KEYED: Final = re.compile(r"^\s*(?:- +)*[{]?[\"']?[\w.-]+[\"']?\s*:(\s|$)")


@dataclass(frozen=True, slots=True)
class _Slip:
    """A syntax error with all that helps to understand it; lines and columns from 0."""

    lines: Sequence[str]
    problem: str
    context: str
    line: int
    column: int
    begin_line: int
    begin_column: int
    last: ScalarEvent | None
    opened: Place | None

    @property
    def here(self) -> Place:
        return self.line + 1, self.column + 1

    @property
    def beginning(self) -> Place:
        return self.begin_line + 1, self.begin_column + 1

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the place in its line, without spaces at its end."""
        return self.text(self.line)[: self.column].rstrip()

    @property
    def char(self) -> str:
        return self.text(self.line)[self.column : self.column + 1]

    @property
    def begin_char(self) -> str:
        return self.text(self.begin_line)[self.begin_column : self.begin_column + 1]


def start_of(event: Event) -> "AnyMark":
    """Where an event begins; every event of a parser has it."""
    assert event.start_mark is not None
    return event.start_mark


def end_of(event: Event) -> "AnyMark":
    """Where an event ends."""
    assert event.end_mark is not None
    return event.end_mark


def explain(
    error: MarkedYAMLError,
    lines: Sequence[str],
    last: ScalarEvent | None,
    opened: Place | None,
    findings: Findings,
) -> None:
    """Add the one finding that a syntax error is.

    ``last``: the scalar read right before it; ``opened``: where the innermost bracket still open stands.
    """
    here = error.problem_mark or error.context_mark
    begin = error.context_mark or here
    slip = _Slip(
        lines,
        error.problem or "",
        error.context or "",
        here.line if here else 0,
        here.column if here else 0,
        begin.line if begin else 0,
        begin.column if begin else 0,
        last,
        opened,
    )
    if _looks_alike(slip, findings):
        return
    for pattern, tell in _TELLERS:
        if re.search(pattern, f"{slip.context} | {slip.problem}"):
            tell(slip, findings)
            return
    findings.add("yaml-syntax", slip.here)


def _looks_alike(slip: _Slip, findings: Findings) -> bool:
    """A sign that only looks like YAML's, in the line of the error, the one before, or where it began."""
    for line in dict.fromkeys((slip.line, slip.line - 1, slip.begin_line)):
        found = lookalike(slip.text(line))
        if found is not None:
            findings.add(found.code, (line + 1, found.column), **found.named)
            return True
    return False


def _wrong_colon(slip: _Slip, findings: Findings, first: int) -> bool:
    """A colon that is none, on a line from ``first`` up to the place: full-width, or with no space."""
    for line in range(max(first, 0), slip.line + 1):
        text = slip.text(line)
        if _KEYED.match(text):
            continue
        found, glued = lookalike(text), _NO_SPACE.match(text)
        if found is not None and found.code == "wide-colon":
            findings.add(found.code, (line + 1, found.column))
            return True
        if glued:
            findings.add("colon-space", (line + 1, glued.start(1) + 1))
            return True
    return False


def _values(slip: _Slip, findings: Findings) -> None:
    """A second colon in a line, or a line deeper than the one it hangs on."""
    if _KEYED.match(slip.before + " ") or len(slip.before) > LONGEST_KEY:
        findings.add("colon-in-text", slip.here)
    elif not _wrong_colon(slip, findings, slip.line - 1) and not _bare_item(slip, findings):
        findings.add("bad-indent", indentation.culprit(slip.lines, slip.line))


def _bare_item(slip: _Slip, findings: Findings) -> bool:
    """An item that is a text only, with keys below it: it lacks its own key."""
    match = _BARE_ITEM.match(slip.text(slip.line - 1))
    if match and match.end(1) < len(slip.before) + 1 + len(slip.char):
        findings.add("missing-colon", (slip.line, match.end(1) + 1))
        return True
    return False


def _token(slip: _Slip, findings: Findings) -> None:
    if slip.char == "\t":
        findings.add("tab", slip.here)
    else:
        findings.add("special-start", slip.here, char=slip.char)


def _tab(slip: _Slip, findings: Findings) -> None:
    findings.add("tab", (slip.line + 1, max(slip.text(slip.line).find("\t"), 0) + 1))


def _start(slip: _Slip, findings: Findings) -> None:
    findings.add("special-start", slip.beginning, char=slip.begin_char)


def _question(slip: _Slip, findings: Findings) -> None:
    findings.add("special-start", slip.here, char="?")


def _quote(slip: _Slip, findings: Findings) -> None:
    findings.add("unclosed-quote", slip.beginning, quote=slip.begin_char)


def _bracket(slip: _Slip, findings: Findings) -> None:
    """Within { } or [ ]: a colon in a text, text after a quote, or a bracket never closed."""
    if slip.line == slip.begin_line and slip.char == ":":
        findings.add("colon-in-text", slip.here)
    elif _cut(slip, slip.beginning, findings) or _unclosed_before(slip, findings):
        return
    elif slip.line == slip.begin_line and slip.before.endswith(("'", '"')) and slip.char:
        findings.add("text-after-quote", slip.here)
    elif slip.line == slip.begin_line and slip.before.endswith(("}", "]")) and slip.char:
        findings.add("text-after-bracket", slip.here)
    else:
        findings.add("unclosed-bracket", slip.beginning, bracket=slip.begin_char)


def _cut(slip: _Slip, opened: Place, findings: Findings) -> bool:
    """A bracket whose end is behind a `#`: what was cut off is what is wrong."""
    line, column = opened
    match = _HASH.search(slip.text(line - 1), column)
    if match is None:
        return False
    if not any(one.code == "cut-at-hash" and one.line == line for one in findings):
        findings.add("cut-at-hash", (line, match.end()), rest=match.string[match.end() - 1 :])
    return True


def _unclosed_before(slip: _Slip, findings: Findings) -> bool:
    """A quote that ended lines later at one meant to open: where it began is what is wrong."""
    last = slip.last
    if last is None or last.style not in {"'", '"'} or start_of(last).line == end_of(last).line:
        return False
    if end_of(last).line != slip.line or end_of(last).column > slip.column:
        return False
    findings.add("unclosed-quote", (start_of(last).line + 1, start_of(last).column + 1), quote=last.style)
    return True


def _block(slip: _Slip, findings: Findings) -> None:
    """Something stands where a key or an item should: after a closed text, or wrongly indented."""
    before = slip.before
    star = re.search(r"(?:^|\s)([*&])\S+$", before)
    if _unclosed_before(slip, findings):
        return
    if slip.char == ":" and not before:
        findings.add("empty-key", slip.here)
    elif star:
        findings.add("special-start", (slip.line + 1, star.start(1) + 1), char=star[1])
    elif before.endswith(("'", '"')):
        findings.add("text-after-quote", slip.here)
    elif before.endswith(("}", "]")):
        if not any(one.code == "unquoted-braces" and one.line == slip.line + 1 for one in findings):
            findings.add("text-after-bracket", slip.here)
    elif _wrong_colon(slip, findings, slip.line) or _bare_item(slip, findings):
        return
    elif indentation.needless_dash(slip.lines, slip.line):
        findings.add("dash-not-allowed", slip.here)
    elif (at := indentation.without_dash(slip.lines, slip.line)) is not None:
        findings.add("missing-dash", at)
    else:
        findings.add("bad-indent", indentation.culprit(slip.lines, slip.line))


def _simple_key(slip: _Slip, findings: Findings) -> None:
    if not _wrong_colon(slip, findings, slip.begin_line):
        findings.add("missing-colon", slip.beginning)


def _dash(slip: _Slip, findings: Findings) -> None:
    findings.add("dash-not-allowed", slip.here)


def _escape(slip: _Slip, findings: Findings) -> None:
    back = 1 if slip.before.endswith("\\") and slip.char != "\\" else 0
    findings.add("bad-escape", (slip.line + 1, slip.column + 1 - back))


def _content(slip: _Slip, findings: Findings) -> None:
    if slip.char and slip.char in "]}":
        findings.add("lone-bracket", slip.here, bracket=slip.char)
    elif slip.char == ",":
        findings.add("special-start", slip.here, char=",")
    elif not slip.char and slip.opened:
        if _cut(slip, slip.opened, findings):
            return
        line, column = slip.opened
        findings.add("unclosed-bracket", slip.opened, bracket=slip.text(line - 1)[column - 1 : column])
    else:
        findings.add("yaml-syntax", slip.here)


def _glued(slip: _Slip, findings: Findings) -> None:
    findings.add("colon-space", slip.here)


def _directive(slip: _Slip, findings: Findings) -> None:
    findings.add("directive", (slip.begin_line + 1, 1))


_TELLERS: Final[tuple[tuple[str, Callable[[_Slip, Findings], None]], ...]] = (
    (r"mapping values are not allowed", _values),
    (r"unexpected ':'", _glued),
    (r"cannot start any token", _token),
    (r"tab character", _tab),
    (r"scanning an (alias|anchor)", _start),
    (r"(scanning|parsing) a tag", _start),
    (r"scanning a block scalar", _start),
    (r"mapping keys are not allowed", _question),
    (r"quoted scalar.*(end of stream|document)", _quote),
    (r"quoted scalar", _escape),
    (r"',' or '[\]}]'", _bracket),
    (r"simple key|could not find expected ':'", _simple_key),
    (r"sequence entries are not allowed", _dash),
    (r"node content", _content),
    (r"directive", _directive),
    (r"expected key|block end|'-' indicator|document start", _block),
)
"""What the parsers say, in the order in which to look for it, and who tells it to a person."""
