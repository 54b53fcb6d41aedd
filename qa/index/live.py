"""One state of an index, searched: its segments without what was removed from them since they were written.

What depends on the whole collection (how many passages, their mean length, how many hold a term) is counted over the
live passages when it is asked for, so that nothing stored changes as documents come and go. The answers are those of a
`TfidfRetriever` that was fitted to all passages by document id and place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qa.index.segment import DamagedSegment, Segment
from qa.ranking import (
    DEFAULTS,
    NOTHING_CARRIED,
    Options,
    by_size,
    column_language,
    column_name,
    hold_back,
    idf,
    pair_gains,
    question_pairs,
    question_weights,
    top,
    with_pairs,
)

__all__ = ["Found", "Part", "Snapshot"]

_OPTIONS: Options = DEFAULTS  # those of the estimator
_REMEMBERED = 4_096  # terms whose places are remembered
_DENSE = 8  # a term in one of so many passages is added to all of them at once

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]


class Found(NamedTuple):
    """A passage that was found. Sorts best first, ties by document id and place."""

    below: float  # minus the score
    document_id: bytes
    ordinal: int
    part: int
    row: int
    revision: int


class Part:
    """A segment and the revisions of documents that were removed from it since it was written."""

    def __init__(self, segment: Segment, removed: Collection[int] = ()) -> None:
        self.segment = segment
        self.removed = frozenset(removed)
        self.kept: Bools | None = None  # documents
        self.alive: Bools | None = None  # passages
        self.n_passages: dict[str, int] = {found.code: found.n_passages for found in segment.languages}
        self.n_words: dict[str, int] = {found.code: found.n_words for found in segment.languages}
        if self.removed:
            self._leave_out()
        self.size = sum(self.n_passages.values())

    def _leave_out(self) -> None:
        segment = self.segment
        gone = np.isin(segment.revisions, np.fromiter(self.removed, dtype=np.int64))
        sizes = np.diff(segment.first_rows)
        if (sizes <= 0).any():
            raise DamagedSegment(segment.name, "has documents out of place")
        self.kept = ~gone
        self.alive = np.repeat(self.kept, sizes)
        words = np.diff(segment.word_starts[segment.first_rows])
        for place, found in enumerate(segment.languages):
            own = gone & (segment.document_languages == place)
            self.n_passages[found.code] -= int(sizes[own].sum())
            self.n_words[found.code] -= int(words[own].sum())
        if min(self.n_passages.values()) < 0 or min(self.n_words.values()) < 0:
            raise DamagedSegment(segment.name, "has documents in other languages than it says")

    @property
    def live_revisions(self) -> npt.NDArray[np.int64]:
        """The revisions of the documents that are left."""
        return self.segment.revisions if self.kept is None else self.segment.revisions[self.kept]


class _Postings(NamedTuple):
    """Where a term stands in one part: its number there, its postings, and how many live passages hold it."""

    part: int
    term: int
    start: int
    end: int
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
        self._postings = lru_cache(maxsize=_REMEMBERED)(partial(_find, self.parts))
        self._below: dict[str, Floats] = {}

    @cached_property
    def _mean_lengths(self) -> dict[str, float]:
        return {
            code: sum(part.n_words.get(code, 0) for part in self.parts) / n or 1.0 for code, n in self.languages.items()
        }

    def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return how many live passages hold each term, by the name of its column; 0 for an unknown one."""
        found = [sum(postings.frequency for postings in self._postings(name)) for name in names]
        return np.array(found, dtype=np.int64)

    def idf(self, terms: Sequence[str], language: str) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language."""
        names = [column_name(name, language) for name in terms]
        sizes = np.array([self.languages.get(column_language(name), 0) for name in names], dtype=np.int64)
        return idf(self.document_frequencies(names), sizes).tolist()  # type: ignore[no-any-return]

    def holds(self, terms: Sequence[str], language: str) -> list[bool]:
        """Tell of each term whether any live passage in `language` holds it."""
        found = self.document_frequencies([column_name(name, language) for name in terms])
        return [bool(n) for n in found]

    def search(
        self,
        question: str,
        k: int,
        documents: Mapping[str, int] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Found]:
        """Return at most `k` passages that share a term with `question`, best first.

        documents: id to revision of those to search in; None for all. carried: words of the question that are from
        earlier in a conversation, to what they count for. Raises DamagedSegment where one cannot be read.
        """
        names, weights = question_weights(question, self, _OPTIONS, carried)
        wanted: dict[int, list[tuple[str, _Postings, float]]] = {}
        for name, weight in zip(names, weights.tolist(), strict=True):
            for postings in self._postings(name):
                wanted.setdefault(postings.part, []).append((name, postings, weight))
        n = max(k, _OPTIONS.n_candidates)
        best = []
        for part, asked in wanted.items():
            scores = self._by_words(part, asked)
            if documents is not None:
                scores[~self._among(part, documents)] = 0.0
            positive = np.flatnonzero(scores)
            rows = positive[top(scores[positive], n)]
            best.append((part, rows, scores[rows]))
        candidates = self._first(best, n)
        pairs, most = question_pairs(
            question, self.languages, dict(zip(names, weights.tolist(), strict=True)), _OPTIONS
        )
        return sorted(self._by_pairs(candidates, wanted, pairs, most))[:k] if pairs else candidates[:k]

    def _by_words(self, part: int, asked: Sequence[tuple[str, _Postings, float]]) -> Floats:
        """Return the score by words of each passage of a part, 0 for one that was removed. In the order of `asked`."""
        segment, alive = self.parts[part].segment, self.parts[part].alive
        total = np.zeros(segment.n_passages)
        try:
            for name, found, weight in asked:
                rows = segment.posting_rows[found.start : found.end].astype(np.intp)
                below = self._held_back(column_language(name)).take(segment.lengths.take(rows))
                own = segment.posting_counts[found.start : found.end].astype(np.float64)
                below += own  # in place: new arrays of this size cost as much as the sums
                own /= below
                own *= weight
                if len(rows) * _DENSE > len(total):
                    total += np.bincount(rows, weights=own, minlength=len(total))
                else:
                    total[rows] += own
        except (IndexError, ValueError) as exc:
            raise DamagedSegment(segment.name, "has postings that lead nowhere") from exc
        if alive is not None:
            total[~alive] = 0.0
        return np.minimum(total, 1.0, out=total)

    def _held_back(self, language: str) -> Floats:
        """Return what is added below the fraction of a weight in a passage of each length in words."""
        if language not in self._below:
            longest = max(found.longest for part in self.parts for found in part.segment.languages)
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

    def _first(self, best: Sequence[tuple[int, Ints, Floats]], n: int) -> list[Found]:
        """Return the `n` best of the best of each part."""
        if not best:
            return []
        scores = np.concatenate([scores for _, _, scores in best])
        least = np.partition(scores, len(scores) - n)[len(scores) - n] if n < len(scores) else 0.0
        found: list[Found] = []
        for part, rows, own in best:
            segment = self.parts[part].segment
            chosen = rows[own >= least]
            places = segment.documents_at(chosen)
            ordinals = (chosen - segment.first_rows[places]).tolist()
            revisions = segment.revisions[places].tolist()
            below = (-own[own >= least]).tolist()
            ids = [segment.ids[place] for place in places.tolist()]
            found += map(Found, below, ids, ordinals, [part] * len(ids), chosen.tolist(), revisions)
        return sorted(found)[:n]

    def _by_pairs(
        self,
        candidates: Sequence[Found],
        wanted: Mapping[int, Sequence[tuple[str, _Postings, float]]],
        pairs: Mapping[tuple[str, str], float],
        most: float,
    ) -> list[Found]:
        """Return the candidates with their scores by words and pairs, in no order."""
        found = []
        for part, asked in wanted.items():
            own = [candidate for candidate in candidates if candidate.part == part]
            numbers = {name: postings.term for name, postings, _ in asked}
            known = {(numbers[a], numbers[b]): gain for (a, b), gain in pairs.items() if a in numbers and b in numbers}
            segment = self.parts[part].segment
            rows = np.array([candidate.row for candidate in own], dtype=np.intp)
            starts, ends = segment.word_starts[rows], segment.word_starts[rows + 1]
            if not ((starts >= 0) & (starts <= ends) & (ends <= len(segment.words))).all():
                raise DamagedSegment(segment.name, "has words that lead nowhere")
            gains = pair_gains(known, rows, segment.words, segment.word_starts)
            scores = with_pairs(-np.array([candidate.below for candidate in own]), gains, most)
            found += [one._replace(below=-score) for one, score in zip(own, scores.tolist(), strict=True)]
        return found


def _find(parts: Sequence[Part], name: str) -> tuple[_Postings, ...]:
    """Return where a term stands in each part that has it in a live passage."""
    found = []
    for number, part in enumerate(parts):
        segment = part.segment
        term = segment.terms.find(name)
        if term is not None:
            start, end = segment.posting_starts[term : term + 2].tolist()
            if not (0 <= start < end <= len(segment.posting_rows) and end - start <= segment.n_passages):
                raise DamagedSegment(segment.name, "has terms that lead nowhere")
            if part.alive is None:
                frequency = end - start
            else:
                rows = segment.posting_rows[start:end]
                if rows.max(initial=0) >= segment.n_passages:
                    raise DamagedSegment(segment.name, "has postings that lead nowhere")
                frequency = int(np.count_nonzero(part.alive[rows]))
            if frequency:
                found.append(_Postings(number, term, start, end, frequency))
    return tuple(found)
