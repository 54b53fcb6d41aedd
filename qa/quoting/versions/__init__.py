"""Versions of one document: which is the newer one, and what it says in the place of what an older one says."""
