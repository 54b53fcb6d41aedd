"""Words of English that are known one by one: months, numbers, pronouns, and what begins an item of a list.

Whoever needs a pattern makes it of these. Left out: function words, which every language has (`function_words`).
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "AUXILIARIES",
    "DEMONSTRATIVES",
    "ITEM_NUMBER",
    "LIST_ITEM",
    "MONTH",
    "MONTHS",
    "NUMBERS",
    "OBJECTS",
    "POSSESSIVES",
    "SCALES",
    "SHORT_MONTHS",
    "SPELLED",
    "SUBJECTS",
    "WEEKDAYS",
    "any_of",
]

MONTHS: Final = tuple("January February March April May June July August September October November December".split())
SHORT_MONTHS: Final = (*(name[:3] for name in MONTHS), "Sept")
WEEKDAYS: Final = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

NUMBERS: Final = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""The numbers that are one word, to their value."""

SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""What multiplies a number before it, to its value."""

SPELLED: Final = frozenset(
    {
        *NUMBERS,
        *"hundred thousand million billion dozen hundreds thousands millions billions dozens".split(),
        *"half third quarter twice once none".split(),
    }
)
"""Words that say how many."""

SUBJECTS: Final = frozenset("he she it they".split())
OBJECTS: Final = frozenset("him her them".split())
POSSESSIVES: Final = frozenset("his her its their".split())
DEMONSTRATIVES: Final = frozenset("this that these those".split())
"""Pronouns of the third person, by what they do; "her" does two things."""

AUXILIARIES: Final = frozenset(
    "is are was were be been am do does did has have had can could will would shall should may might must".split()
)

ITEM_NUMBER: Final = r"\(?(?:\d{1,3}|\p{L})[.)]"
LIST_ITEM: Final = rf"(?:[-*+•‣◦▪–—·]|{ITEM_NUMBER})\s"
"""Patterns, as `regex` takes them, of the number of an item, and of the mark or number that one begins with."""


def any_of(words: frozenset[str]) -> str:
    """Return the pattern that matches any of some words.

    >>> any_of(frozenset({"it", "he"}))
    '(?:he|it)'
    """
    return f"(?:{'|'.join(sorted(words))})"


MONTH: Final = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)\b\.?"
"""The pattern of a month as it is written, whole or shortened."""
