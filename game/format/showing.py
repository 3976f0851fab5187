"""What may be shown of a text that somebody else wrote, in a terminal or a window."""

import re
from typing import Final

_UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: a terminal obeys them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn what stands beside them around
    "\u2028\u2029\ud800-\udfff]"  # ends of lines that are none here, and halves of signs
)


def shown(text: str) -> str:
    """The text with U+FFFD for every sign that is obeyed and not seen; lines and tabs stay."""
    return _UNSHOWN.sub("\ufffd", text)


def escaped(json: str) -> str:
    """A JSON text in which those signs stand as escapes: it says the same, and nothing in it is obeyed."""
    return _UNSHOWN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json)
