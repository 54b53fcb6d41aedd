"""The words of a question beside the sentences of the passages that were found for it, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat

import numpy as np

from qa.arrays import Bools, Floats, Ints
from qa.question.query import Query
from qa.scoring.matching.above import Above, place_above
from qa.scoring.matching.likeness import find_forms, measure_likeness
from qa.scoring.matching.passage_words import Surface, read_terms, surfaces_of
from qa.types import Hit, Span

__all__ = ["Columns", "Match", "match_sentences"]

Columns = dict[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A question of m terms beside p passages with n sentences in all, in the order of the hits.

    passage: (n,) the passage of each sentence; place: (n,) its number within it. first: (p,) their first sentences.
    counts: (n, m) how often the sentence holds the term; exact: (n, m) 1 where it does.
    alike: (n, m) in [0, 1], how alike the nearest other form of the term is where it does not.
    soft: (n, m) the larger of both.
    before, after: (n, m) soft of the neighbouring sentences with the same lead, 0 where there is none; before one that
    speaks of a person by a pronoun comes the one that names that person. spoken: (n,) whether it does.
    above: what leads to the sentences and the headings above them hold.
    elsewhere: (n, m) what the passage, its headings or title hold. titles: (p, m) 1 where headings or title hold it.
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
    spoken: Bools
    above: Above
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

        What leads to the sentence and the headings above it count beside the sentence itself, as they stand above all
        that they lead to. Else a term counts in one place alone: in the sentence, in another form there, before, after,
        elsewhere.
        """
        left = 1.0 - self.soft
        blocks = [self.exact, self.alike, self.above.lead, self.above.headings]
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
    forms = find_forms(query, hits, surfaces)
    alike = np.where(exact > 0, 0.0, measure_likeness(query, hits, surfaces, first, n, forms))
    soft = np.maximum(exact, alike)
    passage = np.repeat(np.arange(len(hits)), sizes)
    place = np.arange(n) - first[passage] if n else np.empty(0, dtype=np.intp)
    in_passage = np.zeros((len(hits), m))
    np.maximum.at(in_passage, passage, soft)
    named = np.array(
        [_find_in_titles(query, hit, each, titles) for hit, each in zip(hits, surfaces, strict=True)], dtype=np.float64
    ).reshape(len(hits), m)

    @cache  # neighbours stand under the same headings
    def hold(words: tuple[str, ...], language: str) -> Floats:
        held = [0.0] * m
        for name in words:
            if name in index[language]:
                held[index[language][name]] = 1.0
            for number, degree in forms[language].get(name, ()):
                held[number] = max(held[number], degree)
            for number in query.compounds[language].get(name, ()):
                held[number] = 1.0
        return np.array(held)

    above = place_above(surfaces, [hit.passage.language for hit in hits], m, hold)
    ends = np.append(~above.together[1:], True)
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
        before=_see_before(soft, surfaces, first, (place == 0) | ~above.together),
        after=_shift(soft, -1, (place == sizes[passage] - 1) | ends[:n]),
        spoken=np.concatenate([np.empty(0, dtype=np.bool_), *(each.antecedent >= 0 for each in surfaces)]),
        above=above,
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


def _see_before(soft: Floats, surfaces: Sequence[Surface], first: Ints, edge: Bools) -> Floats:
    """Return the rows of the sentences before; of one with a pronoun, the row of that which names the person."""
    before = _shift(soft, 1, edge)
    if surfaces:
        named = np.concatenate([each.antecedent for each in surfaces])
        start = np.repeat(first, [len(each.antecedent) for each in surfaces])
        told = named >= 0
        before[told] = soft[start[told] + named[told]]
    return before


def _find_in_titles(query: Query, hit: Hit, surface: Surface, titles: Mapping[str, str]) -> list[bool]:
    language = hit.passage.language
    held = {*surface.path_terms, *read_terms(titles[hit.passage.document_id], language)}
    parts = {number for together, own in query.compounds[language].items() if together in held for number in own}
    return [name in held or number in parts for number, name in enumerate(query.forms[language])]
