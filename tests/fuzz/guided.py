"""Inputs led by the code they reach: libFuzzer through atheris, in a process of its own.

It changes what it has kept so far, by bytes or as people do (by lines, and by parts of the document), and
keeps whatever reaches code that nothing before it has reached. A failure does
not stop it. Only some systems have atheris (the optional extra ``fuzz``); elsewhere ``there()`` is False.

    python -m tests.fuzz.guided KIND SEED INPUTS SECONDS FOLDER

is started by ``python -m tests.fuzz`` for each slice. In FOLDER lies the corpus, a file an input; what came
of it is written to FOLDER.json.
"""

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from tests.fuzz.failures import Failure

INSTRUMENTED: Final = {
    "scenario": ("game.format",),
    "catalog": ("game.format", "polib"),
    "record": ("game.records",),
    "list": ("game.classroom", "game.records"),
    "settings": ("game.library.settings", "json"),
}
"""What is led, and the packages whose branches lead it."""

NOT_LED: Final = tuple(
    f"game.format.{name}" for name in ("frames", "findings", "digest", "notes", "tree", "codes", "wording")
)
"""Modules that go through whatever they are given: to count their branches costs much and leads nowhere."""

LONGEST: Final = 480
"""Bytes of an input: an input has to be cheap."""

BY_BYTES: Final = 0.6
"""Of the inputs, those changed by libFuzzer's own ways."""

EVERY: Final = 20_000
"""Inputs between two words about how far it is."""

MOST_MEMORY: Final = 1_000
"""Megabytes the process may come to hold; libFuzzer ends it beyond."""

LONGEST_WAIT: Final = 60
"""Seconds (by the clock) after which one input is a failure even though it has not come to an end."""


class Led(NamedTuple):
    """What came of a slice: inputs read, failures (what, where, how often), the most memory it needed."""

    inputs: int
    failed: list[tuple[str, str, int]]
    megabytes: float


def there() -> bool:
    """Whether atheris is installed."""
    return importlib.util.find_spec("atheris") is not None


def led(kind: str, seed: int, inputs: int, seconds: float, folder: Path) -> Led:
    """Run a slice in a process of its own; what libFuzzer says goes to FOLDER.log."""
    told, log = folder.with_suffix(".json"), folder.with_suffix(".log")
    told.unlink(missing_ok=True)
    wanted = [kind, str(seed), str(inputs), str(seconds), str(folder)]
    with log.open("wb") as out:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.guided", *wanted],
            stdout=out, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    if not told.exists():  # killed by libFuzzer: too slow without an end, or far too much memory
        return Led(0, [("ended by itself", f"{kind}, status {ended.returncode}, see {log}", 1)], 0.0)
    found = json.loads(told.read_text("utf-8"))
    return Led(found["inputs"], [tuple(each) for each in found["failed"]], found["megabytes"])


def _others(wanted: tuple[str, ...]) -> Iterator[str]:
    """Modules of ours that do not lead: of a package, atheris takes all that its first name stands for."""
    top = Path(__file__).parents[2]
    for file in (top / "game").rglob("*.py"):
        name = ".".join(file.relative_to(top).with_suffix("").parts).removesuffix(".__init__")
        if name in NOT_LED or not f"{name}.".startswith(tuple(f"{one}." for one in wanted)):
            yield name


def main() -> None:
    """Lead inputs until there were enough of them; never returns."""
    kind, seed, inputs, seconds, folder = sys.argv[1:]
    import atheris  # noqa: PLC0415 - only some systems have it

    wanted = INSTRUMENTED[kind]
    with atheris.instrument_imports(include=list(wanted), exclude=list(_others(wanted))):
        from tests.fuzz import targets  # noqa: PLC0415 - instrumented while it is imported
    from tests.fuzz.failures import failure_of, keep, most_needed, smaller  # noqa: PLC0415 - the same

    target = targets.TARGETS[kind]
    # The corpus is read first; its inputs were counted when they were made.
    done, begun = -sum(1 for _ in Path(folder).iterdir()), time.monotonic()
    failed: dict[Failure, int] = {}

    def changed(data: bytes, most: int, seed: int) -> bytes:
        rng = random.Random(seed)
        if rng.random() < BY_BYTES:
            return bytes(atheris.Mutate(data, most))
        return target.change(data, rng)[:most]

    def ends() -> None:
        told = {
            "inputs": max(done, 0),
            "failed": [(one.what, one.where, count) for one, count in failed.items()],
            "megabytes": most_needed(),
        }
        Path(folder).with_suffix(".json").write_text(json.dumps(told), "utf-8")
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)

    def one(content: bytes) -> None:
        nonlocal done
        done += 1
        case = targets.Case(kind, content)
        failure = failure_of(case, target.briefly, weighed=False)
        if failure is not None:
            failed[failure] = failed.get(failure, 0) + 1
            if failed[failure] == 1:
                keep(smaller(case, failure, target.briefly), failure)
        if done % EVERY == 0:
            sys.stdout.write(f"{done:,} inputs, {len(failed)} defects\n")
            sys.stdout.flush()
        if done >= int(inputs) or time.monotonic() - begun > float(seconds):
            ends()

    options = {
        "seed": int(seed) % 2**31 or 1, "max_len": LONGEST, "timeout": LONGEST_WAIT,
        "rss_limit_mb": MOST_MEMORY, "mutate_depth": 2, "artifact_prefix": f"{folder}.",
    }  # fmt: skip
    atheris.Setup(
        [sys.argv[0], folder, *(f"-{name}={value}" for name, value in options.items())],
        one,
        custom_mutator=changed,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
