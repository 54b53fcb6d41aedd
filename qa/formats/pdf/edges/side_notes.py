"""Notes in the margin beside a text: taken out of its lines, and read before the paragraph that begins where they do,
as headings in the margin are, else behind the paragraph that they stand at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qa.formats.pdf.page import LinePart, PageLine, begins_item
from qa.formats.pdf.paragraphs import Paragraph, cut_paragraphs

__all__ = ["part_side_notes", "place_side_notes"]

_LONG = 35  # characters of a line of the text itself
_MIN_LINES = 8
_MOST = 0.65  # of a page's letters are in the text
_SHORT = 34  # characters of a line of a note, on average
_APART = 4.0  # points between a note and the text
_MIN_LETTERS = 3
_MAX_NOTES = 300  # lines of notes on a page
_SAME = 0.6  # of the size: lines that begin at one height


def part_side_notes(lines: Sequence[PageLine]) -> tuple[list[tuple[int, PageLine]], list[list[PageLine]]]:
    """Return lines, each with its number, without the notes beside them, and these as blocks from the top."""
    whole = list(enumerate(lines))
    parts = [part for line in lines if not line.turned for part in line.parts]
    lefts = Counter(round(part.left / 3) for part in parts if len(part.text) >= _LONG)
    if not lefts or len(parts) == sum(lefts.values()):
        return whole, []
    place = lefts.most_common(1)[0][0]
    text = [part for part in parts if len(part.text) >= _LONG and abs(part.left / 3 - place) <= 1.5]
    left, right = min(part.left for part in text) - _APART, max(part.right for part in text) + _APART
    if len(text) < _MIN_LINES or sum(len(part.text) for part in text) < _MOST * sum(len(part.text) for part in parts):
        return whole, []
    heights = [
        (line.bottom, line.top)
        for line in lines
        if not line.turned and any(left < part.left and part.right < right for part in line.parts)
    ]
    bottom, top = min(low for low, _ in heights), max(high for _, high in heights)
    kept, notes = [], []
    for number, line in whole:
        beside = not line.turned and bottom <= line.bottom and line.top <= top + line.size
        aside = tuple(part for part in line.parts if beside and _is_aside(part, left, right))
        rest = tuple(part for part in line.parts if part not in aside)
        if rest:
            kept.append((number, line if not aside else replace(line, parts=rest)))
        notes += [replace(line, parts=(part,), hyphenated=False) for part in aside]
    if not 0 < len(notes) <= _MAX_NOTES or sum(len(note.text) for note in notes) > _SHORT * len(notes):
        return whole, []
    if not all(any(low < note.top and note.bottom < high for low, high in heights) for note in notes):
        return whole, []  # headings that stand out at the side
    return kept, _make_blocks(notes)


def _is_aside(part: LinePart, left: float, right: float) -> bool:
    letters = sum(map(str.isalpha, part.text))
    return (part.right < left or part.left > right) and letters >= _MIN_LETTERS and not begins_item(f"{part.text} ")


def _make_blocks(notes: Sequence[PageLine]) -> list[list[PageLine]]:
    """Return notes as runs of lines below one another."""
    blocks: list[list[PageLine]] = []
    for note in sorted(notes, key=lambda note: (note.left > notes[0].right, -note.bottom)):
        last = blocks[-1][-1] if blocks else None
        near = last is not None and 0 < last.bottom - note.bottom < 1.8 * note.size
        if near and last is not None and abs(last.left - note.left) < 2 * note.size:
            blocks[-1].append(note)
        else:
            blocks.append([note])
    return blocks


def place_side_notes(
    paragraphs: Sequence[Paragraph], blocks: Sequence[Sequence[PageLine]], body: float
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs of a page with its notes among them, and those notes that stand at the last of them."""
    before: dict[int, list[Paragraph]] = {}
    behind: dict[int, list[Paragraph]] = {}
    for block in blocks:
        made = cut_paragraphs(list(block), body)
        number, begins = _find_place(paragraphs, block[0])
        (before if begins else behind).setdefault(number, []).extend(made)
    placed: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        placed += [*before.get(number, ()), paragraph]
        if number + 1 < len(paragraphs):
            placed += behind.get(number, ())
    return placed, behind.get(len(paragraphs) - 1, [])


def _find_place(paragraphs: Sequence[Paragraph], note: PageLine) -> tuple[int, bool]:
    """Return the number of the paragraph that a note stands at, and whether it begins there, on the note's right."""
    distance, number, at = min(
        (abs(line.bottom - note.bottom), number, at)
        for number, paragraph in enumerate(paragraphs)
        for at, line in enumerate(paragraph.lines)
    )
    first = paragraphs[number].lines[0].left > note.right
    return number, at == 0 and first and distance < _SAME * note.size
