"""Measuring how files are read: what a change does to their texts, and how long reading takes."""
