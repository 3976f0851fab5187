"""Which language the computer speaks."""

import locale
import os
import sys
from collections.abc import Mapping

from game.format.codes import Lang

_JAPANESE_ON_WINDOWS = 0x11
_PRIMARY_LANGUAGE = 0x3FF


def system_language(environment: Mapping[str, str] | None = None) -> Lang:
    """Japanese where the system is Japanese, English everywhere else.

    As gettext reads it: ``LC_ALL``, ``LC_MESSAGES``, ``LANG`` name the locale, and unless that is ``C``
    the first language of ``LANGUAGE`` goes before it. Where none is set, the system itself is asked.
    """
    named = os.environ if environment is None else environment
    chosen = next((named[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if named.get(key)), "")
    if not chosen:
        chosen = named.get("LANGUAGE", "") or _asked()
    elif chosen.split(".")[0] not in {"C", "POSIX"}:
        chosen = named.get("LANGUAGE") or chosen
    return "ja" if chosen.lower().split("_")[0].split(":")[0].split(".")[0] in {"ja", "japanese"} else "en"


def _asked() -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (exists on Windows only in this form)

        spoken = ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY_LANGUAGE
        return "ja" if spoken == _JAPANESE_ON_WINDOWS else "en"
    try:
        return locale.getlocale()[0] or "en"
    except ValueError:  # a locale that Python cannot make out
        return "en"
