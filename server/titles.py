"""What a document is called where it is shown; quick to import, since the command line needs it too."""

from __future__ import annotations

import qa

__all__ = ["find_title"]


def find_title(library: qa.Library, document_id: str) -> str:
    """Return a document's title, or its id when it was removed since the search."""
    try:
        return library.info(document_id).title
    except qa.DocumentNotFound:
        return document_id
