"""Nothing is clipped, nothing lies on anything else, everything is reached: every state, at every size.

Each state in two looks of its own, so that over all of them any two sizes and languages come together;
``python3 dev.py gallery --check`` looks at all hundred for each.
"""

from itertools import combinations

import pytest

from tests.gallery.geometry import every_look, faults_of, some_looks
from tests.gallery.registry import states

ALL = [each for each in states() if each.texts]


@pytest.mark.parametrize("one", ALL, ids=[each.name for each in ALL])
def test_everything_has_its_own_place(one, tmp_path):
    found = [fault for look in some_looks(one) for fault in faults_of(one, tmp_path, look)]
    assert not found, "\n".join(found)


def test_any_two_sizes_and_languages_come_together_somewhere():
    def pairs(looks):
        return {
            pair
            for look in looks
            for pair in combinations((look.size, look.percent, look.lang, look.furigana), 2)
        }

    wanted = pairs(every_look())
    assert pairs(look for one in ALL for look in some_looks(one)) == wanted
    assert len(list(every_look())) == 100
