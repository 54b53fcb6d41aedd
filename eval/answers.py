"""How near a short answer is to the gold ones, as SQuAD 1.1 counts it (Rajpurkar et al. 2016)."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable

__all__ = ["exact_match", "normalised", "token_f1"]

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalised(answer: str) -> str:
    """Return `answer` in lower case without ASCII punctuation, English articles and extra white space.

    >>> normalised("The  Tower,  of London.")
    'tower of london'
    """
    return " ".join(_ARTICLES.sub(" ", answer.lower().translate(_PUNCTUATION)).split())


def exact_match(answer: str, gold: Iterable[str]) -> bool:
    """Return whether `answer` equals one of the gold ones, normalised; an empty answer never does."""
    return bool(normalised(answer)) and any(normalised(answer) == normalised(other) for other in gold)


def token_f1(answer: str, gold: Iterable[str]) -> float:
    """Return the harmonic mean of precision and recall of the answer's words, for the gold answer that fits best.

    2c / (a + g): c words in common, counted as often as they occur in both, a words of the answer, g of the gold one.
    0.0 when the answer is empty.

    >>> token_f1("the 14 euros", ["14 euros and 50 cents", "14 dollars"])  # 2 * 2 / (2 + 5), 2 * 1 / (2 + 2)
    0.5714285714285714
    """
    words = Counter(normalised(answer).split())
    return max((_f1(words, Counter(normalised(other).split())) for other in gold), default=0.0)


def _f1(words: Counter[str], gold: Counter[str]) -> float:
    common = (words & gold).total()
    return 2 * common / (words.total() + gold.total()) if common else 0.0
