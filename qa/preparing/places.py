"""Places as the JSON that an index keeps: of the sentences of a passage and what leads to them, of headings.

A list of `[start, end]` for each sentence, or of `[start, end, lead's start, lead's end]`; of `[start, end, level]` for
each heading, or of `[start, end]` where no levels are known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TypedDict

from qa.types import Document

__all__ = ["Leads", "Places", "read_headings", "read_places", "take_places", "write_headings", "write_places"]

Pair = tuple[int, int]


class DocumentHeadings(TypedDict):
    """What a `Document` is made with of its headings."""

    headings: tuple[Pair, ...]
    heading_levels: tuple[int, ...]


Places = tuple[Pair, ...]
Leads = tuple[Pair | None, ...]


def write_places(sentences: Sequence[Pair], leads: Sequence[Pair | None] = ()) -> str:
    """Return the JSON of the places of sentences, as `json.dumps` writes it, which takes ten times as long."""
    if not leads:
        return f"[{', '.join([f'[{start}, {end}]' for start, end in sentences])}]"
    both = zip(sentences, leads, strict=True)
    return f"[{', '.join([_write_one(*place, lead) for place, lead in both])}]"


def _write_one(start: int, end: int, lead: Pair | None) -> str:
    return f"[{start}, {end}, {lead[0]}, {lead[1]}]" if lead else f"[{start}, {end}]"


def read_places(written: str) -> tuple[Places, Leads]:
    """Return the places of sentences and what leads to them, which is empty where nothing does.

    Raises ValueError or TypeError for what is no such JSON.

    >>> read_places("[[0, 5], [6, 9, 0, 5]]")
    (((0, 5), (6, 9)), (None, (0, 5)))
    """
    return take_places(json.loads(written))


def take_places(read: Iterable[Sequence[int]]) -> tuple[Places, Leads]:
    """Return the places of sentences and what leads to them, from JSON that was read."""
    rows = [tuple(row) for row in read]
    if any(len(row) not in (2, 4) for row in rows):
        raise ValueError("places of sentences are pairs of numbers, or two pairs")
    sentences = tuple((row[0], row[1]) for row in rows)
    if all(len(row) == 2 for row in rows):
        return sentences, ()
    return sentences, tuple((row[2], row[3]) if len(row) == 4 else None for row in rows)


def write_headings(document: Document) -> str:
    """Return the JSON of a document's headings and their levels."""
    if not document.heading_levels:
        return json.dumps(document.headings)
    both = zip(document.headings, document.heading_levels, strict=True)
    return json.dumps([[*place, level] for place, level in both])


def read_headings(written: str) -> DocumentHeadings:
    """Return the headings that JSON has, and their levels. Raises ValueError or TypeError for what is no such JSON."""
    rows = [tuple(row) for row in json.loads(written)]
    levels = tuple(row[2] for row in rows if len(row) == 3)
    return {"headings": tuple((row[0], row[1]) for row in rows), "heading_levels": levels}
