"""The shape of a document: the models applied, and what does not fit told with its place.

No word of pydantic's reaches a person: every kind of error it can raise has a code here.
"""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from game.format.annotations import expected, fields_of
from game.format.codes import CODES
from game.format.findings import Findings, Verbatim
from game.format.mending import mended
from game.format.models import FORMAT, Document, ReplyShape
from game.format.tree import NOTHING, REFUSED, Marks, Node, Path, Place

_COLON_SLIP: Final = re.compile(r"^[\w-]+([:：])")
_MOST_NAMED: Final = 24
"""How many possibilities a hint lists before it says "…"."""


SPEAKERS: Final = ("customer", "narrator", "trainee")
"""Who speaks in every scenario, beside its own people."""


class Shaped(NamedTuple):
    """A document, and whether it is what was written (else parts were replaced to find more)."""

    document: Document
    whole: bool
    newer: bool
    muted: frozenset[str]


def shape(root: Node, marks: Marks, findings: Findings) -> Shaped | None:
    """The document as models; None where too little of it is left to look further.

    When the shape has faults, the faulty parts are left out or filled in, so that the rest can still be
    looked at; ``muted`` are the ids that are gone for that reason.
    """
    data = root.plain()
    if not isinstance(data, dict):
        _not_a_mapping(root, findings)
        return None
    newer = _version(data, marks, findings)
    if newer is None:
        return None
    muted: set[str] = set()
    told = False
    for _ in range(3):
        try:
            document = Document.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=True)
            if not told:
                tell = _Teller(marks, findings, newer, speakers_of(data))
                for one in errors:
                    tell(one)
            told = told or not newer or findings.any_fault
            data = mended(data, errors, muted)
        else:
            return Shaped(document, whole=not told, newer=newer, muted=frozenset(muted))
    return None


def _not_a_mapping(root: Node, findings: Findings) -> None:
    text = root.value if isinstance(root.value, str) else ""
    if match := _COLON_SLIP.match(text):
        code = "colon-space" if match[1] == ":" else "wide-colon"
        findings.add(code, (root.line, root.column + match.start(1)))
    elif root.value is not REFUSED:
        findings.add("not-a-scenario", (root.line, root.column))


def _version(data: dict[str, Any], marks: Marks, findings: Findings) -> bool | None:
    """Whether the file is of a newer minor format; None when it cannot be read by this program."""
    value = data.get("format")
    if not isinstance(value, str):
        return False
    at = marks.nearest(("format",))
    match = re.fullmatch(r"(\d{1,4})(?:\.(\d{1,4}))?", value.strip())
    if not match:
        findings.add("bad-format", at, value=value)
        return False
    major, minor = int(match[1]), int(match[2] or 0)
    if major != FORMAT:
        findings.add("old-format" if major < FORMAT else "newer-format", at, value=value)
        return None
    return minor > 0


class _Teller:
    """Tells pydantic's errors in the table's words."""

    def __init__(self, marks: Marks, findings: Findings, newer: bool, speakers: tuple[str, ...]) -> None:
        self.marks = marks
        self.findings = findings
        self.newer = newer
        self.speakers = speakers

    def __call__(self, error: Any) -> None:
        """One error: its kind decides the code, its path the place."""
        path: Path = tuple(error["loc"])
        value = error["input"]
        if value is REFUSED:
            return
        if expected(path) is None and error["type"] != "extra_forbidden":
            tell_speaker(str(path[-1]), self.marks.key(path), self.speakers, self.findings, newer=self.newer)
            return
        if value is NOTHING and error["type"] not in {"extra_forbidden", "missing"}:
            self.findings.add("empty-value", self.marks.key(path), key=_name(path))
            return
        tell = self._BY_TYPE.get(error["type"], _Teller._own)
        tell(self, error, path, value)

    def _add(self, code: str, path: Path, **named: object) -> None:
        self.findings.add(code, self.marks.nearest(path), key=_name(path), **named)

    def _own(self, error: Any, path: Path, value: object) -> None:
        """Our own errors carry a code of the table; anything unforeseen is a wrong value."""
        code = error["type"]
        if code in CODES:
            self._add(code, path, value=value, **error.get("ctx", {}))
        elif code == "out-of-bounds":
            least, most = error["ctx"]["least"], error["ctx"]["most"]
            low = isinstance(value, str) and value.strip().startswith("-")
            self._add("too-small" if low else "too-big", path, value=value, least=least, most=most)
        else:
            self._add("wrong-value", path, value=value)

    def _missing(self, error: Any, path: Path, value: object) -> None:
        del error, value
        want = expected(path)
        what = want.description(self.findings.lang) if want else ""
        self.findings.add("missing-key", self.marks.nearest(path[:-1]), key=_name(path), what=what)

    def _unknown(self, error: Any, path: Path, value: object) -> None:
        del error, value
        key = str(path[-1])
        want = expected(path[:-1])
        known = want.keys if want else ()
        code = "newer-key" if self.newer else "unknown-key"
        close = self.findings.close(key, known)
        self.findings.add(code, self.marks.key(path), meant=close, key=key, known=listed(known))

    def _mapping(self, error: Any, path: Path, value: object) -> None:
        del error
        place = self.marks.nearest(path)
        if isinstance(value, str) and (match := _COLON_SLIP.match(value)):
            code = "colon-space" if match[1] == ":" else "wide-colon"
            self.findings.add(code, (place[0], place[1] + match.start(1)))
            return
        want = expected(path)
        known = listed(want.keys if want else ())
        self.findings.add("expected-mapping", place, key=_name(path), known=known)

    def _list(self, error: Any, path: Path, value: object) -> None:
        del error, value
        self._add("expected-list", path)

    def _text(self, error: Any, path: Path, value: object) -> None:
        del error, value
        self._add("expected-text", path)

    def _value(self, error: Any, path: Path, value: object) -> None:
        del error
        want = expected(path)
        known = want.values if want else ()
        if not isinstance(value, str):
            self._add("expected-text", path)
            return
        place = self._place_of(path)
        close = self.findings.close(value, known)
        self.findings.add(
            "unknown-value", place, meant=close, key=_name(path), value=value, known=listed(known)
        )

    def _pattern(self, error: Any, path: Path, value: object) -> None:
        del error
        code = "bad-language" if path == ("language",) else "bad-id"
        self.findings.add(code, self._place_of(path), value=value)

    def _small(self, error: Any, path: Path, value: object) -> None:
        self._add("too-small", path, value=value, least=error["ctx"]["ge"])

    def _big(self, error: Any, path: Path, value: object) -> None:
        self._add("too-big", path, value=value, most=error["ctx"]["le"])

    def _short(self, error: Any, path: Path, value: object) -> None:
        del error
        if isinstance(value, str):
            self.findings.add("empty-value", self.marks.key(path), key=_name(path))
        else:
            self._add("too-few", path)

    def _long(self, error: Any, path: Path, value: object) -> None:
        del value
        self._add("too-long", path, most=error["ctx"]["max_length"])

    def _place_of(self, path: Path) -> Place:
        """The place of a value, or of the key when the key itself is what is wrong."""
        if path and path[-1] == "[key]":
            return self.marks.key(path[:-1])
        return self.marks.nearest(path)

    _BY_TYPE: Final[dict[str, Callable[["_Teller", Any, Path, object], None]]] = {
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
        "string_too_long": _long,
    }


def speakers_of(data: dict[str, Any]) -> tuple[str, ...]:
    """Who can speak in a line, the declared people last."""
    people = data.get("people")
    return (*SPEAKERS, *(people if isinstance(people, dict) else ()))


def tell_speaker(
    key: str, at: Place, speakers: tuple[str, ...], findings: Findings, *, newer: bool = False
) -> None:
    """A key of a line that is neither one of its own nor a speaker."""
    if newer:
        findings.add("newer-key", at, key=key)
        return
    close = findings.close(key, (*speakers, *fields_of(ReplyShape)))
    findings.add("unknown-speaker", at, meant=close, key=key, known=listed(speakers))


def _name(path: Path) -> str:
    """What a person calls the place: the last key on the way to it."""
    for step in reversed(path):
        if isinstance(step, str) and step != "[key]":
            return step
    return "-"


def listed(known: tuple[str, ...]) -> Verbatim:
    """Words of ours for a hint, in one line."""
    shown = ", ".join(known[:_MOST_NAMED])
    return Verbatim(shown + (", …" if len(known) > _MOST_NAMED else ""))
