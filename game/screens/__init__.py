"""Everything that knows about the window: pygame is imported on this floor and nowhere else."""
