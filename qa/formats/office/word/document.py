"""Word documents (.docx, .docm): what a reader of the printed page sees, in order.

Paragraphs, headings and lists with their numbers, tables with the names of their columns, text boxes after the
paragraph that they are anchored in, content controls and old form fields with what was chosen, equations as a line,
charts and diagrams as lines, notes at the end, each with its mark. What stands above or below the pages is read once,
without page numbers. Tracked insertions are text, tracked deletions are not. Left out, and said: struck and hidden
text, comments, prompts of empty fields, embedded objects. Left out: pictures, and pages, which a Word file does not
have until it is laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from qa.formats.office.equation import write_equation
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import Package, choose_alternative, is_on, parse_number
from qa.formats.office.recording import Recording
from qa.formats.office.tables.cells import TableCell, TableRow
from qa.formats.office.tables.writing import write_table
from qa.formats.office.word.drawings import read_drawing
from qa.formats.office.word.headers import find_page_text, read_sections
from qa.formats.office.word.inline import LEFT_OUT, InlineReader
from qa.formats.office.word.inserted import write_inserted
from qa.formats.office.word.notes import KINDS, Notes
from qa.formats.office.word.numbering import Numbering
from qa.formats.office.word.styles import ParagraphStyle, WordStyles
from qa.formats.office.word.tables import PlacedCell, counts_tables, read_rows, reads_as
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import LOWEST_LEVEL, Content
from qa.formats.xml import Element, attribute, child, children, local, name_children

__all__ = ["read_docx"]

_INLINE = frozenset({"r", "t", "hyperlink", "fldSimple", "sym", "ruby", "dir", "bdo"})  # where a paragraph should be
_MARKS = frozenset({"bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"})
_DROP_CAPS = ("drop", "margin")
_DEEPEST = 3  # documents within documents


def read_docx(data: bytes, *, depth: int = 0) -> Content:
    """Read a Word document; its title is the one that it states, else its title paragraph, else its first heading.

    Its language is the one that most of its text is marked with. depth: in how many documents it stands.
    Raises FileTooLarge, FileDamaged, PasswordNeeded, or UnsupportedFormat for an older Word file.
    """
    return _WordFile(Package(data, root="document"), depth).read()


class _WordFile:
    """A document while it is read."""

    def __init__(self, package: Package, depth: int) -> None:
        self.package = package
        self.depth = depth
        self.part = package.main
        self.styles = WordStyles(package.read_related(self.part, "styles"))
        self.numbering = Numbering(package.read_related(self.part, "numbering"))
        self.omissions = Omissions()
        self.notes = Notes(package)
        self.inline = InlineReader(self.styles, self.notes, self.omissions)
        self.blocks = BlockWriter()
        self.title = self.first_heading = ""
        self.held: list[str] = []  # the text of paragraphs that run on in the next
        self.sections = list(read_sections(package))
        self.n_sections = 0
        self.page_texts: set[str] = set()
        self._block_writers: dict[str, Callable[[Element], None]] = {
            "AlternateContent": lambda node: self._write_blocks(choose_alternative(node)),
            "oMathPara": self._write_formula,
            "oMath": self._write_formula,
            "altChunk": self._write_inserted,
            "subDoc": self._name_subdocument,
            "sdt": self._write_control,
            "del": self._skip_deleted,
            "moveFrom": self._skip_deleted,
        }

    def read(self) -> Content:
        """Return the text."""
        self._start_section()
        self._write_blocks(child(self.package.root, "body"))
        self._release()
        self._write_notes()
        self._end_section()
        for comment in self.package.find_related(self.package.main, "comments"):
            self.omissions.comments += sum(1 for _ in children(self.package.read_xml(comment), "comment"))
        self.omissions.say(self.blocks)
        languages = self.inline.languages
        language, size = max(languages.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return self.blocks.build(
            title=self.package.read_title().strip() or self.title or self.first_heading,
            language=language if size * 2 > languages.total() else "",
        )

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _write_blocks(self, parent: Iterable[Element] | None) -> None:
        """Write the paragraphs and tables below an element."""
        named = [] if parent is None else [(name, node) for node in parent if (name := local(node)) not in _MARKS]
        nodes = [node for _, node in named]
        captions: set[int] = set()  # of tables, that stand below them
        for place, (name, node) in enumerate(named):
            if name == "p" and place not in captions:
                self._write_paragraph(node)
            elif name == "tbl":
                below = self._find_caption(nodes, place)
                if below:
                    captions.add(below)
                    self._write_paragraph(nodes[below])
                self._write_table(node)
            elif name in _INLINE:
                self.blocks.add_paragraph(self.inline.read([node], self.styles.plain.characters, ""))
                self._write_anchored()
            elif name in self._block_writers:
                self._block_writers[name](node)
            elif name != "p" and name not in LEFT_OUT:  # content controls and other wrappers
                self._write_blocks(node)

    def _write_control(self, node: Element) -> None:
        if self.inline.is_prompt(node):
            self.omissions.prompts += 1
        else:
            self._write_blocks(node)

    def _write_formula(self, node: Element) -> None:
        self.blocks.add_paragraph(write_equation(node))

    def _skip_deleted(self, _node: Element) -> None:
        self.omissions.deleted += 1

    def _name_subdocument(self, _node: Element) -> None:
        self.blocks.notice("A part of the document is kept in another file (subDoc): add that file as well.")

    def _find_caption(self, nodes: list[Element], place: int) -> int:
        """Return the place of the caption below a table that has none above; 0 when there is none."""

        def is_caption(at: int) -> bool:
            if not 0 <= at < len(nodes) or local(nodes[at]) != "p":
                return False
            style = self.styles.paragraphs.get(self._name_style(name_children(child(nodes[at], "pPr"))))
            return style is not None and style.is_caption and counts_tables(nodes[at])

        is_last = place + 2 >= len(nodes) or local(nodes[place + 2]) != "tbl"
        return place + 1 if is_last and is_caption(place + 1) and not is_caption(place - 1) else 0

    def _write_paragraph(self, paragraph: Element) -> None:
        stated = name_children(child(paragraph, "pPr"))
        mark = name_children(stated.get("rPr"))
        text, style = self._read_line(paragraph, stated, is_deleted="del" in mark)
        runs_on = "del" in mark or "moveFrom" in mark or (is_on(mark.get("vanish")) and not style.is_heading)
        if runs_on or attribute(stated.get("framePr"), "dropCap") in _DROP_CAPS:
            self.held.append(text)
        elif style.is_heading:
            text = self._take_held() + text.strip()
            self.blocks.add_heading(text, style.heading_level)
            self.first_heading = self.first_heading or text
        else:
            self.blocks.add_paragraph(self._take_held() + text)
        if style.is_title:
            self.title = self.title or text.strip()
        self._write_anchored()
        if "sectPr" in stated:
            self._release()
            self._end_section()
            self._start_section()

    def _name_style(self, stated: Mapping[str, Element]) -> str:
        return attribute(stated.get("pStyle"), "val", self.styles.default)

    def _read_line(
        self, paragraph: Element, stated: Mapping[str, Element], *, is_deleted: bool
    ) -> tuple[str, ParagraphStyle]:
        """Return the text of a paragraph with its number, and its style. stated: its own properties by their names."""
        name = self._name_style(stated)
        style = self.styles.paragraphs.get(name, self.styles.plain)
        outline = stated.get("outlineLvl")
        if outline is not None:
            level = parse_number(attribute(outline, "val"), LOWEST_LEVEL)
            style = replace(style, heading_level=level + 1 if 0 <= level < LOWEST_LEVEL else 0)
        text = self.inline.read(paragraph, style.characters, style.language)
        own = stated.get("numPr")
        list_name = attribute(child(own, "numId"), "val", style.list_name)
        if list_name and list_name != "0" and (text.strip() or not is_deleted):
            level = parse_number(attribute(child(own, "ilvl"), "val"), -1)
            if level < 0:
                level = style.level if style.level is not None else self.numbering.level_of(list_name, name)
            number = self.numbering.next(list_name, level)
            if number and (text.strip() or (isinstance(self.blocks, Recording) and not number.startswith("-"))):
                text = f"{number} {text.lstrip()}"
        return text, style

    def _take_held(self) -> str:
        held, self.held = "".join(self.held), []
        return held

    def _release(self) -> None:
        """Write what was held for a paragraph that does not come."""
        if held := self._take_held():
            self.blocks.add_paragraph(held)

    def _record(self, write: Callable[[], None]) -> Recording:
        """Return what a function writes, kept."""
        outer, held, self.held = self.blocks, self.held, []
        recording = Recording(outer)
        self.blocks = recording
        try:
            write()
            self._release()
        finally:
            self.blocks, self.held = outer, held
        return recording

    # -- tables --------------------------------------------------------------------------------------------------------

    def _write_table(self, table: Element) -> None:
        self._release()
        rows: list[TableRow] = list(read_rows(table, self._read_cell, self.omissions))
        first_row, first_column = reads_as(table, self.styles)
        if isinstance(self.blocks, Recording):
            self.blocks.has_table |= len(rows) > 1 and any(len(row.cells) > 1 for row in rows)
        write_table(
            self.blocks,
            rows,
            first_row=first_row,
            first_column=first_column,
            for_layout=self.inline.marks_pages,  # of a letterhead
        )

    def _read_cell(self, cell: PlacedCell, down: int) -> TableCell:
        inline = self.inline
        n_bold, n_letters = inline.n_bold, inline.n_letters
        recording = self._record(partial(self._write_blocks, cell.node))
        n_letters = inline.n_letters - n_letters
        is_bold = n_letters > 0 and (inline.n_bold - n_bold) * 10 >= n_letters * 9
        return TableCell(recording, recording.join(), cell.across, down, bold=is_bold, fill=cell.fill)

    # -- drawings and other parts --------------------------------------------------------------------------------------

    def _write_anchored(self) -> None:
        """Write the text boxes, charts and diagrams that the last lines are the anchors of."""
        anchored, self.inline.anchored = self.inline.anchored, []
        for drawn in read_drawing(anchored, self.package, self.part, self.omissions):
            if isinstance(drawn, str):
                self.blocks.add_paragraph(drawn)
            else:
                self._write_blocks(drawn)
                self._release()

    def _write_inserted(self, node: Element) -> None:
        if self.depth >= _DEEPEST:
            self.blocks.notice(f"Documents that stand in one another more than {_DEEPEST} deep were not read.")
            return
        write_inserted(self.blocks, self.package, self.part, node, lambda data: read_docx(data, depth=self.depth + 1))

    def _write_notes(self) -> None:
        """Write the footnotes, then the endnotes, each in the order in which the text refers to them."""
        for kind in KINDS:
            self.part, notes = self.notes.read(self.package, kind)
            for name, mark in self.notes.order(kind):
                self.inline.note_mark = mark
                recording = self._record(partial(self._write_blocks, notes.get(name)))
                if self.inline.note_mark and recording.texts:
                    recording.prefix(f"{mark} ")
                if "".join(recording.texts).strip() != mark:  # a note of nothing but its mark
                    recording.replay(self.blocks)
        self.inline.note_mark = ""
        self.part = self.package.main

    def _start_section(self) -> None:
        if self.n_sections < len(self.sections):
            self._write_page_text(self.sections[self.n_sections].headers)

    def _end_section(self) -> None:
        if self.n_sections < len(self.sections):
            self._write_page_text(self.sections[self.n_sections].footers)
        self.n_sections += 1

    def _write_page_text(self, parts: tuple[str, ...]) -> None:
        """Write what stands above or below the pages and was not written before."""
        names = self.title, self.first_heading
        for part in parts:
            if part in self.page_texts:
                continue
            self.page_texts.add(part)
            self.part, self.inline.marks_pages = part, True
            recording = self._record(partial(self._write_blocks, self.package.read_xml(part)))
            self.part, self.inline.marks_pages = self.package.main, False
            for line in find_page_text(recording.texts, self.page_texts):
                self.blocks.add_paragraph(line)
        self.title, self.first_heading = names
