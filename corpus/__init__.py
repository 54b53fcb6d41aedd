"""The documents that are served when none are given."""
