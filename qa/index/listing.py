"""How documents are listed for people: in the order of titles, and found by a part of their title or source."""

from __future__ import annotations

import re

__all__ = ["is_sought", "sought", "title_key"]

_DIGITS = 18  # of a number that counts as one


def title_key(title: str) -> str:
    """Return what puts titles in order when sorted by it: whatever the case, and numbers by size.

    >>> sorted(["Note 10", "note 9", "Note"], key=title_key)
    ['Note', 'note 9', 'Note 10']
    """
    return re.sub(rf"[0-9]{{1,{_DIGITS}}}", lambda number: number[0].zfill(_DIGITS), title.casefold())


def sought(title: str, source: str) -> str:
    """Return what a part of a title or of a source is looked for in, once its case is folded."""
    return f"{title}\n{source}".casefold()


def is_sought(text: str, title: str, source: str) -> bool:
    """Tell whether a title or a source holds `text`, whatever the case."""
    return text.casefold() in sought(title, source)
