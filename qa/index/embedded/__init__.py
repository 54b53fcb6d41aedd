"""A library in memory or in a folder: one SQLite file, and index segments beside it."""
