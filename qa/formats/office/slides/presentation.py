"""Presentations (.pptx, .pptm): each slide is a page, its title a heading, its shapes in rows from top to bottom.

A slide's notes follow it, after a line `Notes:`. Tables have the names of their columns, charts a sentence a category,
diagrams a line a point. A footer and a date are read on the first slide that shows them. Hidden slides are read, so
that a page's number is the slide's, and said. Left out, and said: struck text, hidden shapes, comments, embedded
objects. Left out: what stands on the master or the layout, slide numbers, pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qa.formats.office.charts import read_chart
from qa.formats.office.drawing import read_diagram, read_paragraph
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import Package, choose_alternative, parse_number
from qa.formats.office.recording import Recording
from qa.formats.office.slides.lists import read_lines
from qa.formats.office.slides.shapes import Shape, order_shapes
from qa.formats.office.slides.tables import read_rows
from qa.formats.office.tables.writing import write_table
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_pptx"]

_TITLES = frozenset({"title", "ctrTitle"})
_NUMBERS = frozenset({"sldNum", "sldImg"})
_FURNITURE = frozenset({"ftr", "dt", "hdr"})  # the same on many slides
_MAX_TITLE = 100  # characters of a line that stands for a missing title
_TITLE_SIZE = 2_400  # hundredths of a point
_MAX_LISTED = 20  # slides that a notice lists


def read_pptx(data: bytes) -> Content:
    """Read a presentation; its title is the one that it states, else that of its first slide with one.

    Its language is the one that most of its text is marked with.
    Raises FileTooLarge, FileDamaged, PasswordNeeded, or UnsupportedFormat for an older PowerPoint file.
    """
    return _Presentation(Package(data, root="presentation")).read()


class _Presentation:
    """A presentation while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.blocks = BlockWriter()
        self.omissions = Omissions()
        self.title = ""
        self.part = ""  # the slide that is being read
        self.patterns: list[Element] = []  # its layout and its master
        self.furniture: set[str] = set()  # that was written
        self.languages: Counter[str] = Counter()  # characters in each

    def read(self) -> Content:
        """Return the text of all slides."""
        main = self.package.main
        hidden: list[int] = []
        without_text: list[int] = []
        slides = children(child(self.package.root, "sldIdLst"), "sldId")
        for number, slide in enumerate(slides, start=1):
            part = self.package.find_target(main, _relation_of(slide))
            self.blocks.start_page()
            length = self.blocks.builder.length
            if not part:
                self.blocks.notice(f"Slide {number} is missing in the file.")
                continue
            root = self.package.read_xml(part)
            self._write_slide(part, root)
            if attribute(root, "show").lower() in ("0", "false"):
                hidden.append(number)
            if self.blocks.builder.length == length and next(root.iter("{*}pic", "{*}graphicFrame"), None) is not None:
                without_text.append(number)
        if without_text:
            self.blocks.notice(f"{_list_slides(without_text)} {'have' if len(without_text) > 1 else 'has'} no text.")
        if hidden:
            verb, they = ("are", "they were") if len(hidden) > 1 else ("is", "it was")
            self.blocks.notice(f"{_list_slides(hidden)} {verb} hidden in the presentation; {they} read as well.")
        self.omissions.say(self.blocks)
        language, size = max(self.languages.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return self.blocks.build(
            title=self.package.read_title().strip() or self.title,
            language=language if size * 2 > self.languages.total() else "",
        )

    def _write_slide(self, part: str, root: Element) -> None:
        self.part = part
        layout = next(self.package.find_related(part, "slideLayout"), "")
        master = next(self.package.find_related(layout, "slideMaster"), "") if layout else ""
        self.patterns = [self.package.read_xml(pattern) for pattern in (layout, master) if pattern]
        for run in root.iter("{*}r"):
            text = child(run, "t")
            self.languages[attribute(child(run, "rPr"), "lang")] += len(text.text or "") if text is not None else 0
        shapes = self._order(child(root, "cSld", "spTree"))
        titles = [shape for shape in shapes if shape.placeholder in _TITLES and _has_text(shape.node)]
        for shape in titles or _find_title(shapes):
            text = " ".join(read_paragraph(line, self.omissions) for line in children(child(shape.node, "txBody"), "p"))
            self.blocks.add_heading(text)
            self.title = self.title or text
            shapes.remove(shape)
        for shape in shapes:
            if shape.placeholder not in _FURNITURE:
                self._write_shape(shape)
        for shape in shapes:
            if shape.placeholder in _FURNITURE:
                self._write_furniture(shape)
        self._write_notes(part)
        for kind in ("comments", "comment"):
            for comments in self.package.find_related(part, kind):
                self.omissions.comments += sum(1 for _ in children(self.package.read_xml(comments), "cm"))

    def _order(self, tree: Element | None) -> list[Shape]:
        shapes = order_shapes(tree, self.patterns, self.omissions)
        return [shape for shape in shapes if shape.placeholder not in _NUMBERS]

    def _write_furniture(self, shape: Shape) -> None:
        """Write a footer or a date unless an earlier slide shows it; a date of today is none of the file's."""
        paragraphs = children(child(shape.node, "txBody"), "p")
        lines = [line for line in paragraphs if next(children(line, "fld"), None) is None]
        text = " ".join(" ".join(read_paragraph(line, self.omissions) for line in lines).split())
        if any(map(str.isalnum, text)) and text not in self.furniture:
            self.furniture.add(text)
            self.blocks.add_paragraph(text)

    def _write_notes(self, part: str) -> None:
        """Write what the speaker notes under a slide."""
        for notes in self.package.find_related(part, "notesSlide"):
            shapes = self._order(child(self.package.read_xml(notes), "cSld", "spTree"))
            lines = [
                text
                for shape in shapes
                if shape.placeholder == "body"
                for line in children(child(shape.node, "txBody"), "p")
                if (text := read_paragraph(line, self.omissions)).strip()
            ]
            for line in ["Notes:", *lines] if lines else []:
                self.blocks.add_paragraph(line)

    # -- shapes --------------------------------------------------------------------------------------------------------

    def _write_shape(self, shape: Shape) -> None:
        node = shape.node
        name = local(node)
        if name == "grpSp":
            for inner in self._order(node):
                self._write_shape(inner)
        elif name == "graphicFrame":
            self._write_graphic(child(node, "graphic", "graphicData"))
        else:
            for line in read_lines(shape, self.patterns, self.omissions):
                self.blocks.add_paragraph(line)

    def _write_graphic(self, data: Element | None) -> None:
        for node in () if data is None else data:
            name = local(node)
            if name == "tbl":
                self._write_table(node)
            elif name == "chart":
                for line in read_chart(self.package, self.part, _relation_of(node)):
                    self.blocks.add_paragraph(line)
            elif name == "relIds":
                for line in read_diagram(self.package, self.part, attribute(node, "dm")):
                    self.blocks.add_paragraph(f"- {line}")
            elif name == "oleObj":
                self.omissions.add_object(attribute(node, "progId"))
            elif name == "AlternateContent":
                self._write_graphic(choose_alternative(node))

    def _write_table(self, table: Element) -> None:
        def read_cell(cell: Element) -> Recording:
            recording = Recording(self.blocks)
            for line in read_lines(Shape(cell, 0, 0, ""), self.patterns, self.omissions):
                recording.add_paragraph(line)
            return recording

        properties = child(table, "tblPr")
        first_row, first_column = (
            attribute(properties, name).lower() in ("1", "true") for name in ("firstRow", "firstCol")
        )
        write_table(self.blocks, list(read_rows(table, read_cell)), first_row=first_row, first_column=first_column)


def _find_title(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shape that stands for a missing title: one short line above all, in the largest letters; else none."""
    texts = [shape for shape in shapes if _has_text(shape.node)]
    if len(texts) < 2 or local(texts[0].node) != "sp" or texts[0].placeholder:
        return []
    lines = [line for line in children(child(texts[0].node, "txBody"), "p") if _has_text(line)]
    size = _size_of(texts[0].node)
    is_title = len(lines) == 1 and len(read_paragraph(lines[0])) <= _MAX_TITLE and size >= _TITLE_SIZE
    return texts[:1] if is_title and all(_size_of(shape.node) < size for shape in texts[1:]) else []


def _size_of(node: Element) -> int:
    """Return the size of the largest letters of a shape, in hundredths of a point; 0 when none is stated."""
    return max((parse_number(attribute(run, "sz")) for run in node.iter("{*}rPr")), default=0)


def _has_text(node: Element) -> bool:
    return any((text.text or "").strip() for text in node.iter("{*}t"))


def _list_slides(numbers: Sequence[int]) -> str:
    """Return numbers of slides as words.

    >>> _list_slides([3]), _list_slides([3, 5, 7])
    ('Slide 3', 'Slides 3, 5 and 7')
    """
    if len(numbers) == 1:
        return f"Slide {numbers[0]}"
    if len(numbers) > _MAX_LISTED:
        return f"Slides {', '.join(map(str, numbers[:_MAX_LISTED]))} and {len(numbers) - _MAX_LISTED} more"
    return f"Slides {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _relation_of(node: Element) -> str:
    """Return the `r:id` of an element, which may have an `id` of its own as well."""
    for key, value in node.items():
        if key.startswith("{") and key.endswith("}id"):
            return str(value)
    return ""
