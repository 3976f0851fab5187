"""Writes anew, in the pages on the findings, what the program says of their samples, and the tables.

``python -m tests.docs.renew_findings``, after a sentence in ``game/format/codes.py`` was changed.
"""

import contextlib
import io
import os
import re
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from game import cli
from game.analysis import exact
from game.format import codes as table
from game.format import decoding, yaml_guard
from game.format.codes import Lang
from tests.docs.pages import FOLDER, LANGS, MARK, Sample, codes, files, page

PLACE = re.compile(r"^[^:\n]+:(?P<line>\d+):\d+: (?P<code>[a-z0-9-]+) ", re.MULTILINE)
"""A finding in the text form: its line and its code."""

THEMES = {
    "The file": table._FILE,
    "The notation": table._YAML,
    "What stands where": table._SHAPE,
    "What leads where": table._STORY,
    "Translations": table._CATALOG,
    "Can it be played?": table._PLAY,
    "Does it teach?": table._TEACH,
}
"""The headings of the table, each with its codes."""


def told(output: str, code: str) -> str:
    """What a check says of this code: place, sentence, line and hint, without the rest."""
    pieces = [piece for piece in output.split("\n\n") if (at := PLACE.match(piece)) and at["code"] == code]
    lines = [[line for line in piece.splitlines() if line.startswith(("story", " "))] for piece in pieces]
    return "\n\n".join("\n".join(each) for each in lines) + "\n"


def with_tables(text: str) -> str:
    """The list of all findings with its tables made of the codes."""
    for title, part in THEMES.items():
        rows = [
            f"| [{code}]({code}.md) | {'advice · 助言' if one.severity == 'advice' else 'fault · 誤り'} "
            f"| {_blanked(one.en)} | {_blanked(one.ja)} |"
            for code, one in part.items()
        ]
        head = "| code · 種類 | | says | 説明 |\n|---|---|---|---|\n"
        heading = rf"^### {re.escape(title)} ·.*\n\n"
        before, stood, after = re.split(rf"({heading})(?:\|.*\n)*\n*", text, flags=re.MULTILINE)
        text = f"{before}{stood}{head}" + "\n".join(rows) + f"\n\n{after}"
    return text


def _blanked(sentence: str) -> str:
    """A sentence with "…" where names are filled in."""
    blanked = re.sub(r"(?<!\{)\{\w+\}(?!\})|(?<=\{\{)\{\w+\}(?=\}\})", "…", sentence)
    return blanked.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


def checked(sample: Sample, lang: Lang, folder: Path) -> str:
    """What ``shinyo check`` says of a sample, run in a folder that has no other one's files."""
    parts, states, longest = (int(sample.option(name) or 0) for name in ("parts", "states", "line"))
    for old in folder.glob("story*"):
        old.unlink()
    for name, content in files(sample, lang).items():
        (folder / name).write_bytes(content)
    said = io.StringIO()
    with contextlib.ExitStack() as held:
        held.enter_context(contextlib.redirect_stdout(said))
        held.enter_context(contextlib.redirect_stderr(io.StringIO()))
        held.enter_context(contextlib.chdir(folder))
        if parts:
            held.enter_context(patch.object(yaml_guard, "MOST_PARTS", parts))
        if longest:
            held.enter_context(patch.object(decoding, "LONGEST_LINE", longest))
        if states:  # an analysis kept from another page would be exact
            held.enter_context(patch.dict(exact.analyse.__kwdefaults__, {"budget": states}))
            held.enter_context(patch.dict(os.environ, {"SHINYO_HOME": str(folder / "home")}))
        teach = ["--teach"] if sample.has("teach") else []
        cli.run(["check", "story.yaml", "--lang", lang, *teach])
    return said.getvalue()


def renewed(code: str, folder: Path) -> str:
    """A page with the mark and the words of the finding as they are now."""
    text = (FOLDER / f"{code}.md").read_text("utf-8")
    for lang in LANGS:
        half = page(code, lang)
        bad = half.sample("bad")
        if bad is None or half.shown is None:
            continue
        output = checked(bad, lang, folder)
        fresh = half.text.replace(f"```text\n{half.shown}```", f"```text\n{told(output, code)}```")
        if (at := _line(bad, lang, output, code)) is not None:
            lines = MARK.sub("", bad.text).splitlines()
            lines[at] += "  # ←" if lines[at].strip() else "# ←"
            fresh = fresh.replace(bad.text, "\n".join(lines) + "\n", 1)
        text = text.replace(half.text, fresh)
    return text


def found_line(sample: Sample, lang: Lang, number: int) -> str:
    """The line of this number in the file a finding is about (that of a catalog, where there is one)."""
    content = list(files(sample, lang).values())[-1].decode("utf-8", "replace")
    return content.splitlines()[number - 1].strip()


def _line(bad: Sample, lang: Lang, output: str, code: str) -> int | None:
    """Where in a sample (from 0) the finding is; None where what is shown stands many times."""
    at = next(int(line) for line, each in PLACE.findall(output) if each == code)
    if not bad.is_shortened:
        return at - 1
    shown = [line.strip() for line in MARK.sub("", bad.text).splitlines()]
    return shown.index(found_line(bad, lang, at)) if bad.option("in") else None


def main() -> None:
    """Write all pages anew, or those of the codes given."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SHINYO_HOME"] = str(Path(folder) / "home")
        for code in sys.argv[1:] or codes():
            own = Path(folder) / code
            own.mkdir()
            (FOLDER / f"{code}.md").write_text(renewed(code, own), "utf-8")
    index = FOLDER / "README.md"
    index.write_text(with_tables(index.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
