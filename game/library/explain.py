"""Troubles in plain sentences: what happened, and what to do about it, in the person's language."""

import errno
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from game.format.showing import shown
from game.format.words import Words
from game.library import troubles as of_library
from game.records import troubles as of_records

_Sentence = Callable[[Words, Any], str]

_MEGA: Final = 2**20

_BREAKS: Final = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")


def explain(trouble: Exception, words: Words) -> str:
    """One or two sentences without a line break.

    For every ``game.records.Trouble`` and ``OSError``; raises ``TypeError`` for any other exception, which
    is an error of the program and not something to be said kindly.
    """
    for kind in type(trouble).__mro__:
        if kind in _TROUBLES:
            return visible(_TROUBLES[kind](words, trouble))
    if isinstance(trouble, OSError):
        return visible(_system(trouble, words))
    raise TypeError(f"not a trouble: {trouble!r}")


def visible(told: str) -> str:
    """A sentence with a person's own words or a file's name in it, on one line.

    Signs that a name can hold and a terminal would obey are shown as U+FFFD.
    """
    return shown(" ".join(_BREAKS.split(told)))


def _system(error: OSError, words: Words) -> str:
    named = _name(error)
    file = named or words("the file", context="of no name")
    if error.errno in _ERRORS:
        said = _ERRORS[error.errno](words, file)
    else:
        reason = (error.strerror or type(error).__name__).rstrip(".")
        said = words("{file} could not be used: {reason}.", file=file, reason=reason)
    return said if named else said[:1].upper() + said[1:]


def _name(error: OSError) -> str:
    # A number is an open file whose name the system did not say.
    named = error.filename if isinstance(error.filename, str | bytes) else ""
    return named.decode("utf-8", "replace") if isinstance(named, bytes) else named


def _not_found(words: Words, trouble: of_library.NotFound) -> str:
    if trouble.suggestions:
        guesses = words(" or ").join(_guess(words, trouble, one) for one in trouble.suggestions)
        return words(
            "There is no file or scenario “{name}”. Did you mean {guesses}?",
            name=trouble.name,
            guesses=guesses,
        )
    return words(
        "There is no file or scenario “{name}”. `shinyo list` shows what there is.", name=trouble.name
    )


def _no_example(words: Words, trouble: of_library.NoExample) -> str:
    if trouble.suggestions:
        guesses = words(" or ").join(words("“{name}”", name=one) for one in trouble.suggestions)
        return words(
            "There is no example “{name}”. Did you mean {guesses}?", name=trouble.name, guesses=guesses
        )
    known = words(", ").join(trouble.known)
    return words("There is no example “{name}”. There are: {known}.", name=trouble.name, known=known)


def _guess(words: Words, trouble: of_library.NotFound, name: str) -> str:
    title = trouble.titles.get(name)
    return words("“{name}” ({title})", name=name, title=title) if title else words("“{name}”", name=name)


def _found(words: Words, trouble: of_library.NotText) -> str:
    found = trouble.found[words.lang]
    return f"{trouble.file}:{found.line}: {found.message} {found.hint}".strip()


def _no_code(words: Words, trouble: of_records.NotACode) -> str:
    text = trouble.text.strip()
    match trouble.why:
        case "letter":
            return words(
                "The text “{text}” is no result code: no code has a “{letter}”.",
                text=text,
                letter=trouble.letter,
            )
        case "length":
            return words("The text “{text}” is no result code: it is too short or too long.", text=text)
        case "checksum":
            return words(
                "The result code “{text}” has a slip in it: a character is wrong, missing or twice. Please "
                "compare it with the original.",
                text=text,
            )
        case "version":
            return words("The result code “{text}” was made by a newer version of Shinyo.", text=text)


def _nowhere(words: Words, trouble: of_library.NowhereToSave) -> str:
    if trouble.cause is None:
        what = words("No folder of yours was found to save in.")
    else:
        what = _system(trouble.cause, words)
    return words(
        "{what} You can play, but nothing will be saved. To choose another folder, set SHINYO_HOME.",
        what=what,
    )


_TROUBLES: Final[Mapping[type, _Sentence]] = {
    of_library.NotFound: _not_found,
    of_library.NoExample: _no_example,
    of_library.SavedAsText: lambda words, trouble: words(
        "The file is called {file}: the editor added .txt to its name, which Windows may not show. "
        "Rename it to {wanted}, or save it again with the type “All files”.",
        file=trouble.file.name,
        wanted=trouble.wanted,
    ),
    of_library.NowhereToSave: _nowhere,
    of_library.IsAFolder: lambda words, trouble: words(
        "{file} is a folder. Name a scenario's file in it.", file=trouble.file
    ),
    of_records.NotAFile: lambda words, trouble: words(
        "{file} is not an ordinary file but a pipe or a device, so it cannot be read.", file=trouble.file
    ),
    of_library.NotText: _found,
    of_library.NotAPack: lambda words, trouble: words(
        "{file} is no pack of scenarios, or it is damaged. Make it again with `shinyo pack`.",
        file=trouble.file,
    ),
    of_library.PackBreaksRules: lambda words, trouble: words(
        "{file} holds something that no pack of scenarios has ({name}). Nothing was taken from it.",
        file=trouble.file,
        name=trouble.name[:60],
    ),
    of_library.SetAside: lambda words, trouble: words(
        "The settings could not be read, so they start afresh. The old file is kept as {file}.",
        file=trouble.kept,
    ),
    of_library.Misinstalled: lambda words, trouble: words(
        "A part of Shinyo is missing or damaged ({file}). Please install it again.", file=trouble.file
    ),
    of_library.Unplayable: lambda words, trouble: words(
        "{file} cannot be played yet. `shinyo check` tells what to fix in it.", file=trouble.file
    ),
    of_library.NotFinished: lambda words, _: words(
        "This could not be finished: the computer may be short of memory. "
        "Close some other programs and try again."
    ),
    of_library.DoesNotReplay: lambda words, trouble: words(
        "{file} cannot be replayed: its decision {position} is not on offer in the scenario "
        "it was played with.",
        file=trouble.file,
        position=trouble.position,
    ),
    of_records.NotARecord: lambda words, trouble: words(
        "{file} is not a record of a meeting. It was left as it is.", file=trouble.file
    ),
    of_records.NewerRecord: lambda words, trouble: words(
        "{file} was written by a newer Shinyo. Update Shinyo to open it; it was left as it is.",
        file=trouble.file,
    ),
    of_records.Garbled: lambda words, trouble: words(
        "{file} is damaged in line {line}. It was left as it is; "
        "a copy made before the damage can be opened.",
        file=trouble.file,
        line=trouble.line,
    ),
    of_records.Duplicated: lambda words, trouble: words(
        "{file} is a copy; the meeting continues in {original}. Open that one.",
        file=trouble.file,
        original=trouble.original,
    ),
    of_records.InUse: lambda words, _: words(
        "This meeting is being played in another window. Continue there, or close that window first."
    ),
    of_records.AlreadyClosed: lambda words, _: words(
        "This meeting has ended. It can be viewed again, but not continued."
    ),
    of_records.NoSuchRecord: lambda words, trouble: words(
        "There is no record {file}. `shinyo records list` shows what there is.", file=trouble.file
    ),
    of_records.TooBig: lambda words, trouble: words(
        "{file} is far too big (more than {most} MB). Check that it is the right file.",
        file=trouble.file,
        most=max(trouble.most // _MEGA, 1),
    ),
    of_records.VersionMissing: lambda words, trouble: words(
        "The scenario this record was played with is no longer beside it ({file}). "
        "Put the folder “versions” back.",
        file=trouble.file.name,
    ),
    of_records.VersionAltered: lambda words, trouble: words(
        "The scenario kept with this record was changed ({file}), so it cannot be replayed. "
        "Put the original file back.",
        file=trouble.file.name,
    ),
    of_records.NotACode: _no_code,
    of_library.CodeOfNothingHere: lambda words, trouble: words(
        "The result code “{text}” was made with a scenario that is not here, or has been changed since. The "
        "file to hand in brings its scenario along.",
        text=trouble.text.strip(),
    ),
    of_library.CodeForRecord: lambda words, trouble: words(
        "This is a result code, not a record: {text}. `shinyo debrief {text} --text` reads it.",
        text=trouble.text.strip(),
    ),
    of_records.NotAnExport: lambda words, trouble: words(
        "{file} is not a handed-in record, or it is damaged. Make it again with `shinyo records export`.",
        file=trouble.file,
    ),
}

_FULL: Final[Callable[[Words, str], str]] = lambda words, file: words(  # noqa: E731 (a row of the table below)
    "The disk is full, so {file} could not be saved. Make some room and try again.", file=file
)
_REFUSED: Final[Callable[[Words, str], str]] = lambda words, file: words(  # noqa: E731
    "{file} cannot be opened or changed here. Check who is allowed to use it, or choose another place.",
    file=file,
)
_GONE: Final[Callable[[Words, str], str]] = lambda words, file: words(  # noqa: E731
    "The drive with {file} does not answer. If it was unplugged, plug it in and try again.", file=file
)

_ERRORS: Final[Mapping[int | None, Callable[[Words, str], str]]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: lambda words, file: words(
        "{file} is on a drive that can only be read. Choose another place.", file=file
    ),
    errno.EIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ESTALE: _GONE,
    errno.ENOENT: lambda words, file: words("{file} is not there. Check its name and folder.", file=file),
    errno.ENOTDIR: lambda words, file: words("{file} is not there. Check its name and folder.", file=file),
    errno.EISDIR: lambda words, file: words("{file} is a folder. Name a file in it.", file=file),
    errno.EEXIST: lambda words, file: words(
        "{file} is there already and was not replaced. Choose another name.", file=file
    ),
    errno.ENAMETOOLONG: lambda words, file: words(
        "{file} is too long a name. Choose a shorter one.", file=file
    ),
    errno.EFBIG: lambda words, file: words(
        "The drive cannot hold a file as big as {file}. Choose another drive.", file=file
    ),
    errno.ELOOP: lambda words, file: words(
        "{file} is a link that leads round in a circle. Mend the link, or name the file itself.", file=file
    ),
    errno.EMFILE: lambda words, file: words(
        "Too many files are open to open {file}. Close some programs and try again.", file=file
    ),
}
