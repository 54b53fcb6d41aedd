"""The words of a question beside the sentences of the passages that were found for it, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np

from qa.arrays import Bools, Floats, Ints
from qa.question.query import Query
from qa.scoring.passage_words import Surface, surfaces_of
from qa.text.identifiers.compounds import find_compounds
from qa.text.terms import terms
from qa.types import Hit, Span

__all__ = ["Columns", "Match", "match_sentences"]

Columns = dict[str, Floats]
_SHORTEST_STEM, _ALIKE = 3, 0.55  # two terms are forms of one word when they begin alike for so much of their length


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A question of m terms beside p passages with n sentences in all, in the order of the hits.

    passage: (n,) the passage of each sentence; place: (n,) its number within it. first: (p,) their first sentences.
    counts: (n, m) how often the sentence holds the term; exact: (n, m) 1 where it does.
    alike: (n, m) in [0, 1], how alike the nearest other form of the term is where it does not.
    soft: (n, m) the larger of both.
    before, after: (n, m) soft of the neighbouring sentences, 0 where there is none.
    elsewhere: (n, m) what the passage, its heading or title hold. titles: (p, m) 1 where heading or title hold it.
    words: (w,) the term of each word of all sentences, -1 where it is none of the question; sentence, function: (w,).
    scores: (p,) of the hits. missing_weight: share of the question's weight in words that no document holds.
    """

    query: Query
    hits: Sequence[Hit]
    passage: Ints
    place: Ints
    first: Ints
    counts: Floats
    exact: Floats
    alike: Floats
    soft: Floats
    before: Floats
    after: Floats
    elsewhere: Floats
    titles: Floats
    words: Ints
    sentence: Ints
    first_word: Ints
    function: Bools
    surfaces: Sequence[Surface]
    scores: Floats
    missing_weight: float

    @property
    def n(self) -> int:
        """How many sentences there are."""
        return len(self.passage)

    def blocks(self) -> tuple[Floats, ...]:
        """Return where each term was found first, as arrays (n, m) in the order of `BLOCKS`.

        A term counts in one of them alone: in the sentence, in another form there, before, after, elsewhere.
        """
        left = 1.0 - self.soft
        blocks = [self.exact, self.alike]
        for place in (self.before, self.after, self.elsewhere):
            blocks.append(place * left)
            left = left * (1.0 - place)
        return tuple(blocks)

    def row(self, span: Span) -> int:
        """Return the row of a sentence. Raises StopIteration when it is none of them."""
        return next(
            int(first) + hit.passage.sentences.index((span.start, span.end))
            for first, hit in zip(self.first, self.hits, strict=True)
            if hit.passage.document_id == span.document_id and (span.start, span.end) in hit.passage.sentences
        )

    def best_of_passage(self, values: Floats) -> Floats:
        """Return for each sentence the highest value among those of its passage: (n,)."""
        best = np.full(len(self.hits), -np.inf)
        np.maximum.at(best, self.passage, values)
        return best[self.passage]


def match_sentences(query: Query, hits: Sequence[Hit], titles: Mapping[str, str], missing_weight: float = 0.0) -> Match:
    """Return the match of a question and the passages that were found for it.

    hits: best first; those without a sentence that can be quoted are left out. titles: of each document, by id.
    """
    hits = [hit for hit in hits if hit.passage.sentences]
    surfaces = surfaces_of([hit.passage for hit in hits])
    sizes = np.array([len(hit.passage.sentences) for hit in hits], dtype=np.intp)
    first = np.cumsum(sizes) - sizes
    n, m = int(sizes.sum()), len(query.names)
    index = {
        language: {name: number for number, name in reversed(list(enumerate(names)))}
        for language, names in query.forms.items()
    }
    numbers = [
        map(index[hit.passage.language].get, each.terms, repeat(-1)) for hit, each in zip(hits, surfaces, strict=True)
    ]
    words = np.fromiter(chain.from_iterable(numbers), np.intp, sum(len(each.terms) for each in surfaces))
    offset = [each.sentence + start for each, start in zip(surfaces, first, strict=True)]
    sentence = np.concatenate(offset) if offset else np.empty(0, dtype=np.intp)
    known = words >= 0
    counts = np.bincount(sentence[known] * m + words[known], minlength=n * m).reshape(n, m).astype(np.float64)
    for row, number in _find_compounds(query, hits, surfaces, first, index):
        counts[row, number] = max(counts[row, number], 1.0)
    exact = (counts > 0).astype(np.float64)
    alike = np.where(exact > 0, 0.0, _measure_likeness(query, hits, surfaces, first, n))
    soft = np.maximum(exact, alike)
    passage = np.repeat(np.arange(len(hits)), sizes)
    place = np.arange(n) - first[passage] if n else np.empty(0, dtype=np.intp)
    in_passage = np.zeros((len(hits), m))
    np.maximum.at(in_passage, passage, soft)
    named = np.array([_find_in_titles(query, hit, titles) for hit in hits], dtype=np.float64).reshape(len(hits), m)
    return Match(
        query=query,
        hits=hits,
        passage=passage,
        place=place,
        first=first,
        counts=counts,
        exact=exact,
        alike=alike,
        soft=soft,
        before=_shift(soft, 1, place == 0),
        after=_shift(soft, -1, place == sizes[passage] - 1),
        elsewhere=np.maximum(in_passage, named)[passage],
        titles=named,
        words=words,
        sentence=sentence,
        first_word=np.searchsorted(sentence, np.arange(n + 1)),
        function=np.concatenate([np.empty(0, dtype=np.bool_), *(each.function for each in surfaces)]),
        surfaces=surfaces,
        scores=np.array([hit.score for hit in hits], dtype=np.float64),
        missing_weight=missing_weight,
    )


def _find_compounds(
    query: Query,
    hits: Sequence[Hit],
    surfaces: Sequence[Surface],
    first: Ints,
    index: Mapping[str, Mapping[str, int]],
) -> Iterator[tuple[int, int]]:
    """Yield the row and the term of each word that one of both writes with hyphens and the other as one.

    A sentence with LS-1017 holds the LS1017 of a question, and one with LS1017 the parts of its LS-1017.
    """
    for hit, each, start in zip(hits, surfaces, first.tolist(), strict=True):
        language = hit.passage.language
        asked = query.compounds[language]
        for place, together in each.compounds:
            if together in index[language]:
                yield start + place, index[language][together]
            for number in asked.get(together, ()):
                yield start + place, number
        if asked and not asked.keys().isdisjoint(each.terms):
            for word, name in enumerate(each.terms):
                for number in asked.get(name, ()):
                    yield start + int(each.sentence[word]), number


def _shift(values: Floats, by: int, edge: Bools) -> Floats:
    """Return the rows of the neighbours, 0 at the edge of a passage."""
    rolled = np.roll(values, by, axis=0)
    rolled[edge] = 0.0
    return rolled


def _find_in_titles(query: Query, hit: Hit, titles: Mapping[str, str]) -> list[bool]:
    language = hit.passage.language
    above = f"{hit.passage.heading or ''}\n{titles[hit.passage.document_id]}"
    held = {*terms(above, language), *find_compounds(above, language)}
    parts = {number for together, own in query.compounds[language].items() if together in held for number in own}
    return [name in held or number in parts for number, name in enumerate(query.forms[language])]


def _measure_likeness(query: Query, hits: Sequence[Hit], surfaces: Sequence[Surface], first: Ints, n: int) -> Floats:
    """Return how alike the nearest other form of each term is in each sentence: (n, m), 0 where there is none.

    Two terms are alike by 2 c / (a + b), with their lengths a and b and the length c that they share from the start.
    """
    alike = np.zeros((n, len(query.names)))
    openings: dict[str, dict[str, list[tuple[int, str]]]] = {language: {} for language in query.forms}
    for language, names in query.forms.items():
        for number, name in enumerate(names):
            if query.sought[number] and len(name) > _SHORTEST_STEM:
                openings[language].setdefault(name[:_SHORTEST_STEM], []).append((number, name))
    known = {language: _find_forms(hits, surfaces, language, opened) for language, opened in openings.items()}
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


def _find_forms(
    hits: Sequence[Hit], surfaces: Sequence[Surface], language: str, opened: Mapping[str, Sequence[tuple[int, str]]]
) -> dict[str, list[tuple[int, float]]]:
    """Return the terms of passages in a language that are like terms of the question: to their numbers and how much.

    opened: how the question's terms begin, to their numbers and themselves.
    """
    if not opened:
        return {}
    own = (each.terms for hit, each in zip(hits, surfaces, strict=True) if hit.passage.language == language)
    forms = {}
    for name in set().union(*own):
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
