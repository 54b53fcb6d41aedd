"""Which paragraphs are headings, and which of them is the title."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from qa.formats.pdf.page import BULLET, LARGE, SMALL, Page
from qa.formats.pdf.paragraphs import Paragraph
from qa.formats.writing.content import LOWEST_LEVEL

__all__ = ["choose_title", "mark_headings"]

_MUCH_LARGER = 1.25  # times the size of the first heading: the title
_MAX_HEADING = 200  # characters
_MAX_HEADINGS = 0.4  # share of a document's characters; with more, size and weight mean something else
_LETTER = regex.compile(r"[\p{L}\p{M}]")
_SENTENCE_END = regex.compile(r"[.!;,:…。！；：，।][\p{Pe}\p{Pf}\"']*$")


def mark_headings(texts: list[list[Paragraph]], pages: Sequence[Page], body: float) -> None:
    """Mark the paragraphs that a bookmark names, and short ones that are larger or bolder than most text."""
    guessed = []
    for paragraphs, page in zip(texts, pages, strict=True):
        titles = {_normalize(title) for title in page.bookmarks} - {""}
        for paragraph in paragraphs:
            text = paragraph.plain
            if paragraph.pieces or any(line.row or line.turned for line in paragraph.lines) or len(text) > _MAX_HEADING:
                continue
            if _normalize(text) in titles:
                paragraph.heading = True
            elif _LETTER.search(text) and not _SENTENCE_END.search(text) and not BULLET.match(text):
                bold = all(line.bold for line in paragraph.lines) and len(paragraph.lines) <= 2
                if paragraph.size >= LARGE * body or (bold and paragraph.size >= SMALL * body):
                    guessed.append(paragraph)
    n_characters = sum(len(paragraph.plain) for paragraphs in texts for paragraph in paragraphs)
    if sum(len(paragraph.plain) for paragraph in guessed) <= _MAX_HEADINGS * n_characters:
        for paragraph in guessed:
            paragraph.heading = True
    _set_levels([paragraph for paragraphs in texts for paragraph in paragraphs if paragraph.heading])


def _set_levels(headings: Sequence[Paragraph]) -> None:
    """Give headings levels by their sizes, the largest the first."""
    sizes = sorted({round(2 * paragraph.size) for paragraph in headings}, reverse=True)
    for paragraph in headings:
        paragraph.level = min(sizes.index(round(2 * paragraph.size)) + 1, LOWEST_LEVEL)


def choose_title(headings: list[Paragraph]) -> str:
    """Return the first heading, or the largest where that is clearly larger; empty when there is none."""
    if not headings:
        return ""
    largest = max(headings, key=lambda paragraph: paragraph.size)
    return (largest if largest.size >= _MUCH_LARGER * headings[0].size else headings[0]).plain


def _normalize(text: str) -> str:
    """Return the letters and digits of `text`, to compare a bookmark with."""
    return "".join(character for character in text.casefold() if character.isalnum())
