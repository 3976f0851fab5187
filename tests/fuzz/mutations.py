"""Files changed as people and broken programs change them; everything follows from one ``Random``."""

import copy
import io
import random
import re
import zipfile

import yaml

PIECES = [
    "{", "}", "[", "]", ": ", " #x", '"', "'", "- ", "\t", "\u3000", "：", "、", "&a ", "*a", "!t ", "|", ">",
    "?", ",", "\n", "\n  ", "~", "no", "---\n", "<<: ", "%", "@", "`", "\\", "\\e", "\\0", "{trainee",
    "{trainee}", "｜漢", "《", "》", "9999", "-5", "true", "\ufeff", "\x00", "\x1b[2J", "\u2028", "\x85",
    "\x0c", "\r", "\r\n", "[]", "{}", '""', "1,200", "=", "null", "é", "😀", "\u202e", "が", "１２", "−3",
    "0x1F", "1e999", ".", "..", "/", "\ud7ff", "9" * 30, "a" * 300, " " * 60, "「", "」", "“", "#", "#~",
    'msgid "', 'msgstr "', "#, fuzzy\n", "msgctxt",
]  # fmt: skip
"""What is typed or pasted where it does not belong."""

VALUES = [
    "x", "", "12", "-3", "no", "1 day", "3 business days", "friday", "2026-13-45", "30 days after one",
    "9" * 25, "a b", "{x}", "~", "\u3000", "trusted", "shut_out", "true", "customer", "end", "one", "1e9",
    "0", "60", "61", "\x1b", [], {}, ["a"], {"a": "b"}, {"id": "x"}, [{"a": "b"}], [[]], {"when": {}},
    {"knows": "closing"}, [{"concede": {}}], [{"ask": {"facts": ["closing"], "count": "999999999999"}}],
    {"credit": {"at_least": "trusted", "below": "vendor"}}, [{"wait": "99999 days"}],
    [{"promise": "sheet"}, {"keep": "sheet"}, {"keep": "sheet"}], [{"credit": {"points": "-99"}}],
    {"all": []}, {"any": []}, {"not": {"any": [{"chose": "one.go"}]}},
    [{"otherwise": "true", "customer": "z"}], [{"when": {"scarred": "true"}, "to": "end"}, {"to": "end"}],
    {"day": {"at_least": "-1"}}, [{"stand": "above"}] * 9,
]  # fmt: skip
"""What is put where something else belongs."""

KEYS = [
    "when", "otherwise", "does", "lines", "goto", "say", "act", "id", "choices", "ending", "enter", "after",
    "again", "reply", "learn", "mood", "tell", "opening", "rulebook", "people", "lies", "epilogue", "foo",
    "customer", "boss", "1", "continues", "begins", "opening_credit", "language", "teaches", "minutes",
    "debrief", "offer",
]  # fmt: skip


def text_changed(text: str, rng: random.Random) -> str:
    """A text with lines, characters and words deleted, doubled, swapped, moved or grown."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        text = rng.choice(_BY_LINES if rng.random() < 0.6 else _BY_CHARACTERS)(text, rng)
    return text


def _deleted(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    del lines[at : at + rng.choice((1, 1, 1, 2, 5, 20))]
    return "\n".join(lines)


def _doubled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    piece = lines[at : at + rng.choice((1, 1, 2, 5, 12))]
    to = rng.choice((at, rng.randrange(len(lines) + 1)))
    return "\n".join(lines[:to] + piece + lines[to:])


def _swapped(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _indented(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = " " * rng.randrange(13) + lines[at].lstrip()
    return "\n".join(lines)


def _joined(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    return "\n".join(lines)


def _value_changed(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    keyed = [at for at, line in enumerate(lines) if re.search(r"[\w-]+:", line)]
    if not keyed:
        return text
    at = rng.choice(keyed)
    value = rng.choice(VALUES)
    written = value if isinstance(value, str) else _flow(value)
    lines[at] = re.sub(r":.*", lambda _: f": {written}", lines[at], count=1)
    return "\n".join(lines)


def _flow(value: object) -> str:
    return str(yaml.dump(value, default_flow_style=True, allow_unicode=True, width=10_000)).strip()


def _key_changed(text: str, rng: random.Random) -> str:
    found = list(re.finditer(r"[\w-]+(?=:)", text))
    if not found:
        return text
    one = rng.choice(found)
    name = rng.choice((rng.choice(KEYS), rng.choice(found)[0], one[0][:-1], one[0] + one[0][-1]))
    return text[: one.start()] + name + text[one.end() :]


def _word_changed(text: str, rng: random.Random) -> str:
    found = list(re.finditer(r"[A-Za-z_][\w-]*|\d+", text))
    if not found:
        return text
    one = rng.choice(found)
    return text[: one.start()] + rng.choice(found)[0] + text[one.end() :]


def _typed(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(PIECES) + text[at:]


def _rubbed_out(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 1, 2, 5, 30, 300)) :]


def _cut(text: str, rng: random.Random) -> str:
    return text[: rng.randint(0, len(text))]


def _transposed(text: str, rng: random.Random) -> str:
    at = rng.randint(0, max(len(text) - 2, 0))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


_BY_LINES = (_deleted, _doubled, _swapped, _indented, _joined, _value_changed, _key_changed, _word_changed)
_BY_CHARACTERS = (_typed, _typed, _typed, _rubbed_out, _transposed, _word_changed, _cut)


def tree_changed(data: object, rng: random.Random) -> str:
    """Well-formed YAML whose parts are not what belongs there."""
    data = copy.deepcopy(data)
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        everywhere = [path for path in _paths(data, ()) if path]
        if not everywhere:
            break
        path = rng.choice(everywhere)
        parent, last = _inside(data, path[:-1]), path[-1]
        other = rng.choice(everywhere)
        value = copy.deepcopy(rng.choice(VALUES) if rng.random() < 0.6 else _inside(data, other))
        act = rng.randrange(4)
        if act == 0:
            parent[last] = value
        elif act == 1:
            parent.pop(last)
        elif isinstance(parent[last], dict):
            parent[last][rng.choice(KEYS)] = value
        elif isinstance(parent[last], list):
            parent[last].insert(rng.randint(0, len(parent[last])), value)
    flow = rng.choice((None, False, False, True))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(
        yaml.dump(
            data, Dumper=dumper, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=200
        )
    )


def _paths(value, path):
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from _paths(part, (*path, key))


def _inside(value, path):
    for step in path:
        value = value[step]
    return value


def encoded(text: str, rng: random.Random) -> bytes:
    """A text as bytes: mostly UTF-8; else with a mark, other line ends, in another encoding, or broken."""
    if rng.random() < 0.85:
        return text.encode("utf-8", "surrogatepass")
    how = rng.randrange(6)
    if how == 0:
        return text.encode("utf-8-sig", "replace")
    if how == 1:
        return text.replace("\n", rng.choice(("\r\n", "\r"))).encode("utf-8", "replace")
    if how == 2:
        return text.encode(
            rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp")), "replace"
        )
    return bytes_changed(text.encode("utf-8", "replace"), rng)


def bytes_changed(content: bytes, rng: random.Random) -> bytes:
    """Bytes of which some are changed, gone, doubled or cut off."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 8, 40))):
        at = rng.randint(0, len(changed))
        act = rng.randrange(5)
        if act == 0 and at < len(changed):
            changed[at] ^= 1 << rng.randrange(8)
        elif act == 1:
            changed[at:at] = rng.randbytes(rng.choice((1, 2, 4)))
        elif act == 2:
            del changed[at : at + rng.choice((1, 4, 50))]
        elif act == 3:
            changed[at:at] = changed[at : at + rng.choice((4, 50))]
        elif rng.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def pack_changed(files: dict[str, bytes], rng: random.Random) -> bytes:
    """A pack whose names, entries, ways of packing or bytes are not what they should be."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        for name, content in files.items():
            act = rng.randrange(8)
            if act == 0:
                continue
            odd = (
                rng.choice(("../", "/", "a/", "", ".", "CON.", "x" * 300, "\u202e", "é", "\\", " ", "C:"))
                + name
            )
            entry = zipfile.ZipInfo(odd if act == 1 else name, (1980, 1, 1, 0, 0, 0))
            ways = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
            entry.compress_type = rng.choice(ways) if act == 2 else zipfile.ZIP_DEFLATED
            entry.external_attr = rng.choice((0o120777, 0o40755, 0o10644)) << 16 if act == 3 else 0
            pack.writestr(entry, bytes_changed(content, rng) if act == 4 else content)
    content = made.getvalue()
    return bytes_changed(content, rng) if rng.random() < 0.7 else content
