"""Question sets: one file a format, and the choice among them."""
