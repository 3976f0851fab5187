"""What is made of a meeting once it is over: tried again, reflected on, resolved; its decisions stay."""

import json
import zipfile

import pytest

from game.records import (
    AlreadyClosed,
    Beginning,
    Garbled,
    InUse,
    Prediction,
    Reflection,
    Retry,
    export,
    read_export,
)
from game.records.lock import Lock


@pytest.fixture
def over(records, header, source):
    record = records.begin(Beginning(header(), source))
    record.keep("talk", "more")
    record.keep("talk", "done")
    record.predict("trusted", 40)
    record.close("ended")
    return record


def test_after_the_closing_line_come_only_retries_reflection_and_resolve(records, over):
    over.retry(1, ["more", "done"])
    over.reflect("先に渡せた", "待てなかった")
    over.resolve("次は期日を自分から言う")
    over.retry(0, ("done",))
    kept = records.read(over.file)
    assert kept.closed == "ended"
    assert kept.path == ("more", "done")
    assert kept.retries == (Retry(1, ("more", "done")), Retry(0, ("done",)))
    assert kept.reflection == Reflection("先に渡せた", "待てなかった")
    assert kept.resolve == "次は期日を自分から言う"
    assert kept.prediction == Prediction("trusted", 40)
    for wrong in (
        lambda: over.keep("talk", "more"),
        lambda: over.predict("partner"),
        lambda: over.close("ended"),
    ):
        with pytest.raises(ValueError, match="closed"):
            wrong()
    assert records.read(over.file) == kept
    with pytest.raises(AlreadyClosed):
        records.resume(over.file)


def test_it_is_written_only_by_whoever_holds_the_record(records, over):
    lock = Lock(over.file.with_name(f".{over.header.uid}.lock"), over.file)
    before = over.file.read_bytes()
    with pytest.raises(InUse):
        over.retry(0, ["done"])
    lock.release()
    assert over.file.read_bytes() == before
    over.retry(0, ["done"])
    assert records.read(over.file).retries == (Retry(0, ("done",)),)


def test_a_torn_line_afterwards_is_passed_over_and_nothing_else_lost(records, over):
    over.retry(0, ["done"])
    content = over.file.read_bytes()
    kept = records.read(over.file)
    for cut in range(len(content) - 30, len(content) - 1):
        over.file.write_bytes(content[:cut])
        torn = records.read(over.file)
        assert torn.closed == "ended"
        assert torn.path == kept.path
        assert torn.retries in ((), kept.retries)


@pytest.mark.parametrize(
    "line",
    [
        {"choice": "more", "scene": "talk", "at": "t"},
        {"prediction": "partner", "trust": None, "feeling": "", "at": "t"},
        {"closed": "ended", "at": "t"},
        {"retry": -1, "choices": ["done"], "at": "t"},
        {"retry": True, "choices": ["done"], "at": "t"},
        {"retry": 0, "choices": [], "at": "t"},
        {"retry": 0, "choices": [1], "at": "t"},
        {"retry": 0, "choices": "done", "at": "t"},
        {"retry": 0, "at": "t"},
    ],
)
def test_any_other_line_after_the_end_is_told_with_its_number(records, over, line):
    with over.file.open("ab") as file:
        file.write(json.dumps(line).encode() + b"\n")
    with pytest.raises(Garbled) as told:
        records.read(over.file)
    assert told.value.line == 6


def test_what_was_tried_again_is_handed_in_and_what_was_written_only_when_asked(records, over, tmp_path):
    over.retry(0, ["done"])
    over.reflect("先に渡せた", "待てなかった")
    export(records, over.file, tmp_path / "without.shinyo")
    export(records, over.file, tmp_path / "with.shinyo", free_text=True)
    without, whole = (read_export(tmp_path / name).kept for name in ("without.shinyo", "with.shinyo"))
    assert without.retries == whole.retries == (Retry(0, ("done",)),)
    assert without.reflection is None
    assert whole.reflection == Reflection("先に渡せた", "待てなかった")


def test_only_what_was_written_last_is_handed_in(records, over, tmp_path):
    over.reflect("まだ書きかけの", "")
    over.resolve("これもまだ")
    over.reflect("先に渡せた", "待てなかった")
    over.resolve("期日を言う")
    export(records, over.file, tmp_path / "with.shinyo", free_text=True)
    kept = read_export(tmp_path / "with.shinyo").kept
    assert (kept.reflection, kept.resolve) == (Reflection("先に渡せた", "待てなかった"), "期日を言う")
    with zipfile.ZipFile(tmp_path / "with.shinyo") as archive:
        assert "まだ" not in archive.read("record.jsonl").decode()
