"""The documents that are served when none are given: a news brief, and in `guide/` the manual of Quoth.

The manual is among them so that people can ask the chat how to use it.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["folders"]


def folders() -> tuple[Traversable, ...]:
    """Return the folders that hold the documents: the package's own, and the manual's."""
    return files("corpus"), files("corpus") / "guide"
