"""Whether two sentences state the same fact: by their words in order, not by grammar.

The words are the same in the same order, by their stems, but for articles and the like; a part may have moved from one
end to the other ("In 1931, Smith founded it" and "Smith founded it in 1931"). Figures, signs and units are words like
all others, so they must be equal. Left out: the same fact in other words; numbers in words of another language than
English; articles of languages without a list in `grammar`.
"""

from __future__ import annotations

from functools import lru_cache

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import LIST_ITEM, NUMBERS
from qa.text.grammar import ARTICLES
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import tokens

__all__ = ["fact"]

_ITEM = Pattern(LIST_ITEM)
_EMPTY = frozenset({"a", "an", "the", "also", "howev", "moreov", "furthermor"})  # terms that say nothing
_SIGN = Pattern(r"[\p{Sc}%‰°<>≤≥±]|[-−](?=\d)")
_NUMBER_TERMS = {term(word): str(n) for word, n in NUMBERS.items()}


@lru_cache(maxsize=256)  # an answer compares its few quotes with many sentences
def fact(sentence: str, language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
    """Return a key that is equal for sentences that state the same fact in the same words; never empty.

    >>> fact("In 1931, Smith founded the museum.") == fact("Smith founded a museum in 1931.")
    True
    >>> fact("Smith beat Jones.") == fact("Jones beat Smith.")
    False
    >>> fact("Ein Saal ist 12 Meter lang.", "de") == fact("Der Saal ist 12 Meter lang.", "de")
    True
    """
    sentence = sentence.strip()
    item = _ITEM.match(sentence)
    after = item.end() if item else 0
    places = [
        (start, _name_word(name, sentence[start:end], language)) for name, start, end in tokens(sentence, language)
    ]
    places += [(match.start(), match.group()) for match in _SIGN.finditer(sentence)]
    words = [word for start, word in sorted(places) if word and start >= after]
    return _rotate_to_least(words) if words else (" ".join(sentence.split()),)


def _rotate_to_least(words: list[str]) -> tuple[str, ...]:
    """Return the rotation of `words` that sorts first, in linear time (Duval 1983)."""
    twice, n = words + words, len(words)
    i, best = 0, 0
    while i < n:
        best = i
        j, k = i + 1, i
        while j < 2 * n and twice[k] <= twice[j]:
            k = i if twice[k] < twice[j] else k + 1
            j += 1
        while i <= k:
            i += j - k
    return tuple(twice[best : best + n])


def _name_word(name: str, word: str, language: str) -> str:
    """Return the name that stands for a word, by its term and as it is written; empty when it says nothing."""
    if language == DEFAULT_LANGUAGE:
        return "" if name in _EMPTY else _NUMBER_TERMS.get(name, name)
    return ARTICLES.get(language, {}).get(word.lower(), name)
