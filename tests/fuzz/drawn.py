"""Scenarios drawn by Hypothesis: strategies of ``tests/format/test_fuzz.py``; they shrink by themselves."""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.format.test_fuzz import KEYS, PIECES, edited, rebuilt
from tests.fuzz.failures import Failure, failure_of, keep
from tests.fuzz.targets import Case

SIGNS = st.lists(st.sampled_from([*PIECES, *KEYS, "a", "b: ", "\n- "]), max_size=40).map("".join)
TEXTS = st.one_of(edited(), edited(), rebuilt(), rebuilt(), SIGNS, st.text(max_size=200))
FILES = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=300))


def drawn(first: int, inputs: int) -> tuple[int, dict[Failure, int]]:
    """Draw so many scenarios and read them; how many it were, and what failed."""
    done, failed = 0, dict[Failure, int]()

    @seed(first)
    @settings(
        max_examples=inputs, database=None, deadline=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    @given(FILES)
    def reads(content: bytes) -> None:
        nonlocal done
        done += 1
        one = Case("scenario", content)
        failure = failure_of(one)
        if failure is not None:
            failed[failure] = failed.get(failure, 0) + 1
            keep(one, failure)  # the last that is kept is the smallest
            raise AssertionError(failure)

    run: Callable[[], None] = reads
    try:
        run()
    except AssertionError:
        assert failed
    return done, failed
