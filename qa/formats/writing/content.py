"""What a file holds: its text, with the places of headings and pages."""

from __future__ import annotations

from dataclasses import dataclass

from qa.boxes.placing import WrittenLine, place_words

__all__ = ["LOWEST_LEVEL", "Content", "TextBuilder"]

LOWEST_LEVEL = 9
"""Of a heading, as in Word."""


@dataclass(frozen=True, slots=True)
class Content:
    """Text, what the file says of itself, and the `(start, end)` of each heading in the text.

    page_starts: offset of each page's first character, ascending from 0; empty for a format without pages.
    heading_levels: of each heading, from 1 for the highest; empty where they are not known.
    language: the tag that the file states, unchecked; empty when it states none.
    notices: what could not be read, or was read in another way than expected, a sentence each, in the file's order.
    scanned: numbers, from 0 and ascending, of pages that show pictures and hold no text.
    recognised: those of them whose words an engine recognised since.
    word_boxes: where its words stand on the pages, as `qa.boxes` packs them; empty where that is not known.
    """

    text: str
    title: str = ""
    source: str = ""
    headings: tuple[tuple[int, int], ...] = ()
    language: str = ""
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()
    word_boxes: bytes = b""
    recognised: tuple[int, ...] = ()
    heading_levels: tuple[int, ...] = ()

    @property
    def levels(self) -> tuple[int, ...]:
        """The level of each heading; 1 where it is not known."""
        return self.heading_levels or (1,) * len(self.headings)


class TextBuilder:
    """Gathers a text in order and remembers where its headings and pages are."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._headings: list[tuple[int, int]] = []
        self._levels: list[int] = []
        self._page_starts: list[int] = []
        self._notices: dict[str, None] = {}
        self._lines: list[WrittenLine] = []
        self.length = 0
        self.lines = 0  # line ends so far

    def add(self, text: str) -> None:
        """Append `text`."""
        self._parts.append(text)
        self.length += len(text)
        self.lines += text.count("\n")

    def add_heading(self, text: str, level: int = 1) -> None:
        """Append `text` and remember its place as a heading. level: from 1 for the highest, at most `LOWEST_LEVEL`."""
        if text.strip():
            start = self.length + len(text) - len(text.lstrip())
            self._headings.append((start, start + len(text.strip())))
            self._levels.append(max(1, min(level, LOWEST_LEVEL)))
        self.add(text)

    def start_page(self) -> None:
        """Begin a page where the next text goes; the first one before any text."""
        self._page_starts.append(self.length)

    def notice(self, sentence: str) -> None:
        """Say what could not be read; the same sentence twice is one."""
        self._notices.setdefault(sentence)

    def place(self, line: WrittenLine) -> None:
        """Remember where words of a line, which come next in the text, stand on their page."""
        self._lines.append(line)

    def build(self, *, title: str = "", source: str = "", language: str = "") -> Content:
        """Return the content that was gathered."""
        text = "".join(self._parts)
        return Content(
            text,
            title,
            source,
            tuple(self._headings),
            language,
            tuple(self._page_starts),
            tuple(self._notices),
            word_boxes=place_words(text, self._lines).pack(),
            heading_levels=tuple(self._levels),
        )
