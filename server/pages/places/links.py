"""Places of documents as the chat cites them: links to a quote, to other places of its fact, to a passage that is near.

Left out: what is said of a place (wording) and the document there (reading).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import qa
from server.bodies.answers import CitationBody, PassageBody, PlaceBody, QuoteBody
from server.bodies.base import link_to_document
from server.pages.marking import Piece, cut_pieces
from server.pages.reading import AROUND

__all__ = ["Near", "PlaceLink", "State", "cut_passage", "drop_title", "find_state", "link_place"]

LONGEST_NEAR = 320
"""Characters shown of a nearest passage."""

_SHORTEST = 4  # letters of a word that has other forms than itself
_LONGEST_ENDING = 3
_WORD = re.compile(r"\w+")
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
    """A passage near a question. pieces: its first sentences, the words of the question marked; cut: there are more.

    start, end: where these stand in the document.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    cut: bool
    place: PlaceLink

    @property
    def text(self) -> str:
        """The sentences that are shown, word for word."""
        return "".join(piece.text for piece in self.pieces)


def link_place(
    place: PlaceBody | QuoteBody, citation: CitationBody, state: State, focus: qa.Span | None = None
) -> PlaceLink:
    """Return the link to a place that is cited, with its focus marked beside the answer."""
    url = link_to_document(place.document_id, place.start, place.end, citation.sha256)
    marked = f"&focus_start={focus.start}&focus_end={focus.end}" if focus else ""
    return PlaceLink(
        title=citation.title,
        heading=drop_title(citation.heading, citation.title),
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


def cut_passage(passage: PassageBody, words: Iterable[str] = ()) -> Near:
    """Cut a passage after the last sentence that fits; a first sentence too long for that, after a word.

    words: those whose forms are marked in it.
    """
    text = passage.text
    heading = (passage.heading or "").rpartition(" › ")[2]  # the nearest of those above, which is cited anyway
    skipped = len(heading) if text.startswith(heading) else 0
    ends = [end - passage.start for _, end in passage.sentences if skipped < end - passage.start <= LONGEST_NEAR]
    if ends:
        text = text[: ends[-1]]
    elif len(text) > LONGEST_NEAR:
        text = "".join(text[: LONGEST_NEAR + 1].rsplit(maxsplit=1)[:1])
    skipped += len(text[skipped:]) - len(text[skipped:].lstrip())
    text = text[skipped:].rstrip()
    start = passage.start + skipped
    url = link_to_document(passage.document_id, passage.start, passage.end)
    return Near(
        pieces=cut_pieces(text, start, hits=_find_forms(text, start, words)),
        start=start,
        end=start + len(text),
        cut=not passage.text.rstrip().endswith(text),
        place=PlaceLink(
            title=passage.title,
            heading=drop_title(passage.heading, passage.title),
            page=passage.page,
            line=passage.line,
            url=f"{url}#quote",
            panel=f"{url}&around={AROUND}",
        ),
    )


def drop_title(heading: str | None, title: str) -> str | None:
    """Return the headings above a place without the first ones that the title of the document says already.

    >>> drop_title("Libraries › Adding", "Manual: libraries"), drop_title("Fees", "fees"), drop_title(None, "Fees")
    ('Adding', None, None)
    """
    parts = (heading or "").split(" › ")
    while parts and parts[0].casefold() in title.casefold():
        parts.pop(0)
    return " › ".join(parts) or None


def _find_forms(text: str, start: int, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where `text` has a form of one of `words`, in offsets of the document; `start` is that of `text`.

    A form begins like the word and is about as long: `files` and `filed` are forms of `file`, `filament` is none.
    """
    wanted = [(word.casefold(), _shorten(word.casefold())) for word in words]
    return [
        (start + match.start(), start + match.end())
        for match in (_WORD.finditer(text) if wanted else ())
        if any(_is_form(match[0].casefold(), word, beginning) for word, beginning in wanted)
    ]


def _shorten(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - 2)] if len(word) >= _SHORTEST else word


def _is_form(other: str, word: str, beginning: str) -> bool:
    if len(word) < _SHORTEST:
        return other == word
    return other.startswith(beginning) and abs(len(other) - len(word)) <= _LONGEST_ENDING
