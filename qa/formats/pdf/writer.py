"""Paragraphs to a text with pages and headings. Wrapped lines are joined, words broken at a line's end made whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from qa.boxes.placing import WrittenLine
from qa.errors import FileTooLarge
from qa.formats.pdf.page import UNSPACED, Page, PageLine, breaks_word
from qa.formats.pdf.paragraphs import Paragraph
from qa.formats.writing.blocks import MAX_CHARACTERS
from qa.formats.writing.content import TextBuilder

__all__ = ["PageWriter"]

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")
_HANGUL = regex.compile(r"\p{Hangul}")


class PageWriter:
    """Writes paragraphs, and where pages start."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._builder = TextBuilder()
        self._n_started = 0
        self._page = 0  # number of the page that is written
        self._frames = [page.frame for page in pages]
        self._n_pages = len(pages)
        self._words = Counter(
            word for page in pages for line in page.lines for word in _WORD.findall(line.text.casefold())
        )
        self._spaces_hangul = any(line.spaced and _HANGUL.match(line.text[-1]) for page in pages for line in page.lines)

    def write(self, paragraphs: Iterable[Paragraph]) -> TextBuilder:
        """Return the builder with all of the text. Raises FileTooLarge where tables repeat more than it holds."""
        for paragraph in paragraphs:
            if self._builder.length:
                self._builder.add("\n" if paragraph.tight and not paragraph.heading else "\n\n")
            self._start_pages(paragraph.page)
            if paragraph.pieces:
                if self._builder.length > MAX_CHARACTERS:
                    raise FileTooLarge(
                        f"The text of the PDF, with the names that its tables repeat, has over {MAX_CHARACTERS:,} "
                        "characters. Split the file and add its parts."
                    )
                for piece in paragraph.pieces:
                    self._builder.add(piece if isinstance(piece, str) else self._join(piece))
                continue
            text = self._join(paragraph.lines[: min(paragraph.turns, default=len(paragraph.lines))])
            if paragraph.heading:
                self._builder.add_heading(text, paragraph.level)
            else:
                self._builder.add(text)
            edges = [*paragraph.turns, len(paragraph.lines)]
            for start, end in pairwise(edges):
                self._builder.add(self._joint_of(*paragraph.lines[start - 1 : start + 1]))
                self._start_pages(paragraph.turns[start])
                self._builder.add(self._join(paragraph.lines[start:end]))
        if self._builder.length:
            self._builder.add("\n")
        self._start_pages(self._n_pages - 1)
        return self._builder

    def _start_pages(self, number: int) -> None:
        """Start the pages up to `number`, which is written next."""
        self._page = number
        while self._n_started <= number:
            self._builder.start_page()
            self._n_started += 1

    def _join(self, lines: Sequence[PageLine]) -> str:
        """Return lines as one, for the text to go on with, and remember where each will stand in it."""
        parts = [lines[0].text]
        at = self._place(lines[0], self._builder.length)
        for line, following in pairwise(lines):
            parts += [self._joint_of(line, following), following.text]
            at = self._place(following, at + len(parts[-2]))
        return "".join(parts)

    def _place(self, line: PageLine, start: int) -> int:
        """Say where a line stands in the text and on its page; return where it ends in the text."""
        end = start + len(line.text)
        if frame := self._frames[self._page]:
            self._builder.place(WrittenLine(start, end, self._page + 1, frame, line.words))
        return end

    def _joint_of(self, line: PageLine, following: PageLine) -> str:
        """Return the joint of a line and the next: a space, a hyphen, or nothing."""
        if breaks_word(line):
            return "-" if line.hyphenated and self._keeps_hyphen(line.text, following.text) else ""
        ends = line.text[-1:], following.text[:1]
        if all(map(UNSPACED.match, ends)):
            return ""
        if all(map(_HANGUL.match, ends)) and self._spaces_hangul and not line.spaced:
            return ""
        return " "

    def _keeps_hyphen(self, text: str, following: str) -> bool:
        """Tell whether the hyphen at a line's end is the word's own: by the document's words, else by its looks."""
        before, behind = text.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
        if not (before[-1].isalpha() and behind[0].isalpha()):
            return True
        first = _WORD.findall(before.casefold())[-1]
        second = _WORD.findall(behind.casefold())[0]
        whole, compound = self._words[first + second], self._words[f"{first}-{second}"]
        if whole or compound:
            return compound > whole
        return "-" in first or behind[0].isupper()
