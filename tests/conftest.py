"""What every test shares: nothing of another kind of system, and together what shares something costly."""

import os
import re
import sys

import hypothesis
import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.browser.chromium import CHROMIUM, Reader, browser

WINDOWS = sys.platform == "win32"
MISSING = {"posix": WINDOWS, "linux": sys.platform != "linux"}

# Some machines tell Python to keep nothing that it has compiled. Each of the hundreds of programs that these
# tests start would then compile the game anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Property tests that do not say how many examples they want: enough to find what is common, in a time that
# leaves the whole suite under twelve minutes on two cores.
hypothesis.settings.register_profile("shinyo", max_examples=30, deadline=None)
hypothesis.settings.load_profile("shinyo")

OF_A_SCENARIO = re.compile(
    r"tests/(?:analysis/test_(?:shipped|flows)|authoring/test_(?:report|story_map))\.py::.*\[(.+?)(-ja|-en)?\]$"
)
"""Tests that look at all that can come of a shipped scenario (tests/analysis/once.py)."""

OF_A_FOLDER = re.compile(r"tests/(classroom|debrief|interfaces|fuzz)/")
"""Tests that share classes of trainees, meetings played, analyses, seeds: seconds of work in each process."""

IN_A_BROWSER = ("browser/test_review_page.py", "classroom/test_pages_in_a_browser.py")

IN_A_TERMINAL = ("cli/test_real_terminal.py", "faults/test_faults.py")
collect_ignore = [*(IN_A_TERMINAL if WINDOWS else ()), *(() if CHROMIUM else IN_A_BROWSER)]


def pytest_collection_modifyitems(config, items):
    """Leave tests of signals, pipes, devices and display servers to the systems that have them."""
    missing = [mark for mark, is_missing in MISSING.items() if is_missing]
    left = [item for item in items if any(item.get_closest_marker(mark) for mark in missing)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


class Together(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands out tests one by one, but those that share something costly to one process.

    The marks of xdist for this do nothing under pytest 9.2, hence by name: the program is built once, and
    each shipped scenario is analysed once.
    """

    def _split_scope(self, nodeid):
        if nodeid.startswith("tests/standalone/"):
            return "the built program"
        if nodeid.startswith(tuple(f"tests/{name}" for name in IN_A_BROWSER)):
            return "the browser"
        if nodeid.startswith("tests/screens/test_glyphs.py"):
            return "all that is ever said"
        if of_a_scenario := OF_A_SCENARIO.match(nodeid):
            return of_a_scenario[1]
        if of_a_folder := OF_A_FOLDER.match(nodeid):
            return of_a_folder[1]
        return nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Schedule by what tests share, where there are several processes."""
    return Together(config, log)


@pytest.fixture(scope="session")
def chromium():
    """The one browser of this process."""
    with browser() as opened:
        yield opened


@pytest.fixture
def reader(chromium, tmp_path):
    """Somebody who opens pages in the browser; whatever a page complains of or asks for fails the test."""
    reading = Reader(chromium, tmp_path)
    yield reading
    reading.close()
    assert not reading.complaints
