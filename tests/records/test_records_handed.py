"""Versions that stay, the one file to hand in, and taking records away again."""

import io
import shutil
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.records import (
    Beginning,
    Continues,
    FileTrouble,
    NoSuchRecord,
    NotAnExport,
    Prediction,
    Records,
    Source,
    TooBig,
    VersionAltered,
    VersionMissing,
    export,
    handing,
    new_header,
    read_export,
    source_of,
)


@pytest.fixture
def played(records, header, source):
    with records.begin(Beginning(header(), source)) as record:
        record.keep("talk", "more")
        record.predict("trusted", 40, "落ち着いている")
        record.reflect("先に渡せた", "待てなかった")
        record.resolve("次は期日を言う")
        record.close("ended")
    return record


def test_what_was_played_is_kept_byte_for_byte(records, played, source):
    assert source_of(played.header.files, records.versions.read) == source


def test_an_edited_scenario_is_kept_beside_the_old_one(records, played, header, source):
    edited = replace(source, scenario=b"format: 1\n# edited\n")
    with records.begin(Beginning(replace(header(), files=edited.files), edited)) as record:
        pass
    assert source_of(played.header.files, records.versions.read) == source
    assert source_of(record.header.files, records.versions.read) == edited
    assert len(list(records.versions.folder.iterdir())) == 4


@pytest.mark.usefixtures("played")
def test_a_kept_version_is_never_written_again(records, header, source):
    before = {file: file.stat().st_mtime_ns for file in records.versions.folder.iterdir()}
    with records.begin(Beginning(header(), source)):
        pass
    assert {file: file.stat().st_mtime_ns for file in records.versions.folder.iterdir()} == before


def test_a_missing_and_an_altered_version_are_told(records, played):
    file = records.versions.folder / f"{played.header.files.scenario}.yaml"
    file.write_bytes(b"format: 1\nid: other\n")
    with pytest.raises(VersionAltered):
        source_of(played.header.files, records.versions.read)
    file.unlink()
    with pytest.raises(VersionMissing):
        source_of(played.header.files, records.versions.read)


def test_an_export_carries_the_record_and_what_it_needs(records, played, source, tmp_path):
    to = tmp_path / "handed.shinyo"
    export(records, played.file, to, free_text=True)
    handed = read_export(to)
    assert handed.kept.path == ("more",)
    assert handed.kept.header == played.header
    assert handed.kept.resolve == "次は期日を言う"
    assert source_of(handed.kept.header.files, handed.read) == source
    with zipfile.ZipFile(to) as archive:
        assert all(entry.date_time[0] == 1980 for entry in archive.infolist())
        assert not [name for name in archive.namelist() if name.startswith("/") or ".." in name]
    assert str(tmp_path).encode() not in to.read_bytes()
    with pytest.raises(FileExistsError):
        export(records, played.file, to)


def test_what_was_written_freely_stays_at_home_unless_asked_for(records, played, tmp_path):
    export(records, played.file, tmp_path / "handed.shinyo")
    kept = read_export(tmp_path / "handed.shinyo").kept
    assert (kept.reflection, kept.resolve, kept.closed) == (None, None, "ended")
    assert kept.prediction == Prediction("trusted", 40, "")


def test_an_export_of_a_meeting_that_goes_on_from_another(records, header, source, tmp_path):
    first = Source(b"format: 1\nid: first\n", source.rulebook)
    records.versions.keep(first)
    before = Continues("first", "a" * 64, "b" * 64, ("x",), first.files)
    with records.begin(Beginning(header(continues=before), source)) as record:
        pass
    export(records, record.file, tmp_path / "handed.shinyo")
    handed = read_export(tmp_path / "handed.shinyo")
    assert handed.kept.header.continues == before
    assert source_of(before.files, handed.read) == first


def test_a_record_whose_version_is_gone_cannot_be_exported(records, played, tmp_path):
    shutil.rmtree(records.versions.folder)
    with pytest.raises(VersionMissing):
        export(records, played.file, tmp_path / "handed.shinyo")
    assert not (tmp_path / "handed.shinyo").exists()


def packed(entries):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        packed([]),
        packed([("other.txt", b"")]),
        packed([("record.jsonl", b"{}"), ("../evil", b"")]),
        packed([("record.jsonl", b"{}"), ("versions/x.yaml", b"")]),
        packed([("record.jsonl", b" " * (5 * 2**20))]),
        packed([("record.jsonl", b"")] + [(f"versions/{n:064x}.po", b"") for n in range(300)]),
    ],
)
def test_a_file_that_is_no_export(tmp_path, content):
    file = tmp_path / "handed.shinyo"
    file.write_bytes(content)
    with pytest.raises(NotAnExport):
        read_export(file)


def test_an_export_that_is_far_too_big(tmp_path, monkeypatch):
    monkeypatch.setattr(handing, "MOST_FILE", 10)
    (tmp_path / "handed.shinyo").write_bytes(b"x" * 11)
    with pytest.raises(TooBig):
        read_export(tmp_path / "handed.shinyo")


@pytest.fixture(scope="module")
def handed(tmp_path_factory, scenario, rulebook):
    folder = tmp_path_factory.mktemp("handed")
    source = Source(b"format: 1\n", b"[asking]\n")
    records = Records(folder)
    made = new_header(scenario, rulebook, source, app="0.1.0", trainee="すずめ", purpose="")
    with records.begin(Beginning(made, source)) as record:
        record.keep("talk", "more")
    export(records, record.file, folder / "handed.shinyo")
    return folder / "spoilt.shinyo", (folder / "handed.shinyo").read_bytes()


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_a_damaged_export_is_a_trouble_and_never_a_traceback(handed, data):
    file, content = handed
    spoilt = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    file.write_bytes(spoilt)
    try:
        found = read_export(file)
        source_of(found.kept.header.files, found.read)
    except FileTrouble:
        pass


def test_a_version_in_an_export_is_checked(handed):
    file, content = handed
    file.write_bytes(content)
    found = read_export(file)
    names = list(found.versions)
    bent = replace(found, versions={names[0]: b"other"})
    with pytest.raises(VersionAltered):
        bent.read(names[0])
    with pytest.raises(VersionMissing):
        bent.read("other.yaml")


def test_delete_takes_one_record_and_nothing_else(records, played, header, source):
    with records.begin(Beginning(header(), source)) as other:
        pass
    records.delete(played.file)
    assert [one.file for one in records.listed()] == [other.file]
    assert len(list(records.versions.folder.iterdir())) == 3
    with pytest.raises(NoSuchRecord):
        records.delete(played.file)


def test_delete_takes_a_spoilt_one_too_but_nothing_that_is_no_record(records, played, tmp_path):
    played.file.write_bytes(b"spoilt\n")
    records.delete(played.file)
    assert records.listed() == ()
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"mine")
    version = next(records.versions.folder.iterdir())
    for file in (other, version, records.folder / "versions"):
        with pytest.raises(NoSuchRecord):
            records.delete(file)
        assert file.exists()


def test_purge_takes_what_has_expired_and_was_shown(records, header, source, clock):
    files = []
    for days in (-1, 0, 400, -1):
        made = header(days=days, now=clock.now)
        with records.begin(Beginning(made, source)) as record:
            files.append(record.file)
    assert {one.file for one in records.expired()} == {files[0], files[3]}
    assert records.expired(date(2000, 1, 1)) == ()
    everything = list(records.listed())
    playing, _ = records.resume(files[3])
    removed = records.purge(everything)
    playing.release()
    assert removed == (files[0],)
    assert [file.exists() for file in files] == [False, True, True, True]


def test_a_record_purged_by_somebody_else_meanwhile(records, header, source, clock):
    with records.begin(Beginning(header(days=1, now=clock.now - timedelta(days=9)), source)) as record:
        pass
    shown = records.expired()
    record.file.unlink()
    assert records.purge(shown) == ()
