"""Batches of documents as bytes, to a worker process and back: what `prepare` makes of them there.

A request is a line of JSON, then the texts in UTF-8. An answer is a line of JSON, then the arrays of the terms, in the
order of bytes of the machine that both run on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from qa.preparing.places import read_places
from qa.preparing.prepare import PassagePlace, Prepared, combine, find_places_and_terms
from qa.ranking.vocabulary import Terms, Vocabulary
from qa.types import Document

__all__ = ["Answerer", "answer", "pack", "unpack"]

_NUMBER = "(?:0|[1-9][0-9]*)"
_PLACE = rf"\[{_NUMBER}, {_NUMBER}(?:, {_NUMBER}, {_NUMBER})?\]"
_PLACES = re.compile(rf"\[(?:{_PLACE}(?:, {_PLACE})*)?\]")  # as `places` writes them


def pack(documents: Sequence[Document], size: int) -> bytes:
    """Return the request to prepare documents. size: how long passages are, in characters."""
    about = [
        [
            *(len(each.text), each.id, each.title, each.source),
            *(each.language, each.page_starts, each.headings, each.heading_levels),
        ]
        for each in documents
    ]
    return b"\n".join([json.dumps([size, about]).encode(), "".join(each.text for each in documents).encode()])


class Answerer:
    """Answers requests, the quicker the more it has read."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()

    def answer(self, request: bytes) -> bytes:
        """Return as bytes the places and terms of a request's documents. Anything may be raised for what is none."""
        head, _, data = request.partition(b"\n")
        size, about = json.loads(head)
        text, at = data.decode(), 0
        documents = []
        for n_characters, document_id, title, source, language, page_starts, headings, levels in about:
            documents.append(
                Document(
                    text=text[at : at + n_characters],
                    id=document_id,
                    title=title,
                    source=source,
                    language=language,
                    page_starts=tuple(page_starts),
                    headings=tuple((start, end) for start, end in headings),
                    heading_levels=tuple(levels),
                )
            )
            at += n_characters
        places, terms = find_places_and_terms(documents, size, self._vocabulary)
        arrays = [terms.words, terms.lengths, terms.pairs, terms.pair_rows]
        told = json.dumps([places, terms.names, [len(array) for array in arrays]]).encode()
        return b"\n".join([told, b"".join(array.tobytes() for array in arrays)])


_answerer = cache(Answerer)  # the one of a worker process


def answer(request: bytes, options: Mapping[str, object]) -> bytes:  # as a worker calls it
    """Return the answer of this process's own `Answerer`, which a worker gives."""
    return _answerer().answer(request)


def unpack(answer: bytes, documents: Sequence[Document]) -> list[Prepared]:
    """Return `documents` prepared, as an answer says. Raises ValueError, or TypeError, when that cannot be true."""
    head, _, data = answer.partition(b"\n")
    places, names, sizes = json.loads(head)
    numbers = np.frombuffer(data, dtype=np.uint32)
    if len(numbers) != sum(sizes):
        raise ValueError("The answer has arrays of other lengths.")
    terms = Terms(names, *np.split(numbers, np.cumsum(sizes)[:-1]))
    cut = [[PassagePlace(*place) for place in those] for those in places]
    _check(terms, sum(map(len, cut)))
    _check_sentences([place for those in cut for place in those])
    for document, those in zip(documents, cut, strict=True):
        at = 0
        for place in those:
            if place.start != at or place.end < at:
                raise ValueError("The answer has passages out of place.")
            at = place.end
        if at != len(document.text):
            raise ValueError("The answer has passages of another text.")
    return combine(documents, cut, terms)


def _check(terms: Terms, n_passages: int) -> None:
    """Raise ValueError unless the arrays are those of so many passages."""
    places = max(terms.words.max(initial=0), terms.pairs.max(initial=0))
    if (
        len(terms.lengths) != n_passages
        or terms.lengths.sum(dtype=np.int64) != len(terms.words)
        or len(terms.pairs) != len(terms.pair_rows)
        or places >= max(1, len(terms.names))
        or (terms.pair_rows[1:] < terms.pair_rows[:-1]).any()
        or terms.pair_rows.max(initial=0) >= max(1, n_passages)
    ):
        raise ValueError("The answer has terms that lead nowhere.")


def _check_sentences(places: Sequence[PassagePlace]) -> None:
    """Raise ValueError unless sentences stand one after another, each within its passage, and leads before them."""
    if not all(_PLACES.fullmatch(place.sentences) for place in places):
        raise ValueError("The answer has sentences that are no places.")
    for place in places:
        sentences, leads = read_places(place.sentences)
        before = place.start
        for start, end in sentences:
            if not before <= start < end <= place.end:
                raise ValueError("The answer has sentences out of place.")
            before = end
        for (start, _), lead in zip(sentences, leads, strict=False):
            if lead and not place.start <= lead[0] < lead[1] <= start:
                raise ValueError("The answer has leads out of place.")
