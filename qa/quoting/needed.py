"""What must be quoted beside a sentence so that who reads the quotes alone has the answer.

A sentence that speaks of somebody by a pronoun needs the one that names them; one that begins with "it", "this" or
"the default" the sentence before; and a bare "Yes." or "No." under a question what is said next. Left out: pronouns
that do not begin a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from qa.preparing.asking import asks
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS, any_of
from qa.text.grammar import PRONOUNS
from qa.text.lazy_regex import Pattern
from qa.text.persons.antecedents import find_antecedents
from qa.text.terms import find_content_words
from qa.text.words import words
from qa.types import Evidence, Passage, Span

__all__ = ["find_needed"]

_FEWEST_WORDS = 2  # content words of an answer that says something alone
_POINTS_BACK = Pattern(
    rf"(?:{any_of(SUBJECTS | POSSESSIVES | DEMONSTRATIVES | OBJECTS)}|such|both|the (?:default|same|latter|former))\b",
    regex.I,
)


def find_needed(best: Evidence) -> list[Span]:
    """Return the places of the sentences of its passage that a sentence needs, in order; none when it stands alone."""
    passage, places = best.passage, best.passage.sentences
    here = places.index((best.span.start, best.span.end))
    lead = passage.leads[here] if passage.leads else None
    asked = lead is not None and asks(passage.cut(*lead))
    needed: set[int] = set()
    named = _find_named(passage)[here]
    if named is not None:
        needed.add(named)
    elif here and not asked and _points_back(best.text, passage.language) and _goes_on(passage, here):
        needed.add(here - 1)
    if asked and len(find_content_words(best.text, passage.language)) < _FEWEST_WORDS and _has_next(passage, here):
        needed.add(here + 1)
    return [Span(best.span.document_id, *places[number]) for number in sorted(needed)]


@lru_cache(maxsize=64)
def _find_named(passage: Passage) -> Sequence[int | None]:
    return find_antecedents([passage.cut(*place) for place in passage.sentences], passage.language)


def _points_back(sentence: str, language: str) -> bool:
    if language == DEFAULT_LANGUAGE:
        return _POINTS_BACK.match(sentence) is not None
    first = words(sentence[:60])[:1]
    return bool(first) and first[0].lower() in PRONOUNS.get(language, frozenset())


def _goes_on(passage: Passage, here: int) -> bool:
    """Tell whether a sentence stands in one paragraph with the one before."""
    return passage.cut(passage.sentences[here - 1][1], passage.sentences[here][0]).count("\n") < 2


def _has_next(passage: Passage, here: int) -> bool:
    """Tell whether the next sentence answers the same question."""
    return here + 1 < len(passage.sentences) and passage.leads[here + 1] == passage.leads[here]
