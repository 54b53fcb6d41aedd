"""A question with its misspelt words mended: those that no document holds and that are a slip away from one it holds.

A slip is a letter left out, put in or changed, or two neighbours the other way round: one in words of four to seven
letters, two in longer ones, whether in the word or in its stem. What stands in its place is written as the documents
write it. Not mended is what is no slip as far as can be told: words with figures, in capitals alone or within an
identifier; known words of the language, which documents need not hold; where there is no list of those, what may be
another form of a word or another short one; and where two words are as near (`slips`). A word of two or three letters
is mended only beside one that is, where it lacks a letter of what stands there.
A mending is sure where the question may be asked so without asking back: not where a name has another letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from rapidfuzz.distance import OSA

from qa.question.mending.slips import SHORTEST, Correction, IsKnown, correct, is_mendable
from qa.text.words import places, words
from qa.types import Hit, NearTerm, Passage

__all__ = ["Mending", "mend"]

_MOST_MISSING = 6  # a question that has more words which no document holds is about something else
_LOOKED_AT = 10  # passages, for what stands before a word


@dataclass(frozen=True, slots=True)
class Mending:
    """A question as it may be meant. sure: whether it may be asked so without asking back."""

    text: str
    sure: bool


class Held(Protocol):
    """What documents hold: a `View`."""

    def find_near(self, word: str, language: str, most: int) -> Sequence[NearTerm]:
        """Return the terms that a word may be a slip of."""
        ...

    def search(self, question: str, k: int) -> Sequence[Hit]:
        """Return passages that share a term with a question, best first."""
        ...


def mend(text: str, missing: Sequence[str], languages: Sequence[str], held: Held, is_known: IsKnown) -> Mending | None:
    """Return a question as it may be meant, or None where nothing seems misspelt.

    missing: words of it that no document holds, as typed. languages: of the documents, that of the question first.
    is_known: tells whether something is a word of a language; None where there is no list of its words.
    """
    if not missing or len(missing) > _MOST_MISSING:
        return None
    written = words(text)
    at = places(text, written)
    corrections: dict[str, Correction | None] = {}
    for word, (start, end) in zip(written, at, strict=True):
        if word in missing and word not in corrections and is_mendable(word, text, start, end):
            corrections[word] = correct(word, languages, held.find_near, is_known, inside=start > 0)
    made = {word: correction.written for word, correction in corrections.items() if correction}
    if not made:
        return None
    for word, following in pairwise(written):
        if word in missing and len(word) < SHORTEST and word.islower() and following in made:
            hits = held.search(" ".join(made.get(each, each) for each in written), _LOOKED_AT)
            made[word] = _lengthen(word, made[following], [hit.passage for hit in hits]) or word
    parts, last = [], 0
    for word, (start, end) in zip(written, at, strict=True):
        parts += [text[last:start], made.get(word, word)]
        last = end
    sure = all(correction.sure for correction in corrections.values() if correction)
    return Mending("".join([*parts, text[last:]]), sure)


def _lengthen(word: str, following: str, passages: Iterable[Passage]) -> str:
    """Return the word that a short one lacks a letter of, as it stands before the next one in passages; empty for none.

    Short words are like many others, so that only those are looked at.
    """
    standing: Counter[str] = Counter()
    for passage in passages:
        held = [each.lower() for each in words(passage.text)]
        standing.update(first for first, second in pairwise(held) if second == following.lower())
    fitting = [each for each in standing if each[0] == word[0] and len(each) == len(word) + 1]
    fitting = [each for each in fitting if OSA.distance(word, each) == 1]
    return min(fitting, key=lambda each: (-standing[each], each), default="")
