"""``new`` gives a trainer something that plays, teaches, and explains itself."""

import json
import re
import shlex

import pytest

from game.authoring.template import FALLBACK, SCHEMA_FILE, named
from tests.cli.conftest import ROOT

LANGS = ("ja", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_new_plays_and_needs_no_advice(shinyo, tmp_path, lang):
    file = tmp_path / "深い 所" / "first-visit.yaml"
    status, output, errors = shinyo("new", str(file), "--lang", lang)
    assert (status, errors) == (0, "")
    commands = [shlex.split(line.partition(": shinyo ")[2]) for line in output.splitlines()[1:]]
    assert [each[0] for each in commands] == ["play", "check"]
    assert shinyo(*commands[1], "--format", "json")[:2] == (0, "[]\n")
    path = "gift,one_question,sheet,early,pens_first,beside,count,half_day"
    status, output, _ = shinyo(*commands[0], "--choices", path, "--json")
    card = json.loads(output)
    assert (status, card["scenario"], card["outcome"]["band"]) == (0, "first-visit", "trusted")
    assert card["hash"]


@pytest.mark.parametrize("lang", LANGS)
def test_its_first_line_names_the_schema_that_lies_beside_it(shinyo, tmp_path, lang):
    assert shinyo("new", str(tmp_path / "a.yml"), "--lang", lang)[0] == 0
    first = (tmp_path / "a.yml").read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    beside = json.loads((tmp_path / SCHEMA_FILE).read_text("utf-8"))
    assert beside == json.loads((ROOT / "assets" / "scenario.schema.json").read_text("utf-8"))


def test_both_languages_tell_the_same_story():
    def bare(lang):
        text = (ROOT / "assets" / "templates" / f"new.{lang}.yaml").read_text("utf-8")
        lines = [re.sub(r"\s*# .*$", "", line) for line in text.splitlines() if not line.startswith("#")]
        found = [re.match(r" *(- )?[{\w]*:?( \w+:)?", line) for line in lines if line.strip()]
        return [each.group() for each in found if each is not None]

    assert bare("ja") == bare("en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("promise", "vague,work"),
        ("kept", "promise,send"),
        ("when-credit", "forecast,try"),
        ("continues.yaml", "liner"),
    ],
)
def test_an_example_is_begun_with(shinyo, tmp_path, name, path, lang):
    file = tmp_path / "深い 所" / "mine.yaml"
    status, output, errors = shinyo("new", str(file), "--like", name, "--lang", lang)
    assert (status, errors) == (0, "")
    play, check = (shlex.split(line.partition(": shinyo ")[2]) for line in output.splitlines()[1:])
    assert shinyo(*check, "--format", "json")[:2] == (0, "[]\n")
    assert shinyo(*play, "--choices", path, "--lang", lang)[0] == 0
    text = file.read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert re.findall("^(?:id|language): .*", text, re.MULTILINE) == ["id: mine", f"language: {lang}"]
    assert (file.parent / SCHEMA_FILE).is_file()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("prommise", "「prommise」という書き方の例はありません。もしかして「promise」"),
        ("何か", "選べるのは、ask、blur、"),
        ("../ask", "という書き方の例はありません"),
    ],
)
def test_an_example_there_is_none_of_is_told(shinyo, tmp_path, name, told):
    status, output, errors = shinyo("new", str(tmp_path / "a.yaml"), "--like", name, "--lang", "ja")
    assert (status, output) == (2, "")
    assert told in errors
    assert not (tmp_path / "a.yaml").exists()


def test_nothing_is_written_over(shinyo, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("my own", "utf-8")
    status, output, errors = shinyo("new", str(file))
    assert (status, output) == (2, "")
    assert "mine.yaml" in errors
    assert file.read_text("utf-8") == "my own"
    assert shinyo("new", str(tmp_path / "mine"))[0] == 2
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["mine.yaml"]


def test_a_folder_that_is_a_file_is_told(shinyo, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    status, output, errors = shinyo("new", str(tmp_path / "file" / "a.yaml"))
    assert (status, output) == (2, "")
    assert errors


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("first-visit", "first-visit"),
        ("初回 訪問", "初回-訪問"),
        ("a.b,c", "a-b-c"),
        (" … ", FALLBACK),
        ("x" * 99, "x" * 80),
    ],
)
def test_the_id_goes_with_the_name_of_the_file(stem, expected):
    assert named("id: {id}\nsay: {id}", stem) == f"id: {expected}\nsay: {{id}}"


@pytest.mark.parametrize("name", [".", "..", "/", "sub/.."])
def test_a_folder_is_no_name_for_a_scenario(shinyo, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    for lang, said in (("ja", "フォルダーです"), ("en", "is a folder")):
        status, output, errors = shinyo("new", name, "--lang", lang)
        assert (status, output) == (2, "")
        assert said in errors
    assert list(tmp_path.iterdir()) == []


def test_the_guides_say_how_many_scenes_it_has(shinyo, tmp_path):
    file = tmp_path / "a.yaml"
    shinyo("new", str(file), "--lang", "en")
    status, explored, _ = shinyo("explore", str(file), "--json")
    story = file.read_text("utf-8").partition("\nscenes:")[2].partition("\nepilogue:")[0]
    scenes = re.findall(r"^  (\w+):", story, re.MULTILINE)
    decided = {each["scene"] for each in json.loads(explored)["choices"]}
    endings = len(re.findall(r"^    ending:", story, re.MULTILINE))
    assert (status, len(scenes)) == (0, len(decided) + endings) == (0, 10)
    assert "a scenario of ten scenes" in (ROOT / "docs" / "authoring.md").read_text("utf-8")
    assert "十の場面" in (ROOT / "docs" / "authoring.ja.md").read_text("utf-8")
