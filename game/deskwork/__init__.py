"""What is done with a scenario at a trainer's desk: commands print what comes of it, the window draws it."""
