"""Running heads, feet and page numbers: what stands at one place of several pages, taken out of the text.

A head that says something is kept once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from qa.formats.pdf.page import Page, PageLine

__all__ = ["part_running_heads"]

_APART = 1.6  # times the size, between a running head and the text
_EDGE_LINES = 3  # at the top and bottom of a page that may be running heads and feet
_REPEATED = 3  # pages on which one stands
_SHIFT = 5.0  # points by which its place may differ
_PAGE_NUMBER = regex.compile(
    r"\W*(?:(?:page|seite|p|s|pag|página|стр|第)?\W*(?:#|[ivxlc]+)\W*(?:(?:of|von|/|de|из|页)?\W*#?)\W*)", regex.I
)
_DIGITS = regex.compile(r"\d+")


def part_running_heads(pages: Sequence[Page]) -> tuple[list[list[PageLine]], list[list[PageLine]]]:
    """Return the lines of each page without running heads and feet, and those of them that are kept."""
    edges = [_find_edges(page.lines) for page in pages]
    places = Counter(place for ends in edges for place in {_place_of(line) for end in ends for line in end})
    running: set[int] = set()
    first: dict[str, tuple[int, PageLine]] = {}
    for number, ends in enumerate(edges):
        for end in ends:
            repeated = [_is_repeated(line, places, len(pages)) for line in end]
            n_lines = repeated.index(False) if False in repeated else len(repeated)
            while n_lines and (n_lines == len(end) or not _is_apart(end[n_lines - 1], end[n_lines])):
                n_lines -= 1
            for line in end[:n_lines]:
                running.add(id(line))
                if not _PAGE_NUMBER.fullmatch(_pattern_of(line)):
                    first.setdefault(_pattern_of(line), (number, line))
    elsewhere = {_pattern_of(line) for page in pages for line in page.lines if id(line) not in running}
    heads: list[list[PageLine]] = [[] for _ in pages]
    for pattern, (number, line) in first.items():
        if pattern not in elsewhere:
            heads[number].append(line)
    return [[line for line in page.lines if id(line) not in running] for page in pages], heads


def _find_edges(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """Return the lines at the top of a page, and those at its foot, each from the edge inward."""
    upright = sorted((line for line in lines if not line.turned), key=lambda line: line.bottom)
    return upright[: -_EDGE_LINES - 2 : -1], upright[: _EDGE_LINES + 1]


def _is_repeated(line: PageLine, places: Counter[tuple[str, int]], n_pages: int) -> bool:
    """Tell whether a line stands at one place of enough pages."""
    pattern, height = _place_of(line)
    n_times = sum(places[pattern, height + shift] for shift in (-1, 0, 1))
    return n_times >= _REPEATED or (1 < n_times == n_pages and _PAGE_NUMBER.fullmatch(pattern) is not None)


def _place_of(line: PageLine) -> tuple[str, int]:
    """Return the text of a line, but for its numbers, and about where it stands."""
    return _pattern_of(line), round(line.bottom / _SHIFT)


def _is_apart(line: PageLine, inner: PageLine) -> bool:
    """Tell whether more than the distance of two lines of one text parts a line at the edge from the next one."""
    return abs(line.bottom - inner.bottom) > _APART * min(line.size, inner.size) or line.bottom == inner.bottom


def _pattern_of(line: PageLine) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))
