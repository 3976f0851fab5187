"""One finished meeting looked back on: what it turned on, and what one other sentence would have changed."""
