"""How near a short answer is to the gold ones, as SQuAD 1.1 counts it (Rajpurkar et al. 2016)."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Sequence

__all__ = ["answer_words", "exact_match", "token_f1", "words_f1"]

_ARTICLES = frozenset(("a", "an", "the"))
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def answer_words(answer: str) -> tuple[str, ...]:
    """Return the words of `answer` in lower case, without ASCII punctuation and English articles.

    >>> answer_words("The  Tower,  of London.")
    ('tower', 'of', 'london')
    """
    return tuple(word for word in answer.lower().translate(_PUNCTUATION).split() if word not in _ARTICLES)


def exact_match(answer: str, gold: Iterable[str]) -> bool:
    """Return whether `answer` equals one of the gold ones, normalised; an empty answer never does."""
    words = answer_words(answer)
    return bool(words) and any(words == answer_words(other) for other in gold)


def token_f1(answer: str, gold: Iterable[str]) -> float:
    """Return the harmonic mean of precision and recall of the answer's words, for the gold answer that fits best.

    2c / (a + g): c words in common, counted as often as they occur in both, a words of the answer, g of the gold one.
    0.0 when the answer is empty.

    >>> token_f1("the 14 euros", ["14 euros and 50 cents", "14 dollars"])  # 2 * 2 / (2 + 5), 2 * 1 / (2 + 2)
    0.5714285714285714
    """
    return words_f1(answer_words(answer), map(answer_words, gold))


def words_f1(words: Sequence[str], gold: Iterable[Sequence[str]]) -> float:
    """Return `token_f1` of answers that are cut into words already."""
    counts = Counter(words)
    common = (((counts & Counter(other)).total(), len(other)) for other in gold)
    return max((2 * n / (len(words) + length) for n, length in common if n), default=0.0)
