"""The processes beside the game run nothing that lies in the folder one stands in, and listen to nobody."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from game.deskwork.clerk import Clerk
from tests.security.asked import counted

ROOT = Path(__file__).parents[2]

DECOY = "open({mark!r}, 'a').write(__name__ + '\\n')\n"
NAMES = ("multiprocessing", "json", "numpy", "tomllib", "pydantic", "yaml", "zipfile", "game", "runpy")
"""What a stranger would call a module that is to be run in the place of another."""

START = """
import sys
from pathlib import Path

def clerk():
    from game.deskwork.clerk import Clerk
    from tests.security.asked import counted
    worker = Clerk()
    task = worker.ask(counted, (1, 2, 3))
    while not task.done:
        worker.look()
    worker.close()
    print(task.result, task.trouble)

def analysis():
    from game.library import Library
    library = Library(Path(sys.argv[2]))
    opened = library.open_scenario("first-steps", "en")
    working = library.analyse_in_background(opened)
    while working.poll() is None and not working.failed:
        pass
    print(working.poll().best.trust)

if __name__ == "__main__":
    {"clerk": clerk, "analysis": analysis}[sys.argv[1]]()
"""


@pytest.mark.parametrize(("who", "says"), [("clerk", "6 None"), ("analysis", "")])
def test_no_module_is_taken_from_the_folder_one_stands_in(tmp_path, who, says):
    mark, strange, bin_ = tmp_path / "run", tmp_path / "strange", tmp_path / "bin"
    strange.mkdir()
    bin_.mkdir()
    for name in NAMES:
        (strange / f"{name}.py").write_text(DECOY.format(mark=str(mark)))
    # Started as the installed command is: by a script in a folder of its own.
    (bin_ / "start.py").write_text(START)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"}
    done = subprocess.run(
        [sys.executable, str(bin_ / "start.py"), who, str(tmp_path / "home")],
        cwd=strange, env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert not mark.exists(), mark.read_text()
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


@pytest.mark.linux
def test_they_listen_to_nobody_and_are_spoken_to_by_their_parent_alone():
    worker = Clerk()
    try:
        task = worker.ask(counted, (1, 2, 3))
        while not task.done:
            worker.look()
        assert worker._process is not None
        for process in (psutil.Process(), psutil.Process(worker._process.pid)):
            assert process.net_connections("inet") == []
            # A pair of ends that only these two hold has no name by which another could call it.
            assert not any(str(each.laddr) for each in process.net_connections("unix"))
    finally:
        worker.close()
