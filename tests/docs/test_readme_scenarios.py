"""Both READMEs name every scenario there is: its title in their language, its level and its minutes."""

import re

import pytest

from tests.authoring.stories import ROOT, reading

LEVELS = {"beginner": "入門", "standard": "標準", "advanced": "応用"}
FILES = sorted((ROOT / "scenarios").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize(("lang", "readme"), [("ja", "README.ja.md"), ("en", "README.md")])
def test_the_scenario_is_named(file, lang, readme):
    scenario = reading(file.read_text("utf-8"))
    if lang != "ja":
        scenario = scenario.in_language(lang, file.with_suffix(f".{lang}.po").read_bytes())
    assert scenario.scenario is not None
    row = f"| **{scenario.scenario.title}** |"
    (told,) = [line for line in (ROOT / readme).read_text("utf-8").splitlines() if line.startswith(row)]
    level, minutes = scenario.scenario.level, scenario.scenario.minutes
    assert told.split("|")[3].strip() == (
        f"{level}, {minutes} min" if lang == "en" else f"{LEVELS[level]}・{minutes} 分"
    )


@pytest.mark.parametrize("readme", ["README.ja.md", "README.md"])
def test_no_other_scenario_is_named(readme):
    named = re.findall(r"^\| \*\*.+\*\* \|", (ROOT / readme).read_text("utf-8"), re.MULTILINE)
    assert len(named) == len(FILES)
