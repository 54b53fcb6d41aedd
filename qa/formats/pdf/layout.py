"""Lines on pages to a text in reading order: paragraphs, headings, footnotes, and without what stands on every page.

It works for any format whose files say where on a page a line stands. A footnote stands after its page's text, but
before a paragraph that runs on to the next page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from qa.formats.pdf.edges.footnotes import part_footnotes
from qa.formats.pdf.edges.joining import join_columns
from qa.formats.pdf.edges.ordering import LaidPage, order_pages
from qa.formats.pdf.edges.running_heads import part_running_heads
from qa.formats.pdf.edges.side_notes import part_side_notes, place_side_notes
from qa.formats.pdf.headings import choose_title, mark_headings
from qa.formats.pdf.margins import leave_out_line_numbers
from qa.formats.pdf.page import LinePart, Page, PageLine
from qa.formats.pdf.paragraphs import Paragraph, cut_paragraphs
from qa.formats.pdf.reading_order import order_blocks
from qa.formats.pdf.tables.continuing import carry_names
from qa.formats.pdf.tables.find import PageTables, find_tables
from qa.formats.pdf.tables.table import PageTable
from qa.formats.pdf.tables.written import write_table
from qa.formats.pdf.writer import PageWriter
from qa.formats.writing.content import Content

__all__ = ["lay_out"]


def lay_out(pages: Sequence[Page], *, title: str = "", language: str = "") -> Content:
    """Return the text of `pages`. Without a `title`, the first heading of page one is it, or a much larger one."""
    pages = leave_out_line_numbers(pages)
    body = _find_body_size(pages)
    laid: list[LaidPage] = []
    parts = part_running_heads(pages, body)
    tables = [find_tables(part.lines, page.rules) for page, part in zip(pages, parts, strict=True)]
    carry_names(tables)
    for page, part in zip(tables, parts, strict=True):
        lines, sides = part_side_notes(page.lines)
        text, notes = part_footnotes(_cut_page(lines, page, body), body)
        text, last = place_side_notes(join_columns(text), sides, body)
        heads, feet = ([Paragraph([line]) for line in lines] for lines in (part.heads, part.feet))
        laid.append(LaidPage(text, [*last, *notes], heads, feet, part.passing))
    mark_headings([page.text for page in laid], pages, body)
    if not title and laid:
        title = choose_title([paragraph for paragraph in laid[0].text if paragraph.heading])
    return PageWriter(pages).write(order_pages(laid)).build(title=title, language=language)


def _cut_page(lines: Sequence[tuple[int, PageLine]], page: PageTables, body: float) -> list[Paragraph]:
    """Return the paragraphs of a page in the order of reading, a table's rows too. lines: those of it that are text."""
    numbers = [number for number, _ in lines]
    alone = [(bisect_left(numbers, number), _stand_for(table)) for number, table in page.tables]
    tables = {id(line): table for (_, line), (_, table) in zip(alone, page.tables, strict=True)}
    paragraphs: list[Paragraph] = []
    for block in order_blocks([line for _, line in lines], alone):
        table = tables.get(id(block[0]))
        paragraphs += cut_paragraphs(block, body) if table is None else write_table(table)
    return paragraphs


def _stand_for(table: PageTable) -> PageLine:
    """Return a line that stands where a table stands."""
    return PageLine((LinePart("", table.left, table.right),), table.bottom, table.top, table.top - table.bottom)


def _find_body_size(pages: Iterable[Page]) -> float:
    """Return the size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)
