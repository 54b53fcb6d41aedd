"""Cut a document into blocks of pieces, so that a page can show it with one quote marked.

Everything goes by offsets: nothing is found by searching for its text. Joined, the pieces of all blocks are the text
that was asked for, and the marked pieces are the quote, both to the character; a page that writes them out loses none.
Left out: HTML (the templates write it) and the levels of headings (a Document does not know them).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from qa import Document, Span

__all__ = ["Block", "Hits", "Piece", "choose_excerpt", "cut_blocks", "cut_pieces"]

Kind = Literal["heading", "paragraph", "gap"]

_BLANK = " \t\f\v\r\n"
_BLANK_LINES = re.compile(r"\r?\n(?:[ \t\f\v]*\r?\n)+")
_LEADING_LINES = re.compile(r"(?:[ \t\f\v]*\r?\n)+")
_LINE_END = re.compile(r"\r?\n")
_SPACE = re.compile(r" ")
_LIST_OR_CODE = re.compile(r"^(?:\s|[-*+•|>#]|\d+[.)]\s)", re.MULTILINE)
_SHORTEST_WRAPPED_LINE = 45
_LONGEST_WRAPPED_LINE = 120  # a longer line was not broken to fit a width: it is a paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that looks the same throughout. marked: part of the quote. focus: part of the quote's focus.

    hit: a place, or the part of it here, that holds words as well which are looked for.
    """

    text: str
    marked: bool = False
    focus: bool = False
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or the blank lines between them. start: offset of its first character."""

    kind: Kind
    start: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The block's text, word for word."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def wrapped(self) -> bool:
        """Whether the lines were broken only to fit a width: two or more, all but the last long, and none a list's."""
        *lines, last = self.text.split("\n")
        return (
            bool(lines)
            and len(last) <= _LONGEST_WRAPPED_LINE
            and all(_SHORTEST_WRAPPED_LINE <= len(line) <= _LONGEST_WRAPPED_LINE for line in lines)
            and _LIST_OR_CODE.search(self.text) is None
        )


Hits = Sequence[tuple[int, int]]
"""Places in the text of a document, ascending, none over another."""


def cut_pieces(
    text: str, start: int, *, quote: Span | None = None, focus: Span | None = None, hits: Hits = ()
) -> tuple[Piece, ...]:
    """Cut `text`, whose first character is at offset `start` of the document, where the quote or focus begins or ends.

    The parts of a span outside the text are ignored; a focus is shown only inside the quote. Empty text: no pieces.
    hits: further places to cut at; one that is in the quote is part of the quote alone.
    """
    end = start + len(text)
    outside = quote is None or quote.end <= start or end <= quote.start
    first = bisect_right(hits, start, key=lambda hit: hit[1])
    here = hits[first : bisect_left(hits, end, key=lambda hit: hit[0])]
    if outside and not here:
        return (Piece(text),) if text else ()
    quoted = range(quote.start, quote.end) if quote else range(0)
    inner = range(focus.start, focus.end) if focus else range(0)
    ends = (quoted.start, quoted.stop, inner.start, inner.stop, *(place for hit in here for place in hit))
    cuts = sorted({start, end, *(place for place in ends if start < place < end)})
    starts = [hit[0] for hit in here]
    return tuple(
        Piece(
            text[left - start : right - start],
            marked=(marked := left in quoted),
            focus=marked and left in inner,
            hit=not marked and (at := bisect_right(starts, left)) > 0 and left < here[at - 1][1],
        )
        for left, right in pairwise(cuts)
    )


def cut_blocks(
    document: Document,
    *,
    quote: Span | None = None,
    focus: Span | None = None,
    within: Span | None = None,
    hits: Hits = (),
) -> list[Block]:
    """Cut the document, or the part of it that `within` names, into blocks that tile it, in order.

    A heading is where `document.headings` says; paragraphs are parted by one or more blank lines. Empty: no blocks.
    """
    lower, upper = (within.start, within.end) if within else (0, len(document.text))
    text = document.text
    return [
        Block(kind, start, cut_pieces(text[start:end], start, quote=quote, focus=focus, hits=hits))
        for kind, start, end in _cut_tiles(document, lower, upper)
    ]


def choose_excerpt(document: Document, span: Span, *, around: int) -> Span:
    """Return the place that shows `span` and up to `around` characters on each side of it.

    It begins and ends at the end of a paragraph where there is one within reach, else of a line, else of a word, else
    anywhere.
    """
    text = document.text
    lower, upper = max(0, span.start - around), min(len(text), span.end + around)
    if lower > 0:
        lower = next((end for _, end in _find_ends(text, lower, span.start)), lower)
    if upper < len(text):
        upper = next((start for start, _ in _find_ends(text, span.end, upper, last=True)), upper)
    return Span(document.id, lower, upper)


def _find_ends(text: str, lower: int, upper: int, *, last: bool = False) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the first, or last, break between paragraphs, then between lines, then between words."""
    for pattern in (_BLANK_LINES, _LINE_END, _SPACE):
        breaks = pattern.finditer(text, lower, upper)
        chosen = deque(breaks, maxlen=1) if last else islice(breaks, 1)
        yield from (match.span() for match in chosen)


def _cut_tiles(document: Document, lower: int, upper: int) -> Iterator[tuple[Kind, int, int]]:
    """Yield (kind, start, end) of each block from `lower` to `upper`."""
    place = lower
    for heading_start, heading_end in document.headings:
        start, end = max(heading_start, lower), min(heading_end, upper)
        if start < end:
            yield from _cut_paragraphs(document.text, place, start)
            yield "heading", start, end
            place = end
    yield from _cut_paragraphs(document.text, place, upper)


def _cut_paragraphs(text: str, lower: int, upper: int) -> Iterator[tuple[Kind, int, int]]:
    """Yield (kind, start, end) of the paragraphs and gaps of a part that holds no heading."""
    leading = _LEADING_LINES.match(text, lower, upper)
    place = leading.end() if leading else lower
    if leading:
        yield "gap", lower, place
    tail = place + len(text[place:upper].rstrip(_BLANK))
    for gap in _BLANK_LINES.finditer(text, place, tail):
        yield from _cut_lines(text, place, gap.start())
        yield "gap", gap.start(), gap.end()
        place = gap.end()
    if place < tail:
        yield from _cut_lines(text, place, tail)
    if tail < upper:
        yield "gap", tail, upper


def _cut_lines(text: str, lower: int, upper: int) -> Iterator[tuple[Kind, int, int]]:
    """Yield the paragraph from `lower` to `upper`; or each line, when one is too long to have been wrapped."""
    if max(map(len, text[lower:upper].split("\n"))) > _LONGEST_WRAPPED_LINE:
        for end in _LINE_END.finditer(text, lower, upper):
            yield "paragraph", lower, end.start()
            yield "gap", end.start(), end.end()
            lower = end.end()
    yield "paragraph", lower, upper
