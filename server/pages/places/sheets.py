"""Pages of a PDF as pictures, with a quote marked by its boxes: what a page shows of them, and the last ones kept.

Nothing is drawn before somebody looks. Left out: drawing itself (qa), and how it looks (templates, static).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import qa
from server.bodies.base import OPENED, SHA256_SHOWN, link_to_document
from server.problems import NO_ORIGINAL, ProblemError, show_value
from server.titles import find_boxes_of

__all__ = ["SCALES", "PageSheet", "SheetCache", "link_to_sheet", "show_sheet"]

SCALES = {"1": 1.5, "2": 3.0}
"""Pixels a point, by what the address says: for plain screens, and for fine ones."""
KEPT_BYTES = 48_000_000
"""Bytes of pictures that are kept, the last ones used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """A page as a picture. width, height: in points. boxes: of the quote on it. number: from 1, of n_pages.

    picture: address of it, without its scale. text, before, after, zoom: addresses of the text there, of the pages
    before and after, and of the same page larger or as it was; None where there is none. zoomed: it is larger.
    """

    number: int
    n_pages: int
    width: float
    height: float
    boxes: Sequence[qa.Box]
    picture: str
    text: str
    before: str | None
    after: str | None
    zoom: str
    zoomed: bool


class SheetCache:
    """The pictures that were drawn last. Safe to use from several threads."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, str, int, float], qa.DrawnPage] = OrderedDict()
        self._n_bytes = 0

    def draw(self, library: qa.Library, info: qa.DocumentInfo, number: int, scale: float = 0.0) -> qa.DrawnPage:
        """Return a page, from 1; scale 0 for its size alone. Raises ProblemError without its file, or ReadError."""
        key = info.id, info.sha256, number, scale
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        data = library.original(info.id) if info.media_type in OPENED else None
        if data is None:
            raise ProblemError(
                NO_ORIGINAL,
                f"The file of {show_value(info.title)} is not there as it was read, so its pages cannot be shown. Its "
                "text, which is what is quoted, is still here.",
            )
        page = qa.draw_page(data, number, scale=scale)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = page
                self._n_bytes += _count(page)
            while self._n_bytes > self._most:
                self._n_bytes -= _count(self._kept.popitem(last=False)[1])
        return page


def _count(page: qa.DrawnPage) -> int:
    return len(page.png) + 200  # and what stands around it


def show_sheet(
    cache: SheetCache,
    library: qa.Library,
    document: qa.Document,
    span: qa.Span | None,
    number: int,
    *,
    zoomed: bool,
) -> PageSheet:
    """Return page `number` of a document as it is shown, with the place `span` marked on it.

    Raises InvalidOption for a page that it has not, ProblemError without its file, or ReadError.
    """
    n_pages = len(document.page_starts)
    if not 1 <= number <= n_pages:
        raise qa.InvalidOption(f"page is {number}: the document has {n_pages} pages.")
    drawn = cache.draw(library, library.info(document.id), number)
    boxes = [box for box in find_boxes_of(library, span) if box["page"] == number] if span else []
    version = document.sha256[:SHA256_SHOWN]
    return PageSheet(
        number=number,
        n_pages=n_pages,
        width=drawn.width,
        height=drawn.height,
        boxes=boxes,
        picture=f"{link_to_document(document.id)}/pages/{number}?sha256={version}",
        text=f"{_link(document, span)}#quote",
        before=link_to_sheet(document, span, number - 1, zoomed=zoomed) if number > 1 else None,
        after=link_to_sheet(document, span, number + 1, zoomed=zoomed) if number < n_pages else None,
        zoom=link_to_sheet(document, span, number, zoomed=not zoomed),
        zoomed=zoomed,
    )


def link_to_sheet(document: qa.Document, span: qa.Span | None, number: int, *, zoomed: bool = False) -> str:
    """Return the address of a page as a picture, with the place `span` marked on it."""
    address = _link(document, span)
    return f"{address}{'&' if '?' in address else '?'}page={number}{'&zoom=1' if zoomed else ''}"


def _link(document: qa.Document, span: qa.Span | None) -> str:
    if span is None or span.end == span.start:
        return link_to_document(document.id)
    return link_to_document(document.id, span.start, span.end, document.sha256)
