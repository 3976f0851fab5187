"""``translate`` writes catalogs that translators' tools open, and never loses a translation."""

import shutil

import polib
import pytest

from tests.cli.conftest import ROOT, SAMPLE


@pytest.fixture
def scenario(tmp_path):
    file = tmp_path / "約束.yaml"
    shutil.copy(ROOT / SAMPLE, file)
    return file


def catalog(scenario):
    return scenario.with_name("friday-checklist.en.po")


def test_a_new_catalog_names_every_text(shinyo, scenario):
    status, output, errors = shinyo("translate", str(scenario), "--to", "en", "--lang", "en")
    assert (status, errors) == (0, "")
    po = polib.pofile(str(catalog(scenario)))
    assert len(po) > 30
    assert all(entry.msgctxt and not entry.msgstr for entry in po)
    assert f"0 of {len(po)} texts translated, {len(po)} missing, 0 outdated." in output.splitlines()[0]
    assert len(output.splitlines()) == 2, "of a new one, no list of everything"


def test_what_is_left_is_listed(shinyo, scenario):
    shinyo("translate", str(scenario), "--to", "en")
    po = polib.pofile(str(catalog(scenario)))
    po[0].msgstr = "EN"
    po.save()
    output = shinyo("translate", str(scenario), "--to", "en", "--lang", "en")[1]
    assert output.splitlines()[-1] == f"  … and {len(po) - 13} more"


def translated(shinyo, scenario):
    assert shinyo("translate", str(scenario), "--to", "en")[0] == 0
    po = polib.pofile(str(catalog(scenario)))
    for entry in po:
        entry.msgstr = f"EN {entry.msgid}"
    po.save()
    return len(po)


def test_a_changed_line_marks_just_that_line(shinyo, scenario):
    count = translated(shinyo, scenario)
    assert shinyo("check", str(scenario))[0] == 0
    text = scenario.read_text("utf-8")
    scenario.write_text(text.replace("紙のタイムカードの束", "紙の山"), "utf-8")
    status, output, _ = shinyo("translate", str(scenario), "--to", "en", "--lang", "ja")
    assert status == 0
    lines = output.splitlines()
    assert f"全{count}件のうち訳あり{count - 1}件、未訳0件、原文が変わったもの1件。" in lines[0]
    assert len(lines) == 2
    assert [entry.msgid for entry in polib.pofile(str(catalog(scenario))) if entry.fuzzy] == [
        "机の上に、紙の山。"
    ]


def test_a_finished_catalog_is_left_as_it_is(shinyo, scenario):
    translated(shinyo, scenario)
    shinyo("translate", str(scenario), "--to", "en")
    before = catalog(scenario).read_bytes(), catalog(scenario).stat().st_mtime_ns
    assert shinyo("translate", str(scenario), "--to", "en")[0] == 0
    assert (catalog(scenario).read_bytes(), catalog(scenario).stat().st_mtime_ns) == before


def test_shipped_translations_are_finished(shinyo, tmp_path):
    for file in (ROOT / "scenarios").glob("*"):
        if file.is_file():
            shutil.copy(file, tmp_path)
    for file in tmp_path.glob("*.yaml"):
        status, output, _ = shinyo("translate", str(file), "--to", "en", "--lang", "en")
        assert status == 0
        assert " 0 missing, 0 outdated." in output


def test_a_catalog_that_cannot_be_read_is_not_written_over(shinyo, scenario):
    catalog(scenario).write_bytes(b'msgid "x\n')
    status, output, errors = shinyo("translate", str(scenario), "--to", "en")
    assert (status, output) == (1, "")
    assert "broken-catalog" in errors
    assert catalog(scenario).read_bytes() == b'msgid "x\n'


def test_a_scenario_with_faults_is_not_translated(shinyo, scenario):
    scenario.write_text(scenario.read_text("utf-8").replace("goto: week_end", "goto: nowhere"), "utf-8")
    status, output, errors = shinyo("translate", str(scenario), "--to", "en")
    assert (status, output) == (1, "")
    assert "unknown-scene" in errors
    assert not catalog(scenario).exists()


@pytest.mark.parametrize("language", ["ja", "../en", "English", "", "e"])
def test_what_is_no_other_language_is_told(shinyo, scenario, language):
    status, output, errors = shinyo("translate", str(scenario), "--to", language)
    assert (status, output) == (2, "")
    assert errors
    assert not list(scenario.parent.glob("*.po"))
