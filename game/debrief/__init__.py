"""What a finished meeting means, as values for window, terminal and JSON: words and numbers, no pixels."""
