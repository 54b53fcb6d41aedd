"""Whether the full stop of a known abbreviation ends a sentence as well: by its kind and by what follows."""

from __future__ import annotations

from typing import Final

import regex

from qa.text.ends.abbreviations import AFTER, BEFORE, DAY, END, MONTH, NAME, NUMBER, TITLE, WORD, Usage
from qa.text.ends.following import Following
from qa.text.ends.words import CURRENCIES, GERMAN_VERBS, ZONES
from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern

__all__ = ["NUMBERED", "begins_by_verb", "ends_at_abbreviation"]

NUMBERED: Final = Pattern(
    r"(?:\p{N}|(?<![\p{L}\p{M}])[IVXLC]{1,6})(?:[.º°ª]|st|nd|rd|th|er|re|\+|%)?(?:\s(?:de|d['’]))?\s?$"
    r"|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|half|zwei|drei|vier|fünf|due|tre|dos|tres|deux|trois"
    r"|dva|två|twee|to|per|pro|je|por|par|pr)\s$",
    regex.I,
)
"""A number at the end of what stands before a unit."""
_NEAR = 12  # characters that a number and what follows it take
_DAY_BEFORE = Pattern(r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|º|°|er|ª)?(?:\s(?:de|d['’]|di|of))?\s?$")
_HALVES = frozenset({"a.m", "p.m"})  # of a day
_YEAR = Pattern(r"\d{4}(?!\d)")


def ends_at_abbreviation(kinds: int, key: str, before: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind an abbreviation, before which `before` stands, ends the sentence as well."""
    if usage.language == "hi":  # whose sentences end by another mark
        return False
    if following.number:
        return _ends_before_number(kinds, before, following)
    opens = following.opens(usage)
    if _belongs_to_code(kinds, following) and not opens:
        return False
    begins = opens or (begins_by_verb(following) if usage.has_noun_capitals else following.is_capital)
    if kinds & (MONTH | DAY):
        is_date = bool(kinds & MONTH) and _DAY_BEFORE.search(before[-_NEAR:]) is not None
        return following.word.lower() not in usage.calendar and (begins or (is_date and not usage.has_noun_capitals))
    if kinds & AFTER and NUMBERED.search(before[-_NEAR:]):
        goes_on = key.lower() in _HALVES and (_goes_on_with_time(following, usage) or _is_only_when(before, usage))
        return not goes_on and (begins or not (usage.has_noun_capitals or following.is_caseless))
    return _ends_by_kind(kinds, following, usage, opens=opens)


def _ends_by_kind(kinds: int, following: Following, usage: Usage, *, opens: bool) -> bool:
    """Tell the same of an abbreviation that stands behind no number and before a word with a capital."""
    if kinds & END and not kinds & (TITLE | BEFORE | NUMBER):
        return True
    if kinds & WORD:
        return opens or not kinds & TITLE
    if kinds & NAME:
        is_subject = following.is_capital and following.is_before_small()
        return opens or (begins_by_verb(following) if usage.has_noun_capitals else is_subject)
    return bool(kinds & ~TITLE) and (opens or bool(kinds & END))


def _ends_before_number(kinds: int, before: str, following: Following) -> bool:
    if kinds & MONTH:
        is_year = _YEAR.match(following.number.strip()) is not None
        return not is_year and _DAY_BEFORE.search(before[-_NEAR:]) is not None and not kinds & (NUMBER | BEFORE)
    return bool(kinds & END) and not kinds & (NUMBER | BEFORE | TITLE)


def _belongs_to_code(kinds: int, following: Following) -> bool:
    """Tell whether a currency follows a unit, or a number in letters what stands before such: Reg. No. AB12, s. XIX."""
    if kinds & AFTER and following.word in CURRENCIES and not following.opening.strip():
        return True
    return bool(kinds & (NUMBER | BEFORE | TITLE)) and following.is_code()


def _goes_on_with_time(following: Following, usage: Usage) -> bool:
    """Tell whether a time of day goes on with its zone or its day: 9 p.m. EST, 9 p.m. Monday."""
    word = following.word
    return word in ZONES or (word.istitle() and word.lower() in usage.calendar)


def _is_only_when(before: str, usage: Usage) -> bool:
    """Tell whether nothing stands before a unit but a number and a preposition, which are no sentence: At 10 a.m."""
    words = before.split()
    return len(words) == 2 and words[0].lower() in FUNCTION_WORDS.get(usage.language, ()) and words[1][:1].isdigit()


def begins_by_verb(following: Following) -> bool:
    """Tell whether a German noun begins a sentence, since its verb follows: `Kinder zahlen`, `Bringen Sie`."""
    return bool(following.word) and GERMAN_VERBS.match(following.rest) is not None
