"""click, speaking the person's language: help, and every sentence about a mistyped command.

click words its messages in English in many places; here each kind of mistake it can tell apart gets a
sentence of ours, and the help is laid out by the cells that Japanese takes.
"""

from collections.abc import Callable, Sequence
from typing import Final

import click

from game.cli.language import LANGUAGES
from game.format.findings import close
from game.format.frames import cells
from game.format.words import Words
from game.terminal.console import fold, padded

WIDTH: Final = 100
"""Cells of a line of help at most."""

INDENT: Final = "  "


class Mistake(click.UsageError):
    """A usage error that is already worded in the person's language."""


class Spoken(click.Command):
    """A command whose help is in the person's language; ``arguments``: name and meaning of each."""

    def __init__(
        self,
        name: str,
        *,
        words: Words,
        help: str,
        callback: Callable[..., int],
        params: Sequence[click.Parameter],
        arguments: Sequence[tuple[str, str]] = (),
        invoke_without_command: bool = False,
    ) -> None:
        own = {"invoke_without_command": True} if invoke_without_command else {}
        params = [*params, help_option(words)]
        super().__init__(name, help=help, callback=callback, params=params, add_help_option=False, **own)  # type: ignore[arg-type]
        self.words = words
        self.arguments = arguments

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command; raises ``Mistake`` for one too many."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:  # some of them do not know where they happened
            error.ctx = error.ctx or ctx
            raise
        for param in self.params:  # "" is what a shell makes of a variable that is not set
            given = ctx.params.get(param.name or "")
            if isinstance(param, click.Argument) and (
                given == "" or (isinstance(given, tuple) and "" in given)
            ):
                raise click.MissingParameter(ctx=ctx, param=param)
        if rest and not isinstance(self, click.Group):
            raise Mistake(self.words("“{word}” is one word too many.", word=rest[0]), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """The whole help of this command."""
        return "\n".join([*self._usage(ctx), "", *fold(self.help or "", WIDTH), *self._sections(ctx)])

    def get_short_help_str(self, limit: int = WIDTH) -> str:  # noqa: ARG002 (the help folds by itself)
        """Its help, which is one or two sentences."""
        return self.help or ""

    def _usage(self, ctx: click.Context) -> list[str]:
        told = " ".join([ctx.command_path, *self.usage_pieces()])
        return [self.words("Usage: {usage}", usage=told)]

    def usage_pieces(self) -> list[str]:
        """What comes after the command's name."""
        return [*(name for name, _ in self.arguments), self.words("[OPTION…]")]

    def _sections(self, ctx: click.Context) -> list[str]:
        options = [
            (", ".join([*option.opts, *option.secondary_opts]) + _value(option), option.help or "")
            for option in self.get_params(ctx)
            if isinstance(option, click.Option) and not option.hidden
        ]
        return [
            *_section(self.words("Arguments:"), self.arguments),
            *_section(self.words("Options:"), options),
        ]


class SpokenGroup(Spoken, click.Group):
    """A group of commands; an unknown one is answered with what was perhaps meant."""

    def usage_pieces(self) -> list[str]:
        """What comes after the group's name."""
        return [self.words("[OPTION…]"), self.words("COMMAND …")]

    def _sections(self, ctx: click.Context) -> list[str]:
        commands = [(name, command.get_short_help_str()) for name, command in self.commands.items()]
        return [*_section(self.words("Commands:"), commands), *super()._sections(ctx)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; raises ``Mistake`` for one that does not exist."""
        if args and args[0] not in self.commands:
            told = self.words("There is no command “{name}”.", name=args[0])
            raise Mistake(guessed(told, close(args[0], self.commands), self.words), ctx)
        return super().resolve_command(ctx, args)


def help_option(words: Words) -> click.Option:
    """``--help``, told in the person's language."""

    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["--help", "-h"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=words("Show this help."),
    )


def lang_option(words: Words) -> click.Option:
    """``--lang``: known before the command line is understood, and only checked here."""
    told = words("Japanese or English.")
    return click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, metavar="ja|en", help=told
    )


def flag(name: str, told: str) -> click.Option:
    """An option without a value."""
    return click.Option([f"--{name}"], is_flag=True, help=told)


def guessed(told: str, guesses: Sequence[str], words: Words) -> str:
    """A sentence, and what was perhaps meant."""
    if not guesses:
        return told
    meant = words(" or ").join(words("“{name}”", name=guess) for guess in guesses)
    return beside(told, words("Did you mean {guesses}?", guesses=meant), words)


def beside(first: str, second: str, words: Words) -> str:
    """Two sentences one after the other: with a space between them where the language has one."""
    return words("{first} {second}", first=first, second=second)


def mistake_told(error: click.ClickException, words: Words) -> str:
    """What was mistyped, in the person's language, with where to read how it is meant."""
    told = _sentence(error, words)
    context = getattr(error, "ctx", None)
    if context is None:
        return told
    return f"{told}\n{words('`{command} --help` tells how it is used.', command=context.command_path)}"


def _sentence(error: click.ClickException, words: Words) -> str:
    match error:
        case Mistake():
            return error.message
        case click.NoSuchOption():
            told = words("There is no option “{name}”.", name=error.option_name)
            known = [option for each in _options(error.ctx) for option in each.opts]
            return guessed(told, close(error.option_name, known), words)
        case click.BadOptionUsage():
            if any(error.option_name in option.opts and option.is_flag for option in _options(error.ctx)):
                return words("The option {name} takes no value.", name=error.option_name)
            return words("The option {name} needs a value after it.", name=error.option_name)
        case click.MissingParameter():
            return words("{name} is missing.", name=_name(error.param))
        case click.BadParameter() if isinstance(getattr(error.param, "type", None), click.Choice):
            choices: Sequence[str] = error.param.type.choices  # type: ignore[union-attr]
            listed = words(", ").join(choices)
            return words("{name} is one of: {choices}.", name=_name(error.param), choices=listed)
        case click.BadParameter():
            return words("The value of {name} cannot be used.", name=_name(error.param))
    return words("This command was not understood.")


def _options(ctx: click.Context | None) -> list[click.Option]:
    if ctx is None:
        return []
    return [each for each in ctx.command.get_params(ctx) if isinstance(each, click.Option)]


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else param.metavar or param.human_readable_name


def _value(option: click.Option) -> str:
    return "" if option.is_flag or option.metavar is None else f" {option.metavar}"


def _section(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    names = max(cells(name) for name, _ in rows) + len(INDENT)
    lines = ["", title]
    for name, meaning in rows:
        first, *rest = fold(meaning, WIDTH - names - len(INDENT))
        lines.append(INDENT + padded(name, names) + first)
        lines += [INDENT + " " * names + line for line in rest]
    return lines
