"""Documents whose words have boxes: each line of the text a line on its page, each character ten points wide."""

from __future__ import annotations

import re

import qa
from qa.boxes.box import RIGHT
from qa.boxes.word_boxes import PlacedWord, WordBoxes

__all__ = ["boxed"]


def boxed(document_id: str, text: str, *, page_starts: tuple[int, ...] = (0,)) -> qa.Document:
    """Return a document with boxes, its lines 20 points apart from the top of each page."""
    words = []
    line = page = at = 0
    for number, row in enumerate(text.splitlines(keepends=True)):
        while page < len(page_starts) and page_starts[page] <= at:
            page, line = page + 1, 0
        line += 1
        for match in re.finditer(r"\S+", row):
            left, right = match.span()
            words.append(
                PlacedWord(
                    at + left, at + right, number, page, RIGHT, 10.0 * left, 20.0 * line, 10.0 * right, 20.0 * line + 12
                )
            )
        at += len(row)
    return qa.Document(
        id=document_id,
        text=text,
        media_type="application/pdf",
        page_starts=page_starts,
        word_boxes=WordBoxes.of_words(words).pack(),
    )
