"""How much of an answer's words are right, as SQuAD measures it (Rajpurkar et al. 2016).

Words are compared in lower case, without ASCII punctuation and without the articles a, an and the.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Sequence

__all__ = ["answer_words", "token_f1"]

_NO_MARKS = str.maketrans("", "", string.punctuation)
_ARTICLES = frozenset(("a", "an", "the"))


def answer_words(text: str) -> tuple[str, ...]:
    """Return the words of an answer that are compared, in order.

    >>> answer_words("The U.S., in 1931")
    ('us', 'in', '1931')
    """
    return tuple(word for word in text.lower().translate(_NO_MARKS).split() if word not in _ARTICLES)


def token_f1(words: Sequence[str], gold: Sequence[Sequence[str]]) -> float:
    """Return the harmonic mean of the precision and the recall of `words`, for the gold answer that fits best.

    0 when there is no gold answer, or none has a word in common.

    >>> token_f1(["in", "1931"], [["1931"], ["may", "1931"]])  # 1 of 2, 1 of 1
    0.6666666666666666
    """
    found = Counter(words)
    common = ((sum((found & Counter(answer)).values()), len(answer)) for answer in gold)
    return max((2 * n / (len(words) + length) for n, length in common if n), default=0.0)
