"""What every test shares: what is about another kind of system is not collected on this one."""

import sys

WINDOWS = sys.platform == "win32"
MISSING = {"posix": WINDOWS, "linux": sys.platform != "linux"}

collect_ignore = ["cli/test_real_terminal.py"] if WINDOWS else []


def pytest_collection_modifyitems(config, items):
    """Leave tests of signals, pipes, devices and display servers to the systems that have them."""
    missing = [mark for mark, is_missing in MISSING.items() if is_missing]
    left = [item for item in items if any(item.get_closest_marker(mark) for mark in missing)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]
