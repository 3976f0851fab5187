"""What a preview has to say, in the language of the moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.authoring.midway import Unclear
    from game.format.words import Words
    from game.screens.backstage import Backstage
    from game.screens.preview.desk import Lost


def lost_told(lost: "Lost", backstage: "Backstage") -> Callable[[], str]:
    """Why the place could not be kept."""

    def told() -> str:
        words = backstage.words
        offered = words(", ").join(lost.ids) or "–"
        return words(
            "The place could not be kept: in the scene “{scene}” there is no “{choice}” on offer any more, "
            "only {offered}. You are there now, after {count} choices.",
            scene=lost.scene, choice=lost.choice, offered=offered, count=lost.kept,
        )  # fmt: skip

    return told


def unclear_told(unclear: "Unclear", backstage: "Backstage") -> Callable[[], str]:
    """Why it cannot begin as wished."""
    return lambda: wish_told(unclear, backstage.words)


def wish_told(unclear: "Unclear", words: "Words") -> str:
    """Why a wish of ``--from`` or ``--set`` cannot be granted, and what may have been meant."""
    known = words(", ").join(unclear.known)
    match unclear.kind:
        case "scene":
            said = words("There is no scene “{scene}”.", scene=unclear.wish)
        case "number":
            least, most = unclear.known
            return words(
                "“{wish}”: a number from {least} to {most} is wanted.",
                wish=unclear.wish,
                least=least,
                most=most,
            )
        case "form":
            return words(
                "“{wish}” is not of the form KEY=VALUE. The keys are {known}.", wish=unclear.wish, known=known
            )
        case "key":
            said = words("“{key}” cannot be set.", key=unclear.wish)
        case _:
            said = words("The scenario has no “{id}”.", id=unclear.wish)
    if unclear.meant:
        guesses = words(" or ").join(words("“{name}”", name=guess) for guess in unclear.meant)
        return words("{said} Did you mean {guesses}?", said=said, guesses=guesses)
    return words("{said} There are: {known}.", said=said, known=known)
