"""What is enclosed by quotation marks or brackets: a sentence within is no sentence of the text around it."""

from __future__ import annotations

import re

__all__ = ["LONGEST", "find_enclosed"]

LONGEST = 400  # characters; what runs on for longer is text of its own
_DEEPEST = 8
_CLOSED_BY = {
    "(": ")",
    "[": "]",
    "{": "}",
    "“": "”",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "（": "）",
    "【": "】",
    "《": "》",
}
_EITHER = {'"': '"', "”": "”", "»": "«", "›": "‹", "‘": "’"}  # they open where a space stands before them
_MARK = re.compile("[" + re.escape("".join({*"".join(_CLOSED_BY.values()), *_CLOSED_BY, *_EITHER})) + "]")


def _opens_within(text: str, at: int, after: str) -> bool:
    """Tell whether a mark behind another one opens: (“Go”)."""
    return at > 0 and text[at - 1] in "([{«“„-–—/" and after.isalnum()


def find_enclosed(text: str) -> list[tuple[int, int]]:
    """Return where each outermost enclosed part opens and closes, in order: the places of the two marks.

    >>> find_enclosed("He (it was (very) late) said “No. Go.”")
    [(3, 22), (29, 37)]
    """
    parts: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []  # what closes them, and where they are
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        level = next((n for n in range(len(opened) - 1, -1, -1) if mark in opened[n][0]), -1)
        after = text[at + 1 : at + 2]
        stands_before = bool(after) and not after.isspace() and (at == 0 or text[at - 1].isspace())
        if level >= 0 and not (mark == "’" and after.isalpha()) and not (mark == '"' and stands_before):
            start = opened[level][1]
            del opened[level:]
            if at - start <= LONGEST:
                while parts and parts[-1][0] > start:
                    parts.pop()
                parts.append((start, at))
            continue
        closing = _CLOSED_BY.get(mark) or (
            _EITHER.get(mark) if stands_before or _opens_within(text, at, after) else None
        )
        if closing:
            opened.append((closing, at))
            del opened[:-_DEEPEST]
    return parts
