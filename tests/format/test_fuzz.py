"""Whatever is in a file: reading it gives a scenario, or faults with places inside the file."""

import copy

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.format.codes import CODES
from game.format.frames import as_github, as_text
from tests.format.samples import SAMPLE, SMALL, reading
from tests.format.test_hashes import DATA

PIECES = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    " #x",
    '"',
    "'",
    "- ",
    "\t",
    "\u3000",
    "：",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    "?",
    ",",
    "\n",
    "\n  ",
    "~",
    "no",
    "---\n",
    "<<: ",
    "%",
    "@",
    "`",
    "\\",
    "{trainee",
    "｜漢",
    "《",
    "》",
    "9999",
    "-5",
    "true",
    "when: ",
    "otherwise: true",
    "\ufeff",
    "\x00",
    "\u2028",
    "goto: ",
    "say: ",
    "[]",
    "{}",
    '""',
    "1,200",
    "=",
    "null",
    "\r",
    "é",
]
VALUES = [
    "x",
    "",
    "12",
    "-3",
    "no",
    "1 day",
    "reception",
    "checklist",
    "9" * 20,
    "a b",
    "{x}",
    "\u3000",
    "~",
    [],
    {},
    ["a"],
    {"a": "b"},
    {"id": "x"},
    [{"a": "b"}],
    [[]],
    {"when": {}},
    {"knows": "closing"},
    [{"concede": {}}],
    [{"ask": {}}],
    {"credit": {"at_least": "trusted", "below": "vendor"}},
    [{"deflect": "support"}],
    {"all": []},
    [{"tell_record": {"record": "r", "told": "maybe"}}],
    {"not": {"any": [{"chose": "reception.gift"}]}},
    [{"when": {"knows": "closing"}, "lines": [{"customer": "a"}], "does": [{"lie": "x"}]}],
    {"customer": "x", "narrator": "y"},
    [{"otherwise": "true", "customer": "z"}],
]
KEYS = [
    "when",
    "otherwise",
    "does",
    "lines",
    "goto",
    "say",
    "act",
    "id",
    "choices",
    "ending",
    "enter",
    "after",
    "again",
    "reply",
    "learn",
    "mood",
    "tell",
    "opening",
    "rulebook",
    "people",
    "lies",
    "epilogue",
    "foo",
    "customer",
    "boss",
    "1",
]


def assert_answered(source, lang="ja", *, pure=False):
    found = reading(source, lang=lang, pure=pure)
    assert (found.scenario is None) == any(one.severity == "fault" for one in found.findings)
    for one in found.findings:
        assert 1 <= one.line <= len(found.lines)
        assert 1 <= one.column <= len(found.lines[one.line - 1]) + 1
        assert one.code in CODES
        assert one.code != "wrong-value", "a kind of error that has no words of its own"
        assert as_text(one, found.lines).startswith("story.yaml:")
        assert "\n" not in as_github(one)
    return found


@st.composite
def edited(draw):
    """The sample with a few places cut, doubled, moved or grown."""
    text = draw(st.sampled_from([SAMPLE, SMALL]))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.integers(1, 20)) :]
            case 2:
                lines = text.split("\n")
                del lines[draw(st.integers(0, len(lines) - 1))]
                text = "\n".join(lines)
            case 3:
                lines = text.split("\n")
                line = draw(st.sampled_from(lines))
                lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(["", "  ", " "])) + line)
                text = "\n".join(lines)
            case _:
                lines = text.split("\n")
                number = draw(st.integers(0, len(lines) - 1))
                lines[number] = " " * draw(st.integers(0, 9)) + lines[number].lstrip()
                text = "\n".join(lines)
    return text


def paths(value, path=()):
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from paths(part, (*path, key))


def inside(value, path):
    for step in path:
        value = value[step]
    return value


@st.composite
def rebuilt(draw):
    """The sample as well-formed YAML whose parts are not what belongs there."""
    data = copy.deepcopy(DATA)
    for _ in range(draw(st.integers(1, 4))):
        everywhere = [path for path in paths(data) if path]
        if not everywhere:
            break
        path = draw(st.sampled_from(everywhere))
        parent, last = inside(data, path[:-1]), path[-1]
        value = copy.deepcopy(
            draw(st.sampled_from(VALUES) | st.sampled_from(list(paths(DATA))).map(lambda p: inside(DATA, p)))
        )
        match draw(st.integers(0, 2)):
            case 0:
                parent[last] = value
            case 1:
                parent.pop(last)
            case _ if isinstance(parent[last], dict):
                parent[last][draw(st.sampled_from(KEYS))] = value
            case _ if isinstance(parent[last], list):
                parent[last].insert(0, value)
    flow = draw(st.sampled_from([None, True, False]))
    return yaml.dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=200)


@given(st.binary(max_size=300), st.sampled_from(["ja", "en"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes(source, lang):
    assert_answered(source, lang)


@given(st.text(max_size=200), st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_text(text, pure):
    assert_answered(text, pure=pure)


@given(
    st.lists(st.sampled_from([*PIECES, *KEYS, "a", "b: ", "\n- "]), max_size=40).map("".join), st.booleans()
)
@settings(max_examples=500, deadline=None)
def test_any_signs_of_yaml(text, pure):
    assert_answered(text, pure=pure)


@given(edited(), st.sampled_from(["ja", "en"]), st.booleans())
@settings(max_examples=700, deadline=None)
def test_a_file_mistyped(text, lang, pure):
    assert_answered(text, lang, pure=pure)


@given(rebuilt(), st.sampled_from(["ja", "en"]))
@settings(max_examples=700, deadline=None)
def test_a_file_misunderstood(text, lang):
    assert_answered(text, lang)


@given(edited())
@settings(max_examples=200, deadline=None)
def test_what_both_parsers_read_they_read_alike(text):
    # One takes tabs for spaces within a line, the other takes ``a:{`` for ``a: {``; each tells what it
    # does not take.
    quick, slow = reading(text), reading(text, pure=True)
    if quick.scenario and slow.scenario:
        assert quick.scenario == slow.scenario
