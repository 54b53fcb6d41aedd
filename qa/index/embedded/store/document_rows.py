"""The row of a document: what is written into it, and what is read from it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from qa.index.listing import title_key
from qa.preparing.places import Places, write_headings
from qa.preparing.prepare import VERSION
from qa.types import Document, DocumentInfo

__all__ = ["INFO_COLUMNS", "find_time", "lie_within", "make_row", "read_info"]

INFO_COLUMNS = ", ".join(each.name for each in fields(DocumentInfo))


def find_time(document: Document, replaced: Sequence[Any] | None, now: str) -> str:
    """Return when a document was added: as the one that it replaces, where the text is the same."""
    return str(replaced[2]) if replaced and replaced[1] == document.sha256 else now


def make_row(revision: int, document: Document, n_passages: int, added: str) -> tuple[object, ...]:
    """Return the row of a document, in the order of the columns."""
    return (
        revision,
        document.id,
        document.title,
        document.source,
        document.media_type,
        document.sha256,
        _write_json(document.page_starts),
        write_headings(document),
        len(document.text),
        n_passages,
        document.language,
        added,
        title_key(document.title),
        _write_json(document.notices),
        VERSION,
        _write_json(document.recognised),
    )


def _write_json(values: Sequence[object]) -> str:
    return json.dumps(values) if values else "[]"  # as of nearly all documents


def read_info(row: Sequence[Any]) -> DocumentInfo:
    """Return what is known of a document, from a row of `INFO_COLUMNS`."""
    values = list(row)
    values[-2:] = (() if value == "[]" else tuple(json.loads(value)) for value in values[-2:])
    return DocumentInfo(*values)


def lie_within(start: int, end: int, n_characters: int, sentences: Places) -> bool:
    """Tell whether a passage has as many characters as its place, and its sentences lie in it, one behind another."""
    at = start
    for first, last in sentences:
        if not at <= first < last:
            return False
        at = last
    return end - start == n_characters and at <= end
