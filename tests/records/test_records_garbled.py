"""Whatever a file holds, it is read as a record or refused with a reason, and never changed."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.records import (
    Beginning,
    FileTrouble,
    Garbled,
    NewerRecord,
    NotARecord,
    Records,
    Source,
    Spoilt,
    new_header,
)
from game.records.kept import read


@pytest.fixture
def played(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        record.keep("talk", "もっと")
        record.keep("talk", "done")
    return record


GARBAGE = st.one_of(
    st.binary(max_size=60).map(lambda junk: junk.replace(b"\n", b"")),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["choice", "scene", "at", "prediction", "trust", "closed", "plus", "x"]),
                inner,
                max_size=4,
            ),
        ),
        max_leaves=6,
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(
        [
            b"",
            b"[" * 100_000,
            b'{"choice":' * 5_000,
            b"9" * 5_000,
            b'{"choice":"a","choice":"b","scene":"s","at":"t"}',
            b'{"choice":"\\ud800","scene":"s","at":"t"}',
            b'{"choice":NaN,"scene":"s","at":"t"}',
            b'{"prediction":"trusted","trust":1.5,"feeling":"","at":"t"}',
            b'{"closed":"tired","at":"t"}',
            b'{"choice":"' + b"x" * 50_000 + b'","scene":"s","at":"t"}',
            b'{"scene":"s","at":"t"}',
        ]
    ),
)


@settings(deadline=None, max_examples=300)
@given(junk=GARBAGE, place=st.integers(0, 3))
def test_garbage_between_the_lines_is_a_trouble_and_never_a_traceback(sample, junk, place):
    lines = sample.split(b"\n")
    content = b"\n".join([*lines[:place], junk, *lines[place:]])
    told = place + 1
    try:
        kept = read(content, Path("record"))
    except NotARecord:
        assert place == 0
    except Garbled as trouble:
        told = trouble.line
    else:  # only a line that is one of ours, or one that took the header's place, or a hole at the end
        hole = b"\0" in junk and place == 3
        assert hole or isinstance(json.loads(junk), dict)
        assert kept.header.scenario == "small-talk"
    # A closing line is one of ours, and then it is the next that should not be there.
    assert told in {place + 1, place + 2}


@pytest.fixture(scope="module")
def sample(tmp_path_factory, scenario, rulebook):
    folder = tmp_path_factory.mktemp("sample")
    source = Source(b"format: 1\n", b"")
    made = new_header(scenario, rulebook, source, app="0.1.0", trainee="すずめ", purpose="")
    with Records(folder).begin(Beginning(made, source)) as record:
        record.keep("talk", "more")
        record.keep("talk", "done")
    return record.file.read_bytes()


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_a_flipped_byte_is_never_a_traceback(sample, data):
    at = data.draw(st.integers(0, len(sample) - 1))
    spoilt = bytearray(sample)
    spoilt[at] = data.draw(st.integers(0, 255))
    with suppress(FileTrouble):
        read(bytes(spoilt), Path("record"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"PK\x03\x04",
        b"id: friday-checklist\n",
        b"[1]\n",
        b'{"record": true}\n',
        b'{"record": 0}\n',
        b'{"settings": 1}\n',
        "\ufeff".encode() + b'{"record": 1}\n',
    ],
)
def test_a_foreign_file_is_no_record_and_is_not_touched(records, content):
    records.folder.mkdir()
    file = records.folder / "foreign.jsonl"
    file.write_bytes(content)
    with pytest.raises(NotARecord):
        records.resume(file)
    assert file.read_bytes() == content
    (found,) = records.listed()
    assert isinstance(found, Spoilt)
    assert isinstance(found.trouble, NotARecord)


def test_a_newer_record_is_told_from_a_garbled_one(records, played):
    whole = played.file.read_bytes()
    played.file.write_bytes(whole.replace(b'{"record":1,', b'{"record":2,', 1))
    with pytest.raises(NewerRecord) as told:
        records.resume(played.file)
    assert told.value.version == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"coach":false', b'"coach":0'),
        (b'"hash":', b'"hush":'),
        (b'"uid":"', b'"uid":"../'),
        (b'"continues":null', b'"continues":[]'),
        (b'"catalogs":{', b'"catalogs":{"fr":3,'),
        (b'"retain_until":"2', b'"retain_until":"x'),
        (b'"started":"2', b'"started":"x'),
    ],
)
def test_a_header_that_is_not_one_is_garbled_in_line_one(records, played, old, new):
    content = played.file.read_bytes()
    assert old in content
    played.file.write_bytes(content.replace(old, new, 1))
    with pytest.raises(Garbled) as told:
        records.read(played.file)
    assert told.value.line == 1


def test_what_a_later_version_adds_to_a_line_is_passed_over_and_stays(records, played):
    content = played.file.read_bytes().replace(b'"record":1,', b'"record":1,"room":"3F",', 1)
    content = content.replace(b'"choice":"more",', b'"choice":"more","hesitated":3,', 1)
    played.file.write_bytes(content)
    record, path = records.resume(played.file)
    record.release()
    assert path == ("more", "もっと", "done")
    assert played.file.read_bytes() == content


def test_a_second_header_in_a_record_is_garbage(records, played):
    content = played.file.read_bytes()
    played.file.write_bytes(content * 2)
    with pytest.raises(Garbled) as told:
        records.resume(played.file)
    assert told.value.line == 5
    assert played.file.read_bytes() == content * 2


@pytest.mark.parametrize(
    "started",
    [
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ],
)
def test_a_time_that_no_calendar_has_elsewhere_is_garbled(sample, started):
    """It was once an exception: the same moment, in UTC or where the trainer is, is in no year there is."""
    first, rest = sample.split(b"\n", 1)
    head = json.loads(first) | {"started": started}
    with pytest.raises(Garbled) as told:
        read(json.dumps(head).encode() + b"\n" + rest, Path("record"))
    assert told.value.line == 1
