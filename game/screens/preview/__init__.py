"""A scenario while it is being written: played from the file as it is saved, with the balance beside it."""
