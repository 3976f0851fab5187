"""The task for VS Code and the hook for commits do what their page says."""

import json
import re
import shlex
import tomllib
from typing import Any

import pytest
import yaml

from game import cli
from tests.authoring.stories import END, ROOT, scene, story

PAGE = (ROOT / "docs" / "vscode.md").read_text("utf-8")
HALVES = re.split(r"^## 日本語$", PAGE, flags=re.MULTILINE)
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BAD = story(
    scene("one", "say: できれば金曜に送ります。; does: [{promise: sheet}]; goto: end"),
    scene("lost", "goto: end"),
    END,
)
SOUND = story(scene("one", "goto: end"), END)


def block(half: str, kind: str) -> str:
    only: str
    (only,) = re.findall(rf"^```{kind}\n(.*?)^```$", half, re.MULTILINE | re.DOTALL)
    return only


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs a command line in a folder of scenarios: (status, output)."""
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scenarios").mkdir()

    def typed(arguments: list[str]) -> tuple[int, str]:
        status = cli.run(arguments)
        return status, capsys.readouterr().out

    return typed


def task() -> Any:
    (only,) = json.loads(block(HALVES[0], "json"))["tasks"]
    return only


def test_both_halves_show_the_same():
    english, japanese = HALVES
    assert block(english, "json") == block(japanese, "json")
    assert yaml.safe_load(block(english, "yaml")) == yaml.safe_load(block(japanese, "yaml"))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("folder", ["scenarios", "scenarios/second class"])
def test_vs_code_finds_every_finding_in_what_is_said(run, tmp_path, lang, folder):
    (tmp_path / folder).mkdir(exist_ok=True)
    file = f"{folder}/story.yaml"
    (tmp_path / file).write_text(BAD, "utf-8")
    arguments = [one.replace("${relativeFile}", file) for one in task()["args"]]
    status, output = run([*arguments, "--lang", lang])
    assert status == 1
    pattern = task()["problemMatcher"]["pattern"]
    found = [re.match(pattern["regexp"], line) for line in output.splitlines()]
    assert None not in found
    _, said = run(["check", "--format", "json", file, "--lang", lang])
    for one, meant in zip(found, json.loads(said), strict=True):
        assert one is not None
        told = {name: one[group] for name, group in pattern.items() if name != "regexp"}
        assert told["severity"] == {"fault": "error", "advice": "warning"}[meant["severity"]]
        assert (told["code"], int(told["line"]), int(told["column"])) == (
            meant["code"],
            meant["line"],
            meant["column"],
        )
        assert told["message"].startswith(meant["message"])
        assert told["file"] == file
    assert {one["severity"] for one in json.loads(said)} == {"fault", "advice"}


def test_the_hook_runs_the_command_of_the_package(run, tmp_path):
    (hook,) = HOOKS
    name, *arguments = shlex.split(hook["entry"])
    assert name in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    (tmp_path / "scenarios/bad.yaml").write_text(BAD, "utf-8")
    (tmp_path / "scenarios/sound.yaml").write_text(SOUND, "utf-8")
    assert run([*arguments, "scenarios/sound.yaml"])[0] == 0
    assert run([*arguments, "scenarios/bad.yaml", "scenarios/sound.yaml"])[0] == 1


def test_the_hook_looks_at_scenarios_and_at_nothing_else():
    (hook,) = HOOKS
    shipped = {file.relative_to(ROOT).as_posix() for file in (ROOT / "scenarios").iterdir()}
    looked_at = {one for one in shipped if re.search(hook["files"], one)}
    assert looked_at == {one for one in shipped if one.endswith((".yaml", ".yml"))}
    assert not re.search(hook["files"], "docs/settings.yaml")
    assert re.search(hook["files"], "training/scenarios/first-visit.yml")
    (repo,) = yaml.safe_load(block(HALVES[0], "yaml"))["repos"]
    assert [one["id"] for one in repo["hooks"]] == [hook["id"]]


def test_the_links_lead_somewhere():
    for link, _, head in (one.partition("#") for one in re.findall(r"\]\((?!http)([^)]+)\)", PAGE)):
        text = (ROOT / "docs" / link).read_text("utf-8") if link else PAGE
        heads = {
            re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-")
            for one in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        }
        assert not head or head in heads
