"""Documents that make several passages, and segments of them."""

from __future__ import annotations

import qa
from qa.index.segments.building import Builder
from qa.index.segments.segment import Segment
from qa.ranking.vocabulary import read_terms

WORDS = "the old museum of Häuser and tickets 多少钱 by a Wi-Fi harbour, wifi, e-mail".split()


def doc(n: int) -> qa.Document:
    """Return a document of a few passages that is like no other."""
    text = f"{' '.join(WORDS[n % 7 :])}. The word{n} of it. {' '.join(WORDS[: n % 5])} and more of them."
    return qa.Document(id=f"d{n:03d}", text=text, language="en")


def build(*documents: qa.Document, first: int = 1) -> Segment:
    """Return the segment of some documents in short passages. first: the revision of the first of them."""
    builder = Builder()
    for revision, document in enumerate(documents, first):
        passages = qa.split(document, size=20)
        texts = [passage.text for passage in passages]
        builder.add(document.id, revision, document.language, read_terms(document.language, texts))
    segment = builder.build()
    assert segment is not None
    return segment
