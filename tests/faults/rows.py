"""What came of a fault: a row of the table, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import east_asian_width


@dataclass
class Row:
    """One fault, tried so many times.

    ``answered``: decisions the customer had answered in all of them, and ``lost`` those of them that were
    not there afterwards. ``told``: what the person was told, in their language. ``wrong``: what should not
    have happened, empty where all is well.
    """

    fault: str
    times: int = 0
    answered: int = 0
    lost: int = 0
    told: str = "–"
    wrong: list[str] = field(default_factory=list)

    def expect(self, true: object, otherwise: str) -> bool:
        """Take it down where something is not as it should be."""
        if not true:
            self.wrong.append(otherwise)
        return bool(true)


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table, and below it all that was wrong."""
    rows = list(rows)
    lines = [
        "| fault | times | decisions answered | lost | told | |",
        "|---|---:|---:|---:|---|---|",
        *(
            f"| {one.fault} | {one.times} | {one.answered} | {one.lost} | {shortened(one.told)} | "
            f"{'**wrong**' if one.wrong else 'well'} |"
            for one in rows
        ),
    ]
    for one in rows:
        lines += [f"\n{one.fault}:", *(f"  {wrong}" for wrong in one.wrong)] if one.wrong else []
    return "\n".join(lines)


def summary(rows: Iterable[Row], seed: int) -> str:
    """One line that can be quoted."""
    rows = list(rows)
    times, answered = sum(one.times for one in rows), sum(one.answered for one in rows)
    lost, wrong = sum(one.lost for one in rows), sum(len(one.wrong) for one in rows)
    return (
        f"{len(rows)} faults, {times:,} times: {answered:,} decisions answered, {lost} lost, "
        f"{wrong} things wrong (seed {seed})"
    )


def shortened(text: str, most: int = 130) -> str:
    """One line of at most so many cells."""
    line, wide = "", 0
    for sign in " ".join(text.split()).replace("|", "/"):
        wide += 2 if east_asian_width(sign) in "WF" else 1
        if wide > most:
            return f"{line}…"
        line += sign
    return line
