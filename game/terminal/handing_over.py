"""What is given away at the terminal: the file or the code to hand in, and the page to print."""

from pathlib import Path

from game.debrief.qr_code import in_half_blocks, qr_code
from game.debrief.review.review import Review
from game.library.result_codes import code_of
from game.records import Kept, Trouble, export
from game.records.handing import SUFFIX
from game.terminal.over import Over
from game.terminal.table import Table


def hand_in(over: Over) -> None:
    """Say the result code, and write the file if it is wanted. Raises ``Left`` at the end of the input."""
    table, words, record = over.table, over.table.words, over.record
    if record is None:
        table.say(words("This meeting was not saved, so there is nothing to hand in."))
        return
    try:
        kept = table.records.read(record.file)
        code = code_of(kept)
    except (Trouble, OSError) as trouble:
        table.explain(trouble)
        return
    table.say(words("Hand in this meeting"))
    if code is None:
        table.say(words("This meeting is too long for a code. Its file can be handed in."))
    else:
        table.say(words("Result code: type it, read it out or let it be photographed."))
        table.say(code)  # alone on its line: it is copied from there
    table.say(
        words(
            "The scenario, every choice, the expectation and the day are handed over. Everything else is "
            "worked out again from these. Your name stands only in the file; it is the one you chose."
        )
    )
    _hand_over(table, kept, code)


def _hand_over(table: Table, kept: Kept, code: str | None) -> None:
    words = table.words
    while True:
        asked = words("f: write the file, o: with your own words in it, Enter: back:")
        if code is not None:
            asked = words("f: write the file, o: with your own words in it, c: draw the code, Enter: back:")
        match table.ask(asked).lower():
            case "":
                return
            case "q":
                return
            case "c" if code is not None:
                table.say(in_half_blocks(qr_code(code)))
            case "f":
                _write(table, kept, free_text=False)
            case "o":
                _write(table, kept, free_text=True)


def _write(table: Table, kept: Kept, *, free_text: bool) -> None:
    target = Path(table.library.handouts) / f"{kept.file.stem}{SUFFIX}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        export(table.records, kept.file, target, free_text=free_text, renew=True)
    except (Trouble, OSError) as trouble:
        table.explain(trouble)
        return
    table.say(table.words("Written: {file}", file=target))
    table.say(table.words("Give it to whoever debriefs the class: into a shared folder, or on a stick."))


def write_page(over: Over, looked: Review) -> None:
    """Write the page to print beside the record, in the language of the moment, and say where it lies."""
    from game.debrief.review.page import review_page  # noqa: PLC0415 - few print, and it brings Jinja2

    table, record = over.table, over.record
    file = table.records.folder / "review.html" if record is None else record.file.with_suffix(".html")
    workshop = table.library.workshop
    try:
        template = workshop.page_template("review")
        page = review_page(
            template, over.game(), looked, table.words, trainee=table.trainee, written=over.written
        )
        workshop.keep_page(file, page)
    except OSError as trouble:
        table.explain(trouble)
        return
    table.say(table.words("Written: {file}", file=file))
    table.say(table.words("Open it in a browser and print it from there."))
