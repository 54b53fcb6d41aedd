"""Pages on which some words are red, so that it can be seen whether boxes hold the ink of these and of no others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pypdfium2

from qa.boxes.box import Box

__all__ = ["left_out", "marked_too_much", "see"]

SCALE = 4  # pixels a point
_SLACK = 2  # pixels that ink may run over: the edges of letters are soft

Colours = npt.NDArray[np.int16]  # height × width × red, green, blue


def see(data: bytes, number: int) -> Colours:
    """Return page `number`, from 1, as it is shown."""
    with pypdfium2.PdfDocument(data) as document:
        colours: Colours = document[number - 1].render(scale=SCALE).to_numpy()[:, :, 2::-1].astype(np.int16)
    return colours


def _inside(picture: Colours, boxes: Sequence[Box], slack: int) -> npt.NDArray[np.bool_]:
    inside = np.zeros(picture.shape[:2], dtype=np.bool_)
    for box in boxes:
        top, bottom = round(box["top"] * SCALE) - slack, round(box["bottom"] * SCALE) + slack
        left, right = round(box["left"] * SCALE) - slack, round(box["right"] * SCALE) + slack
        inside[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = True
    return inside


def left_out(data: bytes, boxes: Sequence[Box], number: int = 1) -> int:
    """Return how many red dots of a page lie outside the boxes; -1 where there are none at all."""
    picture = see(data, number)
    red = picture[:, :, 0] - picture[:, :, 1] > 120
    some = [box for box in boxes if box["page"] == number]
    return int((red & ~_inside(picture, some, _SLACK)).sum()) if red.any() else -1


def marked_too_much(data: bytes, boxes: Sequence[Box], number: int = 1) -> int:
    """Return how many black dots of a page lie inside the boxes; -1 where there are none at all."""
    picture = see(data, number)
    black = picture.max(axis=2) < 100
    some = [box for box in boxes if box["page"] == number]
    return int((black & _inside(picture, some, -_SLACK)).sum()) if black.any() else -1
