"""Have the reader look at the sentences that may come first: the second opinion on an answer.

It reads a few windows around the best sentences, each once, and says of every sentence in them which span of it answers
best and what speaks for it over none. How many windows is fixed: a limit in time would make answers depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from qa.reader.spans import ReadSpan
from qa.reader.windows import cut_windows
from qa.types import BETWEEN_HEADINGS, Evidence, Passage, ReadSentence, Span

__all__ = ["WindowReader", "consult"]

_LANGUAGE = "en"  # that it was trained on
_SIZE = 460  # characters of a window, some 110 tokens


class WindowReader(Protocol):
    """Reads a window with a question."""

    @property
    def name(self) -> str:
        """What it is called in answers."""
        ...

    def read_each(
        self, question: str, text: str, head: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[ReadSpan, ...]:
        """Return the best span of each sentence of a window, in offsets of its text."""
        ...


def consult(
    reader: WindowReader,
    asked: str,
    evidence: Sequence[Evidence],
    titles: Mapping[str, str],
    most: int,
) -> list[Evidence]:
    """Return the evidence with what the reader finds in the sentences of at most `most` windows around the best of it.

    asked: the question as it is understood. evidence: best first, and so returned. titles: of its documents, by id.
    Passages in other languages than English are left out. A sentence in two windows is taken from the one in which more
    speaks for it.
    """
    read: dict[Span, ReadSentence] = {}
    left = most
    for best in evidence:
        if not left:
            break
        if best.span not in read and best.passage.language == _LANGUAGE:
            left -= 1
            _read_around(best, reader, asked, titles, read)
    return [replace(sentence, read=read.get(sentence.span)) for sentence in evidence]


def _read_around(
    best: Evidence, reader: WindowReader, asked: str, titles: Mapping[str, str], read: dict[Span, ReadSentence]
) -> None:
    """Read the window around a sentence, and keep what is found in `read`."""
    passage = best.passage
    (window,) = cut_windows(passage, [(best.span.start, best.span.end)], _SIZE)
    spans = reader.read_each(asked, window.text, _write_head(passage, titles), window.sentences)
    for (start, end), span in zip(window.sentences, spans, strict=True):
        place = Span(passage.document_id, window.start + start, window.start + end)
        if place not in read or read[place].odds < span.odds:
            focus = Span(passage.document_id, window.start + span.start, window.start + span.end)
            read[place] = ReadSentence(focus, span.odds)


def _write_head(passage: Passage, titles: Mapping[str, str]) -> str:
    """Return the title and the headings above a passage, as the reader was trained to see them."""
    return BETWEEN_HEADINGS.join(filter(None, (titles.get(passage.document_id), passage.heading)))
