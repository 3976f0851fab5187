"""Files that kill parsers, read by either in a process of its own that has little memory.

``tests/cli/test_dangers.py`` gives larger ones to the commands; how quick it is is measured by
``benchmarks/dangers.py``.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTES = 500

RUN = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (MB << 20, MB << 20))
except (ImportError, ValueError):  # a system that cannot limit it
    pass
from game.format.reader import read
for line in sys.stdin:
    source = eval(line).encode()
    found = read(source, "story.yaml", lang="ja", pure=sys.argv[1] == "pure")
    codes = {one.code for one in found.findings} if found.scenario is None else {"playable"}
    print(",".join(sorted(codes)), flush=True)
""".replace("MB", str(MEGABYTES))

DANGEROUS = {
    "brackets": ("'[' * 20_000", "too-deep"),
    "brackets closed": ("'a: ' + '[' * 20_000 + ']' * 20_000", "too-deep"),
    "braces": ("'{' * 20_000", "too-deep"),
    "braces with keys": ("'{a: ' * 20_000", "too-deep"),
    "both": ("'[{' * 20_000", "too-deep"),
    "one a line": ("'[\\n' * 20_000", "too-deep"),
    "dashes": ("'- ' * 20_000", "too-deep"),
    "question marks": ("'? ' * 20_000", "too-deep"),
    "indents": ("'\\n'.join(' ' * n + 'a:' for n in range(1_000))", "too-deep"),
    "ninety thousand brackets": ("'[' * 90_000", "too-deep"),
    "alias bomb": (
        """'a: &a [x, x]\\n' + ''.join(f'k{n}: &k{n} [' + f'*k{n - 1},' * 9 + ']\\n' for n in range(1, 9))""",
        "alias",
    ),
    "many aliases": ("'a: &a x\\nb: [' + '*a,' * 20_000 + ']'", "too-many-findings"),
    "tags": ("'a: !!python/object/apply:os.system [\"true\"]'", "tag"),
    "tags on everything": ("'!x {? !y a : !z [b]}'", "tag"),
    "bangs": ("'a: ' + '!' * 90_000", "tag"),
    "quotes": ("'a: ' + chr(34) * 90_001", "text-after-quote"),
    "one long line": ("'format: 1\\na: ' + 'x ' * 40_000", "unknown-key"),
    "one long key": ("'x' * 90_000 + ': a'", "colon-in-text"),
    "many colons": ("'a: ' * 20_000", "colon-in-text"),
    "same key": ("'a: b\\n' * 20_000", "too-many-findings"),
    "controls": ("chr(1) * 90_000", "control-character"),
    "huge": ("'a' * 40_000_000", "too-large"),
}


@pytest.mark.parametrize("parser", ["c", "pure"])
def test_is_refused_in_little_memory(parser):
    ran = subprocess.run(
        [sys.executable, "-c", RUN, parser],
        input="\n".join(source for source, _ in DANGEROUS.values()),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = dict(zip(DANGEROUS, ran.stdout.splitlines(), strict=False))
    assert set(told) == set(DANGEROUS), f"died after {list(told)[-1:]}: {ran.returncode} {ran.stderr}"
    for name, (_, code) in DANGEROUS.items():
        assert code in told[name].split(","), (name, told[name])
