"""Shapes of a slide in reading order: from top to bottom, those of one row from left to right.

A placeholder without a place of its own stands where the layout or the master puts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.formats.office.omissions import Omissions
from qa.formats.office.package import choose_alternative, parse_number
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["Shape", "find_inherited", "find_placeholder", "order_shapes"]

_SAME_ROW = 300_000  # shapes that begin within a third of an inch of one another stand side by side (in 1/914,400 inch)
_SHAPES = ("sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart")


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, where its upper left corner is, and what kind of placeholder it is; empty for none."""

    node: Element
    x: int
    y: int
    placeholder: str


def order_shapes(tree: Element | None, patterns: Sequence[Element], omissions: Omissions) -> list[Shape]:
    """Return the shapes of a slide or a group in order, without hidden ones, which are counted.

    patterns: the layout of the slide and its master.
    """
    shapes = sorted(_find_shapes(tree, patterns, omissions), key=lambda shape: (shape.y, shape.x))
    rows: list[list[Shape]] = []
    for shape in shapes:
        if not rows or shape.y > rows[-1][0].y + _SAME_ROW:
            rows.append([])
        rows[-1].append(shape)
    return [shape for row in rows for shape in sorted(row, key=lambda shape: (shape.x, shape.y))]


def find_placeholder(node: Element) -> Element | None:
    """Return what says that a shape stands for a placeholder of its layout; None for other shapes."""
    return next((holder for part in node if (holder := child(part, "nvPr", "ph")) is not None), None)


def find_inherited(holder: Element | None, patterns: Sequence[Element]) -> Iterator[Element]:
    """Yield the shapes of the layout and the master that a placeholder stands for."""
    if holder is None:
        return
    kind, place = attribute(holder, "type", "obj"), attribute(holder, "idx")
    for pattern in patterns:
        for node in children(child(pattern, "cSld", "spTree"), "sp"):
            other = child(node, "nvSpPr", "nvPr", "ph")
            same_place = place and attribute(other, "idx") == place
            if other is not None and (same_place or attribute(other, "type", "obj") == kind):
                yield node
                kind = attribute(other, "type", "obj")
                break


def _find_shapes(tree: Element | None, patterns: Sequence[Element], omissions: Omissions) -> Iterator[Shape]:
    for node in () if tree is None else tree:
        name = local(node)
        if name == "AlternateContent":
            yield from _find_shapes(choose_alternative(node), patterns, omissions)
        elif name in _SHAPES:
            if _is_hidden(node):
                omissions.hidden += any((text.text or "").strip() for text in node.iter("{*}t"))
            else:
                yield _place(node, patterns)


def _is_hidden(node: Element) -> bool:
    names = (child(part, "cNvPr") for part in node)
    return any(attribute(name, "hidden").lower() in ("1", "true") for name in names if name is not None)


def _place(node: Element, patterns: Sequence[Element]) -> Shape:
    """Return a shape with its place: its own, else that of the layout's placeholder, else the master's."""
    holder = find_placeholder(node)
    placeholder = attribute(holder, "type", "obj") if holder is not None else ""
    for candidate in (node, *find_inherited(holder, patterns)):
        transform = child(candidate, "xfrm")
        for properties in ("spPr", "grpSpPr"):
            transform = child(candidate, properties, "xfrm") if transform is None else transform
        offset = child(transform, "off")
        if offset is not None:
            return Shape(node, parse_number(attribute(offset, "x")), parse_number(attribute(offset, "y")), placeholder)
    return Shape(node, 0, 0, placeholder)
