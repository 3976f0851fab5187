"""Every package that is installed for any of the optional groups, on any system, is pinned to one version."""

import json
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from itertools import product

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

SYSTEMS = [
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
]
VERSIONS = ["3.11", "3.12", "3.13"]
NOT_PINNED = {"pip", "shinyo"}
"""pip comes with Python, and is what reads the pins."""


def pins(root):
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    parted = (line.partition("==") for line in lines)
    return {canonicalize_name(name): version for name, _, version in parted}


def wanted_anywhere(names):
    """All that these requirements bring along anywhere, and what of it has needs that are unknown here."""
    found, unknown, left = set(), set(), [Requirement(name) for name in names]
    seen = set()
    while left:
        one = left.pop()
        name = canonicalize_name(one.name)
        for extra in ("", *sorted(one.extras)):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            found.add(name)
            try:
                needs = metadata.distribution(one.name).requires or []
            except metadata.PackageNotFoundError:
                unknown.add(name)
                continue
            left += [need for need in map(Requirement, needs) if wanted(need, extra)]
    return found, unknown


def wanted(need, extra):
    around = [
        {**system, "python_version": version, "python_full_version": f"{version}.0", "extra": extra}
        for system, version in product(SYSTEMS, VERSIONS)
    ]
    return need.marker is None or any(need.marker.evaluate(each) for each in around)


def groups(root):
    content = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project, build = content["project"], content["build-system"]["requires"]
    named = {"": project["dependencies"], "the build": build, **project["optional-dependencies"]}
    return {name: [each for each in needs if not each.startswith("shinyo")] for name, needs in named.items()}


def test_all_that_is_installed_for_any_group_on_any_system_is_pinned(root):
    pinned = pins(root)
    found, unknown = wanted_anywhere([need for needs in groups(root).values() for need in needs])
    assert found - NOT_PINNED <= set(pinned), sorted(found - NOT_PINNED - set(pinned))
    # What is not installed here belongs to another system, or to a group that is installed by itself.
    apart, _ = wanted_anywhere([*groups(root)["audit"], *groups(root)["fuzz"]])
    assert unknown <= {"colorama", "macholib", "pefile", "pywin32-ctypes", "setuptools"} | apart


def test_every_requirement_takes_the_version_that_is_pinned(root):
    pinned = pins(root)
    for needs in groups(root).values():
        for need in map(Requirement, needs):
            assert need.specifier.contains(pinned[canonicalize_name(need.name)]), need


def test_the_versions_that_run_here_are_the_pinned_ones(root):
    pinned = pins(root)
    running, _ = wanted_anywhere([*groups(root)[""], *groups(root)["dev"]])
    for name in running - NOT_PINNED:
        try:
            assert metadata.version(name) == pinned[name], name
        except metadata.PackageNotFoundError:
            continue


FINE = {"name": "x", "version": "1", "vulns": []}
FAULTY = {"name": "y", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
SKIPPED = {"name": "z", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("found", "ended"),
    [
        ([FINE, FINE], (0, "2 packages were looked up")),
        ([FINE, FAULTY], (1, "Known faults: y 2 (PYSEC-1).")),
        ([FINE, SKIPPED], (1, "Not looked up, of 2 packages: z.")),
        (None, (1, "the network cannot be reached")),
    ],
)
def test_an_audit_that_looked_nothing_up_is_none(monkeypatch, tmp_path, capsys, found, ended):
    said = b"" if found is None else json.dumps({"dependencies": found}).encode()
    asked = subprocess.CompletedProcess([], 0, said, b"why")
    monkeypatch.setattr(dev, "set_up", lambda _: None)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: asked)
    monkeypatch.setattr(dev, "LOG", str(tmp_path / "log"))
    monkeypatch.setattr(dev, "japanese", lambda: False)
    assert dev.main(["audit"]) == ended[0]
    assert ended[1] in capsys.readouterr().out


def test_an_environment_with_more_in_it_is_as_good():
    assert dev.larger("", "dev") == "dev"
    assert dev.larger("audit", "dev") == "audit"
    assert dev.larger("dev", None) == "dev"
    assert dev.larger("", "somebody's") == ""


def test_a_python_that_knows_ascii_only_is_told_better(tmp_path, root):
    """In a folder with another letter in its name it would make its environment anew, and fail."""
    there = tmp_path / "信用 貯金"
    there.mkdir()
    text = (root / "dev.py").read_text(encoding="utf-8").replace("def usage() -> None:", SAYS)
    (there / "dev.py").write_text(text, encoding="utf-8")
    for more in ({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        around = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", **more}
        done = subprocess.run(
            [sys.executable, "dev.py", "help"], cwd=there, env=around, capture_output=True, check=True
        )  # fmt: skip
        assert done.stdout.decode() == f"utf-8 C.UTF-8 {there}\n"


SAYS = """def usage():
    print(sys.getfilesystemencoding(), os.environ["LC_ALL"], ROOT)


def unused():"""


def test_no_folder_of_somebody_elses_modules_is_looked_through(tmp_path, root):
    """A person's PYTHONPATH is for other programs; a module of the folder one stands in is nobody's."""
    for name in ("venv", "game"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('a strange module was run')\n")
    code = "import dev, os, sys; dev.main(['help']); print(os.environ.get('PYTHONPATH'))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r}); {code}"], text=True,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "None"
    source = (root / "dev.py").read_text(encoding="utf-8")
    assert re.search(r'\[base, "-I", "-m", "venv"', source)
