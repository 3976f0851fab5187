"""Movement: gentle at both ends, and all its durations in one place."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import motion

SCREENS = Path(motion.__file__).parent
shares = st.floats(0, 1)


@given(shares)
def test_easing_stays_on_its_way(share):
    assert 0 <= motion.eased(share) <= 1
    assert motion.eased(share) + motion.eased(1 - share) == pytest.approx(1)


@given(shares, shares)
def test_easing_never_goes_back(one, other):
    early, late = sorted((one, other))
    assert motion.eased(early) <= motion.eased(late)


@given(st.floats(-50, 50))
def test_easing_is_cut_off_outside(share):
    assert 0 <= motion.eased(share) <= 1
    assert motion.eased(-1) == 0
    assert motion.eased(2) == 1


def test_durations_of_movements_stand_nowhere_else():
    # What hands and eyes wait for, and what is heard, are no movements.
    elsewhere = {
        "motion.py",
        "hands.py",
        "going.py",
        "notice.py",
        "reflect.py",
        "foot.py",
        "reveal.py",
        "stamps.py",
        "sound",
    }
    found = []
    for file in SCREENS.rglob("*.py"):
        if elsewhere & set(file.relative_to(SCREENS).parts):
            continue
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name = node.target.id
                if re.search(r"FRAME$|SECONDS$|PAUSES?$", name) and not name.startswith("_LOOK"):
                    found.append(f"{file.name}: {name}")
    assert found == []
