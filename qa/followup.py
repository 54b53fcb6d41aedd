"""Make a follow-up question stand alone by adding the words of the question before it.

A question leans on the one before when it opens like a continuation ("and", "what about"), points back with a pronoun
that it does not explain, or has hardly a word of its own ("why?"). Then the words of matter of the nearest earlier
question that stood alone are added. Continuations and pronouns are known in English; in other languages a question
leans when it has hardly a word of its own. Left out: resolving what a pronoun means, and names from earlier answers.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from qa.language import DEFAULT_LANGUAGE
from qa.text import content_words, term
from qa.types import Turn

__all__ = ["standalone"]

_OPENS = regex.compile(r"^\W*(?:and|but|or|so|also|then|what about|how about|what else|anything else|else)\b", regex.I)
_POINTS = regex.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|there"
    r"|the (?:latter|former|same))\b",
    regex.I,
)
_EXPLAINED = regex.compile(r"\b(?:that|there)\s+(?:is|are|was|were|the|an?)\b|\bof (?:that|those)\b", regex.I)
_MOST_POINTING = 4  # words of matter: a pronoun in a longer question mostly refers within it


def standalone(question: str, history: Sequence[Turn], language: str = DEFAULT_LANGUAGE) -> str:
    """Return `question` as it is understood after `history`, oldest turn first; as it is when it stands alone.

    language: of the question; the conversation is taken to be in one language.

    >>> standalone("And how many were injured?", [Turn("What happened in Lebanon?")])
    'And how many were injured? (happened Lebanon)'
    """
    if not history or not _leans(question, language):
        return question
    known = {term(word, language) for word in content_words(question, language)}
    for turn in reversed(history):
        words = [word for word in content_words(turn.question, language) if term(word, language) not in known]
        if words and not _leans(turn.question, language):
            return f"{question.rstrip()} ({' '.join(words)})"
    return question


def _leans(question: str, language: str) -> bool:
    """Tell whether a question needs the one before it."""
    own = len(content_words(question, language))
    if own == 0 or language != DEFAULT_LANGUAGE:
        return own == 0
    return bool(_OPENS.search(question)) or (
        own <= _MOST_POINTING and bool(_POINTS.search(_EXPLAINED.sub(" ", question)))
    )
