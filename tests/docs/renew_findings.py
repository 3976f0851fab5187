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
from game.format import yaml_guard
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
    for piece in output.split("\n\n"):
        if re.match(rf"[^:\n]+:\d+:\d+: {code} ", piece):
            return "\n".join(line for line in piece.splitlines() if line[:1] in " s") + "\n"
    return ""


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
        before, stood, after = re.split(rf"({heading})(?:\|.*\n)*", text, flags=re.MULTILINE)
        text = f"{before}{stood}{head}" + "\n".join(rows) + f"\n{after}"
    return text


def _blanked(sentence: str) -> str:
    """A sentence with "…" where names are filled in."""
    blanked = re.sub(r"(?<!\{)\{\w+\}(?!\})|(?<=\{\{)\{\w+\}(?=\}\})", "…", sentence)
    return blanked.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


def checked(sample: Sample, lang: Lang, folder: Path) -> str:
    """What ``shinyo check`` says of a sample, run in a folder of its own."""
    room = int(sample.option("room") or 0)
    for name, content in files(sample, lang).items():
        (folder / name).write_bytes(content)
    said = io.StringIO()
    with contextlib.ExitStack() as held:
        held.enter_context(contextlib.redirect_stdout(said))
        held.enter_context(contextlib.redirect_stderr(io.StringIO()))
        held.enter_context(contextlib.chdir(folder))
        if room:
            held.enter_context(patch.object(yaml_guard, "MOST_PARTS", room))
            held.enter_context(patch.dict(exact.analyse.__kwdefaults__, {"budget": room}))
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
        if not (bad.option("in") or bad.option("copies") or bad.option("times")):
            here = [int(line) for line, each in PLACE.findall(output) if each == code]
            lines = MARK.sub("", bad.text).splitlines()
            lines[here[0] - 1] += "  # ←" if lines[here[0] - 1].strip() else "# ←"
            fresh = fresh.replace(bad.text, "\n".join(lines) + "\n", 1)
        text = text.replace(half.text, fresh)
    return text


def main() -> None:
    """Write all pages anew, or those of the codes given."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SHINYO_HOME"] = str(Path(folder) / "home")
        for code in sys.argv[1:] or codes():
            (FOLDER / f"{code}.md").write_text(renewed(code, Path(folder)), "utf-8")
    index = FOLDER / "README.md"
    index.write_text(with_tables(index.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
