"""All that is wrong with a scenario, with a sign of life on the terminal where that takes long."""

from collections.abc import Collection, Iterable
from contextlib import nullcontext

from game.cli.desk import Desk
from game.cli.waiting import Progressing
from game.deskwork import judging
from game.library import Opened


def judged(
    desk: Desk,
    opened: Opened,
    *,
    languages: Collection[str],
    beside: Iterable[str] = (),
    teach: bool = False,
    progress: Progressing | None = None,
) -> Opened:
    """The scenario with all its findings, see ``game.deskwork.judging``.

    What takes long is shown on the terminal, on ``progress``, if there is one already.
    """
    library, lang, shown = desk.library, desk.lang, progress or Progressing(desk.words)
    with nullcontext() if progress else shown:
        return judging.judged(
            library, opened, lang, languages=languages, beside=beside, teach=teach, progress=shown.of
        )
