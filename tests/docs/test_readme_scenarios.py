"""Both READMEs name every scenario that comes with the game, by its title in their language."""

import pytest

from tests.authoring.stories import ROOT, reading

FILES = sorted((ROOT / "scenarios").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize(("lang", "readme"), [("ja", "README.ja.md"), ("en", "README.md")])
def test_the_scenario_is_named(file, lang, readme):
    scenario = reading(file.read_text("utf-8"))
    if lang != "ja":
        scenario = scenario.in_language(lang, file.with_suffix(f".{lang}.po").read_bytes())
    assert scenario.scenario is not None
    assert f"| **{scenario.scenario.title}** |" in (ROOT / readme).read_text("utf-8")
