"""The question sets that are shipped, by name.

`brief`, the default, is pinned to the documents beside it, a news brief and an earlier guide, so that its figures can
be compared from version to version. `guide` asks of the manual as it is, and of the brief.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["SHIPPED", "shipped_set"]

SHIPPED = {"brief": "brief/brief.jsonl", "guide": "guide/guide.jsonl"}
"""The sets that are shipped, by name, under `eval/shipped`; the first is asked when none is named."""


def shipped_set(name: str) -> Path:
    """Return the path of a set that is shipped, by its name."""
    return Path(str(files("eval"))) / "shipped" / SHIPPED[name]
