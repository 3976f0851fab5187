"""Work that a clerk is asked for in a test: a function of a module, as all its work is."""

from collections.abc import Sequence


def counted(tell, numbers: Sequence[int]) -> int:
    """The sum of numbers, each told of."""
    for each in numbers:
        tell(each)
    return sum(numbers)
