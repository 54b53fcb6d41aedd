"""The edges of words that a reader of pieces of words marks: it may begin or end inside one, or take a comma along."""

from __future__ import annotations

from qa.text.words import find_word_spans

__all__ = ["fit_to_words"]

_MOST = 20  # words and marks of an answer that is marked in a sentence
_BEFORE, _BEHIND = frozenset("$€£¥#§"), frozenset("%°€+#")  # belong to the figure or name beside them


def fit_to_words(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the words that a place in a sentence touches, without the marks around them.

    Signs of money and percent beside a figure are taken along, as is the end of C++. None where it touches no word, too
    many to be an answer, or all that there are.

    >>> fit_to_words("It costs €14.", 10, 13), fit_to_words("It costs €14.", 0, 13)
    ((9, 12), None)
    """
    tokens = find_word_spans(sentence)
    words = [place for place in tokens if any(map(str.isalnum, sentence[slice(*place)]))]
    touched = [(left, right) for left, right in words if left < end and start < right]
    if not touched or len(touched) == len(words):
        return None
    first, last = touched[0][0], touched[-1][1]
    if sentence[first - 1 : first] in _BEFORE:
        first -= 1
    while sentence[last : last + 1] in _BEHIND:
        last += 1
    return (first, last) if sum(first <= left < last for left, _ in tokens) <= _MOST else None
