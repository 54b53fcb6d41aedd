"""One state of an index, searched: its segments without what was removed from them since they were written.

What depends on the whole collection (how many passages, their mean length, how many hold a term) is counted over the
live passages when it is asked for, so that nothing stored changes as documents come and go. The answers are those of a
`TfidfRetriever` that was fitted to all passages by document id and place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import numpy as np

from qa.arrays import Bools, Floats, Int64s, Ints
from qa.index.segments import compiled
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.lexicon import PASSAGES_EACH, NamedTerm, select_nearest
from qa.index.segments.maxscore import AskedTerm, Scratch
from qa.index.segments.segment import Segment
from qa.ranking.asked import NOTHING_CARRIED, question_pairs, question_weights
from qa.ranking.formulas import DEFAULTS, Options, by_size, column_language, column_name, hold_back, idf, with_pairs

__all__ = ["Part", "RankedPassage", "RankedTerm", "Snapshot"]

_OPTIONS: Options = DEFAULTS  # those of the estimator
_REMEMBERED = 4_096  # terms whose places are remembered


class RankedPassage(NamedTuple):
    """A passage with its score, in the document that was written under `revision`. segment: its name, if any."""

    document_id: bytes
    revision: int
    ordinal: int
    segment: str
    score: float


class RankedTerm(NamedTuple):
    """A term near a word, how many passages hold it, and the first of them by document id and place."""

    near: NamedTerm
    n_passages: int
    passages: list[RankedPassage]


class _Candidates(NamedTuple):
    """Passages by part and row, and their scores; all of shape (n,)."""

    parts: Ints
    rows: Ints
    scores: Floats

    def take(self, places: Ints | Bools | slice) -> _Candidates:
        """Return those at `places`."""
        return _Candidates(self.parts[places], self.rows[places], self.scores[places])


class Part:
    """A segment and the revisions of documents that were removed from it since it was written."""

    def __init__(self, segment: Segment, removed: Collection[int] = ()) -> None:
        self.segment = segment
        self.removed = frozenset(removed)
        self.kept: Bools | None = None  # documents
        self.alive: Bools | None = None  # passages
        self.n_passages: dict[str, int] = {language.code: language.n_passages for language in segment.languages}
        self.n_words: dict[str, int] = {language.code: language.n_words for language in segment.languages}
        if self.removed:
            self._leave_out()
        self.size = sum(self.n_passages.values())
        self.scratch = Scratch(segment.n_passages)

    def _leave_out(self) -> None:
        segment = self.segment
        gone = np.isin(segment.revisions, np.fromiter(self.removed, dtype=np.int64))
        starts = segment.first_rows.astype(np.int64)
        sizes = np.diff(starts)
        if (sizes <= 0).any():
            raise DamagedSegment(segment.name, "has documents out of place")
        self.kept = ~gone
        self.alive = np.repeat(self.kept, sizes)
        words = np.add.reduceat(segment.lengths, starts[:-1], dtype=np.int64)
        for place, language in enumerate(segment.languages):
            own = gone & (segment.document_languages == place)
            self.n_passages[language.code] -= int(sizes[own].sum())
            self.n_words[language.code] -= int(words[own].sum())
        if min(self.n_passages.values()) < 0 or min(self.n_words.values()) < 0:
            raise DamagedSegment(segment.name, "has documents in other languages than it says")

    @property
    def live_revisions(self) -> Int64s:
        """The revisions of the documents that are left."""
        revisions = self.segment.revisions.astype(np.int64)
        return revisions if self.kept is None else revisions[self.kept]


class _Place(NamedTuple):
    """Where a term stands in one part: its number there, and how many live passages hold it."""

    part: int
    term: int
    frequency: int


class Snapshot:
    """The parts of one state and the sums over them. Nothing of it changes.

    generation: the number of the state. parts: in any order; no live document is in two of them.
    """

    def __init__(self, generation: int, parts: Sequence[Part]) -> None:
        self.generation = generation
        self.parts = tuple(parts)
        codes = {code for part in parts for code in part.n_passages}
        self.languages = by_size({code: sum(part.n_passages.get(code, 0) for part in parts) for code in codes})
        self.n_passages = sum(self.languages.values())
        self._places = lru_cache(maxsize=_REMEMBERED)(partial(_find, self.parts))
        self._below: dict[str, Floats] = {}

    @cached_property
    def _mean_lengths(self) -> dict[str, float]:
        return {
            code: sum(part.n_words.get(code, 0) for part in self.parts) / n or 1.0 for code, n in self.languages.items()
        }

    def document_frequencies(self, names: Sequence[str]) -> Int64s:
        """Return how many live passages hold each term, by the name of its column; 0 for an unknown one."""
        counts = [sum(place.frequency for place in self._places(name)) for name in names]
        return np.array(counts, dtype=np.int64)

    def idf(self, terms: Sequence[str], language: str) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language."""
        names = [column_name(name, language) for name in terms]
        sizes = np.array([self.languages.get(column_language(name), 0) for name in names], dtype=np.int64)
        return idf(self.document_frequencies(names), sizes).tolist()  # type: ignore[no-any-return]

    def holds(self, terms: Sequence[str], language: str) -> list[bool]:
        """Tell of each term whether any live passage in `language` holds it."""
        counts = self.document_frequencies([column_name(name, language) for name in terms])
        return [bool(n) for n in counts]

    def find_near(self, word: str, language: str, most: int) -> list[RankedTerm]:
        """Return the terms of passages in a language that are nearest to a word, `most` letters away or little more.

        Raises DamagedSegment where one cannot be read.
        """
        named = {near for part in self.parts for near in part.segment.lexicon.find(word, language, most)}
        counts = {near.name: sum(place.frequency for place in self._places(near.name)) for near in named}
        return [
            RankedTerm(near, counts[near.name], self._list_first(near.name)) for near in select_nearest(named, counts)
        ]

    def _list_first(self, name: str) -> list[RankedPassage]:
        """Return the first live passages that hold a term."""
        first: list[RankedPassage] = []
        for place in self._places(name):
            part = self.parts[place.part]
            rows, *_ = part.segment.postings(np.array([place.term]))
            rows = (rows if part.alive is None else rows[part.alive[rows]])[:PASSAGES_EACH]
            first += self._passages(_Candidates(np.full(len(rows), place.part), rows, np.zeros(len(rows))))
        return sorted(first, key=lambda one: (one.document_id, one.ordinal))[:PASSAGES_EACH]

    def search(
        self,
        question: str,
        k: int,
        documents: Mapping[str, int] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[RankedPassage]:
        """Return at most `k` passages that share a term with `question`, best first.

        documents: id to revision of those to search in; None for all. carried: words of the question that are from
        earlier in a conversation, to what they count for. Raises DamagedSegment where one cannot be read.
        """
        names, weights = question_weights(question, self, _OPTIONS, carried)
        asked = dict(zip(names, weights.tolist(), strict=True))
        candidates = self._by_words(asked, max(k, _OPTIONS.n_candidates), documents)
        pairs, most = question_pairs(question, self.languages, asked, _OPTIONS)
        if pairs:
            candidates = self._by_pairs(candidates, pairs, most)
        return self._passages(self._ranked(candidates, k))

    def _by_words(self, asked: Mapping[str, float], n: int, documents: Mapping[str, int] | None) -> _Candidates:
        """Return the `n` best live passages by words alone, best first. asked: heaviest first."""
        best = _Candidates(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp), np.empty(0))
        for part in sorted(range(len(self.parts)), key=lambda part: -self.parts[part].size):
            least = float(best.scores[-1]) if len(best.scores) == n else 0.0
            rows, scores = self._best(part, asked, n, documents, least)
            together = zip(best, (np.full(len(rows), part), rows, scores), strict=True)
            best = self._ranked(_Candidates(*map(np.concatenate, together)), n)
        return best

    def _best(
        self, part: int, asked: Mapping[str, float], n: int, documents: Mapping[str, int] | None, least: float
    ) -> tuple[Ints, Floats]:
        """Return the rows and scores by words of the best live passages of a part. asked: heaviest first."""
        segment, among = self.parts[part].segment, self.parts[part].alive
        terms = [
            AskedTerm(term, asked[name], self._held_back(column_language(name)))
            for name, term in self._terms_in(part, asked).items()
        ]
        if documents is not None:
            chosen = self._among(part, documents)
            among = chosen if among is None else among & chosen
        try:
            return compiled.best(segment, terms, n, among, least, self.parts[part].scratch)
        except (IndexError, ValueError) as exc:
            raise DamagedSegment(segment.name, "has postings that lead nowhere") from exc

    def _terms_in(self, part: int, names: Iterable[str]) -> dict[str, int]:
        """Return the number in a part of each term that it has in a live passage, by name, in their order."""
        return {name: place.term for name in names for place in self._places(name) if place.part == part}

    def _held_back(self, language: str) -> Floats:
        """Return what is added below the fraction of a weight in a passage of each length in words."""
        if language not in self._below:
            longest = max(one.longest for part in self.parts for one in part.segment.languages)
            lengths = np.arange(longest + 1, dtype=np.float64)
            self._below[language] = hold_back(lengths / self._mean_lengths[language], _OPTIONS)
        return self._below[language]

    def _among(self, part: int, documents: Mapping[str, int]) -> Bools:
        """Return which passages of a part are of some documents."""
        segment = self.parts[part].segment
        among = np.zeros(segment.n_passages, dtype=bool)
        for document_id, revision in documents.items():
            place = segment.ids.find(document_id)
            if place is not None and segment.revisions[place] == revision:
                among[segment.first_rows[place] : segment.first_rows[place + 1]] = True
        return among

    def _by_pairs(self, candidates: _Candidates, pairs: Mapping[tuple[str, str], float], most: float) -> _Candidates:
        """Return the candidates with their scores by words and pairs, in the order they are in."""
        scores = np.empty(len(candidates.scores))
        for part in sorted(set(candidates.parts.tolist())):
            segment = self.parts[part].segment
            terms = self._terms_in(part, {name for pair in pairs for name in pair})
            code = {name: int(segment.term_codes[term]) for name, term in terms.items()}
            known = {(code[a], code[b]): gain for (a, b), gain in pairs.items() if a in code and b in code}
            own = np.flatnonzero(candidates.parts == part)
            try:
                gains = compiled.gains(segment, candidates.rows[own], known)
            except IndexError as exc:
                raise DamagedSegment(segment.name, "has words that cannot be read") from exc
            scores[own] = with_pairs(candidates.scores[own], gains, most)
        return candidates._replace(scores=scores)

    def _ranked(self, candidates: _Candidates, n: int) -> _Candidates:
        """Return the `n` best, best first, ties by document id and place."""
        ranked = candidates.take(np.lexsort((candidates.rows, candidates.parts, -candidates.scores)))
        ties = ranked.scores[1:] == ranked.scores[:-1]
        if (ties & (ranked.parts[1:] != ranked.parts[:-1])).any():  # rows of different parts are in no order
            order = [
                (-one.score, one.document_id, one.ordinal, place) for place, one in enumerate(self._passages(ranked))
            ]
            ranked = ranked.take(np.array([place for *_, place in sorted(order)]))
        return ranked.take(slice(n))

    def _passages(self, candidates: _Candidates) -> list[RankedPassage]:
        """Return the passages of candidates, in their order."""
        passages = []
        for part, row, score in zip(*(array.tolist() for array in candidates), strict=True):
            segment = self.parts[part].segment
            place = segment.document_at(row)
            ordinal = row - int(segment.first_rows[place])
            revision = int(segment.revisions[place])
            passages.append(RankedPassage(segment.ids[place], revision, ordinal, segment.name, score))
        return passages


def _find(parts: Sequence[Part], name: str) -> tuple[_Place, ...]:
    """Return where a term stands in each part that has it in a live passage."""
    places = []
    for number, part in enumerate(parts):
        segment = part.segment
        term = segment.terms.find(name)
        if term is not None:
            frequency = segment.frequency(term)
            if part.alive is not None:
                rows, *_ = segment.postings(np.array([term]))
                frequency = int(np.count_nonzero(part.alive[rows]))
            if frequency:
                places.append(_Place(number, term, frequency))
    return tuple(places)
