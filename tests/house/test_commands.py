"""The two commands of the README, and the links of the documents."""

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib

import pytest

import dev

READMES = ["README.md", "README.ja.md"]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_has_its_commands_each_alone(root, name):
    blocks = re.findall(r"```sh\n(.*?)\n```", (root / name).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks[1:] == ["python3 dev.py play", "python3 dev.py test", "python3 dev.py build"]


@pytest.mark.parametrize(
    ("language", "told"), [("en_US.UTF-8", "start the game"), ("ja_JP.UTF-8", "ゲームを始める")]
)
def test_dev_tells_its_verbs_in_the_persons_language(root, language, told):
    settings = dict(os.environ, LC_ALL=language, PYTHONUTF8="1")
    for arguments, status in [(["--help"], 0), ([], 2), (["dance"], 2)]:
        out = subprocess.run(
            [sys.executable, "dev.py", *arguments], cwd=root, env=settings, capture_output=True, check=False
        )
        assert out.returncode == status
        assert told in out.stdout.decode("utf-8")
        assert out.stderr == b""


def test_dev_can_be_read_by_an_old_python(root):
    source = (root / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    futures = [
        piece for piece in tree.body if isinstance(piece, ast.ImportFrom) and piece.module == "__future__"
    ]
    assert futures == []  # the one for annotations would end an old Python with a syntax error
    with pytest.raises(SyntaxError):
        ast.parse("(a := 1)", feature_version=(3, 7))


def test_every_verb_a_document_names_exists(root):
    verbs = set(
        re.findall(r'^    "(\w+)": \(\s*\w+,\s', (root / "dev.py").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {"play", "test"} <= verbs
    for name in [*READMES, "CONTRIBUTING.md"]:
        named = set(re.findall(r"dev\.py (\w+)", (root / name).read_text(encoding="utf-8")))
        assert named, name
        assert named <= verbs, name


def test_steps_beside_the_others_are_told_at_the_end_and_count_as_they_do(monkeypatch, capfd):
    monkeypatch.setattr(dev, "set_up", lambda _: None)
    monkeypatch.setattr(dev, "command_of", lambda step: [sys.executable, "-c", step[1]])
    first, good, bad = ["first", "print(1)"], ["good", "print(2)"], ["bad", "print(3); raise SystemExit(4)"]
    assert dev.run_each([first], beside=[good]) == 0
    assert re.findall(r"(?m)^\d$", capfd.readouterr().out) == ["1", "2"]
    assert dev.run_each([first], beside=[good, bad]) == 1
    assert re.search(r"bad \(\d+ s\).*first \(\d+ s\), good", capfd.readouterr().out)
    assert dev.run_each([bad], beside=[good]) == 1


def test_the_bench_verb_has_something_to_run(root):
    assert (root / "benchmarks" / "run.py").is_file()


def test_the_build_machine_calls_the_readmes_test_command(root):
    assert (root / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("python3 dev.py test")
    assert os.access(root / ".ci" / "run", os.X_OK)


def test_no_link_of_a_document_is_broken(tracked):
    broken = []
    for path in tracked:
        if path.suffix != ".md":
            continue
        targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
        inside = [target for target in targets if not re.match(r"[a-z]+:", target)]
        broken += [f"{path.name}: {target}" for target in inside if not (path.parent / target).exists()]
    assert broken == []


def test_every_decision_is_listed_under_its_number(root):
    folder = root / "docs" / "decisions"
    listed = re.findall(r"\[(\d{4})\]\((\1-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert [name for _, name in listed] == sorted(path.name for path in folder.glob("[0-9]*"))
    for number, name in listed:
        assert (folder / name).read_text(encoding="utf-8").startswith(f"# {number} · "), name


def test_every_dependency_is_pinned_without_an_address(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [
        line
        for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {plain(pin.partition("==")[0]) for pin in pins}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {plain(re.split(r"[<>=]", each)[0]) for each in wanted} <= pinned


def plain(name: str) -> str:
    """A package's name as it is compared: lower case, with hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_version_can_be_read_without_the_weight_of_the_game(root):
    heavy = "import sys, game; print(sorted({'numpy', 'pygame', 'pydantic', 'yaml'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", heavy], cwd=root, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
    assert re.fullmatch(r"\d+\.\d+\.\d+", importlib.import_module("game").__version__)
