"""Regular expressions that are compiled when they are first used: all of them take as long as an answer does.

Left out: those that every question needs, which are compiled where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import regex

__all__ = ["Pattern", "compile_all"]

_made: list[Pattern] = []


class Pattern:
    """A regular expression, as `regex.compile` takes it; its methods are those of a compiled one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        _made.append(self)

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The expression, compiled."""
        return regex.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Return the first match between two places, or None."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> regex.Match[str] | None:
        """Return the match at a place, by default the beginning, or None."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Return the match of all between two places, or None."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0) -> Iterator[regex.Match[str]]:
        """Return the matches from `start` on, in order."""
        return self.compiled.finditer(text, start)

    def findall(self, text: str) -> list[str]:
        """Return the texts that match, in order."""
        return self.compiled.findall(text)

    def sub(self, new: str, text: str) -> str:
        """Return the text with `new` wherever the expression is found."""
        return self.compiled.sub(new, text)


def compile_all() -> None:
    """Compile those of all modules that are loaded."""
    for pattern in _made:
        pattern.compiled  # noqa: B018
