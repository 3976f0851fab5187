"""What is to be heard: sounds made out of numbers, voices, rooms, and the speaker they come out of."""
