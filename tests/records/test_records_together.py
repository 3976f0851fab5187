"""Reading all lines of a record at once finds what reading them one by one finds, and refuses the same."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from game.records.lines import LineError, parsed
from game.records.together import parsed_all

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(st.text(max_size=3), VALUES, max_size=3).map(
    lambda found: json.dumps(found, ensure_ascii=False).encode()
)
PIECES = st.sampled_from(
    [
        b"{}",
        b"{},{}",
        b'{"a":[{}',
        b"{}]}",
        b"",
        b"1",
        b"{} , {}",
        b'{"a":1',
        b'"b":2}',
        b"[]",
        b'{"a":1,"a":2}',
    ]
)
SCRAPS = st.binary(max_size=6).map(lambda each: each.replace(b"\n", b""))
LINES = st.lists(OBJECTS | PIECES | SCRAPS, max_size=6)


def one_by_one(lines):
    return [parsed(each, number) for number, each in enumerate(lines, 2)]


def found_by(read, lines):
    """The objects on the lines, or the number of the line that is none."""
    try:
        return list(read(lines))
    except LineError as wrong:
        return wrong.line


@given(LINES)
@example([b"{},{}", b'{"a":[{}', b"{}]}"])
@example([b'{"a":1', b'"b":2}', b"{},{}"])
def test_lines_read_together_are_what_they_are_alone(lines):
    assert found_by(lambda each: parsed_all(each, 2), lines) == found_by(one_by_one, lines)
