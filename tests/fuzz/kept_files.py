"""What the program keeps: records, hand-ins, readings, settings, analyses; and how they are changed.

Each of them may have been written by another version, cut off by a full disk, or changed by hand.
"""

import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from game.analysis.exact import analyse
from game.analysis.result import Analysis
from game.analysis.store import to_bytes
from game.core.game import Game
from game.core.scenario import Scenario
from game.format.reader import read as read_scenario
from game.library import settings as settings_file
from game.records import Source
from game.records.lines import Continues, Header, header_line, line
from game.records.versions import names
from tests.format.samples import SMALL
from tests.fuzz.answers import ROOT, book
from tests.fuzz.mutations import bytes_changed, encoded, text_changed

RULEBOOK = (ROOT / "assets" / "rulebook.toml").read_bytes()

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 60, 10**9, 10**400, 1.5, -0.0, 1e308, "", "x", "ja", "en", "a" * 5_000,
    "\ud800", "\x1b[2J", "\n", "\u202e", "が" * 90, "go", "one", "end", "ended", "abandoned", "trusted",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59", "2026-03-03T01:20:00Z",
    "2026-02-30", "0001-01-01", "9999-12-31", "../../x", "ff" * 32, "0" * 32, "K_RETURN", "return",
    [], {}, [[]], ["a"], [None], ["go"], {"a": "b"}, [{"a": 1}],
    {"go": ["return"]}, {"confirm": ["a", "b"]}, {"": ""},
)  # fmt: skip
"""Values to stand where others belong."""

MOST_DEPTH = 1_500
"""How deep an odd value is nested now and then."""


@cache
def source() -> Source:
    """What the meetings below were played with."""
    return Source(SMALL.encode(), RULEBOOK, {})


@cache
def story() -> Scenario:
    found = read_scenario(source().scenario, "small.yaml", lang="ja", rulebook=book()).scenario
    assert found is not None
    return found


@cache
def records() -> tuple[bytes, ...]:
    """Records of one meeting, in each state one can be in."""
    files = source().files
    before = Continues("small", story().hash, book().hash, ("go",), files)
    found: list[bytes] = []
    for continues in (None, before):
        head = Header(
            scenario="small", hash=story().hash, text_hash=story().text_hash, rulebook=book().hash,
            app="0.1.0", trainee="青い鉛筆", language="ja", coach=False, purpose="練習",
            retain_until=date(2026, 6, 1),
            started=datetime(2026, 3, 3, 1, 20, tzinfo=UTC), uid="ab" * 16, files=files, continues=continues,
        )  # fmt: skip
        at = "2026-03-03T01:21:00Z"
        rest: list[dict[str, object]] = [
            {"choice": "go", "scene": "one", "at": at},
            {"prediction": "trusted", "trust": 40, "feeling": "calm", "at": at},
            {"closed": "ended", "at": at},
            {"plus": "よく聞けた", "delta": "待つ", "at": at},
            {"resolve": "次は先に役立つ", "at": at},
            {"retry": 0, "choices": ["go"], "at": at},
        ]
        lengths = (0, 1, 3, len(rest))
        found += [header_line(head) + b"".join(map(line, rest[:length])) for length in lengths]
    return tuple(found)


# ── how they are changed ───────────────────────────────────────────────────────────────────────────────────


def json_lines_changed(content: bytes, rng: random.Random) -> bytes:
    """Lines of JSON with a value, a key or a line where it does not belong; or text, or bytes, changed."""
    act = rng.random()
    if act < 0.2:
        return bytes_changed(content, rng)
    if act < 0.4:
        return encoded(text_changed(content.decode("utf-8", "replace"), rng), rng)
    lines = content.splitlines()
    if not lines:
        return content
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = rng.randrange(len(lines))
        if rng.random() < 0.2:
            lines.insert(rng.randrange(len(lines) + 1), lines[at])
        else:
            lines[at] = json_changed(lines[at], rng)
    return b"\n".join(lines) + rng.choice((b"\n", b"\n", b"", b"\r\n", b"{"))


def json_changed(content: bytes, rng: random.Random) -> bytes:
    """One JSON text with a part that is not what it should be; other text as it is."""
    with suppress(ValueError, RecursionError):
        found = json.loads(content)
        parts = list(_parts(found))
        if parts:
            holder, key = rng.choice(parts)
            if rng.random() < 0.2 and isinstance(holder, dict):
                holder[rng.choice(("x", "record", "closed", "at", *map(str, holder)))] = holder.pop(key)
            elif rng.random() < 0.1:
                del holder[key]
            else:
                holder[key] = _odd(rng)
        text = json.dumps(found, ensure_ascii=rng.random() < 0.3)
        return text.encode("utf-8", "surrogatepass")
    return content


def _odd(rng: random.Random) -> object:
    value = rng.choice(ODD)
    if rng.random() < 0.02:
        for _ in range(rng.randrange(MOST_DEPTH)):
            value = [value] if rng.random() < 0.5 else {"continues": value}
    return value


def _parts(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield value, key
        yield from _parts(part)


def record_made(rng: random.Random) -> bytes:
    """A record, changed."""
    return json_lines_changed(rng.choice(records()), rng)


def handed_made(rng: random.Random) -> bytes:
    """What a trainee hands in, changed inside or as a whole."""
    versions = dict(zip(names(source().files), (source().scenario, source().rulebook), strict=True))
    record = rng.choice(records())
    if rng.random() < 0.5:
        record = json_lines_changed(record, rng)
    entries = {"record.jsonl": record, **{f"versions/{name}": content for name, content in versions.items()}}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            act = rng.randrange(12)
            if act == 0:
                continue
            odd = rng.choice(
                (f"../{name}", f"/{name}", f"versions/../{name}", "versions/x.yaml", "\x1b[2J", name[:-1])
            )
            entry = zipfile.ZipInfo(odd if act == 1 else name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = rng.choice((0, 8, 12, 14)) if act == 2 else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o120777 << 16 if act == 3 else 0
            made.writestr(entry, bytes_changed(content, rng) if act == 4 else content)
    return bytes_changed(out.getvalue(), rng) if rng.random() < 0.4 else out.getvalue()


TRAINEE, STORY = "青い鉛筆", "small"


def reading_made(rng: random.Random) -> bytes:
    """A file of the lines a trainee has read, changed."""
    marks = [rng.randbytes(8).hex() for _ in range(rng.randrange(6))]
    head = {"readings": 1, "scenario": STORY, "trainee": TRAINEE}
    return json_lines_changed(line(head) + line({"read": marks}) + line({"read": marks[:1]}), rng)


def settings_made(rng: random.Random) -> bytes:
    """A file of settings, changed."""
    chosen = settings_file.Settings(
        lang="ja", trainee=TRAINEE, keys={"CONFIRM": ["return", "space"]}, buttons={"BACK": ["B"]},
        others={"緑の傘": {"text_percent": 150}}, desk_files=["/a/b.yaml"], desk_folder="/a",
    )  # fmt: skip
    text = json.dumps(settings_file.as_json(chosen), ensure_ascii=False)
    return json_lines_changed(text.encode(), rng)


@cache
def analysis() -> tuple[bytes, Analysis]:
    """An analysis as it is kept."""
    found = analyse(Game(story(), book()))
    return to_bytes(found), found


def analysis_made(rng: random.Random) -> bytes:
    """A kept analysis, changed: as a whole, or in its header, or in the shape of an array."""
    whole = analysis()[0]
    if rng.random() < 0.4:
        return bytes_changed(whole, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        chosen = rng.choice(there.namelist())
        for name in there.namelist():
            content = there.read(name)
            if name == chosen:
                content = _array_changed(content, rng)
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def _array_changed(content: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.5:
        return bytes_changed(content, rng)
    shape = content.find(b"'shape': (")
    to = content.find(b")", shape)
    wild = rng.choice((b"-1,", b"10**12,", b"999999999999,", b"0,", b"2, 2,", b"'x',", b"True,", b""))
    return content[: shape + 10] + wild + content[to:]


MADE: Mapping[str, Callable[[random.Random], bytes]] = {
    "record": record_made, "handed": handed_made, "reading": reading_made, "settings": settings_made,
    "analysis": analysis_made,
}  # fmt: skip
