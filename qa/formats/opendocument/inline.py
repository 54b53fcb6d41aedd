"""The text of an OpenDocument paragraph: fields, raised and lowered text, marks; not what is hidden or deleted.

What is anchored in a paragraph (text boxes, charts, pictures) and the notes that it refers to are handed back beside
the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qa.formats.opendocument.lists import read_whole
from qa.formats.opendocument.package import OpenPackage
from qa.formats.writing.raised import lower_text, raise_text
from qa.formats.xml import Element, attribute, child, local

__all__ = ["FRAMES", "Line", "read_line"]

FRAMES = frozenset(
    """
    frame custom-shape rect circle ellipse polygon polyline path line connector regular-polygon caption g measure
    """.split()
)
_LEFT_OUT = frozenset(
    """
    annotation annotation-end tracked-changes ruby-text note-body change change-start change-end sequence-decls forms
    variable-decls user-field-decls dde-connection-decls event-listeners enhanced-geometry title desc bookmark
    bookmark-start bookmark-end reference-mark reference-mark-start reference-mark-end soft-page-break thumbnail
    """.split()
)
_MAX_SPACES = 100


@dataclass(slots=True)
class Line:
    """The text of a paragraph, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    n_comments: int = 0
    has_struck: bool = False

    @property
    def text(self) -> str:
        """Return the text."""
        return "".join(self.pieces)

    @property
    def end(self) -> str:
        """Return the end of what is read so far: what a raised text stands behind."""
        return "".join(self.pieces[-5:])[-100:]


def read_line(paragraph: Element, package: OpenPackage) -> Line:
    """Return the text of a paragraph or heading."""
    line = Line()
    for piece in _read(paragraph, line, package):
        line.pieces.append(piece)
    return line


def _read(node: Element, line: Line, package: OpenPackage) -> Iterator[str]:
    if node.text:
        yield _collapse(node.text)
    for below in node:
        name = local(below)
        if name:
            yield from _read_part(below, name, line, package)
        if below.tail:
            yield _collapse(below.tail)


def _read_part(node: Element, name: str, line: Line, package: OpenPackage) -> Iterator[str]:
    if name == "span":
        yield from _read_span(node, line, package)
    elif name == "s":
        yield " " * min(read_whole(attribute(node, "c"), 1), _MAX_SPACES)
    elif name in ("tab", "line-break"):
        yield "\t" if name == "tab" else "\n"
    elif name == "note":
        citation = child(node, "note-citation")
        mark = "".join(citation.itertext()) if citation is not None else ""
        line.notes.append(node)
        yield raise_text(mark, line.end)
    elif name in FRAMES or (name == "a" and any(local(below) in FRAMES for below in node)):
        line.frames += [node] if name in FRAMES else [below for below in node if local(below) in FRAMES]
        if name == "a":
            yield from (_collapse(text) for text in (node.text or "",))
    elif name == "control":
        yield package.controls.get(attribute(node, "control"), "")
    elif name == "annotation":
        line.n_comments += 1
    elif name == "hidden-text":
        if attribute(node, "is-hidden", "false") != "true":
            yield attribute(node, "string-value") or "".join(node.itertext())
    elif name not in _LEFT_OUT and attribute(node, "display") != "none":
        yield from _read(node, line, package)


def _read_span(node: Element, line: Line, package: OpenPackage) -> Iterator[str]:
    look = package.styles.look("text", attribute(node, "style-name"))
    if look.is_hidden:
        return
    if look.is_struck:
        line.has_struck = line.has_struck or bool("".join(node.itertext()).strip())
        return
    if not look.position:
        yield from _read(node, line, package)
        return
    inner = Line()
    for piece in _read(node, inner, package):
        inner.pieces.append(piece)
    line.frames += inner.frames
    line.notes += inner.notes
    line.has_struck = line.has_struck or inner.has_struck
    if inner.notes:  # the mark of a note, which is raised already
        yield inner.text
    elif inner.text:
        yield raise_text(inner.text, line.end) if look.position > 0 else lower_text(inner.text)


def _collapse(text: str) -> str:
    """Return `text` with each run of white space as one space, as the format has it."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{' '.join(text.split())}{' ' * text[-1].isspace()}"
