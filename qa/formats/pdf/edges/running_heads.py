"""Running heads, feet and page numbers: what stands at one place of several pages, taken out of the text.

Taken out is what counts the pages, and the same words but where they stand first. Lines that differ in other figures
say something (a balance, a chapter's number) and stay; a sentence may run on past them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from qa.formats.pdf.edges.page_numbers import ends_in_label, may_begin, pattern_of, say_plainly, states_page, take_count
from qa.formats.pdf.page import LARGE, Page, PageLine

__all__ = ["PartedPage", "part_running_heads"]

_APART = 1.6  # times the size, between a running head and the text
_EDGE_LINES = 3  # at the top and bottom of a page that may be running heads and feet
_REPEATED = 3  # pages on which one stands
_FEW_PAGES = 5  # of a document, in which a count of pages may stand on two
_SHIFT = 5.0  # points by which its place may differ
_FIGURES = 3  # beside one another, which count nothing
_SAME_HEIGHT = 1.0  # points
_ALIGNED = 3.0  # points between the edges of a column's name and of what stands under it


@dataclass(slots=True)
class PartedPage:
    """A page's lines without its running heads and feet, and those of them that are kept.

    passing: the `id` of each line of the text at an edge that differs from those of other pages in figures alone.
    """

    lines: list[PageLine]
    heads: list[PageLine] = field(default_factory=list)
    feet: list[PageLine] = field(default_factory=list)
    passing: set[int] = field(default_factory=set)


class _Peers:
    """The lines of one pattern at about one place of pages, in their order."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self._lines = sorted(lines)
        self._numbers = [number for number, _ in self._lines]
        self.n_pages = len(set(self._numbers))
        self._runs: dict[tuple[int, str], tuple[int, int]] = {}  # of each line: the page that its run begins on, length
        for _, run in groupby(self._lines, key=lambda line: line[1]):
            members = list(run)
            n_pages = len({number for number, _ in members})
            self._runs.update((member, (members[0][0], n_pages)) for member in members)

    def neighbours(self, number: int) -> list[tuple[int, str]]:
        """Return the lines nearest to page `number` on pages before and behind it."""
        before, behind = bisect_left(self._numbers, number), bisect_right(self._numbers, number)
        return [*self._lines[max(0, before - 2) : before], *self._lines[behind : behind + 2]]

    def find_run(self, number: int, text: str) -> tuple[int, int]:
        """Return the page that a run of the same words begins on, and on how many pages they follow one another."""
        return self._runs[number, text]


def part_running_heads(pages: Sequence[Page], body: float) -> list[PartedPage]:
    """Return the pages parted from their running heads and feet. body: the size of most text."""
    edges = [_find_edges(page.lines) for page in pages]
    places: defaultdict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    texts: dict[int, str] = {}
    for number, ends in enumerate(edges):
        for line in {id(line): line for end in ends for line in end}.values():
            texts[id(line)] = _text_of(line, ends)
            places[_place_of(line, texts[id(line)])].append((number, texts[id(line)]))
    peers: dict[tuple[str, int], _Peers] = {}
    parted = [PartedPage([]) for _ in pages]
    dropped: set[int] = set()
    first: dict[tuple[str, int], tuple[PageLine, list[PageLine]]] = {}  # of the same words, and where they are kept
    for number, ends in enumerate(edges):
        for end, kept in zip(ends, (parted[number].heads, parted[number].feet), strict=True):
            for line in end:
                text = texts[id(line)]
                pattern, height = place = _place_of(line, text)
                if place not in peers:
                    near = [each for shift in (-1, 0, 1) for each in places.get((pattern, height + shift), ())]
                    peers[place] = _Peers(near)
            lines = end[: _count_edge_lines(end, [peers[_place_of(line, texts[id(line)])].n_pages for line in end])]
            inside = False  # of a line that says something by itself, as on an invoice: what is there is no head
            for line in lines:
                text = texts[id(line)]
                others = peers[_place_of(line, text)]
                rest = _take_count(number, text, others, len(pages), line.size >= LARGE * body)
                said = _find_repeated(number, text, others) if rest is None else (rest, 0)
                if said is None or (inside and rest is None):
                    parted[number].passing.add(id(line))
                    inside = True
                    continue
                dropped.add(id(line))
                if said[0]:
                    first.setdefault(said, (line, kept))
    heads = {words[:1] for words, _ in first}
    elsewhere = {
        say_plainly(line.text)
        for page in pages
        for line in page.lines
        if may_begin(line.text, heads) and id(line) not in dropped
    }
    for (said_words, _), (line, kept) in first.items():
        if said_words not in elsewhere:
            kept.append(line)
    for page, part in zip(pages, parted, strict=True):
        part.lines = [line for line in page.lines if id(line) not in dropped]
        part.heads.sort(key=lambda line: (-line.bottom, line.left))
        part.feet.sort(key=lambda line: (-line.bottom, line.left))
    return parted


def _take_count(number: int, text: str, peers: _Peers, n_pages: int, large: bool) -> str | None:
    """Return what a line at an edge says beside a count of pages, None where there is none on enough pages."""
    if peers.n_pages >= _REPEATED or (peers.n_pages == 2 and n_pages <= _FEW_PAGES):
        return take_count(number, text, peers.neighbours(number), peers.n_pages, large=large)
    return None


def _find_repeated(number: int, text: str, peers: _Peers) -> tuple[str, int] | None:
    """Return the words of a line that enough pages have, and the page on which they stand first; None for others.

    The words are empty where they say no more than the page's number.
    """
    start, length = peers.find_run(number, text)
    if length < _REPEATED:
        return None
    return "" if states_page(text) else say_plainly(text), 0 if length == peers.n_pages else start


def _count_edge_lines(end: list[PageLine], n_pages: list[int]) -> int:
    """Return how many lines of an end, from the edge inward, stand on several pages and apart from the text."""
    n_lines = next((n for n, times in enumerate(n_pages) if times < 2 or _is_scale(end[n])), len(end))
    n_lines = next((n for n in range(min(n_lines, len(end) - 1)) if _names_columns(end[n], end[n + 1])), n_lines)
    while n_lines and (n_lines == len(end) or not _are_apart(end[:n_lines], end[n_lines:])):
        n_lines -= 1
    return n_lines


def _find_edges(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """Return the lines at the top of a page, and those at its foot, each from the edge inward."""
    upright = sorted((line for line in lines if not line.turned), key=lambda line: line.bottom)
    return upright[: -_EDGE_LINES - 2 : -1], upright[: _EDGE_LINES + 1]


def _text_of(line: PageLine, ends: tuple[list[PageLine], list[PageLine]]) -> str:
    """Return the text of a line, behind the label that stands to its left as a line of its own."""
    for end in ends:
        for other in end:
            if (
                other is not line
                and abs(other.bottom - line.bottom) < line.size / 2
                and other.right <= line.left
                and ends_in_label(other.text)
            ):
                return f"{other.text}\t{line.text}"
    return line.text


def _place_of(line: PageLine, text: str) -> tuple[str, int]:
    """Return the text of a line, but for its numbers, and about where it stands."""
    return pattern_of(text), round(line.bottom / _SHIFT)


def _are_apart(outer: list[PageLine], inner: list[PageLine]) -> bool:
    """Tell whether more than the distance of two lines of one text parts the lines at an edge from those under them."""
    return not any(
        _are_figures(line, other)
        if abs(line.bottom - other.bottom) < _SAME_HEIGHT
        else abs(line.bottom - other.bottom) <= _APART * min(line.size, other.size)
        and min(line.right, other.right) > max(line.left, other.left)
        for line in outer
        for other in inner
    )


def _is_scale(line: PageLine) -> bool:
    """Tell whether a line is a row of figures, as along a diagram."""
    return len(line.parts) >= _FIGURES and _are_figures(line)


def _are_figures(*lines: PageLine) -> bool:
    """Tell whether lines have no letters, as the figures under a diagram have none."""
    return not any(any(map(str.isalpha, line.text)) for line in lines)


def _names_columns(line: PageLine, inner: PageLine) -> bool:
    """Tell whether a line is the head of a table that goes on under it."""
    if len(inner.parts) < 2 or line.bottom < inner.bottom:
        return False
    n_aligned = sum(
        any(abs(part.left - other.left) < _ALIGNED or abs(part.right - other.right) < _ALIGNED for other in inner.parts)
        for part in line.parts
    )
    return n_aligned >= (2 if not any(map(str.isdigit, line.text)) else 3)
