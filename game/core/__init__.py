"""The rules: states, moves, conditions, settlement and outcome, all pure.

Nothing in this floor has a clock, a disk, chance, a locale or a way to print; numpy is the only
import from outside the standard library.
"""
