"""The paragraphs of all pages in order, where one runs on past what stands at the edges of its pages.

A page's foot and footnotes then stand before that paragraph, the head of the next page behind it. A paragraph that
fills a page with either is parted on it, at the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from qa.formats.pdf.edges.joining import runs_on
from qa.formats.pdf.lines import make_part
from qa.formats.pdf.page import PageLine
from qa.formats.pdf.paragraphs import Paragraph

__all__ = ["LaidPage", "order_pages"]

_ENDED = regex.compile(r"\p{Ll}{2}[.!?…][\p{Pe}\p{Pf}\"'’”⁰¹²³⁴-⁹]*$|[。！？।؟]$")
_BEGUN = regex.compile(r"[\p{Pi}\p{Ps}\"'“‘¿¡]*[\p{Lu}\p{Lo}]")


@dataclass(slots=True)
class LaidPage:
    """The paragraphs of a page: its text, its footnotes, and what it keeps of running heads and feet.

    passing: the `id` of each line of the text past which a sentence may run on, at the page's edges.
    """

    text: list[Paragraph]
    notes: list[Paragraph]
    heads: list[Paragraph] = field(default_factory=list)
    feet: list[Paragraph] = field(default_factory=list)
    passing: set[int] = field(default_factory=set)

    def part(self) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
        """Return the paragraphs of the text that a sentence may pass at the head, the others, and those at the foot."""
        passed = [
            not (each.heading or each.pieces) and all(id(line) in self.passing for line in each.lines)
            for each in self.text
        ]
        if all(passed):
            return [], self.text, []
        start, end = passed.index(False), len(passed) - passed[::-1].index(False)
        return self.text[:start], self.text[start:end], self.text[end:]


def order_pages(pages: list[LaidPage]) -> Iterator[Paragraph]:
    """Yield the paragraphs of all pages."""
    running: Paragraph | None = None
    held: list[Paragraph] = []  # of pages that the running paragraph fills
    for number, page in enumerate(pages):
        for paragraph in (*page.heads, *page.text, *page.notes, *page.feet):
            paragraph.page = number
        head, rest, foot = page.part()
        head, foot = [*page.heads, *head], [*foot, *page.notes, *page.feet]
        if running is not None:
            start = len(running.lines)
            running.turns[start] = number
            running.lines += rest[0].lines
            rest = rest[1:]
            if not rest and (head or foot):
                rest = _part_page(running, start)
        last = rest[-1] if rest else running
        following = pages[number + 1].part()[1] if number + 1 < len(pages) else []
        goes_on = last is not None and bool(following) and runs_on(last, following[0], page.text)
        if running is not None and goes_on and last is running:
            held += [*head, *foot]
            continue
        if running is not None:
            yield running
            yield from held
            held = []
        running = last if goes_on else None
        yield from (*head, *(rest[:-1] if goes_on else rest), *foot)
    yield from held


def _part_page(running: Paragraph, start: int) -> list[Paragraph]:
    """Return what is left of a paragraph behind the first sentence that ends on the page of line `start`, if any."""
    for number in range(start, len(running.lines)):
        line = running.lines[number]
        words = line.parts[0].words
        for at, (word, following) in enumerate(pairwise(words), 1):
            if _ENDED.search(word.text) and _BEGUN.match(following.text):
                first, second = _cut_line(line, at)
                rest = Paragraph([second, *running.lines[number + 1 :]], page=running.turns[start])
                running.lines[number:] = [first]
                return [rest]
    return []


def _cut_line(line: PageLine, at: int) -> tuple[PageLine, PageLine]:
    """Return a line of one part as two, the second from word `at` on."""
    words = list(line.parts[0].words)
    return (
        replace(line, parts=(make_part(words[:at]),), hyphenated=False, spaced=True),
        replace(line, parts=(make_part(words[at:]),), first_width=words[at].right - words[at].left),
    )
