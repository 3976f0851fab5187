"""What is said of files at the desk: their state, when they were saved, what went wrong with one."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.debrief.days import day_told
from game.library import explain
from game.library.troubles import NotAPack, NotFound, Unplayable

if TYPE_CHECKING:
    from game.deskwork.checking import Checked
    from game.format.words import Words

Ink: TypeAlias = Literal["vermilion", "moss", "ink", "soft_ink"]


def state_told(found: "Checked | None", words: "Words", *, failed: bool = False) -> tuple[str, Ink]:
    """What is known of a file, and in which colour; ``failed``: nobody could look it over."""
    if found is None:
        return (words("Not looked over"), "soft_ink") if failed else (words("Looking it over …"), "soft_ink")
    if isinstance(found.trouble, NotFound):
        return words("Not there any more"), "vermilion"
    if found.trouble is not None:
        return words("Cannot be read"), "vermilion"
    if found.faults and found.advice:
        told = words("faults: {faults}, advice: {advice}", faults=found.faults, advice=found.advice)
        return told, "vermilion"
    if found.faults:
        return words.plural("{count} fault", "{count} faults", found.faults), "vermilion"
    if found.advice:
        return words.plural("{count} piece of advice", "{count} pieces of advice", found.advice), "ink"
    return words("Nothing found"), "moss"


def path_told(path: Path) -> str:
    """A path as a person reads it: what leads to their own folder is left out."""
    with suppress(RuntimeError, ValueError):
        return str(Path("…") / path.relative_to(Path.home()))
    return str(path)


def translations_told(found: "Checked", words: "Words") -> list[str]:
    """How far each translation is, a line each."""
    lines = []
    for one in found.translated:
        if not one.total:
            lines.append(words("{language}: cannot be read", language=one.language))
        elif one.done == one.total:
            lines.append(words("{language}: translated", language=one.language))
        else:
            told = words(
                "{language}: {done} of {total}", language=one.language, done=one.done, total=one.total
            )
            lines.append(told)
    return lines


def saved_told(changed: float, words: "Words") -> str:
    """When a file was saved: the time of today, the day before that; "" where it is not known."""
    if not changed:
        return ""
    at = datetime.fromtimestamp(changed).astimezone()
    if at.date() == datetime.now().astimezone().date():
        return words("today {time}", time=f"{at:%H:%M}")
    return day_told(at.date(), words)


def trouble_told(trouble: Exception, words: "Words") -> str:
    """What went wrong with a file, in the words of somebody who is at no terminal."""
    match trouble:
        case NotFound():
            return words(
                "{file} is not there any more. Was it moved or renamed?", file=Path(trouble.name).name
            )
        case NotAPack():
            return words(
                "{file} is no pack of scenarios, or it is damaged. Ask for it once more.",
                file=Path(trouble.file).name,
            )
        case Unplayable():
            return words("{file} has faults. Mend them first.", file=Path(trouble.file).name)
        case _:
            return explain(trouble, words)
