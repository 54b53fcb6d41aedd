"""What the machine allows: how quickly one thread reads memory, and how much a question makes Quoth read.

A question has to read the postings of its words, whatever the program: their bytes over the bandwidth is the least time
that it can take. It is the limit of exhaustive search: a search that leaves out postings that cannot matter, as
tantivy's does, may beat it.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

import qa
from eval.bench.texts.texts import Text, TextQuestion

__all__ = ["bandwidth", "postings_bytes", "touched"]

_SIZE = 256 * 1024 * 1024  # bytes: many times any cache
_ROUNDS = 5


def bandwidth() -> float:
    """Return how many bytes a second one thread reads from memory: the best of some rounds of two ways to read.

    The thread is one when the numeric libraries are held to one before numpy is imported.
    """
    numbers = np.ones(_SIZE // 8)
    best = 0.0
    for read in (np.sum, lambda array: np.dot(array, array)):
        for _ in range(_ROUNDS):
            started = perf_counter()
            read(numbers)
            best = max(best, numbers.nbytes / (perf_counter() - started))
    return best


def postings_bytes(document_frequencies: npt.NDArray[np.float64], n_passages: int) -> float:
    """Return the bytes of the postings of terms that so many of `n_passages` each hold, as a segment has them.

    Rows take the least of four bytes each, of two and four for every 65,536 passages, and of a bit and an eighth for
    every passage; counts take two bits each. A collection of several segments takes about as much.
    """
    rows = np.minimum(4 * document_frequencies, 2 * document_frequencies + 4 * (n_passages / 65_536))
    return float((np.minimum(rows, n_passages * (9 / 64)) + document_frequencies / 4).sum())


def touched(sample: Sequence[Text], n_passages: int, asked: Sequence[TextQuestion]) -> dict[str, Any]:
    """Return the postings of each question among `n_passages`, and in the mean the touched_bytes.

    sample: texts of that collection, at least one; the rest is taken to be like them. Words that only the rest holds
    are so rare that they weigh nothing.
    """
    retriever = qa.TfidfRetriever().fit([text.text for text in sample], languages=[text.language for text in sample])
    Q = retriever.transform([question.text for question in asked])
    each = [
        retriever.document_frequency_[Q.indices[start:end]] * (n_passages / len(sample))
        for start, end in zip(Q.indptr[:-1], Q.indptr[1:], strict=True)
    ]
    n_bytes = [postings_bytes(frequencies, n_passages) for frequencies in each]
    return {
        "postings": [float(frequencies.sum()) for frequencies in each],
        "touched_bytes": float(np.mean(n_bytes)),
    }
