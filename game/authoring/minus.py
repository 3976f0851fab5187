"""Numbers as the trainer's desk writes them: whole, with a minus as wide as a plus."""


def whole(number: float) -> str:
    """A number without its fraction, with a typographer's minus."""
    return f"{number:.0f}".replace("-", "−")
