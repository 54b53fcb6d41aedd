"""Presentations (.pptx, .pptm): each slide is a page, its title a heading, its shapes in rows from top to bottom.

A slide's notes follow it, after a line `Notes:`. Tables have a line a row, charts a sentence a category, diagrams a
line a point. Left out: what stands on the master or the layout, dates, footers and slide numbers, comments, pictures.
Hidden slides are read, so that a page's number is the slide's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa.formats.office.drawing import read_chart, read_diagram, read_paragraph
from qa.formats.office.package import Package, choose_alternative, parse_number
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.counting import write_count
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_pptx"]

_TITLES = frozenset({"title", "ctrTitle"})
_LEFT_OUT = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
_SAME_ROW = 300_000  # shapes that begin within a third of an inch of one another stand side by side (in 1/914,400 inch)
_COUNTS = {
    "arabic": "decimal",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape, where its upper left corner is, and what kind of placeholder it is; empty for none."""

    node: Element
    x: int
    y: int
    placeholder: str


def read_pptx(data: bytes) -> Content:
    """Read a presentation; its title is the one that it states, else that of its first slide with one.

    Raises FileTooLarge, FileDamaged, PasswordNeeded, or UnsupportedFormat for an older PowerPoint file.
    """
    return _Presentation(Package(data, root="presentation")).read()


class _Presentation:
    """A presentation while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.blocks = BlockWriter()
        self.title = ""
        self.part = ""  # the slide that is being read
        self.patterns: list[Element] = []  # its layout and its master

    def read(self) -> Content:
        """Return the text of all slides."""
        main = self.package.main
        for slide in children(child(self.package.root, "sldIdLst"), "sldId"):
            part = self.package.find_target(main, _relation_of(slide))
            self.blocks.start_page()
            if part:
                self._write_slide(part)
        return self.blocks.build(title=self.package.read_title().strip() or self.title)

    def _write_slide(self, part: str) -> None:
        self.part = part
        layout = next(self.package.find_related(part, "slideLayout"), "")
        master = next(self.package.find_related(layout, "slideMaster"), "") if layout else ""
        self.patterns = [self.package.read_xml(pattern) for pattern in (layout, master) if pattern]
        shapes = self._order_shapes(child(self.package.read_xml(part), "cSld", "spTree"))
        titles = [shape for shape in shapes if shape.placeholder in _TITLES]
        for shape in titles:
            text = " ".join(read_paragraph(line) for line in children(child(shape.node, "txBody"), "p"))
            self.blocks.add_heading(text)
            self.title = self.title or text
        for shape in shapes:
            if shape.placeholder not in _TITLES:
                self._write_shape(shape)
        self._write_notes(part)

    def _write_notes(self, part: str) -> None:
        """Write what the speaker notes under a slide."""
        for notes in self.package.find_related(part, "notesSlide"):
            shapes = self._order_shapes(child(self.package.read_xml(notes), "cSld", "spTree"))
            lines = [
                text
                for shape in shapes
                if shape.placeholder == "body"
                for line in children(child(shape.node, "txBody"), "p")
                if (text := read_paragraph(line)).strip()
            ]
            for line in ["Notes:", *lines] if lines else []:
                self.blocks.add_paragraph(line)

    # -- shapes --------------------------------------------------------------------------------------------------------

    def _order_shapes(self, tree: Element | None) -> list[_Shape]:
        """Return the shapes of a slide or a group from top to bottom, those of one row from left to right."""
        shapes = sorted(self._find_shapes(tree), key=lambda shape: (shape.y, shape.x))
        rows: list[list[_Shape]] = []
        for shape in shapes:
            if not rows or shape.y > rows[-1][0].y + _SAME_ROW:
                rows.append([])
            rows[-1].append(shape)
        return [shape for row in rows for shape in sorted(row, key=lambda shape: (shape.x, shape.y))]

    def _find_shapes(self, tree: Element | None) -> Iterator[_Shape]:
        for node in () if tree is None else tree:
            name = local(node)
            if name == "AlternateContent":
                yield from self._find_shapes(choose_alternative(node))
            elif name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"):
                shape = self._place(node)
                if shape.placeholder not in _LEFT_OUT:
                    yield shape

    def _place(self, node: Element) -> _Shape:
        """Return a shape with its place: its own, else that of the layout's placeholder, else the master's."""
        holder = next((holder for part in node if (holder := child(part, "nvPr", "ph")) is not None), None)
        placeholder = attribute(holder, "type", "obj") if holder is not None else ""
        for candidate in (node, *self._find_inherited(holder)):
            transform = child(candidate, "xfrm")
            for properties in ("spPr", "grpSpPr"):
                transform = child(candidate, properties, "xfrm") if transform is None else transform
            offset = child(transform, "off")
            if offset is not None:
                return _Shape(
                    node, parse_number(attribute(offset, "x")), parse_number(attribute(offset, "y")), placeholder
                )
        return _Shape(node, 0, 0, placeholder)

    def _find_inherited(self, holder: Element | None) -> Iterator[Element]:
        """Yield the shapes of the layout and the master that a placeholder stands for."""
        if holder is None:
            return
        kind, place = attribute(holder, "type", "obj"), attribute(holder, "idx")
        for pattern in self.patterns:
            for node in children(child(pattern, "cSld", "spTree"), "sp"):
                other = child(node, "nvSpPr", "nvPr", "ph")
                same_place = place and attribute(other, "idx") == place
                if other is not None and (same_place or attribute(other, "type", "obj") == kind):
                    yield node
                    kind = attribute(other, "type", "obj")
                    break

    def _write_shape(self, shape: _Shape) -> None:
        node = shape.node
        name = local(node)
        if name == "grpSp":
            for inner in self._order_shapes(node):
                self._write_shape(inner)
        elif name == "graphicFrame":
            self._write_graphic(child(node, "graphic", "graphicData"))
        else:
            self._write_text(shape)

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
            elif name == "AlternateContent":
                self._write_graphic(choose_alternative(node))

    def _write_table(self, table: Element) -> None:
        self.blocks.end_table()
        for row in children(table, "tr"):
            cells = (
                " ".join(read_paragraph(line) for line in children(child(cell, "txBody"), "p"))
                for cell in children(row, "tc")
            )
            self.blocks.add_row([" ".join(cell.split()) for cell in cells])
        self.blocks.end_table()

    # -- text ----------------------------------------------------------------------------------------------------------

    def _write_text(self, shape: _Shape) -> None:
        """Write the paragraphs of a shape, with the bullets and numbers that they are shown with."""
        body = child(shape.node, "txBody")
        styles = self._find_list_styles(shape)
        counts: dict[int, int] = {}
        for paragraph in children(body, "p"):
            text = read_paragraph(paragraph).strip()
            properties = child(paragraph, "pPr")
            level = parse_number(attribute(properties, "lvl"))
            bullet = _find_bullet([properties, *(child(style, f"lvl{level + 1}pPr") for style in styles)])
            if not text:
                continue
            counts = {place: count for place, count in counts.items() if place <= level}
            if local(bullet) == "buAutoNum" if bullet is not None else False:
                counts[level] = counts.get(level, parse_number(attribute(bullet, "startAt"), 1) - 1) + 1
                text = f"{_count(counts[level], attribute(bullet, 'type'))} {text}"
            elif bullet is not None and local(bullet) != "buNone":
                counts.pop(level, None)
                text = f"- {text}"
            self.blocks.add_paragraph(text)

    def _find_list_styles(self, shape: _Shape) -> list[Element]:
        """Return the styles of lists that hold for a shape, the nearest first."""
        holder = next((holder for part in shape.node if (holder := child(part, "nvPr", "ph")) is not None), None)
        styles = [child(node, "txBody", "lstStyle") for node in (shape.node, *self._find_inherited(holder))]
        if shape.placeholder in ("body", "obj", "subTitle"):
            styles += [child(pattern, "txStyles", "bodyStyle") for pattern in self.patterns]
        return [style for style in styles if style is not None]


def _relation_of(node: Element) -> str:
    """Return the `r:id` of an element, which may have an `id` of its own as well."""
    for key, value in node.items():
        if key.startswith("{") and key.endswith("}id"):
            return str(value)
    return ""


def _find_bullet(properties: list[Element | None]) -> Element | None:
    """Return the first element that says which bullet is shown; None when none does."""
    for node in properties:
        for bullet in children(node, "buNone", "buChar", "buAutoNum", "buBlip"):
            return bullet
    return None


def _count(value: int, style: str) -> str:
    """Return the number of an item in a style such as `alphaLcParenR`.

    >>> _count(2, "alphaLcParenR"), _count(2, "romanUcPeriod"), _count(2, "arabicParenBoth")
    ('b)', 'II.', '(2)')
    """
    name = next((name for name in _COUNTS if style.startswith(name)), "arabic")
    text = write_count(value, _COUNTS[name])
    if style.endswith("ParenBoth"):
        return f"({text})"
    return f"{text})" if style.endswith("ParenR") else f"{text}."
