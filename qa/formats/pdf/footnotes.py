"""Footnotes: small print at the foot of a column. They stand after the text of their page."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qa.formats.pdf.page import SMALL
from qa.formats.pdf.paragraphs import Paragraph, runs_on

__all__ = ["order_notes", "part_footnotes"]

_NOTE = regex.compile(r"(?:\d{1,3}[.)]?|[*∗†‡§¶#]{1,3}|[(\[]\d{1,3}[)\]])\s?\S")


def part_footnotes(paragraphs: list[Paragraph], body: float) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs of a page without its footnotes, and these: small print at the foot of a column."""
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    inside = False
    for paragraph in paragraphs:
        small = paragraph.size < SMALL * body and not paragraph.lines[0].row and not paragraph.pieces
        inside = small and ((inside and _is_under(notes[-1], paragraph)) or _NOTE.match(paragraph.plain) is not None)
        if inside and any(other.size >= SMALL * body and _is_under(paragraph, other) for other in paragraphs):
            inside = False
        (notes if inside else text).append(paragraph)
    return (text, notes) if any(paragraph.size >= SMALL * body for paragraph in text) else (paragraphs, [])


def _is_under(paragraph: Paragraph, other: Paragraph) -> bool:
    """Tell whether `other` stands somewhere below `paragraph`, in its column."""
    line, first = paragraph.lines[-1], other.lines[0]
    return first.top <= line.bottom + 0.5 * line.size and min(line.right, first.right) > max(line.left, first.left)


def order_notes(texts: list[list[Paragraph]], notes: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of all pages, each page's notes behind its text, but before a paragraph that runs on."""
    running: Paragraph | None = None
    for number, (paragraphs, below) in enumerate(zip(texts, notes, strict=True)):
        for paragraph in (*paragraphs, *below):
            paragraph.page = number
        rest = paragraphs
        if running is not None:
            running.turns[len(running.lines)] = number
            running.lines += paragraphs[0].lines
            rest = paragraphs[1:]
        last = rest[-1] if rest else None if below else running
        following = texts[number + 1] if number + 1 < len(texts) else []
        goes_on = last is not None and bool(following) and runs_on(last, following[0])
        if running is not None and not (goes_on and last is running):
            yield running
        running = last if goes_on else None
        yield from rest[:-1] if goes_on and rest else rest
        yield from below
