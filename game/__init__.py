"""Shinyo: a training game about earning credit in a conversation, and about the trust it ends in.

The package root holds the version and nothing else: asking for the version must not pay for numpy or pygame.
"""

__version__ = "0.1.0"
