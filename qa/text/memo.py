"""A function of one word that remembers what it returned: the quickest memory there is for what is asked all the time.

`functools.lru_cache` keeps an order of use, which costs several times the look-up in a dictionary. Here all is
forgotten when there is too much of it: the words that texts are made of are soon known again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["remember"]

V = TypeVar("V")


class _Known(dict[str, V]):
    """Words to what a function returns for them. Several threads may use it: each step is one of a dictionary."""

    def __init__(self, function: Callable[[str], V], most: int) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, word: str) -> V:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._function(word)
        return value


def remember(function: Callable[[str], V], most: int) -> Callable[[str], V]:
    """Return a function that gives what `function` does, and calls it once for a word while it is remembered.

    most: words to remember; at least 1. What `function` raises passes, and is not remembered.

    >>> shouted = remember(str.upper, 2)
    >>> [shouted(word) for word in ("a", "b", "a", "c")]
    ['A', 'B', 'A', 'C']
    """
    return _Known(function, most).__getitem__
