"""Footnotes: small print at the foot of a column."""

from __future__ import annotations

import regex

from qa.formats.pdf.page import SMALL
from qa.formats.pdf.paragraphs import Paragraph

__all__ = ["part_footnotes"]

_NOTE = regex.compile(r"(?:\d{1,3}[.)]?|[⁰¹²³⁴-⁹]{1,3}⁾?|[ᵃ-ᶻ]|[*∗†‡§¶#]{1,3}|[(\[]\d{1,3}[)\]])\s?\S")


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
