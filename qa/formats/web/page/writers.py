"""What takes the blocks of a page: a text, or a cell of a table, in which they stand on one line."""

from __future__ import annotations

from qa.formats.web.page.tables import TableText
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.rows import RowWriter

__all__ = ["CellBlocks", "PageBlocks"]

_STOPS = tuple(".!?:;,…。！？：；؟")


class PageBlocks:
    """Writes the blocks of a page; items of lists stand on lines of one block."""

    def __init__(self, blocks: BlockWriter) -> None:
        self.blocks = blocks
        self.rows = RowWriter(blocks)
        self._group: list[str] = []

    def go_to(self, line: int) -> None:
        """Say on which line of its file the next block stands, for writers that keep it."""

    def add(self, text: str, *, tight: bool) -> None:
        """Add a block. tight: whether it stands on the line below a block of its kind."""
        if tight:
            self._group.append(text)
        else:
            self.end_group()
            self.blocks.add_line(text)

    def add_heading(self, text: str, level: int) -> None:
        """Add a heading. level: from 1 for the highest."""
        self.end_group()
        self.blocks.add_heading(text, level)

    def add_table(self, table: TableText) -> None:
        """Add a table of data."""
        self.end_group()
        table.write(self.rows)

    def end_group(self) -> None:
        """End a list."""
        if self._group:
            self.blocks.add_line("\n".join(self._group))
            self._group = []


class CellBlocks(PageBlocks):
    """Gathers the text of a table's cell on one line."""

    def __init__(self) -> None:
        super().__init__(BlockWriter())
        self.text = ""

    def add(self, text: str, *, tight: bool) -> None:
        parting = ", " if tight and not self.text.endswith(_STOPS) else " "
        self.text += (parting if self.text else "") + " ".join(text.split())

    def add_heading(self, text: str, level: int) -> None:
        self.add(text, tight=False)
