"""The words inside a quoted sentence that answer: a date, a number, a duration or a name.

Only when exactly one group of words in the sentence is of the kind that the question asks for. Left out: choosing
between several, and answers that are no such group.
"""

from __future__ import annotations

from qa.answer_type import answer_type, candidates
from qa.text import terms

__all__ = ["find_focus"]

_POINTED = frozenset({"date", "number", "duration", "person", "place"})


def find_focus(question: str, sentence: str) -> tuple[int, int] | None:
    """Return `(start, end)` in `sentence` of the words that answer, or None when unsure.

    >>> sentence = "A 21-day ceasefire was proposed by France."
    >>> start, end = find_focus("Who proposed the ceasefire?", sentence)
    >>> sentence[start:end]
    'France'
    """
    kind = answer_type(question)
    if kind is None or kind not in _POINTED:
        return None
    found = candidates(kind, sentence, frozenset(terms(question)))
    return found[0] if len(found) == 1 else None
