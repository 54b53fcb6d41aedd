"""A reader without a network, that answers at once: a sentence answers the more, the more words it shares."""

from __future__ import annotations

from collections.abc import Sequence

from qa.reader import ReadSpan
from qa.text.words import words

__all__ = ["WordReader"]


class WordReader:
    """Finds the last word of a sentence, with odds by how many words the sentence shares with the question.

    read: what it was given, as question, text and head. favourite: a sentence with this text has the best odds.
    """

    name = "words"

    def __init__(self, favourite: str = "") -> None:
        self.read: list[tuple[str, str, str]] = []
        self.favourite = favourite

    def read_each(
        self, question: str, text: str, head: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[ReadSpan, ...]:
        self.read.append((question, text, head))
        asked = {word.lower() for word in words(question)}
        spans = []
        for start, end in sentences:
            own = words(text[start:end])
            odds = -8.0 + 2.0 * len(asked & {word.lower() for word in own})
            if self.favourite and self.favourite in text[start:end]:
                odds = 40.0
            last = text.rindex(own[-1], start, end) if own else start
            spans.append(ReadSpan(last, last + len(own[-1]) if own else start, odds, 0.0))
        return tuple(spans)
