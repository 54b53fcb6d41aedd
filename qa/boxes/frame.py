"""How a page is shown: from the places that a file gives its words to those on the page that a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.arrays import Floats, Int64s

__all__ = ["Frame", "show"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's frame. It takes places with the origin at the bottom left, as words have them once their page is turned
    so that most of it runs from left to right, to points from the top left of the page as it is shown.

    right, down: how much each point to the right and each upward counts there, and what is added to it.
    quarters: quarter turns, clockwise, by which the text is seen turned. width, height: of the page as it is shown.
    """

    right: tuple[float, float, float]
    down: tuple[float, float, float]
    quarters: int
    width: float
    height: float

    @classmethod
    def of_page(
        cls, bounds: tuple[float, float, float, float], rotation: int, *, turned: int = 0, mirrored: bool = False
    ) -> Frame:
        """Return the frame of a page.

        bounds: left, bottom, right and top of what is shown of it, before it is turned. rotation: quarter turns,
        clockwise, by which it is shown. turned: those by which its words were turned, clockwise. mirrored: whether left
        and right changed places after that.
        """
        left, bottom, right, top = bounds

        def place(x: float, y: float) -> tuple[float, float]:
            x = -x if mirrored else x
            x, y = ((x, y), (-y, x), (-x, -y), (y, -x))[turned % 4]
            return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[
                rotation % 4
            ]

        (x, y), (x_right, y_right), (x_up, y_up) = place(0.0, 0.0), place(1.0, 0.0), place(0.0, 1.0)
        width, height = (right - left, top - bottom)[:: -1 if rotation % 2 else 1]
        across, down = (round(x_right - x), round(x_up - x), x), (round(y_right - y), round(y_up - y), y)
        return cls(across, down, rotation - turned, width, height)


def show(frames: Sequence[Frame], of: Int64s, places: Floats) -> Floats:
    """Return left, top, right and bottom of what is seen of boxes; of one beside its page, a place at the page's edge.

    of: the number of each box's frame. places: left, bottom, right and top of each.
    """
    about = np.array([(*each.right, *each.down, each.width, each.height) for each in frames])[of]
    xs, ys = places[:, 0::2], places[:, 1::2]
    across = about[:, 0:1] * xs + about[:, 1:2] * ys + about[:, 2:3]
    down = about[:, 3:4] * xs + about[:, 4:5] * ys + about[:, 5:6]
    across.sort(axis=1)
    down.sort(axis=1)
    across, down = np.clip(across, 0.0, about[:, 6:7]), np.clip(down, 0.0, about[:, 7:8])
    return np.column_stack([across[:, 0], down[:, 0], across[:, 1], down[:, 1]])
