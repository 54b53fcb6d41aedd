"""The truth of an embedded index: one SQLite database."""
