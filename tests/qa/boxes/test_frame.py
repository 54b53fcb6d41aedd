"""A place on a page is the same as it is shown, however its words were turned and mirrored to be read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.boxes.frame import Frame, show
from qa.formats.pdf.words import turn_back

BOUNDS = (10.0, 20.0, 310.0, 420.0)  # 300 × 400 points
BOX = (110.0, 320.0, 160.0, 340.0)  # 100 from the left of them, 80 from the top


def shown(frame: Frame, *box: float) -> list[float]:
    return [float(place) for place in show([frame], np.array([0]), np.array([box]))[0]]


@pytest.mark.parametrize(
    ("rotation", "place"),
    [
        (0, [100.0, 80.0, 150.0, 100.0]),
        (1, [300.0, 100.0, 320.0, 150.0]),
        (2, [150.0, 300.0, 200.0, 320.0]),
        (3, [80.0, 150.0, 100.0, 200.0]),
    ],
)
@given(turned=st.integers(0, 3), mirrored=st.booleans())
def test_a_box_is_where_the_turned_page_has_it(
    rotation: int, place: list[float], *, turned: int, mirrored: bool
) -> None:
    left, bottom, right, top = turn_back(BOX, turned)
    if mirrored:
        left, right = -right, -left
    frame = Frame.of_page(BOUNDS, rotation, turned=turned, mirrored=mirrored)
    assert shown(frame, left, bottom, right, top) == place
    assert frame.quarters % 4 == (rotation - turned) % 4
    assert (frame.width, frame.height) == ((300.0, 400.0) if rotation % 2 == 0 else (400.0, 300.0))


def test_what_lies_beside_the_page_is_at_its_edge() -> None:
    frame = Frame.of_page(BOUNDS, 0)
    assert shown(frame, -50.0, 320.0, 60.0, 340.0) == [0.0, 80.0, 50.0, 100.0]
    assert shown(frame, 900.0, 320.0, 950.0, 340.0) == [300.0, 80.0, 300.0, 100.0]
