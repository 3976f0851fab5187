"""A class before a projector: what all said, where it led them, and the questions a trainer asks about it."""
