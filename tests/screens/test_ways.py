import subprocess
import sys

NEW = """
import sys
from game.screens.ways import import_ahead, screen_of
import_ahead()
there = set(sys.modules)
for way in ("brief", "talk", "prediction", "settlement", "reveal", "settings"):
    screen_of(way)
print(*(name for name in sys.modules if name not in there and name.startswith("game.")))
"""


def test_what_is_imported_ahead_is_all_that_a_meeting_needs():
    run = subprocess.run([sys.executable, "-c", NEW], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == ""
