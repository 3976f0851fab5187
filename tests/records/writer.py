"""Keeps decisions until somebody kills it; started by the test of that name.

For every line on its input, a folder and a record to resume or "-", a child is forked that says its id
and then, unbuffered, one byte for every decision that is safely kept.
"""

import os
import sys
from pathlib import Path

from game.records import Records


def write(folder: Path, file: str) -> None:
    record, path = Records(folder).resume(Path(file))
    count = len(path)
    while True:
        record.keep("talk", f"choice-{count}")
        os.write(1, b".")
        count += 1


for asked in sys.stdin:
    folder, file = asked.rstrip("\n").split("\t")
    child = os.fork()
    if not child:
        write(Path(folder), file)
    os.write(1, f"{child}\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"\n")
