"""What a class promised, and what became of it."""

from collections.abc import Iterator, Sequence

import numpy as np

from game.classroom.cohorts import Cohort
from game.classroom.decisions import class_text
from game.classroom.figures import PromiseFigure
from game.core.scenario import Scenario
from game.core.states import BROKEN, KEPT, KEPT_LATE, NONE, OPEN, Mask
from game.format.words import Words


def promises(
    cohorts: Sequence[Cohort], counts: Sequence[Mask], scenario: Scenario, words: Words
) -> Iterator[PromiseFigure]:
    """Every promise somebody made, in the order declared."""
    for at, terms in enumerate(scenario.promises):
        pairs = list(zip(cohorts, counts, strict=True))
        status = np.concatenate([cohort.replays.statuses[mask, at] for cohort, mask in pairs])
        moved = np.concatenate([cohort.replays.moved[mask, at] for cohort, mask in pairs])
        made = int((status != NONE).sum())
        if made:
            yield PromiseFigure(
                promise=terms.id,
                text=class_text(terms.text, words),
                made=made,
                kept=int(np.isin(status, (KEPT, KEPT_LATE)).sum()),
                broken=int((status == BROKEN).sum()),
                renegotiated=int((moved & (status != NONE)).sum()),
                open=int((status == OPEN).sum()),
            )
