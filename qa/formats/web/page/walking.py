"""The text of a page, block by block in document order: paragraphs, headings, lists with their numbers, tables, forms.

Blocks are parted by an empty line, items of one list by a line end. Tables of data are rows of sentences; those that
only lay out a page are read cell by cell.
"""

from __future__ import annotations

import regex

from qa.formats.web.page.elements import HEADINGS, PageElement, level_of
from qa.formats.web.page.fields import Fields
from qa.formats.web.page.formulas import write_formula
from qa.formats.web.page.items import ItemNumbers
from qa.formats.web.page.lines import InlineText
from qa.formats.web.page.styles import is_block, is_preformatted, lays_out_in_a_row, shift_of
from qa.formats.web.page.tables import is_table, read_line, read_table
from qa.formats.web.page.writers import CellBlocks, PageBlocks

__all__ = ["write_page"]

_LISTS = frozenset({"ul", "ol", "menu", "dl", "dir"})
_TIGHT = frozenset({"li", "dt", "dd", "tr", "option", "optgroup"})
_FIELDS = frozenset({"input", "select", "option", "textarea"})
_APART = frozenset({"text", "button", "foreignobject"})
_GAP = " "
_MAX_HEADING = 300  # characters
_QUOTES = dict.fromkeys(("fr", "it", "es", "pt", "ru", "uk"), "«»")
_QUOTES |= {"de": "„“", "pl": "„”", "ja": "「」"}
_SHOWN_ALTS = regex.compile(r"\b(?:emoji|wp-smiley|latex|tex|math|equation)\b", regex.I)
_STOPS = tuple(".!?:;…。！？：；؟")


def write_page(root: PageElement, writer: PageBlocks, *, language: str = "", bullet: str = "") -> None:
    """Write what an element shows. bullet: what stands before the items of lists without numbers."""
    walker = _Walker(writer, Fields(root), language=language, bullet=bullet)
    walker.walk(root)
    writer.end_group()


class _Walker:
    """Goes through a page, without recursion: pages may be nested deeply."""

    def __init__(
        self, writer: PageBlocks, fields: Fields, *, language: str, bullet: str, in_cell: bool = False
    ) -> None:
        self.writer = writer
        self.fields = fields
        self.language = language
        self.in_cell = in_cell
        self.line = InlineText()
        self.numbering = ItemNumbers(bullet)
        self.n_lists = 0  # that are open
        self.n_pre = 0
        self.heading: PageElement | None = None
        self.term = ""  # of a definition list, that waits for what it means
        self.quotes: list[str] = []
        self.readings: list[list[str]] = []

    def walk(self, root: PageElement) -> None:
        """Write all that `root` shows."""
        stack: list[tuple[PageElement | str, PageElement | None, tuple[int, int] | None]] = [(root, None, None)]
        while stack:
            node, parent, leaving = stack.pop()
            if isinstance(node, str):
                self.line.add(node, preformatted=self.n_pre > 0 and node != _GAP)
            elif leaving is not None:
                self._leave(node, leaving)
            elif not node.skipped and self._enter(node, parent):
                stack.append((node, parent, self.line.mark()))
                gap = lays_out_in_a_row(node)
                for child in reversed(node.children):
                    stack.append((child, node, None))
                    if gap and not isinstance(child, str):
                        stack.append((_GAP, node, None))
        self._end_block("")

    # -- elements ----------------------------------------------------------------------------------------------------

    def _enter(self, node: PageElement, parent: PageElement | None) -> bool:
        """Begin an element; return whether what is in it is read as well."""
        if "data-line" in node.attributes and self.heading is None:
            self._end_block("li" if self.n_lists else "")
            if not self.term:
                self.writer.go_to(read_line(node))
        if self._add_whole(node, parent):
            return False
        if is_block(node):
            self._begin_block(node)
        elif node.tag in ("td", "th"):
            self._end_block("")
        elif node.tag == "ruby":
            self.readings.append([])
        elif node.tag == "q":
            self._add_quote()
        elif node.tag in _APART:
            self.line.add(_GAP)
        if is_preformatted(node):
            self.n_pre += 1
        return True

    def _add_whole(self, node: PageElement, parent: PageElement | None) -> bool:
        """Add an element that is read as one; return whether it is such."""
        tag = node.tag
        if tag == "br":
            self.line.add_break()
        elif tag == "img":
            self._add_picture(node)
        elif tag == "math":
            self._add_formula(node)
        elif tag in _FIELDS:
            return self._add_field(node, parent)
        else:
            return is_table(node) and self._add_table(node)
        return True

    def _leave(self, node: PageElement, mark: tuple[int, int]) -> None:
        """End an element, of which the line holds what was added since a mark."""
        tag = node.tag
        if is_preformatted(node):
            self.n_pre -= 1
        if is_block(node):
            self._finish_block(node)
        elif tag in ("td", "th"):
            self._end_block("")
        elif tag in ("rt", "rtc") and self.readings:
            self.readings[-1].append(self.line.take(mark))
        elif tag == "ruby":
            reading = "".join(self.readings.pop()).strip()
            if reading:
                self.line.add(f"({reading})")
        elif tag == "q":
            self.line.add(self.quotes.pop())
        elif tag in _APART:
            self.line.add(_GAP)
        elif how := shift_of(node):
            self.line.shift(mark, how)

    def _begin_block(self, node: PageElement) -> None:
        if self.heading is not None:
            self.line.add(" ")
            return
        is_list = node.tag in _LISTS
        self._end_block("li" if self.n_lists and (is_list or node.tag in _TIGHT) else "")
        if is_list:
            self.n_lists += 1
            self.numbering.open(node)
        elif node.tag == "li":
            self.numbering.begin_item(node)
        if node.n_characters <= _MAX_HEADING and (node.tag in HEADINGS or node.get("role") == "heading"):
            self.heading = node

    def _finish_block(self, node: PageElement) -> None:
        if self.heading is not None:
            if node is not self.heading:
                self.line.add(" ")
                return
            self.heading = None
            text = self.line.finish(pictured=True)
            if text:
                self._write_term()
                self.writer.add_heading(self.numbering.take() + text, level_of(node))
            return
        tag = node.tag
        self._end_block(tag)
        if tag == "li":
            self.numbering.end_item()
        elif tag in _LISTS:
            if tag == "dl":
                self._write_term()
            self.n_lists -= 1
            self.numbering.close()
            if not self.n_lists:
                self.writer.end_group()

    def _end_block(self, tag: str) -> None:
        """Write the line that was gathered."""
        text = self.line.finish(pictured=tag in ("dd", "td", "th") or self.in_cell)
        if not text:
            return
        if tag == "dt" and "\n" not in text:
            if self.term:
                self.term = f"{self.term}, {text}"
            else:
                self.term = text
            return
        if self.term:
            term, self.term = self.term, ""
            text = f"{term}\n{text}" if term.endswith(_STOPS[:3] + _STOPS[5:]) else f"{term.rstrip(':： ')}: {text}"
        self.writer.add(self.numbering.take() + text, tight=tag in _TIGHT)

    def _write_term(self) -> None:
        term, self.term = self.term, ""
        if term:
            self.writer.add(self.numbering.take() + term, tight=True)

    # -- what is no text ---------------------------------------------------------------------------------------------

    def _add_picture(self, node: PageElement) -> None:
        alt = node.attributes.get("alt", "")
        names = node.attributes.get("class", "")
        if "mwe-math-fallback" in names:
            return
        if _SHOWN_ALTS.search(names):
            self.line.add(alt)
        else:
            self.line.add_picture(alt)

    def _add_formula(self, node: PageElement) -> None:
        text = write_formula(node) or node.attributes.get("alttext", "")
        if node.get("display") == "block" and self.heading is None:
            self._end_block("")
            self.line.add(text)
            self._end_block("")
        else:
            self.line.add(text)

    def _add_field(self, node: PageElement, parent: PageElement | None) -> bool:
        text = self.fields.read(node, parent)
        if text is None:
            return False
        if node.tag == "textarea" and text.strip():
            self.line.add_break()
            self.line.add(text.strip(), preformatted=True)
            self.line.add_break()
        elif text:
            self.line.add(f" {text} ")
        return True

    def _add_quote(self) -> None:
        marks = _QUOTES.get(self.language[:2].lower(), "“”") if len(self.quotes) % 2 == 0 else "‘’"
        self.line.add(marks[0])
        self.quotes.append(marks[1])

    def _add_table(self, node: PageElement) -> bool:
        """Write a table of data; return whether it is one."""
        if self.in_cell or self.heading is not None:
            return False
        self._end_block("li" if self.n_lists else "")
        table = read_table(node, self._read_cell)
        if table is None:
            return False
        self._write_term()
        if self.numbering.pending:
            self.writer.add(self.numbering.take().rstrip(), tight=True)
        self.writer.add_table(table)
        return True

    def _read_cell(self, cell: PageElement) -> str:
        if not cell.below:
            return self.line.read("".join(text for text in cell.children if isinstance(text, str)))
        writer = CellBlocks()
        walker = _Walker(writer, self.fields, language=self.language, bullet="", in_cell=True)
        walker.walk(cell)
        return writer.text
