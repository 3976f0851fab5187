"""The trainer's desk: scenarios being written, each with what is found in it and what can be made of it."""
