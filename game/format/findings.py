"""What a person got wrong, as a value: where, what, and how to mend it, in their language.

Every code stands in one table, ``codes.CODES``, with its severity and its Japanese and English words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from typing import Final
from unicodedata import normalize

from game.format.codes import CODES, KINDS, Lang, Severity
from game.format.meant import MEANT

MOST_FINDINGS: Final = 500
"""A file with more findings than this has one thing wrong with it, not five hundred."""

ENDLESS: Final = 10_000
"""Findings beyond those kept after which a reader may give up looking."""

MOST_GUESSES: Final = 50
"""How many different words of one file are compared with what they may mean; comparing is slow."""

MOST_LINES: Final = 8
"""How many further lines with the same mistake a hint names."""

LONGEST_GUESSED: Final = 100
"""Longer words are no slips of an id."""

LONGEST_QUOTED: Final = 40
"""Characters of a person's own text that a message repeats; the frame shows the rest."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in one file.

    ``line`` and ``column`` count from 1; columns count characters, not bytes or cells. ``message`` and
    ``hint`` are whole sentences in the person's language; ``hint`` may be empty.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str

    def as_json(self) -> dict[str, str | int]:
        """The object of ``check --format json``: exactly these seven keys, in this order."""
        return asdict(self)


def finding(  # noqa: PLR0917 (names of keywords belong to the table's sentences)
    code: str,
    lang: Lang,
    file: str,
    at: tuple[int, int],
    meant: Iterable[str] = (),
    others: Iterable[int] = (),
    /,
    **named: object,
) -> Finding:
    """A finding worded from the table.

    ``at`` is (line, column), both from 1. ``meant``: what the person may have meant, best first; it is
    put before the hint. ``others``: further lines (from 1) with the same mistake, named behind it. Values of
    ``named`` that are a ``Kind`` are worded in the person's language. Raises ``KeyError`` for an unknown
    code or a name that the table's sentence wants and did not get.
    """
    entry = CODES[code]
    words = {name: _worded(value, lang) for name, value in named.items()}
    said, mend = (entry.ja, entry.ja_hint) if lang == "ja" else (entry.en, entry.en_hint)
    hint = mend.format(**words)
    if guesses := [f"`{one}`" for one in meant]:
        if lang == "ja":
            hint = f"もしかして {'、'.join(guesses)} ですか。{hint}"
        else:
            hint = f"Did you mean {' or '.join(guesses)}? {hint}".strip()
    if lines := sorted({line for line in others if line != at[0]}):
        hint += _also(lines, lang)
    return Finding(code, entry.severity, file, *at, said.format(**words), hint)


def _also(lines: Sequence[int], lang: Lang) -> str:
    """Where else the same thing is wrong, in a sentence behind a hint."""
    shown = [str(line) for line in lines[:MOST_LINES]]
    more = len(lines) > MOST_LINES
    if lang == "ja":
        return f"（{'、'.join(shown)}行目{'など' if more else ''}も同じです。）"
    where = f"{'line' if len(lines) == 1 else 'lines'} {', '.join(shown)}"
    return f" (The same in {where}{' and more' if more else ''}.)"


class Kind(str):
    """The name of a kind of thing, to be worded in the person's language within a sentence."""

    __slots__ = ()


class Verbatim(str):
    """Words of our own (a list of keys) that no message cuts short."""

    __slots__ = ()


def _worded(value: object, lang: Lang) -> str:
    if isinstance(value, Kind):
        return KINDS[value][lang]
    if isinstance(value, Verbatim):
        return value
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTED else text[: LONGEST_QUOTED - 1] + "…"


class Findings:
    """Collects the findings of one file in one language.

    Beyond ``MOST_FINDINGS`` further ones are counted, not kept; the last one kept says how many.
    """

    def __init__(self, file: str, lang: Lang) -> None:
        self.file = file
        self.lang: Lang = lang
        self._found: dict[Finding, None] = {}
        self._over = 0
        self._guesses: dict[tuple[str, int], list[str]] = {}
        self._lost: tuple[int, int] = (1, 1)
        self._faults = False

    def add(
        self,
        code: str,
        at: tuple[int, int],
        meant: Iterable[str] = (),
        others: Iterable[int] = (),
        /,
        **named: object,
    ) -> None:
        """Add one; see ``finding``. The same finding twice is one."""
        self._faults = self._faults or CODES[code].severity == "fault"
        if len(self._found) >= MOST_FINDINGS:
            self._over, self._lost = self._over + 1, at
            return
        self._found[finding(code, self.lang, self.file, at, meant, others, **named)] = None

    def close(self, word: str, known: Iterable[str]) -> list[str]:
        """At most two of ``known`` that look like ``word``, best first; [] once there were many."""
        if len(self._guesses) > MOST_GUESSES:
            return []
        names = list(known)
        key = (word, len(names))
        if key not in self._guesses:
            self._guesses[key] = close(word, names)
        return self._guesses[key]

    @property
    def endless(self) -> bool:
        """Whether there are so many that nobody has to look for more."""
        return self._over >= ENDLESS

    @property
    def any_fault(self) -> bool:
        """Whether something found so far makes the file unplayable."""
        return self._faults

    def sorted(self, lines: Sequence[str] = ()) -> tuple[Finding, ...]:
        """All of them in the order of the file, none beyond the end of its line in ``lines``."""
        found = sorted(
            (_within(one, lines) for one in self._found), key=lambda one: (one.line, one.column, one.code)
        )
        if self._over:
            found.append(finding("too-many-findings", self.lang, self.file, self._lost, count=self._over))
        return tuple(found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)


def _within(one: Finding, lines: Sequence[str]) -> Finding:
    """A place inside the file: a quoted text over several lines has fewer columns than characters."""
    if not lines:
        return one
    line = min(one.line, len(lines))
    column = min(one.column, len(lines[line - 1]) + 1)
    return one if (line, column) == (one.line, one.column) else replace(one, line=line, column=column)


def close(word: str, known: Iterable[str], most: int = 2) -> list[str]:
    """Names that look like ``word``, or say the same in Japanese, best first ("did you mean").

    Full-width letters look like the ordinary ones.
    """
    wanted = normalize("NFKC", word[: 2 * LONGEST_GUESSED]).strip().lower()
    if not wanted or len(wanted) > LONGEST_GUESSED:
        return []
    names = list(known)
    if wanted in MEANT and (meant := [one for one in MEANT[wanted] if one in names]):
        return meant[:most]
    by_lower: dict[str, str] = {}
    for name in names:
        if abs(len(name) - len(wanted)) <= max(3, len(wanted) // 2):
            by_lower.setdefault(normalize("NFKC", name).lower(), name)
    return [by_lower[one] for one in get_close_matches(wanted, list(by_lower), most, 0.6)]
