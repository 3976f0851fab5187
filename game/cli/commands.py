"""The commands as a person types them: names, options, what they mean, and what is called."""

from collections.abc import Callable, Sequence

import click

from game.cli.author_commands import (
    add_command,
    map_command,
    new_command,
    pack_command,
    preview_command,
    test_command,
    translate_command,
)
from game.cli.debrief_command import debrief
from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.language import asked_language, chosen_language, language_of, words_without_library
from game.cli.record_commands import records
from game.cli.speech import Mistake, Spoken, SpokenGroup, flag, lang_option, mistake_told
from game.format.words import Words
from game.library.language import system_language


def obey(arguments: Sequence[str]) -> int:
    """Understand one command line and do it; returns the exit status."""
    chosen, trouble = chosen_language()
    desk = Desk(words_without_library(language_of(asked_language(arguments), chosen, system_language())))
    if trouble is not None:
        desk.explain(trouble)
    try:
        shinyo = tree(desk)
        with shinyo.make_context("shinyo", list(arguments)) as context:
            status = shinyo.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        desk.warn(mistake_told(error, desk.words))
        return UNUSABLE
    return status if isinstance(status, int) else FINE


def tree(desk: Desk) -> click.Group:
    """All commands, worded in the desk's language."""
    words = desk.words
    shinyo = SpokenGroup(
        "shinyo",
        words=words,
        help=words(
            "Shinyo: earn a customer's credit, sentence by sentence. Without a command the game opens."
        ),
        callback=_bare(desk),
        invoke_without_command=True,
        params=[
            flag("text", words("Play in the terminal, line by line.")),
            lang_option(words),
            _version(words),
        ],
    )
    for command in (
        _play(desk), _list(desk), new_command(desk), _check(desk), test_command(desk), preview_command(desk),
        _explore(desk), map_command(desk), translate_command(desk), pack_command(desk), add_command(desk),
        _schema(desk), records(desk), debrief(desk), _licences(desk),
    ):  # fmt: skip
        shinyo.add_command(command)
    return shinyo


def _bare(desk: Desk) -> Callable[[bool], int]:
    words = desk.words

    def bare(text: bool) -> int:
        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            if text:
                told = words("--text stands alone, or behind play: shinyo play FILE_OR_ID --text")
                raise Mistake(told, context)
            return FINE
        if text:
            from game.cli.playing import play_in_terminal  # noqa: PLC0415 (brings the rules)

            return play_in_terminal(desk, None)
        from game.cli.opening import open_game  # noqa: PLC0415 (brings the window)

        return open_game(desk)

    return bare


def _play(desk: Desk) -> Spoken:
    words = desk.words

    def play(scenario: str, text: bool, choices: str | None, json: bool, coach: bool) -> int:
        from game.cli import playing  # noqa: PLC0415 (brings the rules)

        if json and choices is None:
            raise Mistake(words("--json needs --choices: the choices to play."), click.get_current_context())
        if text and choices is not None:
            raise Mistake(words("Either --text or --choices, not both."), click.get_current_context())
        if coach and choices is not None:
            raise Mistake(words("Either --coach or --choices, not both."), click.get_current_context())
        opened = playing.opened_for_play(desk, scenario)
        if isinstance(opened, int):
            return opened
        if choices is not None:
            return playing.play_choices(desk, opened, choices, as_json=json)
        if text:
            return playing.play_in_terminal(desk, opened, coach=coach)
        from game.cli.opening import open_game  # noqa: PLC0415 (brings the window)

        return open_game(desk, opened, coach=coach)

    return Spoken(
        "play",
        words=words,
        help=words("Play one scenario, by its file or its id."),
        arguments=[(words("FILE_OR_ID"), words("a scenario's file, or an id from `shinyo list`"))],
        callback=play,
        params=[
            click.Argument(["scenario"], metavar=words("FILE_OR_ID")),
            flag("text", words("Play in the terminal, line by line.")),
            click.Option(
                ["--choices"],
                metavar="ID,ID,…",
                help=words(
                    "Play these choices (ids, or numbers from 1 among those on offer) and print the reveal."
                ),
            ),
            flag("coach", words("Play with a coach, who shows the balance after every answer.")),
            flag("json", words("Print the reveal as JSON.")),
            lang_option(words),
        ],
    )


def _list(desk: Desk) -> Spoken:
    def list_(json: bool) -> int:
        from game.cli import checking  # noqa: PLC0415

        return checking.show_list(desk, as_json_too=json)

    words = desk.words
    told = words("Show the scenarios there are.")
    return Spoken(
        "list",
        words=words,
        help=told,
        callback=list_,
        params=[flag("json", words("Print JSON.")), lang_option(words)],
    )


def _check(desk: Desk) -> Spoken:
    words = desk.words

    def check(paths: tuple[str, ...], teach: bool, format: str) -> int:
        from game.cli import checking  # noqa: PLC0415

        return checking.check(desk, paths, format, teach=teach)

    return Spoken(
        "check",
        words=words,
        help=words("Tell everything that is wrong with scenarios, and how to fix it."),
        arguments=[(words("PATH…"), words("files, ids, or folders (looked through to their depth)"))],
        callback=check,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=words("PATH…")),
            flag("teach", words("Also how well they teach, from every path through them.")),
            click.Option(
                ["--format"],
                type=click.Choice(["text", "json", "github"]),
                default="text",
                metavar="text|json|github",
                help=words("How findings are printed."),
            ),
            lang_option(words),
        ],
    )


def _explore(desk: Desk) -> Spoken:
    words = desk.words

    def explore(scenario: str, json: bool, policy: tuple[str, ...]) -> int:
        from game.cli import exploring, playing  # noqa: PLC0415 (brings the analysis)

        opened = playing.opened_for_play(desk, scenario)
        if isinstance(opened, int):
            return opened
        return exploring.explore(desk, opened, policy, as_json=json)

    return Spoken(
        "explore",
        words=words,
        help=words("Walk every path of a scenario and tell what can be reached."),
        arguments=[(words("FILE_OR_ID"), words("a scenario's file, or an id from `shinyo list`"))],
        callback=explore,
        params=[
            click.Argument(["scenario"], metavar=words("FILE_OR_ID")),
            flag("json", words("Print JSON.")),
            click.Option(
                ["--policy"],
                multiple=True,
                metavar=words("NAME"),
                help=words("Only this way of selling; may be given several times."),
            ),
            lang_option(words),
        ],
    )


def _schema(desk: Desk) -> Spoken:
    words = desk.words

    def schema() -> int:
        from game.cli.schema_told import show_schema  # noqa: PLC0415 (brings the models)

        return show_schema(desk)

    told = words("Print the JSON Schema by which editors complete a scenario while it is written.")
    return Spoken("schema", words=words, help=told, callback=schema, params=[lang_option(words)])


def _licences(desk: Desk) -> Spoken:
    words = desk.words

    def licences(whole: bool) -> int:
        from game.cli.licensing import show_licences  # noqa: PLC0415

        return show_licences(desk, whole=whole)

    return Spoken(
        "licences",
        words=words,
        help=words("Show what the program is made of, and under which licence each part stands."),
        callback=licences,
        params=[flag("whole", words("Print the text of every licence.")), lang_option(words)],
    )


def _version(words: Words) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked:
            from game import __version__  # noqa: PLC0415

            click.echo(f"shinyo {__version__}")
            ctx.exit()

    told = words("Show the version.")
    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=told
    )
