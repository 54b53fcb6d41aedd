"""Questions about texts that come without any: words of a passage, in the frame of an English question.

A question has 6 to 14 words: an opening such as "when did the", three to five different content words of its passage
with function words between them, and one word of another passage, as people add what the text does not say. Words are
chosen uniformly among content words, so some are rare and some are common. Left out: meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

__all__ = ["question_about"]

_OPENINGS = (
    "what is the",
    "how many",
    "when did the",
    "who was the",
    "where does",
    "why is",
    "which of the",
    "how did",
)
_LINKS = ("of", "in the", "and", "to the", "with", "for the", "that was", "by", "on", "from the")
_WORD = re.compile(r"[^\W\d_]{4,}")  # a content word, mostly
_COMMON = frozenset(
    """about after also been before could does from have into many more most must only other over some such than that
    their them then there these they this through were what when which will with would your""".split()
)


def question_about(text: str, other: str, rng: np.random.Generator) -> str | None:
    """Return a question about `text`, with a word of `other`; None when the text has fewer than three content words.

    >>> question_about("Short.", "", np.random.default_rng(0)) is None
    True
    """
    words = _content_words(text)
    if len(words) < 3:
        return None
    asked = [words[place] for place in rng.permutation(len(words))[: rng.integers(3, 6)]]
    if strange := _content_words(other):
        asked.insert(int(rng.integers(len(asked) + 1)), strange[int(rng.integers(len(strange)))])
    said = _OPENINGS[int(rng.integers(len(_OPENINGS)))].split()
    for place, word in enumerate(asked):
        if place and rng.random() < 0.7:
            said += _LINKS[int(rng.integers(len(_LINKS)))].split()
        said.append(word)
    return f"{said[0].capitalize()} {' '.join(said[1:14])}?"


def _content_words(text: str) -> Sequence[str]:
    """Return the different content words, in order."""
    return list(dict.fromkeys(word for word in _WORD.findall(text.lower()) if word not in _COMMON))
