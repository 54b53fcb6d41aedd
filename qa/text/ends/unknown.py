"""Whether the full stop behind a word that is no known abbreviation ends a sentence: initials, U.S., Bldg."""

from __future__ import annotations

from typing import Final

import regex

from qa.text.ends.abbreviations import Usage
from qa.text.ends.following import Following
from qa.text.ends.openers import NAME_PARTS
from qa.text.ends.ordinals import ROMAN, ends_at_roman
from qa.text.ends.shortened import NUMBERED, begins_by_verb
from qa.text.ends.words import LETTERED
from qa.text.lazy_regex import Pattern

__all__ = ["VOWEL", "ends_at_unknown"]

VOWEL: Final = Pattern(r"[aeiouyàáâãäåāăąæèéêëēęěìíîïīıòóôõöøōőœùúûüūůűýаеёиоуыэюяіїєўαεηιουωάέήίόύώ]", regex.I)
_LONGEST = 5  # letters of an abbreviation that has no vowel
_LONGEST_PART = 4  # letters between the full stops of one
_NEAR = 12
_OPENING = "([{“„«‘‚‹\"'¿¡*_<"
_FILE = frozenset(
    "com org net edu gov info de uk fr it es nl pl eu io txt pdf md doc docx xls xlsx csv html js py png jpg".split()
)
_NORDIC = frozenset("sv da no nb nn".split())
_STREET = Pattern(
    r"\p{Lu}\p{Ll}++(?<=gt|vn|vg|[^aeiouyåäöæø]v|pl|g(?<!b[eo]rg|bjerg|[iuae]ng|dag|lag|tog|bog|skog|ig))"
)  # Kajg. 8
_GREEK = Pattern(r"\p{Greek}")
_LATIN = Pattern(r"[\p{Latin}\p{Cyrillic}]+")
_PRONOUN = Pattern(r"\p{Ll},?\s$")


def ends_at_unknown(word: str, before: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind a word ends a sentence."""
    if "." in word:
        return _ends_dotted(word, before, following, usage)
    if len(word) == 1:
        return _ends_letter(word, before, following, usage)
    if usage.language in _NORDIC and following.number and _STREET.fullmatch(word):
        return False
    if len(word) <= _LONGEST and ROMAN.fullmatch(word):
        return ends_at_roman(before, following, usage)
    return not _lacks_vowels(word, usage) or _ends_consonants(before, following, usage)


def _lacks_vowels(word: str, usage: Usage) -> bool:
    """Tell whether a word seems shortened: Bldg, Prgf."""
    if len(word) > _LONGEST or usage.has_bare_words or "-" in word or not word[1:].islower():  # GHz
        return False
    return _LATIN.fullmatch(word) is not None and VOWEL.search(word) is None


def _ends_consonants(before: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind what seems shortened ends the sentence: before an opener, or behind a unit."""
    return following.opens(usage) or (not following.number and NUMBERED.search(before[-_NEAR:]) is not None)


def _ends_dotted(word: str, before: str, following: Following, usage: Usage) -> bool:
    """Tell the same of a word with full stops within: U.S., www.pool.org."""
    parts = word.split(".")
    is_name = any(mark in word for mark in "@/\\_") or parts[-1].lower() in _FILE
    if is_name or max(map(len, parts)) > _LONGEST_PART or any(part.isdigit() for part in parts):
        return True
    return following.opens(usage) or (word.islower() and _ends_consonants(before, following, usage))


def _ends_letter(word: str, before: str, following: Following, usage: Usage) -> bool:
    """Tell the same of a single letter, most often an initial."""
    preceding = before.rsplit(None, 1)[-1] if before.strip() else ""
    is_before_initial = following.is_shortened and len(following.word) == 1
    if not preceding or (is_before_initial and word.islower()):  # z. B.
        return False
    if preceding.lower().strip(_OPENING) in LETTERED:
        return not is_before_initial
    if word.isupper():
        if preceding[-1].isdigit():  # 20 C
            return not is_before_initial
        is_pronoun = word == "I" and usage.language == "en" and _PRONOUN.search(before[-3:]) is not None
        opens = following.is_function_word(usage) and following.word.lower() not in NAME_PARTS
        return opens or (is_pronoun and not is_before_initial)
    is_foreign = _GREEK.match(word) is not None and usage.language != "el"
    if is_foreign or (word.islower() and not usage.has_bare_words and not word.isascii() and VOWEL.match(word)):  # é, ö
        return True
    return following.opens(usage) or (word.islower() and _ends_unit(before, following, usage))


def _ends_unit(before: str, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop behind a small letter ends the sentence, as of a unit behind a number: 5 m."""
    if following.number or NUMBERED.search(before[-_NEAR:]) is None:
        return False
    return not usage.has_noun_capitals or begins_by_verb(following)
