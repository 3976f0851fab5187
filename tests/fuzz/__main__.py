"""Fuzzes as long as it is told: ``python dev.py fuzz --minutes 15 [--seed N]``.

First what failed earlier is tried again; what is mended is forgotten. Then files are made one after another
from their numbers. A failure is told once, made as small as it gets, and kept in build/fuzz.
"""

import argparse
import sys
import time

from tests.fuzz.cases import case
from tests.fuzz.failures import FOLDER, Failure, failure_of, keep, kept, smaller

EVERY = 30.0
"""Seconds between two words about how far it is."""


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=5.0, help="how long (5 unless given)")
    parser.add_argument("--seed", type=int, default=None, help="the first number (the time unless given)")
    asked = parser.parse_args()
    seed = int(time.time()) * 1_000 if asked.seed is None else asked.seed
    known: dict[Failure, int] = {}
    for file, one in kept():
        failure = failure_of(one)
        if failure is None:
            say(f"mended: {file.stem}")
            file.unlink()
            file.with_suffix(f".{one.kind}").unlink()
        else:
            known[failure] = 1
            say(f"still there: {failure.what} in {failure.where} ({file.stem})")
    first, begun, said = seed, time.monotonic(), time.monotonic()
    while time.monotonic() - begun < 60 * asked.minutes:
        _tried(seed, known)
        seed += 1
        if time.monotonic() - said > EVERY:
            said = time.monotonic()
            say(f"{seed - first:,} files, {len(known)} defects")
    say(f"{seed - first:,} files from {first} on: {len(known)} defects")
    return 1 if known else 0


def _tried(seed: int, known: dict[Failure, int]) -> None:
    one = case(seed, large=bool(seed % 3 == 0))
    failure = failure_of(one)
    if failure is None:
        return
    known[failure] = known.get(failure, 0) + 1
    if known[failure] == 1:
        say(f"{failure.what} in {failure.where}: a {one.kind}, number {seed}; making it smaller …")
        say(f"  {keep(smaller(one, failure), failure, FOLDER)}")


if __name__ == "__main__":
    sys.exit(main())
