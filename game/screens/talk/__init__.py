"""The talk: a person across the table, what is said, and the hands of whoever answers."""
