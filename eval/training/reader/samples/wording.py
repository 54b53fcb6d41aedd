"""Questions as people type them: in lower case and without a question mark, or as a few keywords."""

from __future__ import annotations

import random
import re

__all__ = ["retype"]

_LOWER, _KEYWORDS = 0.18, 0.28  # shares: of the first kind, of both
_WORD = re.compile(r"[\w'’.,:%£$€-]*\w[%]?")
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been being do does did has have had can "
    "could will would shall should may might must what which who whom whose that this these those there it its he she "
    "they his her their i you we my your our me us please tell about if so any into how".split()
)


def retype(question: str, rng: random.Random) -> str:
    """Return the question, often as it is, now and then as somebody in a hurry would type it."""
    drawn = rng.random()
    if drawn < _LOWER:
        return question.lower().rstrip("?!. ")
    if drawn < _KEYWORDS:
        kept = [word for word in _WORD.findall(question) if word.casefold() not in _EMPTY]
        asks_number = re.match(r"how (many|much|long|old|far|tall|often)\b", question, re.I)
        words = [*(["how", asks_number.group(1)] if asks_number else []), *kept]
        words = list(dict.fromkeys(words))
        if len(kept) >= 2:
            return " ".join(words).lower()
    return question
