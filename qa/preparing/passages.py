"""Cut a document into passages of whole sentences that tile its text.

A passage ends at a heading, at a page, at the end of a paragraph once it is half full, and otherwise before the
sentence that would overfill it. Passages do not overlap: a quote has one passage, and the text is stored once.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from qa.boxes.word_boxes import part
from qa.errors import InvalidOption
from qa.text.sentences import find_sentences
from qa.types import Document, Passage

__all__ = ["DEFAULT_PASSAGE_SIZE", "cut_passages", "split"]

# Characters. With 300, 700, 1,000, 1,400 and 2,000 the right passage is first for .75, .81, .81, .82 and .82 of 2,000
# questions of SQuADShifts' new Wikipedia set, and quote@1 stays at .74: `quoth eval SET --limit 2000 --passage-size N`.
DEFAULT_PASSAGE_SIZE = 1_400
MAX_HEADING = 300  # characters of a heading that each passage under it carries

_Pair = tuple[int, int]


def split(document: Document, *, size: int = DEFAULT_PASSAGE_SIZE) -> list[Passage]:
    """Return the passages of `document` in order; none when it has no text.

    Joined, their texts are `document.text`. A passage has more than `size` characters only when its one sentence
    has, or by the space after it.

    >>> text = "The museum opens at nine. It closes at five. A ticket costs 14 euros."
    >>> [passage.text for passage in split(Document(text=text), size=45)]
    ['The museum opens at nine. It closes at five. ', 'A ticket costs 14 euros.']
    """
    passages = cut_passages(document, size)
    boxes = part(document.word_boxes, len(document.text), [passage.end for passage in passages])
    return [replace(passage, word_boxes=own) if own else passage for passage, own in zip(passages, boxes, strict=True)]


def cut_passages(document: Document, size: int) -> list[Passage]:
    """Return the passages of `document` as `split` does, without the boxes of their words."""
    if size < 1:
        raise InvalidOption(f"The passage size is {size}: give at least 1 character.")
    text = document.text
    if not text:
        return []
    headings = [start for start, _ in document.headings]
    sentences = _split_at(
        find_sentences(text, document.language), sorted({edge for span in document.headings for edge in span})
    )
    groups = _gather(document, sentences, set(headings), size)
    starts = [0, *(group[0][0] for group in groups[1:])]
    passages, line = [], 1
    for ordinal, (start, end) in enumerate(pairwise([*starts, len(text)])):
        group = tuple(groups[ordinal]) if groups else ()
        quotable = tuple(span for span in group if not _is_heading(document, headings, span))
        anchor = (quotable or group[-1:] or ((start, end),))[0][0]
        nearest = bisect_right(headings, anchor) - 1
        passages.append(
            Passage(
                document_id=document.id,
                ordinal=ordinal,
                start=start,
                end=end,
                text=text[start:end],
                heading=_heading_text(document, nearest) if nearest >= 0 else None,
                page=bisect_right(document.page_starts, anchor) or None,
                line=line,
                sentences=quotable,
                language=document.language,
            )
        )
        line += text.count("\n", start, end)
    return passages


def _split_at(sentences: list[_Pair], edges: list[int]) -> list[_Pair]:
    """Cut sentences where a heading begins or ends inside one."""
    if not edges:
        return sentences
    pieces = []
    for start, end in sentences:
        inside = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
        pieces += list(pairwise([start, *inside, end]))
    return pieces


def _gather(document: Document, sentences: list[_Pair], headings: set[int], size: int) -> list[list[_Pair]]:
    """Gather neighbouring sentences to passages."""
    groups: list[list[_Pair]] = []
    has_matter = False  # whether the last group holds more than headings
    for start, end in sentences:
        heading = start in headings
        if groups:
            first, last = groups[-1][0][0], groups[-1][-1][1]
            between = document.text[last:start]
            full = end - first > size
            closes = last - first >= size // 2 and between.count("\n") > 1
            turns = bisect_right(document.page_starts, first) != bisect_right(document.page_starts, start)
            if turns or (has_matter and (heading or full or closes)):
                groups.append([])
                has_matter = False
        else:
            groups.append([])
        groups[-1].append((start, end))
        has_matter = has_matter or not heading
    return groups


def _heading_text(document: Document, number: int) -> str:
    """Return the text of a heading on one line, at most `MAX_HEADING` characters of it."""
    start, end = document.headings[number]
    return " ".join(document.text[start : min(end, start + MAX_HEADING)].split())


def _is_heading(document: Document, headings: list[int], span: _Pair) -> bool:
    at = bisect_right(headings, span[0]) - 1
    return at >= 0 and span[1] <= document.headings[at][1]
