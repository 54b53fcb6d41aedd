"""Word documents (.docx, .docm): what a reader of the printed page sees, in order.

Paragraphs, headings and lists with their numbers, a line for each row of a table, text boxes after the paragraph that
they are anchored in, content controls, equations as a line, charts and diagrams as lines, notes at the end. Tracked
insertions are text, tracked deletions are not. Left out: headers, footers, comments, hidden text, pictures, and pages,
which a Word file does not have until it is laid out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from qa.formats.office.drawing import read_chart, read_diagram
from qa.formats.office.drawing import read_paragraph as read_drawn_text
from qa.formats.office.equation import write_equation
from qa.formats.office.package import Package, choose_alternative, is_on, parse_number
from qa.formats.office.word.numbering import Numbering
from qa.formats.office.word.styles import ParagraphStyle, read_styles
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_docx"]

_LEFT_OUT = frozenset(
    """
    pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr del moveFrom delText instrText delInstrText rt
    footnoteRef endnoteRef annotationRef commentReference
    """.split()
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def read_docx(data: bytes) -> Content:
    """Read a Word document; its title is the one that it states, else its title paragraph, else its first heading.

    Its language is the one that most of its text is marked with. Raises FileTooLarge, FileDamaged, PasswordNeeded, or
    UnsupportedFormat for an older Word file.
    """
    return _WordFile(Package(data, root="document")).read()


class _WordFile:
    """A document while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = package.main
        self.styles, self.default_style = read_styles(package.read_related(self.part, "styles"))
        self.numbering = Numbering(package.read_related(self.part, "numbering"))
        self.blocks = BlockWriter()
        self.title = self.first_heading = ""
        self.languages: Counter[str] = Counter()
        self.language = ""  # of the paragraph that is being read
        self.notes: list[tuple[str, str]] = []
        self.anchored: list[Element] = []

    def read(self) -> Content:
        """Return the text."""
        self._write_blocks(child(self.package.root, "body"))
        self._write_notes()
        language, size = max(self.languages.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return self.blocks.build(
            title=self.package.read_title().strip() or self.title or self.first_heading,
            language=language if size * 2 > self.languages.total() else "",
        )

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _write_blocks(self, parent: Element | None) -> None:
        """Write the paragraphs and tables below an element."""
        for node in () if parent is None else parent:
            name = local(node)
            if name == "p":
                self._write_paragraph(node)
            elif name == "tbl":
                self._write_table(node)
            elif name == "AlternateContent":
                self._write_blocks(choose_alternative(node))
            elif name in ("oMathPara", "oMath"):
                self.blocks.add_paragraph(write_equation(node))
            elif name not in _LEFT_OUT:  # content controls and other wrappers
                self._write_blocks(node)

    def _write_paragraph(self, paragraph: Element) -> None:
        text, style = self._read_line(paragraph)
        if style.is_heading:
            self.blocks.add_heading(text)
            self.first_heading = self.first_heading or text
        else:
            self.blocks.add_paragraph(text)
        if style.is_title:
            self.title = self.title or text
        self._write_anchored()

    def _read_line(self, paragraph: Element) -> tuple[str, ParagraphStyle]:
        """Return the text of a paragraph with its number, and its style."""
        properties = child(paragraph, "pPr")
        name = attribute(child(properties, "pStyle"), "val", self.default_style)
        style = self.styles.get(name, ParagraphStyle())
        outline = child(properties, "outlineLvl")
        if outline is not None:
            style = replace(style, is_heading=parse_number(attribute(outline, "val"), 9) < 9)
        self.language = style.language
        text = "".join(self._read_inline(paragraph)).strip()
        own = child(properties, "numPr")
        list_name = attribute(child(own, "numId"), "val", style.list_name)
        if text and list_name and list_name != "0":
            level = parse_number(attribute(child(own, "ilvl"), "val"), -1)
            if level < 0:
                level = style.level if style.level is not None else self.numbering.level_of(list_name, name)
            text = f"{self.numbering.next(list_name, level)} {text}".strip()
        return text, style

    def _write_table(self, table: Element) -> None:
        """Write a row a line; what is in the one column of a table is written as if there were none."""
        rows = [row for row in _find_rows(table) if child(row, "trPr", "del") is None]
        cells = [[cell for cell in _find_wrapped(row, "tc") if not _continues(cell)] for row in rows]
        self.blocks.end_table()
        for row in cells:
            if all(len(other) < 2 for other in cells):
                for cell in row:
                    self._write_blocks(cell)
            else:
                self.blocks.add_row([self._read_cell(cell) for cell in row])
                self._write_anchored()
        self.blocks.end_table()

    def _read_cell(self, cell: Element) -> str:
        """Return the text of a cell: its paragraphs run on, list items and the rows of a table in it have lines."""
        text = ""
        for node in _find_wrapped(cell, "p", "tbl"):
            if local(node) == "p":
                line = self._read_line(node)[0]
                apart = "\n" if child(node, "pPr", "numPr") is not None else " "
                text += apart + line if line else ""
            else:
                for row in _find_rows(node):
                    text += "\n" + "; ".join(
                        filter(None, (self._read_cell(inner) for inner in _find_wrapped(row, "tc")))
                    )
        return text.strip()

    def _write_anchored(self) -> None:
        """Write the text boxes, charts and diagrams that the last lines are the anchors of."""
        anchored, self.anchored = self.anchored, []
        for node in anchored:
            self._write_drawing(node)

    def _write_drawing(self, drawing: Element) -> None:
        for node in drawing:
            name = local(node)
            if name == "txbxContent":
                self._write_blocks(node)
            elif name == "p":
                self.blocks.add_paragraph(read_drawn_text(node))
            elif name == "chart":
                for line in read_chart(self.package, self.part, attribute(node, "id")):
                    self.blocks.add_paragraph(line)
            elif name == "relIds":
                for line in read_diagram(self.package, self.part, attribute(node, "dm")):
                    self.blocks.add_paragraph(line)
            elif name == "textpath":
                self.blocks.add_paragraph(attribute(node, "string"))
            elif name == "AlternateContent":
                branch = choose_alternative(node)
                if branch is not None:
                    self._write_drawing(branch)
            else:
                self._write_drawing(node)

    def _write_notes(self) -> None:
        """Write the footnotes, then the endnotes, each in the order in which the text refers to them."""
        for kind in ("footnote", "endnote"):
            part = next(self.package.find_related(self.package.main, f"{kind}s"), "")
            notes = (
                {attribute(note, "id"): note for note in children(self.package.read_xml(part), kind)} if part else {}
            )
            self.part = part
            for name in dict.fromkeys(name for referred, name in self.notes if referred == kind):
                self._write_blocks(notes.get(name))

    # -- text of a paragraph -------------------------------------------------------------------------------------------

    def _read_inline(self, parent: Element) -> Iterator[str]:
        """Yield the pieces of text below a paragraph or a part of one; what is anchored there is kept for later."""
        for node in parent:
            name = local(node)
            if name == "t":
                yield node.text or ""
            elif name == "r":
                yield from self._read_run(node)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in ("drawing", "pict", "object"):
                self.anchored.append(node)
            elif name in ("oMath", "oMathPara"):
                if (before := node.getprevious()) is not None and local(before) == name:
                    yield " "
                yield write_equation(node)
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), attribute(node, "id")))
            elif name == "AlternateContent":
                branch = choose_alternative(node)
                if branch is not None:
                    yield from self._read_inline(branch)
            elif name not in _LEFT_OUT:
                yield from self._read_inline(node)

    def _read_run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        pieces = list(self._read_inline(run))
        language = attribute(child(properties, "lang"), "val", self.language)
        self.languages[language] += sum(map(len, pieces))
        yield from pieces


def _find_rows(table: Element) -> Iterator[Element]:
    return _find_wrapped(table, "tr")


def _find_wrapped(parent: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below `parent`, also within content controls and other wrappers."""
    for node in parent:
        name = local(node)
        if name in names:
            yield node
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _find_wrapped(node, *names)


def _continues(cell: Element) -> bool:
    """Tell whether a cell is the lower part of a merged one."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val", "continue") == "continue"
