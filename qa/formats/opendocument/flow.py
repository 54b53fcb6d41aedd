"""Paragraphs, headings, lists, tables and frames of an OpenDocument file, in order, to blocks of text."""

from __future__ import annotations

from collections.abc import Iterator

from qa.formats.opendocument.inline import FRAMES, Line, read_line
from qa.formats.opendocument.lists import ListCounter, ListLevel, read_whole
from qa.formats.opendocument.package import OpenPackage
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.grid import Grid
from qa.formats.writing.names import Row
from qa.formats.writing.rows import RowWriter
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["Flow"]

_LEFT_OUT = frozenset(
    """
    tracked-changes forms sequence-decls variable-decls user-field-decls dde-connection-decls annotation
    index-title-template table-of-content-source alphabetical-index-source settings named-expressions soft-page-break
    """.split()
)
_STRUCK = "Struck-out text was left out."
_MAX_REPEATED = 1_000  # times that a cell or a row of a text's table is repeated


class Flow:
    """Writes what a file holds. `title` is that of its title paragraph, else its first heading."""

    def __init__(self, package: OpenPackage, blocks: BlockWriter) -> None:
        self.package = package
        self.styles = package.styles
        self.blocks = blocks
        self.rows = RowWriter(blocks)
        self.title = self.first_heading = ""
        self.n_comments = 0
        self._notes: list[Element] = []
        self._counters: dict[str, ListCounter] = {}
        self._outline = ListCounter()

    # -- blocks --------------------------------------------------------------------------------------------------------

    def write(self, parent: Element | None) -> None:
        """Write what lies below an element."""
        for node in () if parent is None else parent:
            name = local(node)
            if name in ("p", "h"):
                self.write_paragraph(node)
            elif name == "list":
                self._write_list(node)
            elif name == "table":
                self._write_table(node)
            elif name in FRAMES:
                self.write_frame(node)
            elif name == "section" and (attribute(node, "display") == "none" or attribute(node, "is-hidden") == "true"):
                self.blocks.notice("A hidden section was left out.")
            elif name == "annotation":
                self.n_comments += 1
            elif name and name not in _LEFT_OUT:  # sections, indexes, text boxes, groups of paragraphs
                self.write(node)

    def write_paragraph(self, node: Element, mark: str = "") -> None:
        """Write a paragraph or a heading behind the mark of its list item, then what is anchored in it."""
        look = self.styles.look("paragraph", attribute(node, "style-name"))
        if look.is_hidden or look.is_struck:
            if look.is_struck and "".join(node.itertext()).strip():
                self.blocks.notice(_STRUCK)
            return
        line = self._read(node)
        text = line.text.strip()
        if local(node) == "h" or attribute(node, "outline-level"):
            mark = mark or self._count_heading(node, bool(text))
            level = read_whole(attribute(node, "outline-level"), 1)
            self.blocks.add_heading(f"{mark} {text}" if mark and text else text, level)
            self.first_heading = self.first_heading or text
        else:
            self.blocks.add_paragraph(f"{mark} {text}" if mark and text else text)
            if "Title" in look.names:
                self.title = self.title or text
        for frame in line.frames:
            self.write_frame(frame)

    def write_notes(self) -> None:
        """Write the notes that the text refers to, in their order: footnotes, then endnotes."""
        notes, self._notes = self._notes, []
        for kind in ("footnote", "endnote"):
            for note in notes:
                if attribute(note, "note-class", "footnote") == kind:
                    citation = child(note, "note-citation")
                    mark = "".join(citation.itertext()).strip() if citation is not None else ""
                    for place, node in enumerate(children(child(note, "note-body"), "p", "list")):
                        if local(node) == "p":
                            self.write_paragraph(node, mark if place == 0 else "")
                        else:
                            self._write_list(node)

    def _read(self, node: Element) -> Line:
        line = read_line(node, self.package)
        self._notes += line.notes
        self.n_comments += line.n_comments
        if line.has_struck:
            self.blocks.notice(_STRUCK)
        return line

    def _count_heading(self, node: Element, is_filled: bool) -> str:
        level = read_whole(attribute(node, "outline-level"), 1)
        levels = self.styles.outline
        if not is_filled or attribute(node, "is-list-header") == "true" or level not in levels:
            return ""
        start = attribute(node, "start-value") if attribute(node, "restart-numbering") == "true" else ""
        return self._outline.next(levels, level, start=read_whole(start, 1) if start else None)

    # -- lists ---------------------------------------------------------------------------------------------------------

    def _write_list(self, node: Element, level: int = 1, style: str = "") -> None:
        """Write a list; the style of one within another is that of the outer one where it has none."""
        style = attribute(node, "style-name") or style
        levels = self.styles.levels_of(style)
        counter = self._counters.setdefault(style, ListCounter())
        if attribute(node, "continue-numbering") != "true" and not attribute(node, "continue-list"):
            counter.restart(level)
        for item in node:
            kind = local(item)
            if kind in ("list-item", "list-header"):
                self._write_item(item, level, style, levels if kind == "list-item" else None, counter)

    def _write_item(
        self, item: Element, level: int, style: str, levels: dict[int, ListLevel] | None, counter: ListCounter
    ) -> None:
        is_first = levels is not None
        start = attribute(item, "start-value")
        for node in item:
            name = local(node)
            if name in ("p", "h"):
                mark = ""
                if is_first and levels is not None and ("".join(node.itertext()).strip() or len(node)):
                    mark = counter.next(levels, level, start=read_whole(start, 1) if start else None)
                    is_first = False
                self.write_paragraph(node, mark)
            elif name == "list":
                self._write_list(node, level + 1, style)
            elif name in FRAMES:
                self.write_frame(node)

    # -- tables --------------------------------------------------------------------------------------------------------

    def _write_table(self, table: Element) -> None:
        """Write a table; what is in the one column of a table is written as if there were none."""
        rows = list(_find_rows(table))
        cells = [[cell for cell in row if local(cell) == "table-cell"] for row, _ in rows]
        if all(len(row) < 2 for row in cells):
            for row in cells:
                for cell in row:
                    self.write(cell)
            return
        grid, n_names, frames = Grid(), 0, list[Element]()
        for row, is_name in rows:
            texts = [(cell, self._read_cell(cell, frames)) for cell in children(row, "table-cell")]
            while texts and not texts[-1][1]:
                texts.pop()
            n_times = read_whole(attribute(row, "number-rows-repeated"), 1)
            for _ in range(min(n_times, _MAX_REPEATED) if any(text for _, text in texts) else 1):
                grid.start_row()
                n_names += is_name
                for cell, text in texts:
                    _add_cell(grid, cell, text)
        self.blocks.end_table()
        self.rows.write(_without_empty(grid.rows()), n_names=n_names or None)
        self.blocks.end_table()
        for frame in frames:
            self.write_frame(frame)

    def _read_cell(self, cell: Element, frames: list[Element]) -> str:
        """Return the text of a cell on one line; what is anchored in it is added to `frames`."""
        parts: list[str] = []
        for node in cell:
            name = local(node)
            if name in ("p", "h"):
                line = self._read(node)
                parts.append(line.text)
                frames += line.frames
            elif name in ("list", "list-item", "list-header", "section"):
                parts.append(self._read_cell(node, frames))
            elif name == "table":
                rows = (
                    "; ".join(filter(None, (self._read_cell(c, frames) for c in row))) for row, _ in _find_rows(node)
                )
                parts.append("\n".join(rows))
            elif name in FRAMES:
                frames.append(node)
        return " ".join(part for part in (part.strip() for part in parts) if part)

    # -- frames --------------------------------------------------------------------------------------------------------

    def write_frame(self, frame: Element) -> None:
        """Write what a frame or a shape holds: a text box, a table, a chart, a formula."""
        for node in frame:
            name = local(node)
            if name in ("p", "h", "list", "table"):
                self._write_one(node)
            elif name == "text-box":
                self.write(node)
            elif name in FRAMES:
                self.write_frame(node)
            elif name == "object":
                self._write_object(self.package.read_object(node))

    def _write_one(self, node: Element) -> None:
        if local(node) == "list":
            self._write_list(node)
        elif local(node) == "table":
            self._write_table(node)
        else:
            self.write_paragraph(node)

    def _write_object(self, root: Element | None) -> None:
        """Write a formula as its author typed it, or the titles and figures of a chart."""
        if root is None:
            return
        if local(root) == "math":
            typed = next(("".join(node.itertext()) for node in root.iter("{*}annotation")), "")
            self.blocks.add_paragraph(typed or "".join(root.itertext()))
            return
        chart = child(root, "body", "chart", "chart")
        if chart is not None:
            for heading in children(chart, "title", "subtitle"):
                self.write(heading)
            for table in children(chart, "table"):
                self._write_table(table)


def _find_rows(table: Element, *, is_name: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, and whether each is one of names."""
    for node in table:
        name = local(node)
        if name == "table-row":
            yield node, is_name
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _find_rows(node, is_name=is_name or name == "table-header-rows")


def _add_cell(grid: Grid, cell: Element, text: str) -> None:
    n_times = min(read_whole(attribute(cell, "number-columns-repeated"), 1), _MAX_REPEATED)
    across, down = (read_whole(attribute(cell, f"number-{way}-spanned"), 1) for way in ("columns", "rows"))
    for _ in range(n_times):
        grid.add(text, across=across, down=down)


def _without_empty(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row]
