"""What a command of a page means in the prepared folder, and the short list of what is not typed there."""

from game.format.codes import Lang
from tests.docs.prepared import CODED
from tests.docs.written import Typed

STANDS_FOR: dict[Lang, dict[str, str]] = {
    "en": {
        "FILE_OR_ID": "first-visit", "FILE": "first-visit.yaml", "FILE…": "first-visit.yaml",
        "PATH…": "first-visit.yaml", "[PATH…]": "first-visit.yaml", "OUT.zip": "first-visit.zip",
        "OUT.svg": "first-visit.svg", "OUT.html": "first-visit.html", "NAME.yaml": "named.yaml",
        "LANGUAGE": "ja", "NAME": "ask", "SCENE": "visit", "[OPTION…]": "--text",
    },
    "ja": {
        "ファイルまたはID": "first-visit", "ファイル": "first-visit.yaml", "ファイル…": "first-visit.yaml",
        "パス…": "first-visit.yaml", "[パス…]": "first-visit.yaml", "パック.zip": "first-visit.zip",
        "図.svg": "first-visit.svg", "報告.html": "first-visit.html", "名前.yaml": "named.yaml",
        "言語": "en", "名前": "ask", "場面": "visit", "[オプション…]": "--text",
    },
}  # fmt: skip
"""What takes the place of a name that stands for something."""

IN_EVERY_LANGUAGE = {"ID": CODED, "ID:40": f"{CODED}:40", "ID,ID,…": "gift,friday,send,trial"}

INSTEAD = {
    ("shinyo", "test", "first-visit.yaml", "--record", "good"): (
        "shinyo", "test", "first-visit.yaml", "--record", "good", "--replace",
    ),
    ("shinyo", "new", "first-visit.yaml"): ("shinyo", "new", "new.yaml"),
    ("shinyo", "new", "first-visit.yaml", "--like", "ask"): ("shinyo", "new", "like.yaml", "--like", "ask"),
    ("shinyo", "debrief", "first-visit.yaml"): ("shinyo", "debrief", "codes.txt"),
    ("shinyo", "debrief", "first-visit.yaml", "--text"): ("shinyo", "debrief", "codes.txt", "--text"),
    ("shinyo", "debrief", "first-visit.yaml", "--rehearsal", f"{CODED}:40"): (
        "shinyo", "debrief", "--rehearsal", f"{CODED}:40",
    ),
}  # fmt: skip
"""Where a name stands for a thing of another kind (a new file, a class), or a file is there from before."""

LONG = "friday-checklist"
"""A scenario whose ways take a second to count: the same is typed of a shorter one."""

_WHEEL = "tests/house/test_wheel.py::test_the_wheel_names_its_command_and_both_licences"

ELSEWHERE = {
    "python": ("a name alone, as Windows has it", ""),
    "python3": ("a name alone", ""),
    "python3 dev.py": ("a name alone", ""),
    "git clone": ("the address is the reader's", ""),
    "cd shinyo": ("the folder git has made", ""),
    "pip install .": ("installs", _WHEEL),
    "pipx install .": ("installs", _WHEEL),
    "pre-commit install": (
        "needs a program of others",
        "tests/docs/test_beside_the_editor.py::test_the_hook_runs_the_command_of_the_package",
    ),
    ".venv/bin/python -m tests.docs.renew_findings": (
        "writes into the checkout",
        "tests/docs/test_findings_pages.py::test_the_tables_are_those_of_the_codes",
    ),
    ".venv/bin/python -m tests.docs.renew_examples": (
        "writes into the checkout",
        "tests/authoring/test_examples.py::test_the_page_lists_them",
    ),
    ".venv/bin/python -m game.screens.sound FOLDER": (
        "makes every sound, for half a minute",
        "tests/screens/sound/test_collection.py::test_the_sound_of_a_thing_is_clean_soft_and_short",
    ),
    "python3 dev.py audit": (
        "asks a list on the network", "tests/house/test_pins.py::test_an_audit_that_looked_nothing_up_is_none"
    ),
    "python -m benchmarks.dangers": (
        "refuses 108 files, each in a process of its own",
        "tests/cli/test_dangers.py::test_is_refused_with_a_sentence_and_in_little_memory",
    ),
}  # fmt: skip
"""What is not typed here: why, and the test that runs it (none for what is no command of ours)."""

SHARES = {
    "benchmarks/run.py": "tests/docs/test_benchmarks_page.py::test_a_measure_is_measured_and_written",
    "benchmarks.quality": "tests/docs/test_scenario_quality.py::test_misses_are_bold_and_what_is_met_is_not",
    "docs/pictures/draw.py": "tests/docs/test_pictures.py",
    "tests.faults": "tests/faults/test_faults.py::test_killed_in_a_terminal",
    "tests.fresh": "tests/fresh/test_fresh.py::test_nothing_of_these_surroundings_is_found_there",
    "tests.fuzz": "tests/fuzz/test_fuzz.py::test_whatever_is_in_a_file_is_answered",
    "tests.gallery": "tests/gallery/test_states.py::test_a_state_that_has_changed_is_told_shown_and_accepted",
    "tests.screens.monkey": "tests/screens/test_monkey.py::test_a_monkey_breaks_nothing",
}
"""The tools of ours that run long: the test that runs a share of each."""


LOUD = {"dev.py": "python3 dev.py", ".venv/bin/shinyo": "shinyo"}
"""Other ways to write a program."""


def _at_length(one: Typed) -> str:
    """A command with its program written as usual."""
    text = " ".join(one.words)
    return next(
        (long + text.removeprefix(short) for short, long in LOUD.items() if one.words[0] == short), text
    )


def meant(one: Typed) -> tuple[str, ...]:
    """The words of a command with things in the place of names."""
    text = _at_length(one)
    if text.startswith("python3 dev.py play"):  # hands on what follows, as test_play_hands_on… holds
        text = "shinyo" + text.removeprefix("python3 dev.py play")
    names = STANDS_FOR[one.lang] | STANDS_FOR["en"] | IN_EVERY_LANGUAGE
    words = tuple(names.get(word, word) for word in text.split(" "))
    words = tuple(word.replace(LONG, CODED) for word in words)
    return INSTEAD.get(words, words)


def named(one: Typed) -> str | None:
    """The row of ``ELSEWHERE`` a command belongs to."""
    text = _at_length(one)
    return next(
        (row for row in ELSEWHERE if text == row or (row == "git clone" and text.startswith(row))), None
    )
