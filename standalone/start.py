"""Where the program that needs no Python begins; it is the command ``shinyo``, as ``python -m game`` is."""

import multiprocessing

from game.cli import main

if __name__ == "__main__":
    # An analysis is made in a process of its own, and that is this program started once more, with arguments
    # that nobody types. This call knows them, does the work and ends; otherwise it does nothing.
    multiprocessing.freeze_support()
    main()
