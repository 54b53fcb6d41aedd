"""Blocks of text, each on the line that it has in its file, or on the first free one below it."""

from __future__ import annotations

from qa.formats.web.page.tables import TableText
from qa.formats.web.page.writers import PageBlocks
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.rows import RowWriter

__all__ = ["LinedBlocks", "LinedPage"]


class LinedBlocks(BlockWriter):
    """Writes blocks to lines of a file that has `n_lines` line ends."""

    def __init__(self, n_lines: int) -> None:
        super().__init__()
        self.n_lines = n_lines
        self.line = 0  # of the next block, from 0

    def _begin(self, kind: str) -> None:
        is_first, self._last = self._last is None, None
        super()._begin(kind)
        gap = min(self.line, self.n_lines) - self.builder.lines
        self.builder.add("\n" * max(gap, 0 if is_first else 1))


class _Recorder(BlockWriter):
    """Keeps the lines of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[str, int]] = []  # and the level of a heading, 0 for others

    def add_line(self, text: str) -> None:
        if text:
            self.texts.append((text, 0))

    def add_heading(self, text: str, level: int = 1) -> None:
        if text:
            self.texts.append((text, level))


class LinedPage(PageBlocks):
    """Takes the blocks of a page that says on which line each stands."""

    def __init__(self, blocks: LinedBlocks) -> None:
        super().__init__(blocks)
        self.lined = blocks

    def go_to(self, line: int) -> None:
        self.lined.line = line

    def add(self, text: str, *, tight: bool) -> None:
        self.blocks.add_line(text)

    def add_table(self, table: TableText) -> None:
        recorder = _Recorder()
        table.write(RowWriter(recorder))
        lines = (self.lined.line,) * (len(recorder.texts) - len(table.lines)) + table.lines
        for (text, level), line in zip(recorder.texts, lines[-len(recorder.texts) :], strict=True):
            self.go_to(max(line, 0) if line >= 0 else self.lined.line)
            if level:
                self.blocks.add_heading(text, level)
            else:
                self.blocks.add_line(text)
