"""``shinyo debrief`` as a person types it."""

import re
from typing import Final

import click

from game.cli.desk import Desk
from game.cli.speech import Mistake, Spoken, flag, lang_option

_PAGES: Final = (
    "", "which", "plan", "overview", "curves", "principles", "promises", "predictions", "resolves",
    "troubles",
)  # fmt: skip
"""The keys of the pages beside the decisions; "" is the first there is."""


def debrief(desk: Desk) -> Spoken:
    """The command, worded in the desk's language."""
    words = desk.words

    def run(
        *,
        paths: tuple[str, ...],
        rehearsal: str | None,
        export: str | None,
        class_: str | None,
        since: str | None,
        until: str | None,
        scenario: str | None,
        screen: str,
        names: bool,
        free_text: bool,
        text: bool,
        json: bool,
    ) -> int:
        from game.classroom.gathering import Wanted  # noqa: PLC0415 (brings the rules)
        from game.cli import debriefing  # noqa: PLC0415

        context = click.get_current_context()
        if not paths and rehearsal is None:
            raise Mistake(words("{name} is missing.", name=words("PATH…")), context)
        if paths and rehearsal is not None:
            raise Mistake(words("Either --rehearsal or records, not both."), context)
        days = []
        for name, given in (("--since", since), ("--until", until)):
            try:
                days.append(debriefing.day_of(given))
            except ValueError:
                raise Mistake(words("{name} wants a day, such as 2026-04-01.", name=name), context) from None
        if screen not in _PAGES and not re.fullmatch("decision:.+", screen):
            pages = ", ".join(("decision:SCENE", *(page for page in _PAGES if page)))
            raise Mistake(words("--screen wants a page: {pages}.", pages=pages), context)
        if rehearsal is not None:
            try:
                debriefing.parted(rehearsal)
            except ValueError:
                told = words(
                    "--rehearsal wants an id and a size from 1 to {most}, such as friday-checklist:40.",
                    most=f"{debriefing.MOST:,}",
                )
                raise Mistake(told, context) from None
        wanted = Wanted(class_, days[0], days[1], scenario)
        return debriefing.debrief(
            desk, debriefing.Asked(paths, rehearsal, wanted, export, screen, names, free_text, text, json)
        )

    def value(name: str, metavar: str, told: str) -> click.Option:
        return click.Option([f"--{name}"], metavar=metavar, help=told)

    return Spoken(
        "debrief",
        words=words,
        help=words("Look at a class of finished meetings together."),
        arguments=[
            (
                words("PATH…"),
                words("folders, records, handed-in files, lists of result codes, or the codes themselves"),
            )
        ],
        callback=run,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=words("PATH…")),
            value("rehearsal", "ID[:SIZE]", words("An invented class of this size, to practise with.")),
            click.Option(
                ["--class", "class_"],
                metavar=words("NAME"),
                help=words("Only this class: the name of the folder the records lie in."),
            ),
            value("since", words("DAY"), words("Only meetings of this day and later.")),
            value("until", words("DAY"), words("Only meetings of this day and earlier.")),
            value("scenario", "ID", words("Only this scenario.")),
            value("export", words("FOLDER"), words("Write tables and handouts into this new folder.")),
            click.Option(
                ["--screen"],
                metavar=words("PAGE"),
                default="",
                help=words(
                    "Begin with this page: overview, curves, decision:SCENE, principles, promises, "
                    "predictions, resolves, troubles."
                ),
            ),
            flag("names", words("With the names the trainees gave themselves.")),
            flag("free-text", words("With what the trainees wrote in their own words.")),
            flag("text", words("Tell it in the terminal, without a window.")),
            flag("json", words("Print JSON.")),
            lang_option(words),
        ],
    )
