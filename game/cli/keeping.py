"""``records``: the trainee's own records, listed, shown, handed in, deleted."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from game.cli.desk import FINE, UNUSABLE, Desk
from game.format.showing import shown
from game.library import CodeForRecord, explain
from game.records import (
    Handed,
    Kept,
    NoSuchRecord,
    Records,
    Spoilt,
    Trouble,
    export,
    read_export,
)
from game.records.folder import SUFFIX
from game.records.handing import SUFFIX as HANDED
from game.records.result_code import is_code
from game.terminal.console import numbered, plain_answer


def show_list(desk: Desk, *, as_json: bool) -> int:
    """Every record of this computer, the newest first, numbered as the other commands take them."""
    try:
        listed = desk.library.own_records().listed()
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    kept = [one for one in listed if isinstance(one, Kept)]
    if as_json:
        desk.say_json([_as_json(number, one) for number, one in enumerate(kept, 1)])
    else:
        if not kept:
            desk.say(desk.words("There are no records yet."))
        for number, one in enumerate(kept, 1):
            desk.say(f"{number}. {_told(desk, one)}")
    desk.explain_all(one.trouble for one in listed if isinstance(one, Spoilt))
    return FINE


def show(desk: Desk, named: str, *, as_json: bool) -> int:
    """Open the passbook of a record once more; of an unfinished one only what was chosen is told."""
    from game.cli.afterwards import afterwards_json, afterwards_told  # noqa: PLC0415 (a listing does without these)
    from game.cli.playing import told_reveal  # noqa: PLC0415
    from game.debrief.prediction import prediction_json  # noqa: PLC0415
    from game.debrief.scorecard import reachable_on, to_json  # noqa: PLC0415
    from game.session import Meeting  # noqa: PLC0415

    try:
        record = _to_show(desk, named)
        game = desk.library.load_for_replay(record, desk.lang)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    kept = record.kept if isinstance(record, Handed) else record
    meeting = Meeting.resumed(game, kept.path)
    if not meeting.ended:
        desk.say(_told(desk, kept))
        desk.say(desk.words("The passbook stays closed until the meeting has ended."))
        return FINE
    reveal = meeting.reveal()
    if as_json:
        reachable = reachable_on(desk.library.cached_analysis(game), reveal.path)
        told = to_json(game, reveal, desk.words, rulebook_hash=kept.header.rulebook, reachable=reachable)
        if kept.prediction is not None:
            band, feeling = kept.prediction.band, kept.prediction.feeling
            told = {**told, "prediction": prediction_json(band, feeling, reveal.outcome.band)}
        desk.say_json({**told, **afterwards_json(desk, game, reveal, kept)})
    else:
        desk.say(_told(desk, kept))
        told_reveal(desk, game, reveal, kept.header.trainee, kept.prediction)
        for line in afterwards_told(desk, game, reveal, kept):
            desk.say(line)
    return FINE


def hand_in(desk: Desk, named: str, to: str | None, *, free_text: bool) -> int:
    """Write the one file to hand in."""
    try:
        kept = _record(desk, named)
        file = _handed_in_as(kept, to)
        export(desk.library.records(kept.file.parent), kept.file, file, free_text=free_text)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(desk.words("Written: {file}", file=file))
    if not free_text:
        desk.say(desk.words("What you wrote in your own words is not in it; --free-text includes it."))
    return FINE


def _handed_in_as(kept: Kept, to: str | None) -> Path:
    """The file to write: in a folder under the record's name, and always with the ending it is known by."""
    file = Path(to) if to else Path()
    if file.is_dir():
        return file / f"{kept.file.stem}{HANDED}"
    return file if file.suffix.lower() == HANDED else file.with_name(f"{file.name}{HANDED}")


def say_code(desk: Desk, named: str) -> int:
    """Say a meeting's result code, and draw it where it can be photographed."""
    from game.debrief.qr_code import in_half_blocks, qr_code  # noqa: PLC0415 (a listing does without)
    from game.library.result_codes import code_of  # noqa: PLC0415

    try:
        record = _to_show(desk, named)
        kept = record.kept if isinstance(record, Handed) else record
        if kept.closed != "ended":
            desk.say(_told(desk, kept))
            desk.say(desk.words("There is a result code once the meeting has ended."))
            return FINE
        code = code_of(record)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    if code is None:
        desk.say(desk.words("This meeting is too long for a code. Hand in its file: shinyo records export"))
        return FINE
    if sys.stdout.isatty():
        desk.say(in_half_blocks(qr_code(code)))
    desk.say(code)
    return FINE


def delete(desk: Desk, named: Sequence[str], *, sure: bool) -> int:
    """Delete records for good, after asking."""
    records = desk.library.own_records()
    try:
        chosen = [_to_delete(desk, each) for each in named]
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    for one in chosen:
        desk.say(_told(desk, one) if isinstance(one, Kept) else explain(one.trouble, desk.words))
    if not (sure or _asked(desk, desk.words("Delete this for good?"))):
        return UNUSABLE
    return _removed(desk, records, chosen)


def purge(desk: Desk, *, sure: bool) -> int:
    """Delete the records whose last day has passed, after showing them."""
    records = desk.library.own_records()
    try:
        expired = records.expired()
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    if not expired:
        desk.say(desk.words("No record has passed its last day."))
        return FINE
    for kept in expired:
        desk.say(_told(desk, kept))
    if not (sure or _asked(desk, desk.words("Delete these for good?"))):
        return UNUSABLE
    try:
        removed = records.purge(expired)
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    desk.say(desk.words("Deleted: {count}", count=len(removed)))
    return FINE


def _removed(desk: Desk, records: Records, chosen: Sequence[Kept | Spoilt]) -> int:
    status, count = FINE, 0
    for one in chosen:
        try:
            records.delete(one.file)
            count += 1
        except (Trouble, OSError) as trouble:
            desk.explain(trouble)
            status = UNUSABLE
    desk.say(desk.words("Deleted: {count}", count=count))
    return status


def _to_show(desk: Desk, named: str) -> Kept | Handed:
    """A record, or the file that was made of one to hand it in."""
    file = Path(named)
    return read_export(file) if file.suffix == HANDED and file.exists() else _record(desk, named)


def _to_delete(desk: Desk, named: str) -> Kept | Spoilt:
    """A record, or what cannot be read among the records: somebody may be named in it all the same."""
    for one in desk.library.own_records().listed():
        if isinstance(one, Spoilt) and named in _names(one.file):
            return one
    return _record(desk, named)


def _record(desk: Desk, named: str) -> Kept:
    """The record a person means: its number in the list, its file, or its name with or without the ending."""
    records = desk.library.own_records()
    listed = records.listed()
    kept = [one for one in listed if isinstance(one, Kept)]
    if number := numbered(named, len(kept)):
        return kept[number - 1]
    for one in listed:
        if named in _names(one.file):
            if isinstance(one, Spoilt):
                raise one.trouble
            return one
    file = Path(named)
    if file.suffix == SUFFIX:
        return records.read(file)
    if is_code(named):
        raise CodeForRecord(named)
    raise NoSuchRecord(file if named.strip() else Path('""'))


def _names(file: Path) -> set[str]:
    return {file.name, file.stem, str(file)}


def _asked(desk: Desk, question: str) -> bool:
    if not sys.stdin.isatty():
        desk.warn(desk.words("There is nobody to ask. --yes deletes without asking."))
        return False
    sys.stdout.write(shown(desk.words("{question} (y: yes, n: no)", question=question)) + " ")
    sys.stdout.flush()
    return plain_answer(sys.stdin.readline()).lower() in {"y", "yes", "はい"}


def _told(desk: Desk, kept: Kept) -> str:
    words, header = desk.words, kept.header
    return words(
        "{day}  {scenario}  {trainee}  {state}  (kept until {until})  {file}",
        day=_local(header.started), scenario=header.scenario, trainee=header.trainee,
        state=_state(desk, kept), until=header.retain_until.isoformat(), file=kept.file.name,
    )  # fmt: skip


def _state(desk: Desk, kept: Kept) -> str:
    words = desk.words
    match kept.closed:
        case "ended":
            state = words("played to its end")
        case "abandoned":
            state = words("given up")
        case _:
            state = words.plural(
                "unfinished, {count} decision", "unfinished, {count} decisions", len(kept.decisions)
            )
    return words("{state}, with a coach", state=state) if kept.header.coach else state


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _as_json(number: int, kept: Kept) -> dict[str, object]:
    header = kept.header
    return {
        "number": number,
        "file": str(kept.file),
        "scenario": header.scenario,
        "trainee": header.trainee,
        "started": header.started.isoformat(),
        "decisions": len(kept.decisions),
        "closed": kept.closed,
        "coach": header.coach,
        "retain_until": header.retain_until.isoformat(),
    }
