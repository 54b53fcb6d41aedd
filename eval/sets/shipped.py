"""The question sets that are shipped, by name.

`brief`, the default, is pinned to the documents beside it, a news brief and an earlier guide, so that its figures can
be compared from version to version. `guide` asks of the manual as it is, and of the brief. Others are folders, which
are measured in ways of their own.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["OF_THEIR_OWN", "ONLY_REPORTED", "SHIPPED", "shipped_set"]

SHIPPED = {"brief": "brief/brief.jsonl", "guide": "guide/guide.jsonl"}
"""The sets that are shipped, by name, under `eval/shipped`; the first is asked when none is named."""

OF_THEIR_OWN = {"everyday": "everyday", "keywords": "keywords"}
"""The sets that are folders under `eval`, by name."""

ONLY_REPORTED = Path(str(files("eval"))) / "everyday" / "report" / "report.jsonl"
"""The questions of which totals are shown and nothing else, so that nobody chooses by them."""


def shipped_set(name: str) -> Path:
    """Return the path of a set that is shipped, by its name: of a file, or of the folder of one of its own."""
    folder = Path(str(files("eval")))
    return folder / OF_THEIR_OWN[name] if name in OF_THEIR_OWN else folder / "shipped" / SHIPPED[name]
