"""Places of documents as the chat cites them: links to a quote, to other places of its fact, to a passage that is near.

Left out: what is said of a place (wording) and the document there (reading).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import qa
from server.bodies.answers import CitationBody, PassageBody, PlaceBody, QuoteBody
from server.bodies.base import link_to_document
from server.pages.reading import AROUND

__all__ = ["Near", "PlaceLink", "State", "cut_passage", "find_state", "link_place"]

LONGEST_NEAR = 320
"""Characters shown of a nearest passage."""

State = Literal["", "changed", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A link to a place in a document. url: its page. panel: address of the same beside the answer.

    state: what became of the document since it was quoted. recognised: whether its page is a picture of its words.
    """

    title: str
    heading: str | None
    page: int | None
    line: int
    url: str
    panel: str
    state: State = ""
    recognised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage near a question. text: its first sentences; cut: whether there are more."""

    text: str
    cut: bool
    place: PlaceLink


def link_place(
    place: PlaceBody | QuoteBody, citation: CitationBody, state: State, focus: qa.Span | None = None
) -> PlaceLink:
    """Return the link to a place that is cited, with its focus marked beside the answer."""
    url = link_to_document(place.document_id, place.start, place.end, citation.sha256)
    marked = f"&focus_start={focus.start}&focus_end={focus.end}" if focus else ""
    return PlaceLink(
        title=citation.title,
        heading=citation.heading,
        page=citation.page,
        line=citation.line,
        recognised=citation.recognised,
        url=f"{url}#quote",
        panel=f"{url}{marked}&around={AROUND}",
        state=state,
    )


def find_state(library: qa.Library, place: PlaceBody | QuoteBody) -> State:
    """Return the state of a quoted document, by the digest of its text."""
    try:
        info = library.info(place.document_id)
    except qa.DocumentNotFound:
        return "gone"
    return "" if info.sha256 == place.citation.sha256 else "changed"


def cut_passage(passage: PassageBody) -> Near:
    """Cut a passage after the last sentence that fits; a first sentence too long for that, after a word."""
    text = passage.text
    heading = (passage.heading or "").rpartition(" › ")[2]  # the nearest of those above, which is cited anyway
    skipped = len(heading) if text.startswith(heading) else 0
    ends = [end - passage.start for _, end in passage.sentences if skipped < end - passage.start <= LONGEST_NEAR]
    if ends:
        text = text[: ends[-1]]
    elif len(text) > LONGEST_NEAR:
        text = "".join(text[: LONGEST_NEAR + 1].rsplit(maxsplit=1)[:1])
    text = text[skipped:].strip()
    url = link_to_document(passage.document_id, passage.start, passage.end)
    return Near(
        text=text,
        cut=not passage.text.rstrip().endswith(text),
        place=PlaceLink(
            title=passage.title,
            heading=passage.heading,
            page=passage.page,
            line=passage.line,
            url=f"{url}#quote",
            panel=f"{url}&around={AROUND}",
        ),
    )
