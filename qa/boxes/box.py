"""Boxes on a page as people are given them, made of where lines stand, and the directions in which a line may run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

__all__ = ["DOWN", "LEFT", "NO_BOXES", "PAGED", "RIGHT", "TENTHS", "UP", "Box", "make_boxes"]

RIGHT, DOWN, LEFT, UP = range(4)
TENTHS = 10  # of a point, in which places are kept
PAGED = "application/pdf"  # the media type of files of which it is known where words stand on their pages
NO_BOXES = (  # a notice of a document that has pages and no boxes, as it came from a version that knew none
    "It was added by an earlier version of Quoth, which did not keep where words stand on the pages: add its file "
    "again to have quotes marked there."
)
_BESIDE = 0.5  # of the height of the lower of two boxes: so much of it stands beside the other where both are one
_AS_HIGH = 1.8  # times the height of the lower one, up to which another is of its line
_TOGETHER = 1.3  # times the height of the higher one, up to which both together are: else they are of two rows


class Box(TypedDict):
    """A rectangle on a page, in points from the top left of the page as it is shown. page: from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def make_boxes(lines: Iterable[Sequence[int]]) -> list[Box]:
    """Return the box of each line; of those that follow one another and stand beside one another, one.

    lines: page and direction of each; from where to where it stands across its direction, in tenths of a point to the
    right or downward; and along it, in the direction of reading. One of no extent is not seen and has no box.
    """
    boxes: list[list[int]] = []
    for page, direction, low, high, near, far in lines:
        last = boxes[-1] if boxes else None
        if low == high or near == far:
            continue
        if last and last[:2] == [page, direction] and _stand_beside(last[2], last[3], low, high):
            last[2:] = min(last[2], low), max(last[3], high), min(last[4], near), max(last[5], far)
        else:
            boxes.append([page, direction, low, high, near, far])
    return [_make_box(*box) for box in boxes]


def _stand_beside(low: int, high: int, other_low: int, other_high: int) -> bool:
    """Tell whether two boxes stand beside one another, as pieces of a line do."""
    least, most = sorted((high - low, other_high - other_low))
    return (
        min(high, other_high) - max(low, other_low) >= _BESIDE * least
        and most <= _AS_HIGH * least
        and max(high, other_high) - min(low, other_low) <= _TOGETHER * most
    )


def _make_box(page: int, direction: int, low: int, high: int, *ends: int) -> Box:
    near, far = ends
    if direction in {LEFT, UP}:
        near, far = -far, -near
    left, top, right, bottom = (low, near, high, far) if direction in {DOWN, UP} else (near, low, far, high)
    return Box(page=page, left=left / TENTHS, top=top / TENTHS, right=right / TENTHS, bottom=bottom / TENTHS)
