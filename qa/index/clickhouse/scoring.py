"""Scores of passages made from their text, to the last bit those of the embedded index.

Left out: which passages are worth it, which `ranking` finds.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from qa.arrays import Floats, starts_of
from qa.preparing.passages import name_document, write_indexed
from qa.preparing.places import take_places
from qa.preparing.prepare import PassagePlace
from qa.ranking.formulas import DEFAULTS, column_language, hold_back, pair_gains
from qa.ranking.vocabulary import Terms, Vocabulary
from qa.types import Document, Passage

__all__ = ["Best", "Read", "Reader", "Scored", "Scorer", "pack_passage", "select_best", "unpack_text"]


def pack_passage(document: Document, ordinal: int, place: PassagePlace) -> bytes:
    """Return a passage as it is kept, all in one: reading few columns of few rows is what a question waits for.

    Its language, a space, what else there is to know of it as JSON, a line's end and its text.
    """
    heading = "null" if place.heading is None else json.dumps(place.heading)
    page = "null" if place.page is None else place.page
    known = f"{json.dumps(document.id)}, {ordinal}, {place.start}, {place.end}, {heading}, {page}, {place.line}"
    name = json.dumps(name_document(document.title, document.source, document.id))
    text = document.text[place.start : place.end]
    return f"{document.language} [{known}, {place.sentences}, {name}]\n{text}".encode()


def unpack_text(body: bytes) -> str:
    """Return the text of a passage, from what is kept of it."""
    return body.partition(b"\n")[2].decode()


class Read:
    """A passage as it is kept. number: among all passages. body: as the function of that name gives it."""

    def __init__(self, number: int, body: bytes) -> None:
        self.number = number
        head, _, text = body.partition(b"\n")
        language, _, self._known = head.partition(b" ")
        self.language = language.decode()
        self.text = text.decode()

    @cached_property
    def _about(self) -> list[Any]:
        about: list[Any] = json.loads(self._known)
        return about

    @property
    def is_paged(self) -> bool:
        """Whether it is on a page, so that its words may have boxes there."""
        return self._about[5] is not None

    @property
    def key(self) -> tuple[str, int]:
        """The id of its document and its place there, by which passages that tie are ordered."""
        return self._about[0], self._about[1]

    @property
    def indexed(self) -> str:
        """The text whose words it is found by; what an earlier version kept knows no name of its document."""
        return write_indexed("".join(self._about[8:9]), self._about[4], self.text)

    def passage(self, word_boxes: bytes = b"") -> Passage:
        """Return it with all that is known of it. word_boxes: which are kept beside it."""
        document_id, ordinal, start, end, heading, page, line, places = self._about[:8]
        sentences, leads = take_places(places)
        return Passage(
            document_id=document_id,
            ordinal=ordinal,
            start=start,
            end=end,
            text=self.text,
            heading=heading,
            page=page,
            line=line,
            sentences=sentences,
            language=self.language,
            word_boxes=word_boxes,
            leads=leads,
        )


class Scored(NamedTuple):
    """A passage, its score by words, in (0, 1], and what pairs of words add to that."""

    read: Read
    score: float
    gain: float


def select_best(scored: Sequence[tuple[float, Scored]], n: int) -> list[tuple[float, Scored]]:
    """Return the `n` with the highest scores, in no order; of those that tie, the first by document id and place."""
    if len(scored) <= n:
        return [*scored]
    last = sorted((score for score, _ in scored), reverse=True)[n - 1]
    sure = [each for each in scored if each[0] > last]
    tied = [each for each in scored if each[0] == last]
    if len(sure) + len(tied) > n:  # what orders them is read from each
        tied.sort(key=lambda each: each[1].read.key)
    return sure + tied[: n - len(sure)]


class Best:
    """The `n` best of the passages that were added so far; of those that tie, the first by document id and place.

    seen: the numbers of all that were added.
    """

    def __init__(self, n: int) -> None:
        self._n = n
        self.passages: list[Scored] = []
        self.seen: set[int] = set()

    @property
    def last(self) -> float:
        """The `n`-th best score; 0 where there are fewer."""
        if len(self.passages) < self._n:
            return 0.0
        return min(one.score for one in self.passages)

    def add(self, scored: Iterable[Scored]) -> None:
        """Take in passages that were not added before."""
        scored = list(scored)
        self.seen.update(one.read.number for one in scored)
        together = self.passages + scored
        self.passages = [one for _, one in select_best([(one.score, one) for one in together], self._n)]


class Reader:
    """Finds the terms of texts, the quicker the more it has read. Several threads may use it: they take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._vocabulary = Vocabulary()

    def find_terms(self, read: Iterable[Read]) -> Terms:
        """Return the terms of passages."""
        with self._lock:
            return self._vocabulary.read((one.language, one.indexed) for one in read)


class Scorer:
    """Scores passages for one question.

    weights: of its terms, heaviest first, by column. means: the mean length of passages by language. pairs: what each
    pair of its columns adds.
    """

    def __init__(
        self,
        reader: Reader,
        weights: Mapping[str, float],
        means: Mapping[str, float],
        pairs: Mapping[tuple[str, str], float],
    ) -> None:
        self._reader = reader
        self._weights = weights
        self._means = means
        self._pairs = pairs

    def score(self, read: Sequence[Read]) -> list[Scored]:
        """Return passages with their scores, in their order."""
        if not read:
            return []
        terms = self._reader.find_terms(read)
        number = {name: place for place, name in enumerate(terms.names)}
        gains = {(number[a], number[b]): gain for (a, b), gain in self._pairs.items() if a in number and b in number}
        gained = pair_gains(gains, np.arange(len(read)), terms.words, starts_of(terms.lengths))
        scores = self._score_by_words(terms, number)
        return [Scored(*each) for each in zip(read, scores.tolist(), gained.tolist(), strict=True)]

    def _score_by_words(self, terms: Terms, number: Mapping[str, int]) -> Floats:
        """Return the scores by words, added up in the order of the terms."""
        n = len(terms.lengths)
        rows = np.repeat(np.arange(n), terms.lengths)
        scores = np.zeros(n)
        below = {code: hold_back(terms.lengths / mean, DEFAULTS) for code, mean in self._means.items()}
        for name, weight in self._weights.items():
            if name not in number:
                continue
            held = np.concatenate([rows[terms.words == number[name]], terms.pair_rows[terms.pairs == number[name]]])
            counts = np.bincount(held.astype(np.intp), minlength=n).astype(np.float64)
            scores += counts / (below[column_language(name)] + counts) * weight
        return np.minimum(scores, 1.0)
