"""Cut a window out of a passage: whole sentences, as the library reads them, of about so many characters."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import qa

__all__ = ["cut_around", "find_likest", "keep_sentences"]

Place = tuple[int, int]
_WORD = re.compile(r"\w{3,}")


def keep_sentences(text: str) -> list[Place]:
    """Return the places of the sentences of a text; the whole of it where there is none."""
    return qa.find_sentences(text, "en") or [(0, len(text))]


def cut_around(sentences: Sequence[Place], wanted: Place, size: int, rng: random.Random) -> Place:
    """Return the place of a run of sentences that holds `wanted`, of `size` characters where they are to be had."""
    first = max((n for n, (start, _) in enumerate(sentences) if start <= wanted[0]), default=0)
    last = min((n for n, (_, end) in enumerate(sentences) if end >= wanted[1]), default=len(sentences) - 1)
    last = max(first, last)
    before = after = True
    while before or after:
        earlier = rng.random() < 0.5
        if earlier and before:
            before = first > 0 and sentences[last][1] - sentences[first - 1][0] <= size
            first -= before
        elif after:
            after = last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= size
            last += after
    return min(sentences[first][0], wanted[0]), max(sentences[last][1], wanted[1])


def find_likest(question: str, text: str, sentences: Sequence[Place]) -> Place:
    """Return the place of the sentence that shares most words with a question, the first of them."""
    asked = {word.casefold()[:5] for word in _WORD.findall(question)}
    return max(
        sentences,
        key=lambda place: len(asked & {word.casefold()[:5] for word in _WORD.findall(text[place[0] : place[1]])}),
    )
