"""Files made to do harm, given to the commands that read them, in a process that has little memory.

What they cost is measured by ``benchmarks/dangers.py``; here each is refused with a sentence, and the
process lives.
"""

import io
import json
import subprocess
import sys
import zipfile

import pytest

from benchmarks.dangerous import CATALOGS, MEGA, PACKS, SCENARIOS, SMALL, TRANSCRIPTS, checked
from benchmarks.dangerous_hand_ins import HAND_INS
from benchmarks.dangers import MEGABYTES, refused
from benchmarks.zeros import Long, zipped
from tests.cli.conftest import ROOT, without_display

RUN = """
import contextlib, io, json, resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from game import cli
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = cli.run(json.loads(line))
    print(json.dumps([status, said.getvalue()[:2000]]), flush=True)
"""
GROUPS = {
    "scenarios": SCENARIOS,
    "catalogs": CATALOGS,
    "transcripts": TRANSCRIPTS,
    "packs": PACKS,
    "hand-ins": HAND_INS,
}


@pytest.mark.linux  # no other system holds a process to so much memory
@pytest.mark.parametrize("group", GROUPS)
def test_is_refused_with_a_sentence_and_in_little_memory(tmp_path, home, group):
    commands = []
    for number, (name, made) in enumerate(GROUPS[group].items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        commands.append([*made(folder), "--lang", "ja" if number % 2 else "en"])
        assert name
    # All of them in one process, which gives back little of what it has had: half as much again for that.
    # What each takes by itself is measured in benchmarks/dangers.py.
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(MEGABYTES * MEGA * 3 // 2)],
        input="\n".join(map(json.dumps, commands)), capture_output=True, text=True, cwd=ROOT, timeout=600,
        check=False, env=without_display(OPENBLAS_NUM_THREADS="1"),
    )  # fmt: skip
    ended = dict(zip(GROUPS[group], map(json.loads, done.stdout.splitlines()), strict=False))
    assert set(ended) == set(GROUPS[group]), f"died after {list(ended)[-1:]}: {done.stderr[-2000:]}"
    for name, (status, told) in ended.items():
        assert status in {1, 2}, (name, status, told)
        assert told.strip(), name
        assert "Traceback" not in told, name
    assert not list(home.glob("crash-*"))
    assert not list((home / "scenarios").glob("*"))  # nothing of a pack was taken in


@pytest.mark.linux
def test_the_limit_is_one_and_a_good_file_lives_with_it():
    assert refused(checked(lambda: SMALL), limit=MEGABYTES * MEGA).status == 0
    assert refused(checked(lambda: SMALL), limit=60 * MEGA).status != 0


def test_a_zip_of_zeros_is_one_like_any_other():
    files = {
        "none": Long(b""), "start": Long(b"{}\n"), "few": Long(b"", 70_000), "many": Long(b"x", 9 * MEGA + 1)
    }  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(zipped(files.items()))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            name: content.start + bytes(content.zeros) for name, content in files.items()
        }
