"""Files from strangers are read, and nothing else happens: no code, no network, no process, no other file.

A hook of Python itself hears everything that is opened, run, connected or started while they are read.
"""

import json
import os
import subprocess
import sys
import zipfile
from functools import partial

import pytest

from benchmarks.dangerous import PACKS, SMALL, checked
from benchmarks.dangerous_hand_ins import HAND_INS
from tests.cli.conftest import ROOT, without_display
from tests.security.zips import header, zipped

START = """
from pathlib import Path
from tests.security.watched import Watch
watch = Watch(Path({folder!r}))
watch.on = True
{code}
"""
CODE = "import os\nos.system('touch run')\nopen('run', 'w')\n"
OUT = (
    "a way out",
    "a way to the top",
    "a way to a drive",
    "half of one",
    "in an object",
    "a rulebook of brackets",
)
TAGS = (
    "!!python/object/apply:os.system [touch run]", "!!python/name:os.system", "!!python/module:os",
    "!<tag:yaml.org,2002:python/object/new:subprocess.Popen> [[touch, run]]", "!!binary aGVsbG8=",
)  # fmt: skip


@pytest.fixture
def watched(tmp_path):
    """Runs command lines in one watched process; what each said, once nothing but reading was done."""

    def run(*commands, cwd=None):
        place = cwd or tmp_path
        around = without_display(
            SHINYO_HOME=str(tmp_path / "home"), PYTHONPATH=str(ROOT), TMPDIR=str(tmp_path), LANG="C.UTF-8",
            OPENBLAS_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1",
        )  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tests.security.watched", str(tmp_path)],
            input="\n".join(map(json.dumps, commands)), capture_output=True, text=True, cwd=place, env=around,
            timeout=600, check=False,
        )  # fmt: skip
        ended = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(ended) == len(commands), done.stderr[-2000:]
        for command, (status, told, steps) in zip(commands, ended, strict=True):
            assert steps == [], (command, steps)
            assert status in {0, 1, 2}, (command, status, told)
        return [(status, told) for status, told, _ in ended]

    return run


def test_the_hook_hears_what_is_more_than_reading(tmp_path):
    """Without this the others could not fail."""
    for code in (
        "open('/etc/hostname')", "__import__('socket').socket()", "__import__('os').system('true')",
        "eval('1')", "open('/tmp/nowhere-else', 'w')", "__import__('pickle').loads(b'cos\\nsystem\\n.')",
        "__import__('subprocess').Popen(['true'])", "exec(compile('1', 'strange.py', 'exec'))",
    ):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", START.format(folder=str(tmp_path), code=code)],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert "watched.Out:" in done.stderr, (code, done.stderr)


def test_every_shipped_scenario_is_only_read(watched, tmp_path):
    pages = [
        ["map", "first-steps", "-o", str(tmp_path / name), "--lang", "en"] for name in ("x.html", "x.svg")
    ]
    told = watched(
        ["list"], ["check", str(ROOT / "scenarios")], ["test", "first-steps"], *pages,
        ["play", "first-steps", "--choices", "1,1,1,1,1,1"], ["explore", "first-steps", "--json"],
        ["pack", str(ROOT / "scenarios" / "first-steps.yaml"), "-o", str(tmp_path / "x.zip")],
        ["debrief", "--rehearsal", "first-steps:8", "--export", str(tmp_path / "class"), "--names"],
    )  # fmt: skip
    assert all(status == 0 for status, _ in told)


def test_every_hostile_file_is_only_read(watched, tmp_path):
    commands = []
    ways_out = {
        name: made for name, made in {**PACKS, **HAND_INS}.items() if any(each in name for each in OUT)
    }
    for number, made in enumerate(ways_out.values()):  # the others are a matter of what they cost
        folder = tmp_path / f"made-{number}"
        folder.mkdir()
        commands.append(made(folder))
    assert len(commands) == len(OUT)
    for number, tag in enumerate(TAGS):
        folder = tmp_path / f"tag-{number}"
        folder.mkdir()
        commands.append(checked(partial(SMALL.replace, "Hm", tag))(folder))
    told = watched(*commands)
    assert all(status in {1, 2} for status, _ in told)


def test_a_folder_full_of_traps_is_only_read(watched, tmp_path):
    """What lies in a stranger's folder is neither imported nor opened for its name, and not waited for."""
    strange = tmp_path / "strange"
    strange.mkdir()
    for name in (
        "sitecustomize",
        "usercustomize",
        "json",
        "numpy",
        "yaml",
        "game",
        "polib",
        "conftest",
        "setup",
    ):
        (strange / f"{name}.py").write_text(CODE)
    (strange / "x.yaml").write_text(SMALL)
    (strange / "x.pth").write_text("import os; os.system('touch run')\n")
    catalog = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=../../strange/json\\n"\n'
    (strange / "x.en.po").write_text(catalog + '"Plural-Forms: nplurals=2; plural=__import__(\\"os\\")\\n"\n')
    evil = header(scenario="../../x", app="{0.__class__}", trainee="{trainee.__class__}{0}%s%n")
    (strange / "y.jsonl").write_bytes(evil)
    (strange / "y.shinyo").write_bytes(zipped({"record.jsonl": evil, "../../run": b"x"}))
    (strange / "z.shinyo").write_bytes(zipped({"record.jsonl": evil, "versions/x.py": b"x"}))
    if os.name == "posix":
        (strange / "loop").symlink_to(strange)
        (strange / "loop.jsonl").symlink_to("loop.jsonl")
        (strange / "dev.jsonl").symlink_to("/dev/zero")
        (strange / "dev.yaml").symlink_to("/dev/zero")
        os.mkfifo(strange / "fifo.jsonl")
        os.mkfifo(strange / "fifo.txt")
        os.mkfifo(strange / "fifo.yaml")
    with (strange / "huge.txt").open("wb") as huge:
        huge.truncate(10 * 2**30)
    with zipfile.ZipFile(strange / "run.zip", "w") as made:
        made.writestr("__main__.py", CODE)
    told = watched(
        ["check", "x.yaml"], ["check", "."], ["debrief", ".", "--text"], ["debrief", ".", "--json"],
        ["debrief", ".", "--export", str(tmp_path / "class")], ["records", "show", "y.jsonl"],
        ["records", "show", "y.shinyo"], ["add", "run.zip"], ["list"], ["play", "x.yaml", "--text"],
        ["translate", "x.yaml", "--to", "en"],
        cwd=strange,
    )  # fmt: skip
    assert all(text for _, text in told)
    assert not list(tmp_path.rglob("run"))
