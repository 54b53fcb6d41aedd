"""Blocks kept for later: those of a cell, until it is known whether they stand in a row or on the page."""

from __future__ import annotations

from qa.formats.writing.blocks import BlockWriter, tidy
from qa.formats.writing.content import Content

__all__ = ["Recording"]

_INVISIBLE = " \u200b\u2060\ufeff\u00ad"
_ENDS = (".", "!", "?", ":", ";", ",", "。", "！", "？", "؟", "।")


class Recording(BlockWriter):
    """A writer of blocks that keeps them, so that they can be read as one line or written elsewhere."""

    def __init__(self, blocks: BlockWriter) -> None:
        super().__init__()
        self._blocks = blocks
        self._kept: list[tuple[str, str]] = []  # kind and text
        self._contents: list[Content] = []
        self._levels: list[int] = []  # of headings
        self.has_table = False  # of several rows and columns

    @property
    def texts(self) -> list[str]:
        """The text of each block."""
        return [text for _, text in self._kept if text]

    @property
    def has_heading(self) -> bool:
        """Whether one of the blocks is a heading."""
        return any(kind == "heading" for kind, _ in self._kept)

    def add_heading(self, text: str, level: int = 1) -> None:
        """Keep a heading."""
        if self._keep("heading", text):
            self._levels.append(level)

    def add_paragraph(self, text: str) -> None:
        """Keep a paragraph."""
        self._keep("paragraph", text)

    def add_line(self, text: str) -> None:
        """Keep a line."""
        self._keep("line", text)

    def append(self, content: Content) -> None:
        """Keep the content of another format."""
        self._contents.append(content)
        self._kept.append(("content", content.text))

    def end_table(self) -> None:
        """Keep the end of a table."""
        self._kept.append(("end", ""))

    def notice(self, sentence: str) -> None:
        """Say at once what could not be read."""
        self._blocks.notice(sentence)

    def replay(self, blocks: BlockWriter) -> None:
        """Write the blocks elsewhere."""
        contents, levels = iter(self._contents), iter(self._levels)
        for kind, text in self._kept:
            if kind == "content":
                blocks.append(next(contents))
            elif kind == "end":
                blocks.end_table()
            elif kind == "heading":
                blocks.add_heading(text, next(levels))
            elif kind == "line":
                blocks.add_line(text)
            else:
                blocks.add_paragraph(text)

    def prefix(self, text: str) -> None:
        """Put a text before the first block."""
        for place, (kind, block) in enumerate(self._kept):
            if block and kind != "content":
                self._kept[place] = (kind, text + block)
                return

    def join(self) -> str:
        """Return the blocks on one line: items of a list parted by commas, all else by spaces."""
        joined = ""
        last_is_item = False
        for kind, block in self._kept:
            text = " ".join(tidy(block.replace("\t", "; ") if kind == "line" else block).split())
            if not text.strip(_INVISIBLE):
                continue
            is_item = text.startswith("- ")
            core = text[2:] if is_item else text
            if joined:
                joined += ", " if is_item and last_is_item and not joined.endswith(_ENDS) else " "
            joined += core
            last_is_item = is_item
        return joined

    def _keep(self, kind: str, text: str) -> bool:
        """Keep a block, unless nothing of it is seen; tell whether it is kept."""
        is_seen = bool(text.strip().strip(_INVISIBLE))
        if is_seen:
            self._kept.append((kind, text))
        return is_seen
