"""Floor 2: what can come of a scenario (paths, best and worst trust, regret, policies); pure computation."""
