"""Immutable index segments: written once, memory-mapped, ranked, merged."""
