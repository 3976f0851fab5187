"""``python3 dev.py gallery``: draw every state of every screen, or keep them as they look now."""

import argparse
import sys
import tempfile
import time
import webbrowser
from pathlib import Path

from tests.gallery.drawing import SIZES, draw_gallery
from tests.gallery.geometry import every_look, faults_of
from tests.gallery.references import accept
from tests.gallery.registry import State, states


def main(arguments: list[str]) -> int:
    """Do what is asked; the exit status."""
    asked = _parser().parse_args(arguments)
    chosen = states(asked.only)
    if not chosen:
        print("No state is called like that. There are:", *(each.name for each in states()), sep="\n  ")
        return 2
    began = time.monotonic()
    if asked.list:
        print(*(each.name for each in chosen), sep="\n")
        return 0
    if asked.check:
        return _check(chosen)
    if asked.accept:
        accept(chosen, {each.name for each in states()}, lambda name: print(f"  kept anew: {name}"))
        print(f"{len(chosen)} states looked at in {time.monotonic() - began:.0f} s.")
        return 0
    folder = Path(asked.folder or tempfile.mkdtemp(prefix="shinyo-gallery-")).resolve()
    page = draw_gallery(
        folder, chosen, sizes=SIZES[:1] if asked.small else SIZES, told=lambda name: print(f"  {name}")
    )
    print(f"{len(chosen)} states drawn in {time.monotonic() - began:.0f} s: {page}")
    if asked.open:
        webbrowser.open(page.as_uri())
    return 0


def _check(chosen: tuple[State, ...]) -> int:
    """Look at each state in all hundred looks, and tell every fault of the layout."""
    found = 0
    with tempfile.TemporaryDirectory() as home:
        for state in chosen:
            for look in every_look() if state.texts else ():
                faults = faults_of(state, Path(home), look)
                found += len(faults)
                print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(chosen)} states: {found} faults of the layout.")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py gallery", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", help="where the pictures go (a new folder of the system's, if none)"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="a group, or a part of a name"
    )
    parser.add_argument("--small", action="store_true", help="1280×720 only")
    parser.add_argument("--open", action="store_true", help="show the page when it is there")
    parser.add_argument("--list", action="store_true", help="only name the states")
    parser.add_argument("--check", action="store_true", help="look for faults of the layout, in all sizes")
    parser.add_argument(
        "--accept", action="store_true", help="keep the states as they look now, for the tests"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
