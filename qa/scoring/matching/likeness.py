"""Which terms of passages are like those of a question: other forms of a word, and its synonyms.

Two terms are alike by 2 c / (a + b), with their lengths a and b and the length c that they share from the start;
synonyms are alike by a fixed degree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from qa.arrays import Floats, Ints
from qa.question.query import Query
from qa.scoring.matching.passage_words import Surface
from qa.text.languages.synonyms import LIKENESS, list_synonyms
from qa.types import Hit

__all__ = ["Forms", "find_forms", "measure_likeness"]

_SHORTEST_STEM, _ALIKE = 3, 0.55  # two terms are forms of one word when they begin alike for so much of their length

Forms = Mapping[str, Mapping[str, Sequence[tuple[int, float]]]]


def find_forms(query: Query, hits: Sequence[Hit], surfaces: Sequence[Surface]) -> Forms:
    """Return the terms of passages, and of what stands above their sentences, that are like terms of the question: by
    language, to their numbers and how much."""
    openings: dict[str, dict[str, list[tuple[int, str]]]] = {language: {} for language in query.forms}
    for language, names in query.forms.items():
        for number, name in enumerate(names):
            if query.sought[number] and len(name) > _SHORTEST_STEM:
                openings[language].setdefault(name[:_SHORTEST_STEM], []).append((number, name))
    forms = {language: _list_alike(hits, surfaces, language, opened) for language, opened in openings.items()}
    for language, names in query.forms.items():
        synonyms = list_synonyms(language)
        for number, name in enumerate(names):
            for other in synonyms.get(name, ()) if query.sought[number] else ():
                forms[language].setdefault(other, []).append((number, LIKENESS))
    return forms


def measure_likeness(  # noqa: PLR0917
    query: Query, hits: Sequence[Hit], surfaces: Sequence[Surface], first: Ints, n: int, known: Forms
) -> Floats:
    """Return how alike the nearest other form of each term is in each sentence: (n, m), 0 where there is none.

    Two terms are alike by 2 c / (a + b), with their lengths a and b and the length c that they share from the start.
    """
    alike = np.zeros((n, len(query.names)))
    for hit, each, start in zip(hits, surfaces, first, strict=True):
        forms = known[hit.passage.language]
        if not forms:
            continue
        for word, name in enumerate(each.terms):
            if name in forms:
                row = start + each.sentence[word]
                for number, degree in forms[name]:
                    alike[row, number] = max(alike[row, number], degree)
    return alike


def _list_alike(
    hits: Sequence[Hit], surfaces: Sequence[Surface], language: str, opened: Mapping[str, Sequence[tuple[int, str]]]
) -> dict[str, list[tuple[int, float]]]:
    """Return the terms of passages in a language that are like terms of the question: to their numbers and how much.

    opened: how the question's terms begin, to their numbers and themselves.
    """
    if not opened:
        return {}
    own = (each for hit, each in zip(hits, surfaces, strict=True) if hit.passage.language == language)
    forms = {}
    for name in set().union(*(part for each in own for part in (each.terms, each.path_terms, *each.lead_terms))):
        beginning = opened.get(name[:_SHORTEST_STEM])
        if beginning is None:  # as nearly always
            continue
        alike = [
            (number, degree)
            for number, asked in beginning
            if asked != name and (degree := _compare_beginnings(asked, name)) >= _ALIKE
        ]
        if alike:
            forms[name] = alike
    return forms


def _compare_beginnings(a: str, b: str) -> float:
    shared = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return 2.0 * shared / (len(a) + len(b))
