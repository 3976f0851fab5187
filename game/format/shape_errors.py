"""What pydantic found wrong, told in the table's words: no sentence of the library reaches a person."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Final, NamedTuple
from unicodedata import category

from pydantic_core import ErrorDetails

from game.core.times import WEEKDAYS
from game.format.annotations import Expected, expected, fields_of
from game.format.codes import CODES
from game.format.findings import Findings, Verbatim
from game.format.models import LineShape, ReplyShape
from game.format.tree import NOTHING, REFUSED, Marks, Path, Place

COLON_SLIP: Final = re.compile(r"^[\w-]+([:：])")
"""A key whose colon is full-width or has no space after it, so that it was read as a text."""

_WIDE_BRACKETS: Final = {"［": "[", "｛": "{"}
"""Full-width brackets, and the ordinary ones."""

_COMMAS: Final = re.compile("[,、，]")

_MOST_NAMED: Final = 40
"""How many possibilities a hint lists before it says "…"."""


_UNITS: Final = ("days", "business days", "weeks")


class _Error(NamedTuple):
    """One error of the models: its kind, where, the value found there, and numbers that go with it."""

    kind: str
    path: Path
    value: object
    numbers: Mapping[str, Any]

    @property
    def want(self) -> Expected | None:
        return expected(self.path)


class ShapeErrors:
    """Tells errors of the models.

    ``newer``: the file is of a newer minor format, so unknown keys are passed over. ``speakers``: who can
    speak in a line; ``names``: by which id somebody of this name speaks.
    """

    def __init__(
        self,
        marks: Marks,
        findings: Findings,
        speakers: tuple[str, ...],
        *,
        newer: bool,
        names: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.names = names
        self.marks = marks
        self.findings = findings
        self.speakers = speakers
        self.newer = newer
        self._slips: set[Path] = set()

    def tell_all(self, errors: Iterable[ErrorDetails]) -> None:
        """All errors of a document. A key that was misspelt is told as that, not as missing besides."""
        several = list(errors)
        for details in several:
            if details["type"] == "extra_forbidden":
                mapping = expected(details["loc"][:-1])
                close = self.findings.close(str(details["loc"][-1]), mapping.keys if mapping else ())
                self._slips |= {(*details["loc"][:-1], one) for one in close[:1]}
        for details in several:
            if details["type"] != "missing" or details["loc"] not in self._slips:
                self.tell(details)

    def tell(self, details: ErrorDetails) -> None:
        """One error: its kind decides the code, its path the place."""
        error = _Error(details["type"], _written(details["loc"]), details["input"], details.get("ctx", {}))
        if error.value is REFUSED:
            return
        if error.kind in {"missing", "extra_forbidden"}:
            self._BY_KIND[error.kind](self, error)
        elif error.want is None and error.path[0] != "rulebook":
            at = self.marks.key(error.path)
            name = str(error.path[-1])
            meant = self.names.get(name)
            tell_speaker(name, at, self.speakers, self.findings, newer=self.newer, meant=meant)
        elif error.value is NOTHING:
            self._empty(error)
        else:
            self._BY_KIND.get(error.kind, ShapeErrors._own)(self, error)

    def _add(self, code: str, error: _Error, **named: object) -> None:
        at = self.marks.nearest(error.path)
        self.findings.add(code, at, key=_name(error.path), **named)

    def _own(self, error: _Error) -> None:
        """Our own errors carry a code of the table; anything unforeseen is a wrong value."""
        code = error.kind if error.kind in CODES else "wrong-value"
        self._add(code, error, value=error.value, **error.numbers)

    def _empty(self, error: _Error) -> None:
        self.findings.add("empty-value", self.marks.key(error.path), key=_name(error.path))

    def _missing(self, error: _Error) -> None:
        what = error.want.description(self.findings.lang) if error.want else ""
        at = self.marks.nearest(error.path[:-1])
        self.findings.add("missing-key", at, key=_name(error.path), what=what)

    def _unknown(self, error: _Error) -> None:
        key = str(error.path[-1])
        mapping = expected(error.path[:-1])
        known = mapping.keys if mapping else ()
        code = "newer-key" if self.newer else "unknown-key"
        close = self.findings.close(key, known)
        self.findings.add(code, self.marks.key(error.path), close, key=key, known=listed(known))

    def _mapping(self, error: _Error) -> None:
        place = self.marks.nearest(error.path)
        if isinstance(error.value, str) and (match := COLON_SLIP.match(error.value)):
            code = "colon-space" if match[1] == ":" else "wide-colon"
            self.findings.add(code, (place[0], place[1] + match.start(1)))
        elif self._wide_bracket(error):
            return
        elif isinstance(error.value, str) and error.want and error.want.kind in {LineShape, ReplyShape}:
            self.findings.add("no-speaker", place)
        else:
            known = listed(error.want.keys if error.want else ())
            self.findings.add("expected-mapping", place, key=_name(error.path), known=known)

    def _list(self, error: _Error) -> None:
        if not self._wide_bracket(error):
            self._add("expected-list", error)

    def _wide_bracket(self, error: _Error) -> bool:
        """A list or mapping in full-width brackets, which is a text to YAML."""
        sign = error.value[:1] if isinstance(error.value, str) else ""
        if sign not in _WIDE_BRACKETS:
            return False
        at = self.marks.nearest(error.path)
        self.findings.add("wide-sign", at, sign=sign, meant=_WIDE_BRACKETS[sign])
        return True

    def _text(self, error: _Error) -> None:
        self._add("expected-text", error)

    def _value(self, error: _Error) -> None:
        if not isinstance(error.value, str):
            self._text(error)
            return
        if self._wide_bracket(error):
            return
        known = error.want.values if error.want else ()
        # What was written short (``ending: lost``) is called by the key that was written.
        written = error.path if error.path in self.marks else error.path[:-1]
        pieces = _COMMAS.split(error.value)
        listed_plainly = written != error.path and isinstance(error.path[-1], int) and len(pieces) > 1
        if listed_plainly and any(self.findings.close(one, known) for one in pieces):
            self._add("expected-list", error)
            return
        close = self.findings.close(error.value, known)
        named = {"key": _name(written), "value": error.value, "known": listed(known)}
        self.findings.add("unknown-value", self._place_of(error.path), close, **named)

    def _time(self, error: _Error) -> None:
        word = str(error.value).strip()
        count, _, unit = word.partition(" ")
        units = [f"{count} {one}" for one in self.findings.close(unit, _UNITS)] if count.isdigit() else []
        close = units or self.findings.close(word, WEEKDAYS)
        self.findings.add("bad-time", self.marks.nearest(error.path), close, value=error.value)

    def _pattern(self, error: _Error) -> None:
        place, value = self._place_of(error.path), str(error.value)
        hidden = next((char for char in value if category(char) == "Cf"), None)
        if error.path == ("language",):
            self.findings.add("bad-language", place, self.findings.close(value, ("ja", "en")), value=value)
        elif hidden is not None:
            at = (place[0], place[1] + value.index(hidden))
            self.findings.add("control-character", at, name=f"U+{ord(hidden):04X}")
        else:
            self.findings.add("bad-id", place, value=value)

    def _small(self, error: _Error) -> None:
        self._add("too-small", error, value=error.value, least=error.numbers["ge"])

    def _big(self, error: _Error) -> None:
        self._add("too-big", error, value=error.value, most=error.numbers["le"])

    def _short(self, error: _Error) -> None:
        if isinstance(error.value, str):
            self._empty(error)
        else:
            self._add("too-few", error)

    def _long(self, error: _Error) -> None:
        self._add("too-long", error, most=error.numbers["max_length"])

    def _place_of(self, path: Path) -> Place:
        """The place of a value, or of the key when the key itself is what is wrong."""
        return self.marks.key(path[:-1]) if path[-1] == "[key]" else self.marks.nearest(path)

    _BY_KIND: ClassVar[dict[str, Callable[["ShapeErrors", _Error], None]]] = {
        "missing": _missing,
        "extra_forbidden": _unknown,
        "model_type": _mapping,
        "model_attributes_type": _mapping,
        "dict_type": _mapping,
        "list_type": _list,
        "string_type": _text,
        "literal_error": _value,
        "string_pattern_mismatch": _pattern,
        "greater_than_equal": _small,
        "less_than_equal": _big,
        "string_too_short": _short,
        "too_short": _short,
        "bad-time": _time,
        "string_too_long": _long,
    }
    """Every kind of error the models raise by themselves, and those of ours that need more than a code."""


def tell_speaker(
    key: str,
    at: Place,
    speakers: tuple[str, ...],
    findings: Findings,
    *,
    newer: bool = False,
    meant: str | None = None,
) -> None:
    """A key of a line that is neither one of its own nor a speaker; ``meant``: whose name it is."""
    if newer:
        findings.add("newer-key", at, key=key)
        return
    close = [meant] if meant else findings.close(key, (*speakers, *fields_of(ReplyShape)))
    findings.add("unknown-speaker", at, close, key=key, known=listed(speakers))


def listed(known: tuple[str, ...]) -> Verbatim:
    """Words of ours for a hint, in one line."""
    shown = ", ".join(known[:_MOST_NAMED])
    return Verbatim(shown + (", …" if len(known) > _MOST_NAMED else ""))


def _written(path: Path) -> Path:
    """The path as written: the author's numbers have dotted names wherever they were nested."""
    if path[:1] == ("rulebook",) and len(path) > 1 and isinstance(path[1], str):
        return ("rulebook", *path[1].split("."), *path[2:])
    return path


def _name(path: Path) -> str:
    """What a person calls the place: the last key on the way to it."""
    return next((step for step in reversed(path) if isinstance(step, str) and step != "[key]"), "-")
