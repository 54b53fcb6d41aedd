"""Whether a full stop ends a sentence, or shortens the word before it."""

from __future__ import annotations

from qa.text.ends.abbreviations import NUMBER, WORD, Usage
from qa.text.ends.following import Following
from qa.text.ends.ordinals import NUMBER_WORD, ends_at_number
from qa.text.ends.shortened import ends_at_abbreviation
from qa.text.ends.unknown import VOWEL, ends_at_unknown
from qa.text.lazy_regex import Pattern

__all__ = ["ends_at_stop", "is_whole"]

_WINDOW = 48  # characters before a full stop that tell what it is
_OPENING = "([{“„«‘‚‹\"'¿¡*_<"
_LONGEST = 16  # letters of an abbreviation
_MOST_PARTS, _LONGEST_PART = 3, 6  # of one with spaces within, before its last part: z. B.
_BEHIND_UNSPACED = Pattern(r"[^\p{Han}\p{Hiragana}\p{Katakana}ー、。，「」（）・]+$")
_LETTER_LAST = Pattern(r"[\p{L}\p{M}ºª°§№¹²³]$")


def ends_at_stop(text: str, first: int, at: int, following: Following, usage: Usage) -> bool:
    """Tell whether the full stop at `at` ends the sentence that begins at `first`; no word in lower case follows."""
    left = max(first, at - _WINDOW)
    before = text[left:at]
    word = before[before.rfind(" ") + 1 :].lstrip(_OPENING)
    if usage.is_unspaced and (unspaced := _BEHIND_UNSPACED.search(word)):
        word = unspaced[0]
    before = before[: len(before) - len(word)]
    if NUMBER_WORD.fullmatch(word):
        is_alone = left == first or bool(before.strip(_OPENING + " "))
        return ends_at_number(before if is_alone else "…", word, following, usage)
    if _LETTER_LAST.search(word) is None or (len(word) > _LONGEST and "." not in word and "-" not in word):
        return True
    kinds, key, ahead = _look_up(before, word, usage)
    if kinds:
        return ends_at_abbreviation(kinds, key, ahead, following, usage)
    return ends_at_unknown(word, before, following, usage)


def is_whole(text: str, first: int, at: int, usage: Usage) -> bool:
    """Tell whether the word before the mark at `at` is no abbreviation, whatever follows."""
    word = text[max(first, at - _WINDOW) : at].rsplit(" ", 1)[-1].lstrip(_OPENING)
    if not word or not word[-1].isalpha():
        return bool(word) and not (word[-1].isdigit() and usage.has_ordinals)
    kinds = _look_up("", word, usage)[0]
    is_word = word.isalpha() and (not kinds or bool(kinds & WORD))
    return text[at] != "." or (is_word and (len(word) > 3 or VOWEL.search(word) is not None))


def _look_up(before: str, word: str, usage: Usage) -> tuple[int, str, str]:
    """Return what the longest abbreviation that ends here is, which, and what stands before it; 0 where none ends."""
    if len(word) <= 3 or "." in word or "-" in word:
        parts = before.split()[-_MOST_PARTS:]
        for n in range(len(parts), 0, -1):
            last = [part.rstrip(".").lstrip(_OPENING) for part in parts[-n:]]
            if all(0 < len(part) <= _LONGEST_PART for part in last):
                key = ".".join([*last, word])
                if kinds := _get(key, usage):
                    return kinds, key, before[: before.rfind(parts[-n], 0, len(before) - n + 1)]
    if kinds := _get(word, usage):
        return kinds, word, before
    for mark in ("-", "–", "/", "'", "’", "("):
        head, found, tail = word.rpartition(mark)
        if found and tail and head and not head[-1].isdigit() and (kinds := _get(tail, usage)):
            return kinds, tail, before
    if usage.language in {"de", "nl"} and len(word) > 5 and word.endswith("str"):
        return NUMBER, word, before
    return 0, word, before


def _get(key: str, usage: Usage) -> int:
    kinds = usage.kinds.get(key, 0)
    if kinds or not key[0].isupper():
        return kinds
    lowered = key[0].lower() + key[1:]
    kinds = usage.kinds.get(lowered, 0) if len(key) > 1 else 0
    if not kinds and len(key) > 2 and key.isupper():
        kinds = usage.kinds.get(key.lower(), 0) or usage.kinds.get(key.capitalize(), 0)
    return kinds
