"""One line of the table of benchmarks."""

from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, the figure, its unit; the most or the least it may be; a plain remark.

    The value is None where it could not be measured; the remark says why.
    """

    what: str
    value: float | None
    unit: str
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the figure is within its bound; None where there is no bound or no figure."""
        if self.value is None or (self.most is None and self.least is None):
            return None
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )
