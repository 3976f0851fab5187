"""A scenario as its author should see it: what keeps it from being played, as values and never as print."""
