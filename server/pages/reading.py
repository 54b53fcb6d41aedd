"""A document as a reader sees it, whole or in part, with a quote or found words marked, and how that is made.

Left out: routes, HTML (templates), where a text is cut (marking) and how words are found (finding).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import qa
from server.bodies.answers import QuoteBody
from server.bodies.base import OPENED, SHA256_SHOWN, link_to_document, link_to_original
from server.pages.finding import MOST_FOUND, find_words
from server.pages.marking import Block, Hits, choose_excerpt, cut_blocks
from server.pages.rendering import encode_query

__all__ = ["AROUND", "PART", "FoundWords", "ShownDocument", "find_in", "show_document", "show_near", "show_source"]

AROUND = 3_000
"""Characters of the source shown on each side of a quote, beside the answer."""
LONGEST_WHOLE = 200_000
MOST_LINES = 5_000
"""A document with more characters or lines is shown in parts: with 2,000,000 characters a browser takes seconds."""
PART = 50_000
"""Characters that a part shows on each side of its place; also how much of a longer place it shows."""

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """Where a document holds the words that a reader looks for. kept: fields of the address that name the quote.

    number: of the place shown, from 1; 0 where there is none. many: there are more than `total`.
    span: that place, or None. places: all of them. before, after, back: addresses of the neighbouring places and of the
    quote, or None.
    """

    text: str
    kept: Fields
    number: int = 0
    total: int = 0
    many: bool = False
    span: qa.Span | None = None
    places: Hits = ()
    before: str | None = None
    after: str | None = None
    back: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document, or the part `place` of it. anchor: start of the block where the mark begins, or None.

    part: it is shown beside an answer. changed: it is no longer what was quoted, so nothing is marked.
    sheet_url: address of the page as a picture, or None. page, line: where the mark begins, from 1; None without one,
    and without pages. whole_url, before and after: addresses, or None. original: address of the file itself, at that
    page, where a browser can open it there.
    """

    document: qa.Document
    place: qa.Span
    blocks: list[Block]
    anchor: int | None
    part: bool
    changed: bool
    page: int | None
    line: int | None
    whole_url: str | None
    original: str | None
    sheet_url: str | None
    before: str | None
    after: str | None
    found: FoundWords

    @property
    def whole(self) -> bool:
        """Whether all of the document is shown."""
        return self.place.end - self.place.start == len(self.document.text)


def show_near(library: qa.Library, document_id: str, start: int, end: int) -> ShownDocument | None:
    """Return a passage near a question in its document; None when that has been removed or replaced since."""
    try:
        document = library.document(document_id)
    except qa.DocumentNotFound:
        return None
    if end > len(document.text):
        return None
    return show_document(document, qa.Span(document.id, start, end), around=AROUND)


def show_source(library: qa.Library, quote: QuoteBody) -> ShownDocument | None:
    """Return the source beside an answer; None when the document has been removed or replaced since."""
    try:
        document = library.document(quote.document_id)
    except qa.DocumentNotFound:
        return None
    if document.sha256 != quote.citation.sha256 or quote.end > len(document.text):
        return None
    span = qa.Span(document.id, quote.start, quote.end)
    focus = qa.Span(document.id, quote.focus.start, quote.focus.end) if quote.focus else None
    return show_document(document, span, focus=focus, around=AROUND)


def find_in(document: qa.Document, text: str, nth: int, kept: Fields) -> FoundWords:
    """Return the `nth` place that holds `text`, counted from 1 and around at both ends."""
    back = f"{link_to_document(document.id)}?{encode_query(kept)}#quote" if kept else None
    places = find_words(document.text, text)
    if not places:
        return FoundWords(text=text, kept=kept, back=back if text else None)
    number = (nth - 1) % len(places) + 1

    def address(other: int) -> str:
        fields = [*kept, ("find", text), ("nth", str((other - 1) % len(places) + 1))]
        return f"{link_to_document(document.id)}?{encode_query(fields)}#quote"

    several = len(places) > 1
    return FoundWords(
        text=text,
        kept=kept,
        number=number,
        total=len(places),
        many=len(places) == MOST_FOUND,
        span=qa.Span(document.id, *places[number - 1]),
        places=places,
        before=address(number - 1) if several else None,
        after=address(number + 1) if several else None,
        back=back,
    )


def show_document(
    document: qa.Document,
    span: qa.Span | None,
    *,
    focus: qa.Span | None = None,
    around: int | None = None,
    changed: bool = False,
    words: FoundWords | None = None,
) -> ShownDocument:
    """Return a document as it is shown, with `span` marked, or the words that were looked for.

    around: show only so many characters on each side. Without it, a document over the limits is shown in parts, each
    with the addresses of those before and after it: an empty span there marks nothing.
    """
    text = document.text
    part = around is not None
    if around is None and (len(text) > LONGEST_WHOLE or text.count("\n") > MOST_LINES):
        around = PART
    if words is None:
        words = FoundWords(text="", kept=_name_quote(span, focus, document))
    shown = words.span or span or qa.Span(document.id, 0, 0)
    focus = None if words.span else focus
    centre = qa.Span(document.id, shown.start, min(shown.end, shown.start + PART))
    place = qa.Span(document.id, 0, len(text)) if around is None else choose_excerpt(document, centre, around=around)
    cut = cut_blocks(document, quote=shown, focus=focus, within=place, hits=words.places)
    marked = (block.start for block in cut if block.kind != "gap" and any(piece.marked for piece in block.pieces))
    page = bisect_right(document.page_starts, shown.start) or None
    opened = document.media_type in OPENED
    before, after = max(0, place.start - PART), min(len(text), place.end + PART)
    return ShownDocument(
        document=document,
        place=place,
        blocks=cut,
        anchor=next(marked, None),
        part=part,
        changed=changed,
        page=page,
        line=text.count("\n", 0, shown.start) + 1 if shown.end > shown.start else None,
        whole_url=f"{link_to_document(document.id, shown.start, shown.end, document.sha256)}#quote" if part else None,
        original=link_to_original(document.id, page) if opened else None,
        sheet_url=_link_to_sheet(document, shown, page) if opened and page else None,
        before=link_to_document(document.id, before, before) if place.start and not part else None,
        after=link_to_document(document.id, after, after) if place.end < len(text) and not part else None,
        found=words,
    )


def _name_quote(span: qa.Span | None, focus: qa.Span | None, document: qa.Document) -> Fields:
    """Return the fields of an address that names a quote and its focus; none without a quote."""
    if span is None or span.start == span.end:
        return ()
    places = (("start", span.start), ("end", span.end))
    inner = (("focus_start", focus.start), ("focus_end", focus.end)) if focus else ()
    return (*((name, str(place)) for name, place in (*places, *inner)), ("sha256", document.sha256[:SHA256_SHOWN]))


def _link_to_sheet(document: qa.Document, shown: qa.Span, page: int) -> str:
    """Return the address of a page as a picture, with what is shown marked on it."""
    address = link_to_document(document.id)
    if shown.end > shown.start:
        address = link_to_document(document.id, shown.start, shown.end, document.sha256)
    return f"{address}{'&' if '?' in address else '?'}page={page}"
