from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.reader import read_ends
from qa.reader.spans import MOST_SPAN

PLACES = [None, None, (0, 3), (4, 6), (7, 9), None]


def make_ends(starts: list[float], stops: list[float]) -> np.ndarray:
    return np.array([starts, stops], np.float32).T


def test_the_best_span_begins_before_it_ends() -> None:
    ends = make_ends([1, 0, 0, 2, 9, 0], [2, 0, 5, 3, 1, 0])
    read = read_ends(ends, PLACES)
    assert (read.start, read.end, read.score, read.none) == (7, 9, 10, 3)
    assert read.odds == 7
    ends = make_ends([1, 0, 0, 6, 1, 0], [2, 0, 9, 3, 4, 0])
    assert (read_ends(ends, PLACES).start, read_ends(ends, PLACES).end) == (4, 9)


def test_of_equal_spans_the_earliest_is_taken() -> None:
    read = read_ends(make_ends([0, 0, 1, 1, 1, 0], [0, 0, 1, 1, 1, 0]), PLACES)
    assert (read.start, read.end) == (0, 3)


def test_a_window_without_a_word_is_not_answered() -> None:
    read = read_ends(make_ends([1, 0], [1, 0]), [None, None])
    assert (read.start, read.end) == (0, 0)
    assert read.odds < -50


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=2, max_size=90))
def test_no_span_is_better(numbers: list[tuple[int, int]]) -> None:
    ends = np.array(numbers, np.float32)
    places = [None, *((at, at + 1) for at in range(len(numbers) - 1))]
    best = max(
        float(ends[first, 0] + ends[last, 1])
        for first in range(1, len(numbers))
        for last in range(first, min(first + MOST_SPAN, len(numbers)))
    )
    read = read_ends(ends, places)
    assert read.score == best
    assert float(ends[read.start + 1, 0] + ends[read.end, 1]) == best
