"""Cut a passage into the windows that the reader sees: whole sentences around the ones that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.types import Passage

__all__ = ["WINDOW", "Window", "cut_windows"]

WINDOW = 620  # characters: some 145 tokens

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a passage. start, end: half-open in the document. sentences: those it holds, in offsets of its text."""

    passage: Passage
    start: int
    end: int
    sentences: tuple[Place, ...]

    @property
    def text(self) -> str:
        """The words between start and end."""
        return self.passage.cut(self.start, self.end)


def cut_windows(passage: Passage, wanted: Sequence[Place], size: int = WINDOW) -> list[Window]:
    """Return windows that hold the sentences that are wanted, which are given best first.

    A window grows around the best sentence that none holds yet, by turns after it and before it, while it has at most
    `size` characters. What stands in front of its first sentence, such as a question or a heading, is in it.
    """
    windows: list[Window] = []
    numbers = {place: number for number, place in enumerate(passage.sentences)}
    held: set[int] = set()
    for place in wanted:
        number = numbers.get(place)
        if number is None or number in held:
            continue
        first, last = _grow(passage, number, size)
        held.update(range(first, last + 1))
        start, end = _begin(passage, first), passage.sentences[last][1]
        within = tuple((a - start, b - start) for a, b in passage.sentences[first : last + 1])
        windows.append(Window(passage, start, end, within))
    return windows


def _begin(passage: Passage, number: int) -> int:
    """Return where a window begins whose first sentence has this number: behind the sentence before."""
    return passage.sentences[number - 1][1] if number else passage.start


def _grow(passage: Passage, number: int, size: int) -> tuple[int, int]:
    """Return the first and the last sentence of the window around one."""
    first = last = number
    growing = True
    while growing:
        growing = False
        if last + 1 < len(passage.sentences) and passage.sentences[last + 1][1] - _begin(passage, first) <= size:
            last, growing = last + 1, True
        if first and passage.sentences[last][1] - _begin(passage, first - 1) <= size:
            first, growing = first - 1, True
    return first, last
