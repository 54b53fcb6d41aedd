"""Blocks of text in order: paragraphs and headings parted by an empty line, list items by a line end."""

from __future__ import annotations

import regex

from qa.errors import FileTooLarge
from qa.formats.writing.content import Content, TextBuilder
from qa.text.english import ITEM_NUMBER

__all__ = ["MAX_CHARACTERS", "BlockWriter", "tidy"]

MAX_CHARACTERS = 50_000_000  # of a text: a part that is shown many times is read as often
_MAX_HEADING = 300  # characters; a longer one is a paragraph in the look of a heading
_SPACES = regex.compile(r"[^\S\n\t]+")
_ITEM = regex.compile(rf"(?:-|{ITEM_NUMBER})\s")  # formats write a hyphen before an item


class BlockWriter:
    """Writes blocks to a text. Runs of spaces in them become one plain space, soft hyphens nothing.

    Raises FileTooLarge when the text becomes longer than a text may be.
    """

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self._last: str | None = None  # the kind of the last block on this page: "item" or "other"

    def start_page(self) -> None:
        """Begin a page with the next block."""
        if self.builder.length:
            self.builder.add("\n\n")
        self.builder.start_page()
        self._last = None

    def add_heading(self, text: str, level: int = 1) -> None:
        """Add a heading, on one line. level: from 1 for the highest."""
        text = " ".join(tidy(text).split())
        if len(text) > _MAX_HEADING:
            self._begin("other")
            self.builder.add(text)
        elif text:
            self._begin("other")
            self.builder.add_heading(text, level)

    def add_paragraph(self, text: str) -> None:
        """Add a paragraph or a list item; its line ends and tabs are kept."""
        text = tidy(text)
        if text:
            self._begin("item" if _ITEM.match(text) else "other")
            self.builder.add(text)

    def add_line(self, text: str) -> None:
        """Add a text of one line that needs no tidying."""
        if text:
            self._begin("other")
            self.builder.add(text)

    def append(self, content: Content) -> None:
        """Add the content of another format, with its headings."""
        text = content.text.rstrip()
        if not text.strip():
            return
        self._begin("other")
        written = 0
        for (start, end), level in zip(content.headings, content.levels, strict=True):
            self.builder.add(text[written:start])
            self.builder.add_heading(text[start:end], level)
            written = end
        self.builder.add(text[written:])
        for sentence in content.notices:
            self.builder.notice(sentence)

    def end_table(self) -> None:
        """Part what comes next from what is written, as the items of a list before a table from those behind it."""
        self._last = self._last and "other"

    def notice(self, sentence: str) -> None:
        """Say what could not be read; the same sentence twice is one."""
        self.builder.notice(sentence)

    def build(self, *, title: str = "", language: str = "") -> Content:
        """Return the content that was written."""
        if self.builder.length:
            self.builder.add("\n")
        return self.builder.build(title=" ".join(tidy(title).split()), language=language)

    def _begin(self, kind: str) -> None:
        if self.builder.length > MAX_CHARACTERS:
            raise FileTooLarge(
                f"The text of the file, with what it shows more than once, has over {MAX_CHARACTERS:,} characters. "
                "Split the file and add its parts."
            )
        if self._last is not None:
            self.builder.add("\n" if kind == self._last != "other" else "\n\n")
        self._last = kind


def tidy(text: str) -> str:
    """Return `text` without soft hyphens, empty lines, and spaces that stand beside others or at the end of a line."""
    if text.isprintable():  # of white space, it has only plain spaces
        return " ".join(text.split()) if "  " in text else text.strip()
    lines = _SPACES.sub(" ", text.replace("\xad", "")).splitlines()
    return "\n".join(filter(None, (line.strip() for line in lines)))
