"""The lines of a page in the order of reading, as blocks of lines that stand below one another.

The order in which a page draws its lines is that of reading unless it goes back up, or draws two columns line by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from qa.formats.pdf.page import PageLine, is_below, same_size

__all__ = ["order_blocks"]

_MAX_BLOCKS = 200  # on a page that is put in order; the time grows with the square
_GUTTER_LINES = 6  # that must have a gap at one place to be taken for two columns drawn line by line
_COLUMN_CHARACTERS = 25  # on average, on each side


def order_blocks(lines: Sequence[PageLine], alone: Sequence[tuple[int, PageLine]] = ()) -> list[list[PageLine]]:
    """Return runs of lines below one another, in the order of reading.

    alone: what is a block of its own, as a table is, each with the number of lines that are drawn before it.
    """
    blocks: list[list[PageLine]] = []
    apart = {id(line) for _, line in alone}
    ordered = _part_columns(lines)
    for number, line in reversed(alone):
        ordered.insert(number, line)
    for line in ordered:
        if blocks and id(line) not in apart and id(blocks[-1][-1]) not in apart and is_below(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return _join_upward(_order(blocks), apart)


def _join_upward(blocks: list[list[PageLine]], apart: Collection[int]) -> list[list[PageLine]]:
    """Return blocks in order with those made one of single lines that a page draws from the bottom upward."""
    joined: list[list[PageLine]] = []
    ends = False  # whether the last block is such lines
    for block in blocks:
        single = len(block) == 1 and id(block[0]) not in apart
        if single and ends and is_below(joined[-1][-1], block[0]) and same_size(joined[-1][-1], block[0]):
            joined[-1].append(block[0])
        else:
            joined.append(list(block))
        ends = single
    return joined


def _part_columns(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines with two columns of prose that are drawn line by line taken apart, left column first."""
    at: defaultdict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line.parts) == 2 and not line.turned:
            at[round(line.parts[1].left / 3)].append(number)
    place, rows = max(at.items(), key=lambda item: len(item[1]), default=(0, []))
    if len(rows) < _GUTTER_LINES:
        return list(lines)
    first, last = rows[0], rows[-1]
    middle = [lines[number] for number in range(first, last + 1)]
    lefts, rights = [], []
    for line in middle:
        before = tuple(part for part in line.parts if part.left < 3 * place - 3)
        behind = tuple(part for part in line.parts if part.left >= 3 * place - 3)
        if any(part.right > 3 * place for part in before):
            return list(lines)  # a line that crosses the gap: no columns
        if before:
            lefts.append(replace(line, parts=before, hyphenated=line.hyphenated and not behind))
        if behind:
            rights.append(replace(line, parts=behind))
    if any(sum(len(line.text) for line in side) < _COLUMN_CHARACTERS * len(side) for side in (lefts, rights)):
        return list(lines)
    return [*lines[:first], *lefts, *rights, *lines[last + 1 :]]


def _order(blocks: list[list[PageLine]]) -> list[list[PageLine]]:
    """Return blocks as they are drawn, but each behind those that stand above it."""
    boxes = [
        (
            min(line.left for line in block),
            min(line.bottom for line in block),
            max(line.right for line in block),
            max(line.top for line in block),
        )
        for block in blocks
    ]

    def is_above(one: int, other: int) -> bool:
        left, bottom, right, _ = boxes[one]
        other_left, _, other_right, other_top = boxes[other]
        return min(right, other_right) > max(left, other_left) and bottom >= other_top - 2

    n_blocks = len(blocks)
    if n_blocks > _MAX_BLOCKS:
        return blocks
    earlier = [{i for i in range(n_blocks) if is_above(i, j)} for j in range(n_blocks)]
    order: list[int] = []
    left = list(range(n_blocks))
    while left:
        chosen = next((j for j in left if earlier[j].isdisjoint(left)), left[0])
        order.append(chosen)
        left.remove(chosen)
    return [blocks[number] for number in order]
