"""What the bar says of every file: readable at a sitting, nothing left for later, named by its noun."""

import ast
import re

# Put together, so that this file does not find itself.
LEFT_FOR_LATER = re.compile(
    r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error"]) + r")\b"
)
PASSED_OVER = re.compile(
    r"pytest\.(mark\.)?(" + "|".join(["sk" + "ip", "xf" + "ail", "import" + "orskip"]) + ")"
)
FOGGY = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
LONGEST = 300
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".json",
    ".po",
    ".pot",
    ".svg",
    ".html",
    ".css",
    ".js",
    "",
}


def test_a_long_file_says_why_at_its_top(root, python_files):
    assert python_files
    unexplained = []
    for path in python_files:
        lines = path.read_text(encoding="utf-8").splitlines()
        top = " ".join(lines[:20])
        if len(lines) > LONGEST and f"Longer than {LONGEST} lines because" not in top:
            unexplained.append(f"{path.relative_to(root)}: {len(lines)} lines")
    assert unexplained == []


def test_nothing_is_left_for_later_and_no_test_is_passed_over(root, tracked):
    found = []
    for path in tracked:
        if path.suffix not in TEXT:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if LEFT_FOR_LATER.search(line) or PASSED_OVER.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()}")
    assert found == []


def test_a_file_is_called_by_the_noun_that_is_in_it(root, tracked):
    foggy = [path for path in tracked if FOGGY & set(re.split(r"[/_.]", str(path.relative_to(root))))]
    assert foggy == []


def test_every_module_says_what_it_is(root, python_files):
    dumb = [
        path.relative_to(root)
        for path in python_files
        if path.is_relative_to(root / "game")
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert dumb == []


def test_no_file_is_beyond_what_a_checkout_should_carry(root, tracked):
    heavy = [path.relative_to(root) for path in tracked if path.stat().st_size > 3_000_000]
    assert heavy == []
