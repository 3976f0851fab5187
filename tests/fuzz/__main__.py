"""Fuzzes: files and typed texts nobody would write, of the kinds named or of all of them.

    python -m tests.fuzz [TARGET …] [--inputs N] [--seed S] [--minutes M] [--keep]

First what failed earlier is tried again; what is mended is forgotten. Then inputs are made in slices, in
three ways: led by the code they reach (atheris, if the extra ``fuzz`` is there), drawn by Hypothesis, and
changed as people and broken programs change files. A failure is told once, made as small as it gets, and
kept in build/fuzz.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tests.fuzz import corpus, guided, story_lives
from tests.fuzz.drawn import drawn
from tests.fuzz.failures import FOLDER, Failure, failure_of, keep, kept, smaller
from tests.fuzz.small_stories import small
from tests.fuzz.targets import TARGETS, case

EVERY: Final = 30.0
"""Seconds between two words about how far it is."""

SLICES: Final = 8
"""In how many pieces each part is done, so that all kinds come early."""

STORY: Final = "story"
"""Not a file but a whole random scenario, with all that becomes of it when it is played."""

SHARES: Final = {
    ("scenario", "led"): 760, ("scenario", "changed"): 16, ("scenario", "drawn"): 5, ("schema", "changed"): 6,
    ("catalog", "led"): 80, ("catalog", "changed"): 6, ("transcript", "changed"): 24, ("pack", "changed"): 6,
    ("record", "led"): 50, ("record", "changed"): 5, ("handed", "changed"): 5, ("reading", "changed"): 7,
    ("settings", "led"): 12, ("settings", "changed"): 5, ("analysis", "changed"): 5, ("code", "changed"): 4,
    ("list", "led"): 2, ("list", "changed"): 2, (STORY, "drawn"): 2,
}  # fmt: skip
"""Of a thousand inputs, how many go to which kind in which way."""


KINDS: Final = (*TARGETS, STORY)

LARGE: Final = 16
"""One of so many changed files is as large as those shipped; that costs as much as thirty small ones."""


class Slice(NamedTuple):
    """A piece of the work: so many inputs from a number on."""

    kind: str
    way: str
    inputs: int
    seed: int


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Run:
    """One run: what was done so far, and what went wrong."""

    def __init__(self, minutes: float) -> None:
        self.until = time.monotonic() + 60 * minutes
        self.done: Counter[tuple[str, str]] = Counter()
        self.failed: dict[Failure, int] = {}
        self.told = time.monotonic()
        self.most = 0.0

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.until - time.monotonic()

    def retry(self) -> None:
        """Try again what failed earlier."""
        for file, one in kept():
            failure = failure_of(one)
            if failure is None:
                say(f"mended: {file.stem}")
                file.unlink()
                file.with_suffix(f".{one.kind}").unlink()
            else:
                self._fail(failure, 1)
                say(f"still there: {failure.what} in {failure.where} ({file.stem})")

    def do(self, part: Slice) -> None:
        """Do one slice."""
        if part.way == "led":
            self._lead(part)
        elif part.way == "drawn":
            inputs, failed = (drawn if part.kind != STORY else story_lives.told)(part.seed, part.inputs)
            self.done[part.kind, part.way] += inputs
            for failure, count in failed.items():
                self._fail(failure, count)
        else:
            for seed in range(part.seed, part.seed + part.inputs):
                self._try(part.kind, seed)
                self.done[part.kind, part.way] += 1
                self._word()
                if self.left < 0:
                    break
        self._word()

    def _lead(self, part: Slice) -> None:
        folder = FOLDER / "led" / part.kind
        corpus.spread([*corpus.kept(part.kind), *_grown_from(part.kind)], folder)
        led = guided.led(part.kind, part.seed, part.inputs, max(self.left, 1), folder)
        self.done[part.kind, part.way] += led.inputs
        self.most = max(self.most, led.megabytes)
        for what, where, count in led.failed:
            self._fail(Failure(what, where), count)

    def _try(self, kind: str, seed: int) -> None:
        one = case(seed, kind, large=seed % LARGE == 0)
        failure = failure_of(one)
        if failure is not None and self._fail(failure, 1):
            say(f"number {seed}, making it smaller …")
            say(f"  {keep(smaller(one, failure), failure, FOLDER)}")

    def _fail(self, failure: Failure, count: int) -> bool:
        """Note a failure; whether it is the first of its kind."""
        new = failure not in self.failed
        self.failed[failure] = self.failed.get(failure, 0) + count
        if new:
            say(f"DEFECT: {failure.what} in {failure.where}")
        return new

    def _word(self) -> None:
        if time.monotonic() - self.told > EVERY:
            self.told = time.monotonic()
            say(f"{self.done.total():,} inputs, {len(self.failed)} defects")


def _grown_from(kind: str) -> list[bytes]:
    """What is led begins with: small files in order."""
    return [case(seed, kind).content for seed in range(8)] + small(kind)


def slices(kinds: list[str], inputs: int, seed: int, ways: set[str]) -> Iterator[Slice]:
    """The work in pieces, all kinds in turn."""
    parts = {part: share for part, share in SHARES.items() if part[0] in kinds and part[1] in ways}
    whole = sum(parts.values())
    wanted = {part: -(-inputs * share // whole) for part, share in parts.items()}
    pieces = SLICES if inputs >= 100 * SLICES else 1
    for number in range(pieces):
        for (kind, way), count in wanted.items():
            first, last = count * number // pieces, count * (number + 1) // pieces
            if last > first:
                yield Slice(kind, way, last - first, seed + first)


def _keep_corpus(kinds: list[str]) -> None:
    """Keep of what was grown what reaches something of its own."""
    for kind in kinds:
        if kind not in guided.INSTRUMENTED:
            continue
        grown = corpus.gathered(FOLDER / "led" / kind)
        chosen = corpus.fewest([*corpus.kept(kind), *grown], TARGETS[kind].briefly, guided.INSTRUMENTED[kind])
        file = corpus.keep(kind, chosen)
        say(f"{len(chosen)} of {len(grown)} inputs of {kind} kept: {file.stat().st_size:,} bytes")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", nargs="*", help=f"of {', '.join(KINDS)} (all)")
    parser.add_argument("--inputs", type=int, default=1_000_000, help="how many altogether (1,000,000)")
    parser.add_argument("--seed", type=int, default=None, help="the first number (the time)")
    parser.add_argument("--minutes", type=float, default=24 * 60.0, help="how long at most (a day)")
    parser.add_argument("--keep", action="store_true", help="renew tests/fuzz/corpus")
    asked = parser.parse_args()
    unknown = set(asked.target) - set(KINDS)
    if unknown:
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    return asked


def main() -> int:
    """Run as asked; 1 where something failed."""
    asked = _asked()
    kinds = asked.target or list(KINDS)
    seed = int(time.time()) * 1_000 if asked.seed is None else asked.seed
    ways = {"led", "drawn", "changed"}
    if not guided.there():
        ways.remove("led")
        say("atheris (the extra `fuzz`; not for every system) is not there: nothing is led, the rest runs.")
    run, begun = Run(asked.minutes), time.process_time()
    run.retry()
    for part in slices(kinds, asked.inputs, seed, ways):
        if run.left < 0:
            break
        run.do(part)
    if asked.keep:
        _keep_corpus(kinds)
    for (kind, way), count in sorted(run.done.items()):
        say(f"{count:>9,} × {kind}, {way}")
    for failure, count in run.failed.items():
        say(f"{count:>9,} × {failure.what} in {failure.where}")
    say(
        f"{run.done.total():,} inputs from {seed} on: {len(run.failed)} defects; "
        f"{time.process_time() - begun:.0f} s of processor and {run.most:.0f} MB in what was led"
    )
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
