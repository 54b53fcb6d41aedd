"""What the pages show, as frozen records, and how each is made of the library's.

Left out: routes (pages), HTML (templates) and where a text is cut (marking).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import qa
from server.marking import Block, Piece, blocks, excerpt, pieces
from server.rendering import query
from server.schemas import OPENED, document_url, original_url
from server.shelf import Limits, Scope
from server.translate import title_of

__all__ = ["Chat", "Cited", "Near", "Source", "TurnView", "chat_link", "source_of", "source_view", "turn_view"]

AROUND = 3_000
"""Characters of the source shown on each side of a quote, beside the answer."""
LONGEST_WHOLE = 2_500_000
MOST_LINES = 60_000
"""A document with more characters or lines is shown in parts, because a browser would be slow with all of it."""
PART = 100_000
"""Characters that a part shows on each side of its place; also how much of a longer place it shows."""
LONGEST_LINK = 6_000
"""Characters of an address that browsers and proxies let pass."""
LONGEST_NEAR = 320
"""Characters shown of a nearest passage."""

VERDICTS = ((0.9, "Very likely"), (0.7, "Likely"), (0.5, "More likely than not"), (0.0, "Doubtful"))
EXPLANATIONS: Mapping[str, str] = {
    "no_match": "No passage of the documents matches the words of this question.",
    "low_confidence": "Some passages come near it, but no sentence is sure enough to be the answer. "
    "The best one would be right with a probability of {figure}.",
    "empty_library": "There are no documents to ask.",
    "empty_question": "The question is empty.",
}
ADVICE: Mapping[str, tuple[str, ...]] = {
    "no_match": (
        "Ask with words that the documents would use: words are compared, not meanings.",
        "Check the spelling of names.",
    ),
    "low_confidence": (
        "Read the nearest passages: the answer may be there in other words.",
        "Ask for one fact, with words that the documents would use.",
    ),
    "empty_library": ("Add some, or start the server with a file or a folder of yours: quoth serve FOLDER",),
    "empty_question": ("Type a question.",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote as it is shown. pieces: its text, the focus marked. panel: address of its source beside the answer.

    also: each other place of its fact with its panel. omitted: whether […] stands between the quote shown before it and
    this one.
    """

    quote: qa.Quote
    pieces: tuple[Piece, ...]
    panel: str
    also: tuple[tuple[qa.Citation, str], ...]
    omitted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage near a question. text: its first sentences; cut: whether there are more."""

    passage: qa.Passage
    title: str
    text: str
    cut: bool
    panel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One question and its answer, with what a reader is told of it in words. quotes: in the order of reading.

    among: the documents that were asked, in words, where not all were; else empty.
    """

    answer: qa.Answer
    among: str
    verdict: str
    figure: str
    explanation: str
    advice: tuple[str, ...]
    quotes: tuple[Cited, ...]
    runner_up: Cited | None
    nearest: tuple[Near, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, or the part `place` of it. anchor: start of the block where the quote begins, or None.

    part: it is shown beside an answer. changed: it is no longer what was quoted, so nothing is marked.
    whole_url, before and after: addresses, or None. original: address of the file itself, at the page of the quote,
    where a browser can open it there; page: that page.
    """

    document: qa.Document
    place: qa.Span
    blocks: list[Block]
    anchor: int | None
    part: bool
    changed: bool
    whole_url: str | None
    original: str | None
    page: int | None
    before: str | None
    after: str | None

    @property
    def whole(self) -> bool:
        """Whether all of the document is shown."""
        return self.place.end - self.place.start == len(self.document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """What the chat shows. earlier: questions that the form carries. typed: what the box holds. link: to this page.

    source: of the latest answer's first quote. scope: which documents the next question is asked of. documents: the
    first ones only. limits: of uploads; None where nothing may be changed.
    """

    turns: tuple[TurnView, ...]
    earlier: tuple[str, ...]
    source: Source | None
    typed: str
    error: str | None
    link: str | None
    scope: Scope
    documents: Sequence[qa.DocumentInfo]
    limits: Limits | None
    examples: Sequence[str]
    origin: str


def turn_view(library: qa.Library, answer: qa.Answer, scope: Scope) -> TurnView:
    """Return one answer as the chat shows it. scope: which documents were asked."""
    figure = _figure(answer.confidence)
    reason = answer.reason or ""
    return TurnView(
        answer=answer,
        among=scope.text if scope.chosen else "",
        verdict=next(words for least, words in VERDICTS if answer.confidence >= least),
        figure=figure,
        explanation=EXPLANATIONS.get(reason, "").format(figure=figure),
        advice=ADVICE.get(reason, ()),
        quotes=tuple(
            _cited(quote, before) for before, quote in zip((None, *answer.reading), answer.reading, strict=False)
        ),
        runner_up=_cited(answer.runner_up) if answer.runner_up else None,
        nearest=tuple(_near(library, passage) for passage in answer.nearest),
    )


def source_of(library: qa.Library, quote: qa.Quote) -> Source | None:
    """Return the source beside an answer; None when the document has just been removed or replaced."""
    try:
        document = library.document(quote.document_id)
    except qa.DocumentNotFound:
        return None
    if document.sha256 != quote.sha256:
        return None
    return source_view(document, quote.span, focus=quote.focus, around=AROUND)


def source_view(
    document: qa.Document,
    span: qa.Span | None,
    *,
    focus: qa.Span | None = None,
    around: int | None = None,
    changed: bool = False,
) -> Source:
    """Return a document as it is shown, with `span` marked.

    around: show only so many characters on each side. Without it, a document over the limits is shown in parts, each
    with the addresses of those before and after it: an empty span there marks nothing.
    """
    text = document.text
    part = around is not None
    if around is None and (len(text) > LONGEST_WHOLE or text.count("\n") > MOST_LINES):
        around = PART
    span = span or qa.Span(document.id, 0, 0)
    centre = qa.Span(document.id, span.start, min(span.end, span.start + PART))
    place = qa.Span(document.id, 0, len(text)) if around is None else excerpt(document, centre, around=around)
    cut = blocks(document, quote=span, focus=focus, within=place)
    marked = (block.start for block in cut if block.kind != "gap" and any(piece.marked for piece in block.pieces))
    page = bisect_right(document.page_starts, span.start) or None
    opened = document.media_type in OPENED
    before, after = max(0, place.start - PART), min(len(text), place.end + PART)
    return Source(
        document=document,
        place=place,
        blocks=cut,
        anchor=next(marked, None),
        part=part,
        changed=changed,
        whole_url=f"{document_url(document.id, span.start, span.end, document.sha256)}#quote" if part else None,
        original=original_url(document.id, page) if opened else None,
        page=page,
        before=document_url(document.id, before, before) if place.start and not part else None,
        after=document_url(document.id, after, after) if place.end < len(text) and not part else None,
    )


def chat_link(asked: Sequence[str], scope: Scope) -> str | None:
    """Return the address that asks the same again, or None when nothing was asked or it would be too long."""
    if not asked:
        return None
    chosen = (("documents", id) for id in scope.chosen)
    link = f"/?{query([*(('earlier', text) for text in asked[:-1]), ('q', asked[-1]), *chosen])}"
    return link if len(link) <= LONGEST_LINK else None


def _figure(confidence: float) -> str:
    """Return a probability as people write it; only certainty is called 0 % or 100 %."""
    percent = round(100 * confidence)
    if confidence > 0 and percent == 0:
        return "under 1\u00a0%"
    if confidence < 1 and percent == 100:
        return "over 99\u00a0%"
    return f"{percent}\u00a0%"


def _cited(quote: qa.Quote, before: qa.Quote | None = None) -> Cited:
    panel = _panel(quote)
    if quote.focus:
        panel += f"&focus_start={quote.focus.start}&focus_end={quote.focus.end}"
    return Cited(
        quote=quote,
        pieces=pieces(quote.text, quote.start, quote=quote.focus),
        panel=panel,
        also=tuple((place, _panel(place)) for place in quote.also),
        omitted=before is not None and before.document_id == quote.document_id and not quote.continues,
    )


def _panel(place: qa.Citation) -> str:
    return f"{document_url(place.document_id, place.start, place.end, place.sha256)}&around={AROUND}"


def _near(library: qa.Library, passage: qa.Passage) -> Near:
    """Cut a passage after the last sentence that fits; a first sentence too long for that, after a word."""
    text = passage.text
    skipped = len(passage.heading) if passage.heading and text.startswith(passage.heading) else 0  # it is cited anyway
    ends = [end - passage.start for _, end in passage.sentences if skipped < end - passage.start <= LONGEST_NEAR]
    if ends:
        text = text[: ends[-1]]
    elif len(text) > LONGEST_NEAR:
        text = text[: LONGEST_NEAR + 1].rsplit(maxsplit=1)[0]
    text = text[skipped:].strip()
    return Near(
        passage=passage,
        title=title_of(library, passage.document_id),
        text=text,
        cut=not passage.text.rstrip().endswith(text),
        panel=f"{document_url(passage.document_id, passage.start, passage.end)}&around={AROUND}",
    )
