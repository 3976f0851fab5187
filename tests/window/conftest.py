"""A real window needs a virtual screen and somebody to press its keys: Xvfb and xdotool.

`.ci/run` installs both. Where they are missing these tests are not collected, and pytest says so.
"""

import shutil

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_report_header():
    """Say in pytest's first lines when there is no virtual screen."""
    return f"no tests of the real window: {', '.join(MISSING)} not installed" if MISSING else ""
