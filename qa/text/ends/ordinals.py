"""Full stops behind numbers: ordinals, dates, and the numbers of items in a line."""

from __future__ import annotations

from typing import Final

from qa.text.ends.abbreviations import MONTH, NUMBER, Usage
from qa.text.ends.following import Following
from qa.text.ends.words import GERMAN_ARTICLES, GERMAN_COUNTED, PARTS
from qa.text.lazy_regex import Pattern

__all__ = ["NUMBER_WORD", "ROMAN", "ends_at_number", "ends_at_roman"]

NUMBER_WORD: Final = Pattern(r"[\p{Sc}#§№+~≈<>=±-]?(?:\d+(?:st|nd|rd|th)?[.:,/–-]{1,2})*\d+")
ROMAN: Final = Pattern(r"(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_PLAIN = Pattern(r"(?:\d{1,3}\.?[/–-]{1,2})?(\d{1,3})")
_DAY_AND_MONTH = Pattern(r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])")
_YEAR_OR_MONTH = Pattern(r"(?:1[5-9]|20)\d\d(?!\d)|\d{1,2}\.")
_WORD_BEFORE = Pattern(r"([\p{L}\p{M}’']+)[.,]?\s+[\p{Ps}\p{Pi}„\"]*$")
_AROUND_NUMBER = " ([{“„«‘\"'*_–—-#§№•·>"
_BEFORE_ITEMS = frozenset(":：;,—–")
_LONGEST_ITEM = 300  # characters within which the next one begins
_NUMBER_BEFORE = Pattern(r"\d{1,4}\.\s?$")
_LONGEST_HEAD = 5  # characters of the number of a part
_MOST_HEAD_WORDS = 5  # before the last number: § 3, stk. 1.
_LAST_DAY = 31


def ends_at_number(before: str, number: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind a number ends the sentence, of which what stands before it is given."""
    if _is_label(before, number, following) or (len(number) <= _LONGEST_HEAD and _is_head(before, usage)):
        return False
    if following.number or following.other == "§":
        return not (following.other and usage.has_ordinals) and not _goes_on_in_figures(number, following, usage)
    next_word = following.word.lower()
    plain = _PLAIN.fullmatch(number)
    if not usage.has_ordinals or not following.word[:1].isalpha():
        return not (usage.language == "nl" and plain and next_word in usage.months)
    if plain is None:
        return not _is_date(before, number, next_word, usage)
    if next_word in usage.months and int(plain[1]) <= _LAST_DAY:
        return False
    is_counted = usage.language == "de" and GERMAN_COUNTED.match(following.rest) is not None
    return (following.opens(usage) and not is_counted) or _is_cardinal(before, following, usage)


def _is_date(before: str, number: str, next_word: str, usage: Usage) -> bool:
    """Tell whether a number is a year before its month, or a day and a month before what goes on with them."""
    is_year = number.isdigit() and usage.language in {"hu", "lt", "lv"} and next_word in usage.months
    is_in_row = usage.language == "ko" and _NUMBER_BEFORE.search(before[-6:]) is not None
    is_day = _DAY_AND_MONTH.fullmatch(number) is not None and next_word in usage.calendar
    return is_year or is_in_row or is_day


def _is_head(before: str, usage: Usage) -> bool:
    """Tell whether nothing but a word for a part stands before a number in its sentence: `§ 4.`, `Step 1.`"""
    words = before.strip(_AROUND_NUMBER).split()
    return len(words) <= _MOST_HEAD_WORDS and all(_names_part(word.strip(".,()"), usage) for word in words)


def _names_part(word: str, usage: Usage) -> bool:
    return not word or word in "§" or word.isdigit() or word.lower() in PARTS or bool(usage.kinds.get(word, 0) & NUMBER)


def _is_cardinal(before: str, following: Following, usage: Usage) -> bool:
    """Tell whether a number of at most three figures before a word with a capital does not count it."""
    preceding = _WORD_BEFORE.search(before[-24:])
    word = preceding[1] if preceding else ""
    if usage.kinds.get(word, 0) & NUMBER:  # No. 5
        return True
    match usage.language:
        case "de":
            is_asked = following.text.startswith(" Sie ", following.at + len(following.word))
            is_counted = GERMAN_COUNTED.match(following.rest) is not None
            return not is_counted and (word.lower() not in GERMAN_ARTICLES or is_asked)
        case "tr":
            return False
        case "ko":
            return _NUMBER_BEFORE.search(before[-6:]) is None
        case "hu":
            return word.lower() in usage.months or not following.is_code()
        case _:
            is_acronym = following.word.isupper() and len(following.word) > 1
            return not is_acronym and not (usage.kinds.get(word, 0) & MONTH and following.is_shortened)


def _is_label(before: str, number: str, following: Following) -> bool:
    """Tell whether a number is that of an item in the middle of a line: `Steps: 1. Open it. 2. Wait.`"""
    if not (number.isdigit() and len(number) <= 2 and before[-3:].rstrip()[-1:] in _BEFORE_ITEMS):
        return False
    text, at = following.text, following.at
    return f" {int(number) + 1}. " in text[at : at + _LONGEST_ITEM]


def _goes_on_in_figures(number: str, following: Following, usage: Usage) -> bool:
    """Tell whether a number and the next one are parts of a date."""
    text, at = following.text, following.at
    if not usage.has_ordinals or following.opening.strip():
        return False
    if usage.language in {"hu", "ko", "lt"} and number.isdigit() and len(number) == 4:
        return True
    if number.isdigit() and len(number) <= 2 and int(number) <= 31:
        return _YEAR_OR_MONTH.match(text, at) is not None or usage.language in {"hu", "ko"}
    return _DAY_AND_MONTH.fullmatch(number) is not None and _YEAR_OR_MONTH.match(text, at) is not None


def ends_at_roman(before: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind a number in Roman figures ends the sentence."""
    if _is_head(before, usage):
        return False
    return following.opens(usage) or not usage.has_ordinals
