"""``check`` tells what the story shows; ``play`` and ``explore`` refuse what cannot be played."""

import json
from pathlib import Path

import pytest

from game.format.catalogs import update
from tests.authoring.stories import END, TOP, reading, scene, story
from tests.cli.conftest import SAMPLE

SOUND = story(scene("one", "goto: end"), END)
LOST = story(scene("one", "goto: end"), scene("lost", "goto: end"), END)
STUCK = story(
    scene("one", "does: [{promise: sheet}]; goto: two", "goto: two"),
    scene("two", "does: [{keep: sheet}]; goto: end"),
    END,
)


@pytest.fixture
def write(tmp_path):
    """Writes a file beside the others and gives its name."""

    def file(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return file


@pytest.mark.parametrize(("text", "code"), [(LOST, "unreachable-scene"), (STUCK, "dead-end")])
def test_what_the_story_shows_is_told_in_every_form(shinyo, write, text, code):
    file = write("story.yaml", text)
    status, output, errors = shinyo("check", file)
    assert (status, errors) == (1, "")
    assert f" {code} " in output.splitlines()[0]
    assert output.splitlines()[2].strip() == "^"
    (found,) = json.loads(shinyo("check", file, "--format", "json")[1])
    assert (found["code"], found["severity"]) == (code, "fault")
    assert shinyo("check", file, "--format", "github")[1].startswith(f"::error file={file}")


@pytest.mark.parametrize("command", [["play", "--choices", "c1"], ["play", "--text"], ["explore"]])
def test_what_cannot_be_played_is_refused(shinyo, write, command):
    status, output, errors = shinyo(command[0], write("story.yaml", STUCK), *command[1:])
    assert (status, output) == (1, "")
    assert "dead-end" in errors


def test_findings_of_reader_and_story_come_in_the_order_of_the_file(shinyo, write):
    text = LOST.replace("      - id: c1\n", "      -\n", 1) + "epilogue: {vendor: [{customer: ｜一覧}]}\n"
    codes = [
        one["code"] for one in json.loads(shinyo("check", write("story.yaml", text), "--format", "json")[1])
    ]
    assert codes == ["unnamed-choice", "unreachable-scene", "furigana"]


def test_an_unfinished_translation_is_a_fault_where_it_is_shown(shinyo, write):
    file = write("story.yaml", SOUND)
    assert shinyo("check", file)[0] == 0
    write("story.en.po", update(reading(SOUND), "en"))
    status, output, _ = shinyo("check", file)
    assert status == 1
    assert "untranslated" in output
    assert shinyo("play", file, "--choices", "c1", "--lang", "ja")[0] == 0
    assert shinyo("play", file, "--choices", "c1", "--lang", "en")[0] == 1


def test_a_scenario_goes_on_from_one_that_is_there(shinyo, write, tmp_path):
    second = SOUND.replace("id: story", "id: second").replace("start:", "continues: frist\nstart:")
    file = write("second.yaml", second)
    write("first-part.yaml", SOUND.replace("id: story", "id: frist"))
    assert "unknown-scenario" in shinyo("check", file)[1]
    assert shinyo("check", str(tmp_path))[0] == 0, "checked together"
    shelf = write("second.yaml", second.replace("frist", "friday-checklist"))
    assert shinyo("check", shelf)[0] == 0
    write("frist.yaml", SOUND.replace("id: story", "id: frist"))
    assert shinyo("check", write("second.yaml", second))[0] == 0, "beside it"


def test_an_unknown_face_is_told_with_those_there_are(shinyo, write):
    text = SOUND.replace("{name: 田辺 由紀}", "{name: 田辺 由紀, portrait: tanaba}")
    output = shinyo("check", write("story.yaml", text))[1]
    assert "missing-portrait" in output
    assert "`tanabe`" in output


def test_the_walk_of_a_doubtful_story_is_kept_for_next_time(shinyo, write, home):
    top = TOP.replace("start:", "opening_credit: 1\nstart:")
    doubtful = story(
        scene("one", "when: {credit: {at_least: 0}}; goto: two", "when: {credit: {below: 2}}; goto: two"),
        scene("two", "goto: end"), END, top=top,
    )  # fmt: skip
    file = write("story.yaml", doubtful)
    assert shinyo("check", file)[0] == 0
    kept = list(home.rglob("*.analysis"))
    assert len(kept) == 1
    assert shinyo("check", file)[0] == 0
    assert list(home.rglob("*.analysis")) == kept


def test_how_a_scenario_teaches_is_told_when_it_is_asked_for(shinyo):
    status, output, _ = shinyo("check", SAMPLE, "--teach", "--format", "json")
    found = {one["code"]: one["severity"] for one in json.loads(output)}
    assert status == 0
    assert found["always-best"] == found["bands-unreached"] == "advice"
    assert shinyo("check", SAMPLE, "--format", "json")[:2] == (0, "[]\n")


def test_a_scenario_with_faults_is_not_explored(shinyo, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text(Path(SAMPLE).read_text("utf-8").replace("goto: week_end", "goto: nowhere", 1), "utf-8")
    status, output, _ = shinyo("check", str(broken), "--teach", "--format", "json")
    assert status == 1
    assert {one["severity"] for one in json.loads(output)} == {"fault"}
