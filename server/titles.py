"""What a document is called where it is shown, and where a place of it stands on its pages.

Quick to import, since the command line needs it too.
"""

from __future__ import annotations

import qa

__all__ = ["find_boxes", "find_boxes_of", "find_title"]


def find_title(library: qa.Library, document_id: str) -> str:
    """Return a document's title, or its id when it was removed since the search."""
    try:
        return library.info(document_id).title
    except qa.DocumentNotFound:
        return document_id


def find_boxes(library: qa.Library, place: qa.Citation) -> list[qa.Box]:
    """Return the boxes of a place on its pages; none when the document was removed or changed since it was cited."""
    if place.page is None:
        return []
    try:
        return library.boxes(place.span) if library.info(place.document_id).sha256 == place.sha256 else []
    except (qa.DocumentNotFound, qa.InvalidSpan):
        return []


def find_boxes_of(library: qa.Library, span: qa.Span) -> list[qa.Box]:
    """Return the boxes of a place on its pages; none where the document is no longer there or shorter."""
    try:
        return library.boxes(span) if span.end > span.start else []
    except (qa.DocumentNotFound, qa.InvalidSpan):
        return []
