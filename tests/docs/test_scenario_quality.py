"""The table of what the shipped scenarios measure is the one of the scenarios as they are."""

import re
from pathlib import Path

from benchmarks import quality

FLAT = """
format: 1
id: flat
language: en
title: A story that teaches nothing
teaches: [promise]
customer: {name: A. Customer}
start: only
scenes:
  only:
    lines: [{customer: "Well?"}]
    choices:
      - {id: short, say: "No.", goto: over}
      - {id: long, say: "Here is something you can use.", does: [{inform: topic}], goto: over}
  over:
    ending: {deal: open}
    lines: [{customer: "Fine."}]
"""


def columns(row):
    return dict(zip(quality.HEADS, [cell.strip() for cell in row.split("|")[1:-1]], strict=True))


def test_the_table_is_that_of_the_scenarios_as_they_are():
    written = [columns(row) for row in quality.rows_kept().values()][3:]
    told = {row["scenario"]: row["measured on"] for row in written}
    now = {file.stem: quality.fingerprint(file) for file in quality.files()}
    assert told == now, "run `python3 dev.py quality`"
    assert {row["faults, advice"] for row in written} == {"0, 0"}
    text = quality.OUT.read_text("utf-8")
    assert text.startswith(quality.ABOUT)
    assert quality.table([]).rstrip() in text


def test_misses_are_bold_and_what_is_met_is_not(tmp_path):
    file = tmp_path / "flat.yaml"
    file.write_text(FLAT)
    row = columns(quality.measured(file))
    assert row["longest best"] == "**100%**"
    assert row["principles"] == "**0 of 1**"
    assert row["transcripts"] == "**0**"
    assert row["bands"].startswith("**")
    assert row["scenes"] == "2"
    assert row["paths"] == "2"
    assert row["over pusher"] == "–"
    assert row["measured on"] == quality.fingerprint(file)
    file.write_text(FLAT.replace("{name: A. Customer}", "{name: A. Customer, portrait: woman}"))
    assert columns(quality.measured(file))["faults, advice"] == row["faults, advice"], (
        "as `check` counts them"
    )


def test_a_scenario_that_cannot_be_played_is_told_and_never_kept(tmp_path):
    file = tmp_path / "flat.yaml"
    file.write_text(FLAT.replace("goto: over", "goto: nowhere"))
    assert quality.fingerprint(file) == ""
    assert columns(quality.measured(file))["scenes"] == "**cannot be played**"


def test_a_row_holds_until_words_story_or_transcripts_change(tmp_path):
    file = tmp_path / "flat.yaml"
    seen = set()
    for text in (FLAT, FLAT.replace("No.", "Never."), FLAT.replace("inform: topic", "chat: topic")):
        file.write_text(text)
        seen.add(quality.fingerprint(file))
    Path(tmp_path / "flat.good.txt").write_text("scenario: flat\n\nonly.short\n")
    seen.add(quality.fingerprint(file))
    assert len(seen) == 4
    assert all(re.fullmatch("[0-9a-f]{12}", each) for each in seen)
