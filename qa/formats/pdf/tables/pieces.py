"""Pieces of a page's lines: what tables are made of, each a line of one part that can be cut between its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from qa.formats.pdf.lines import make_part
from qa.formats.pdf.page import LinePart, PageLine, PageWord

__all__ = ["LinePiece", "cell_line", "cut_at", "join_rest", "pieces_of", "reach_of"]


class LinePiece:
    """A part of a line of the page, a line by itself, and the number of the line that it is of."""

    __slots__ = ("left", "line", "middle", "number", "right", "text")

    def __init__(self, line: PageLine, number: int) -> None:
        (part,) = line.parts
        self.line = line
        self.number = number
        self.text, self.left, self.right = part.text, part.left, part.right
        self.middle = (line.bottom + line.top) / 2  # its height on the page


def pieces_of(lines: Sequence[PageLine]) -> list[LinePiece]:
    """Return the parts of upright lines, in their order."""
    pieces = []
    for number, line in enumerate(lines):
        if line.turned:
            continue
        if len(line.parts) == 1:
            pieces.append(LinePiece(line, number))
            continue
        for part in line.parts:
            pieces.append(LinePiece(_narrow(line, part, last=part is line.parts[-1]), number))
    return pieces


def cut_at(piece: LinePiece, places: Sequence[float]) -> list[LinePiece]:
    """Return a piece cut between its words at places from the left, ascending; a word stands where its middle is."""
    (part,) = piece.line.parts
    if len(part.words) < 2 or bisect_right(places, piece.left) == bisect_right(places, piece.right):
        return [piece]
    groups = [
        list(words) for _, words in groupby(part.words, lambda word: bisect_right(places, (word.left + word.right) / 2))
    ]
    if len(groups) == 1:
        return [piece]
    return [
        LinePiece(_narrow(piece.line, made, last=words is groups[-1]), piece.number)
        for words in groups
        if (made := make_part(words)).text
    ]


def join_rest(lines: Sequence[PageLine], pieces: Iterable[LinePiece]) -> list[tuple[int, PageLine]]:
    """Return the lines that `pieces` are of, each with its number and of those pieces alone."""
    kept: dict[int, list[LinePiece]] = {}
    for piece in pieces:
        kept.setdefault(piece.number, []).append(piece)
    rest = []
    for number, line in enumerate(lines):
        own = kept.get(number, ())
        if line.turned:
            rest.append((number, line))
        elif own:
            whole = sum(len(piece.line.parts[0].words) for piece in own) == sum(len(part.words) for part in line.parts)
            last = own[-1].line
            rest.append(
                (
                    number,
                    line
                    if whole and len(own) >= len(line.parts)
                    else replace(
                        line,
                        parts=tuple(piece.line.parts[0] for piece in own),
                        hyphenated=last.hyphenated,
                        spaced=last.spaced,
                    ),
                )
            )
    return rest


def cell_line(piece: LinePiece) -> PageLine:
    """Return a piece as a line of a cell, in which a tab would begin another."""
    (part,) = piece.line.parts
    if "\t" not in part.text:
        return piece.line
    return replace(piece.line, parts=(replace(part, text=" ".join(part.text.split())),))


def reach_of(pieces: Iterable[LinePiece]) -> tuple[float, float, float, float]:
    """Return the left, bottom, right and top of pieces."""
    lines = [piece.line for piece in pieces]
    return (
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )


def _narrow(line: PageLine, part: LinePart, *, last: bool) -> PageLine:
    """Return a line of one of its parts alone, or of a piece of it."""
    words: tuple[PageWord, ...] = part.words
    if not words:
        return replace(line, parts=(part,), hyphenated=line.hyphenated and last)
    return replace(
        line,
        parts=(part,),
        bottom=min(word.bottom for word in words),
        top=max(word.top for word in words),
        first_width=words[0].right - words[0].left,
        hyphenated=words[-1].hyphenated,
        spaced=words[-1].spaced,
    )
