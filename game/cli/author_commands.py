"""The commands of a trainer at the desk, as they are typed."""

import click

from game.cli.desk import Desk
from game.cli.speech import Mistake, Spoken, flag, lang_option


def new_command(desk: Desk) -> Spoken:
    """``new``: a small playable scenario to begin with."""
    words = desk.words

    def new(file: str, like: str | None) -> int:
        from game.cli import beginning  # noqa: PLC0415 (brings the models)

        return beginning.new(desk, file, like=like or "")

    return Spoken(
        "new",
        words=words,
        help=words("Write a small scenario that plays, with notes that explain how it is written."),
        arguments=[(words("FILE"), words("the file to write, such as first-visit.yaml"))],
        callback=new,
        params=[
            click.Argument(["file"], metavar=words("FILE")),
            click.Option(
                ["--like"],
                metavar=words("NAME"),
                help=words("Begin with the example of a move or a condition, such as promise or kept."),
            ),
            lang_option(words),
        ],
    )


def test_command(desk: Desk) -> Spoken:
    """``test``: replay transcripts, or write one."""
    words = desk.words

    def test(
        paths: tuple[str, ...], record: str | None, choices: str | None, trainee: str | None, replace: bool
    ) -> int:
        from game.cli import playing, transcribing  # noqa: PLC0415 (brings the rules)

        if record is None:
            if choices is not None or trainee is not None or replace:
                told = words("--choices, --trainee and --replace go with --record.")
                raise Mistake(told, click.get_current_context())
            return transcribing.test(desk, paths)
        if len(paths) != 1:
            raise Mistake(words("--record wants one scenario."), click.get_current_context())
        opened = playing.opened_for_play(desk, paths[0])
        if isinstance(opened, int):
            return opened
        return transcribing.record(desk, opened, record, choices=choices, trainee=trainee, replace=replace)

    return Spoken(
        "test",
        words=words,
        help=words("Replay the transcripts beside scenarios, and show the first thing that differs in each."),
        arguments=[
            (words("[PATH…]"), words("transcripts, scenarios, ids, folders; without any, every scenario"))
        ],
        callback=test,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=words("[PATH…]")),
            click.Option(
                ["--record"],
                metavar=words("NAME"),
                help=words("Write the last meeting played to its end as the transcript of this name."),
            ),
            click.Option(
                ["--choices"],
                metavar="ID,ID,…",
                help=words("Write these choices instead of the last meeting."),
            ),
            click.Option(
                ["--trainee"],
                metavar=words("TEXT"),
                help=words("Who plays so, in a line for those who read it."),
            ),
            flag("replace", words("Write over a transcript of the same name.")),
            lang_option(words),
        ],
    )


def translate_command(desk: Desk) -> Spoken:
    """``translate``: write a scenario's catalog in another language, or bring it up to date."""
    words = desk.words

    def translate(scenario: str, to: str) -> int:
        from game.cli import translating  # noqa: PLC0415 (brings the models)

        return translating.translate(desk, scenario, to)

    return Spoken(
        "translate",
        words=words,
        help=words("Write the catalog (.po) of a scenario in another language, or bring it up to date."),
        arguments=[(words("FILE_OR_ID"), words("a scenario's file, or an id from `shinyo list`"))],
        callback=translate,
        params=[
            click.Argument(["scenario"], metavar=words("FILE_OR_ID")),
            click.Option(
                ["--to"],
                required=True,
                metavar=words("LANGUAGE"),
                help=words("The language to translate to, such as en or ja."),
            ),
            lang_option(words),
        ],
    )


def pack_command(desk: Desk) -> Spoken:
    """``pack``: scenarios with their catalogs and transcripts in one zip."""
    words = desk.words

    def pack(scenarios: tuple[str, ...], out: str, replace: bool) -> int:
        from game.cli import packing  # noqa: PLC0415 (brings the models)

        return packing.pack(desk, scenarios, out, replace=replace)

    return Spoken(
        "pack",
        words=words,
        help=words("Put scenarios with their translations and transcripts into one file, to hand on."),
        arguments=[(words("FILE_OR_ID…"), words("scenarios' files, or ids from `shinyo list`"))],
        callback=pack,
        params=[
            click.Argument(["scenarios"], nargs=-1, required=True, metavar=words("FILE_OR_ID…")),
            click.Option(
                ["-o", "--out"],
                required=True,
                metavar=words("OUT.zip"),
                help=words("The file to write."),
            ),
            flag("replace", words("Write over a file of the same name.")),
            lang_option(words),
        ],
    )


def add_command(desk: Desk) -> Spoken:
    """``add``: take the scenarios of a pack into the trainer's folder."""
    words = desk.words

    def add(file: str, replace: bool) -> int:
        from game.cli import packing  # noqa: PLC0415 (brings the models)

        return packing.add(desk, file, replace=replace)

    return Spoken(
        "add",
        words=words,
        help=words("Take the scenarios of a pack into your own folder, so that they stand on the shelf."),
        arguments=[(words("OUT.zip"), words("a file written by `shinyo pack`"))],
        callback=add,
        params=[
            click.Argument(["file"], metavar=words("OUT.zip")),
            flag("replace", words("Take the place of scenarios of the same id in your folder.")),
            lang_option(words),
        ],
    )


def map_command(desk: Desk) -> Spoken:
    """``map``: the story drawn."""
    words = desk.words

    def map_(scenario: str, out: str) -> int:
        from game.cli import mapping, playing  # noqa: PLC0415 (brings the analysis)

        opened = playing.opened_for_play(desk, scenario)
        return opened if isinstance(opened, int) else mapping.draw_map(desk, opened, out)

    return Spoken(
        "map",
        words=words,
        help=words("Draw the story: its scenes, where random play goes, and what each choice costs."),
        arguments=[(words("FILE_OR_ID"), words("a scenario's file, or an id from `shinyo list`"))],
        callback=map_,
        params=[
            click.Argument(["scenario"], metavar=words("FILE_OR_ID")),
            click.Option(
                ["-o", "--out"],
                required=True,
                metavar="OUT.svg|OUT.html",
                help=words("The map alone, or the whole report as a page; the map prints on A3."),
            ),
            lang_option(words),
        ],
    )


def preview_command(desk: Desk) -> Spoken:
    """``preview``: a window that follows the file."""
    words = desk.words

    def preview(file: str, more: tuple[str, ...], scene: str | None, wishes: tuple[str, ...]) -> int:
        for word in more:  # several may stand behind one --set
            if not wishes or "=" not in word:
                told = words("“{word}” is one word too many.", word=word)
                raise Mistake(told, click.get_current_context())
        from game.cli import previewing  # noqa: PLC0415 (brings the window)

        return previewing.preview(desk, file, scene, (*wishes, *more))

    return Spoken(
        "preview",
        words=words,
        help=words(
            "Play a scenario while you write it: shown anew whenever the file is saved, with the balance."
        ),
        arguments=[(words("FILE_OR_ID"), words("a scenario's file, or an id from `shinyo list`"))],
        callback=preview,
        params=[
            click.Argument(["file"], metavar=words("FILE_OR_ID")),
            click.Argument(["more"], nargs=-1, metavar=words("KEY=VALUE")),
            click.Option(["--from", "scene"], metavar=words("SCENE"), help=words("Begin at this scene.")),
            click.Option(
                ["--set", "wishes"],
                multiple=True,
                metavar=words("KEY=VALUE"),
                help=words(
                    "Begin with this: credit=20, standing=-10, knows=FACT, promised=PROMISE, scarred=yes."
                ),
            ),
            lang_option(words),
        ],
    )
