"""``shinyo records``: its commands as a person types them."""

import click

from game.cli.desk import FINE, Desk
from game.cli.speech import Spoken, SpokenGroup, flag, lang_option
from game.format.words import Words


def records(desk: Desk) -> SpokenGroup:
    """The group and its commands, worded in the desk's language."""
    words = desk.words

    def bare(json: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        if click.get_current_context().invoked_subcommand is not None:
            return FINE
        return keeping.show_list(desk, as_json=json)

    group = SpokenGroup(
        "records",
        words=words,
        help=words("Your own records: list, show, export, code, delete, purge."),
        callback=bare,
        invoke_without_command=True,
        params=[flag("json", words("Print JSON.")), lang_option(words)],
    )
    for command in (
        _record_list(desk),
        _record_show(desk),
        _record_export(desk),
        _record_code(desk),
        _record_delete(desk),
        _purge(desk),
    ):
        group.add_command(command)
    return group


def _record_list(desk: Desk) -> Spoken:
    def list_(json: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.show_list(desk, as_json=json)

    words = desk.words
    told = words("List your records, the newest first.")
    params = [flag("json", words("Print JSON.")), lang_option(words)]
    return Spoken("list", words=words, help=told, callback=list_, params=params)


def _record_show(desk: Desk) -> Spoken:
    def show(record: str, json: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.show(desk, record, as_json=json)

    words = desk.words
    params = [_record_argument(words), flag("json", words("Print JSON.")), lang_option(words)]
    told = words("Open the passbook of a record again.")
    return Spoken("show", words=words, help=told, arguments=_record_told(words), callback=show, params=params)


def _record_export(desk: Desk) -> Spoken:
    def export(record: str, output: str | None, free_text: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.hand_in(desk, record, output, free_text=free_text)

    words = desk.words
    params = [
        _record_argument(words),
        click.Option(["--output", "-o"], metavar=words("FILE"), help=words("Where to write it.")),
        flag("free-text", words("Include what you wrote in your own words.")),
        lang_option(words),
    ]
    told = words("Make the one file to hand in.")
    return Spoken(
        "export", words=words, help=told, arguments=_record_told(words), callback=export, params=params
    )


def _record_code(desk: Desk) -> Spoken:
    def code(record: str) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.say_code(desk, record)

    words = desk.words
    told = words("The result code of a meeting, to type or to photograph instead of handing in a file.")
    params = [_record_argument(words), lang_option(words)]
    return Spoken("code", words=words, help=told, arguments=_record_told(words), callback=code, params=params)


def _record_delete(desk: Desk) -> Spoken:
    def delete(records: tuple[str, ...], yes: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.delete(desk, records, sure=yes)

    words = desk.words
    argument = click.Argument(["records"], nargs=-1, required=True, metavar=words("RECORD…"))
    params = [argument, flag("yes", words("Do not ask.")), lang_option(words)]
    told = words("Delete records for good.")
    arguments = [(words("RECORD…"), words("numbers from `shinyo records list`, or files"))]
    return Spoken("delete", words=words, help=told, arguments=arguments, callback=delete, params=params)


def _purge(desk: Desk) -> Spoken:
    def purge(yes: bool) -> int:
        from game.cli import keeping  # noqa: PLC0415

        return keeping.purge(desk, sure=yes)

    words = desk.words
    told = words("Delete the records whose last day has passed.")
    params = [flag("yes", words("Do not ask.")), lang_option(words)]
    return Spoken("purge", words=words, help=told, callback=purge, params=params)


def _record_argument(words: Words) -> click.Argument:
    return click.Argument(["record"], metavar=words("RECORD"))


def _record_told(words: Words) -> list[tuple[str, str]]:
    return [(words("RECORD"), words("a number from `shinyo records list`, or a file"))]
