"""The fifteen principles the game teaches, by id (source: the essay on "credit savings", 信用貯金).

Every passbook entry names one of them, every scenario says which it teaches.
"""

from typing import Final, Literal, get_args

Principle = Literal[
    "promise",
    "interrogation",
    "track_record",
    "enthusiasm",
    "honesty",
    "clarity",
    "recovery",
    "equality",
    "usefulness",
    "shared_joy",
    "partnership",
    "no_caving",
    "exchange",
    "start_small",
    "reciprocity",
]

PRINCIPLES: Final[tuple[Principle, ...]] = get_args(Principle)
"""All principle ids, in the order in which the essay teaches them."""

Phase = Literal["approach", "discovery", "proposal", "negotiation", "delivery", "aftercare"]

PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
"""The six phases of a business relation, in the order in which they usually come."""

AFTER_SIGNATURE: Final[frozenset[Phase]] = frozenset({"delivery", "aftercare"})
"""The phases in which silence costs credit (principle ``partnership``)."""
