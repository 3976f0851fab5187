"""The pages on the findings: what stands in them, and the files their samples make.

A sample is a fence: ``yaml bad`` or ``yaml mended``, ``po`` for a catalog, ``bytes`` for what is no text
(in hexadecimal). It shows the part of a file that matters; what every file needs besides is taken from the
story in ``README.md`` and put behind it, so that lines count as shown. More words of a fence:

- ``whole``: nothing is put behind it.
- ``saved-as=cp932``: the encoding it is saved in; ``raw``: ``<E9>`` in it is that byte.
- ``times=600``: its last line stands there so often. ``copies=1001``: so do the lines from ``s1:`` on, with
  ``s2`` and ``s3`` and so on.
- ``in=first-steps``: it is laid over that scenario: mappings key by key, choices by their ``id``. With
  ``first`` the choices shown stand before the others.
- ``teach``: it is checked with ``--teach``.
- ``parts=40``, ``states=50``, ``line=80``: the limit it runs into, lowered, lest everybody who tests waits.
- ``with=CODE``: this other finding is there too.

The mark ``# ←`` stands in the line a finding names; no file has it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

import polib
import yaml

from game.format.catalogs import update
from game.format.codes import CODES, Lang
from game.format.reader import read
from tests.authoring.stories import ROOT

FOLDER: Final = ROOT / "docs" / "findings"
LANGS: Final[tuple[Lang, ...]] = ("en", "ja")
MARK: Final = re.compile(r" *# ←$", re.MULTILINE)
_FENCE: Final = re.compile(r"^```(.+)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
_OTHER: Final[dict[Lang, Lang]] = {"en": "ja", "ja": "en"}


class Sample(NamedTuple):
    """A fenced block of a page: the words after the fence, and what is in it."""

    info: str
    text: str

    @property
    def kind(self) -> str:
        """``yaml``, ``po``, ``bytes`` or ``text``."""
        return self.info.split()[0]

    def has(self, word: str) -> bool:
        """Whether the word stands after the fence."""
        return word in self.info.split()

    def option(self, name: str) -> str:
        """The value of ``name=value`` after the fence, "" without it."""
        return next((one.partition("=")[2] for one in self.info.split() if one.startswith(f"{name}=")), "")

    @property
    def marked(self) -> int | None:
        """The line (from 1) with the mark."""
        lines = self.text.splitlines()
        return next((at for at, line in enumerate(lines, 1) if MARK.search(line)), None)

    @property
    def is_shortened(self) -> bool:
        """Whether the file has other lines than those shown."""
        return any(self.option(name) for name in ("in", "copies", "times"))


class Page(NamedTuple):
    """The page of one code in one language."""

    code: str
    lang: Lang
    text: str

    @property
    def prose(self) -> str:
        """What stands between the blocks."""
        return _FENCE.sub("", self.text)

    @property
    def samples(self) -> list[Sample]:
        """Every fenced block, in the order of the page."""
        return [Sample(one[1], one[2]) for one in _FENCE.finditer(self.text)]

    def sample(self, word: str) -> Sample | None:
        """The block that is ``bad`` or ``mended``."""
        return next((one for one in self.samples if one.has(word)), None)

    @property
    def shown(self) -> str | None:
        """What ``shinyo check`` says, as the page shows it."""
        return next((one.text for one in self.samples if one.kind == "text"), None)


def page(code: str, lang: Lang) -> Page:
    """The half of a page that is in this language."""
    _, english, japanese = re.split(
        r"^## (?:English|日本語)\n", (FOLDER / f"{code}.md").read_text("utf-8"), flags=re.MULTILINE
    )
    return Page(code, lang, japanese if lang == "ja" else english)


def codes() -> list[str]:
    """Every code there is, in the order of the table."""
    return list(CODES)


@cache
def story(lang: Lang) -> str:
    """The story from which the samples take what they do not show."""
    text = (FOLDER / "README.md").read_text("utf-8")
    return next(one[2] for one in _FENCE.finditer(text) if one[1] == "yaml story" and f": {lang}\n" in one[2])


def files(sample: Sample, lang: Lang) -> dict[str, bytes]:
    """The files of a sample by name; the first one is the scenario."""
    text = MARK.sub("", sample.text)
    if sample.kind == "bytes":
        return {"story.yaml": bytes.fromhex(text)}
    if sample.kind == "po":
        return {"story.yaml": story(lang).encode(), f"story.{_OTHER[lang]}.po": _catalog(text, lang).encode()}
    text = _repeated(text, sample)
    if base := sample.option("in"):
        text = _laid_over(
            text, (ROOT / "scenarios" / f"{base}.yaml").read_text("utf-8"), lang, first=sample.has("first")
        )
    elif not sample.has("whole"):
        text = completed(text, lang)
    if sample.has("raw"):
        parts = re.split(r"<([0-9A-F]{2})>", text)
        return {
            "story.yaml": b"".join(
                bytes.fromhex(part) if at % 2 else part.encode() for at, part in enumerate(parts)
            )
        }
    return {"story.yaml": text.encode(sample.option("saved-as") or "utf-8")}


def _repeated(text: str, sample: Sample) -> str:
    if times := sample.option("times"):
        text += (text.splitlines()[-1] + "\n") * (int(times) - 1)
    if copies := sample.option("copies"):
        head, _, copied = text.partition("  s1:\n")
        made = [f"  s1:\n{copied}".replace("s2", f"s{at + 1}").replace("s1:", f"s{at}:")
                for at in range(1, int(copies) + 1)]  # fmt: skip
        text = head + "".join(made).replace(f"s{int(copies) + 1}", "end")
    return text


def completed(text: str, lang: Lang) -> str:
    """A part of a file with what every file needs put behind it, from the story of the pages."""
    parts = dict(_parts(story(lang), ""))
    own = dict(_parts(text, ""))
    scenes = dict(_parts(own.get("scenes", ""), "  "))
    if re.search(r"\b(goto|to): end\b", text) and "end" not in scenes:
        text += f"  end:{dict(_parts(parts['scenes'], '  '))['end']}"
    for key, part in parts.items():
        if key == "start" and scenes and key not in own:
            text += f"start: {next(iter(scenes))}\n"
        elif key not in own:
            text += f"{key}:{part}"
    return text


def _parts(text: str, indent: str) -> Iterator[tuple[str, str]]:
    """The keys of one level with all that stands under each."""
    pieces = re.split(rf"^{indent}(\w+) ?[:：]", text, flags=re.MULTILINE)
    yield from zip(pieces[1::2], pieces[2::2], strict=True)


def _catalog(text: str, lang: Lang) -> str:
    """A part of a catalog with the other entries put behind it."""
    found = read(story(lang).encode(), "story.yaml", lang=lang)
    made = polib.pofile(update(found, _OTHER[lang]) + "\n")
    rest = [entry for entry in made if f'msgctxt "{entry.msgctxt}"' not in text]
    for entry in rest:
        entry.msgstr = f"[{entry.msgid}]"
    return text + "".join(f"\n{entry}" for entry in rest)


def _laid_over(text: str, base: str, lang: Lang, *, first: bool) -> str:
    """A scenario with a part of it changed; what was changed stands first."""
    over = yaml.load(text, yaml.BaseLoader)
    merged = _merged(over, yaml.load(base, yaml.BaseLoader), first=first)
    merged |= {"id": "story", "language": lang}
    return yaml.dump(merged, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


class _Plain(yaml.SafeDumper):
    """Writes ``-15`` as a person does: to it everything is a text, and none looks like a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as its base has it)


def _merged(over: Any, base: Any, *, first: bool) -> Any:
    """A mapping key by key, choices by their ids (those of ``over`` before the others where ``first``)."""
    if isinstance(over, dict) and isinstance(base, dict):
        here = {key: _merged(value, base.get(key), first=first) for key, value in over.items()}
        return here | {key: value for key, value in base.items() if key not in here}
    if not (_choices(over) and _choices(base)):
        return over
    own = {each["id"]: each for each in over}
    there = {each["id"] for each in base}
    laid = [_merged(own.get(each["id"], {}), each, first=first) for each in base]
    laid += [each for each in over if each["id"] not in there]
    return sorted(laid, key=lambda each: each["id"] not in own) if first else laid


def _choices(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)
