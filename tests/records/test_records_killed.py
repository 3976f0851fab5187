"""Killed at any moment, a meeting goes on at the same decision and nothing is lost.

Here only the records are; `python -m tests.faults` kills the whole program.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.records import Beginning, InUse, Records

pytestmark = pytest.mark.posix  # it is killed by a signal, in a process that was forked

WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def writer():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [Path.cwd()]))}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", str(WRITER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        yield process
        process.communicate()


def killed_after(writer, records, file, seconds, *, busy=False):
    """How many decisions the writer said it had kept when it was killed.

    With ``busy`` the first one is waited for, and the record is then found to be in use.
    """
    writer.stdin.write(f"{records.folder}\t{file}\n".encode())
    writer.stdin.flush()
    said = b""
    # The child may speak before its parent has told its id.
    while not said.strip(b".").endswith(b"\n"):
        said += os.read(writer.stdout.fileno(), 1)
    child = int(said.replace(b".", b""))
    if busy:
        while b"." not in said:
            said += os.read(writer.stdout.fileno(), 1)
        with pytest.raises(InUse):
            records.resume(file)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while not said.endswith(b"\n") or said.count(b"\n") < 2:
        said += os.read(writer.stdout.fileno(), 65536)
    return said.count(b".")


def test_killed_forty_times_at_random_moments(writer, tmp_path, header, source):
    chance = random.Random(20260303)
    records = Records(tmp_path / "records")
    with records.begin(Beginning(header(), source)) as record:
        pass
    kept = 0
    for attempt in range(40):
        seconds = chance.uniform(0.0, 0.03)
        safe = kept + killed_after(writer, records, record.file, seconds, busy=attempt % 2 == 0)
        path = records.read(record.file).path
        assert path == tuple(f"choice-{count}" for count in range(len(path)))
        assert safe <= len(path) <= safe + 1
        kept = len(path)
    assert kept >= 20
    again, path = records.resume(record.file)
    again.close("abandoned")
    assert len(path) == kept
    assert sorted(file.suffix for file in records.folder.iterdir()) == ["", ".jsonl"]
