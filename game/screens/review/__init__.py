"""The review of one meeting on the table: its curve, its three moments, what was promised and expected."""
