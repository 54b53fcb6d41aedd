"""Pages as notices name them."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["name_pages"]


def name_pages(numbers: Iterable[int]) -> str:
    """Return pages, given from 0, as people write them, runs as ranges.

    >>> name_pages([2]), name_pages([1, 2, 3, 7, 9])
    ('Page 3', 'Pages 2–4, 8 and 10')
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    names = [f"{first + 1}" if first == last else f"{first + 1}–{last + 1}" for first, last in runs]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{'Page' if names == [listed] and '–' not in listed else 'Pages'} {listed}"
