"""What every test shares: what is about another kind of system is not collected on this one."""

import os

WINDOWS = os.name == "nt"

collect_ignore = ["cli/test_real_terminal.py"] if WINDOWS else []


def pytest_collection_modifyitems(config, items):
    """Leave tests of signals, pipes and devices to the systems that have them."""
    if not WINDOWS:
        return
    left = [item for item in items if item.get_closest_marker("posix") is not None]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]
