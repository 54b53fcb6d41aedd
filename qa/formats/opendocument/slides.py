"""OpenDocument presentations and drawings (.odp, .odg): each slide is a page, its title a heading.

Shapes come in rows from top to bottom; a slide's notes follow it, after a line `Notes:`. Left out: what stands on the
master, dates, footers and slide numbers, pictures. Hidden slides are read, so that a page's number is the slide's.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qa.formats.opendocument.flow import Flow
from qa.formats.opendocument.inline import FRAMES
from qa.formats.xml import Element, attribute, children, local

__all__ = ["write_slides"]

_LEFT_OUT = frozenset({"date-time", "footer", "page-number", "header", "page"})
_SAME_ROW = 0.8  # centimetres within which shapes begin that stand side by side
_LENGTH = regex.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)\s*(cm|mm|in|pt|pc|px)?")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96, None: 1.0}
_MOVED = regex.compile(r"translate\s*\(\s*([^\s,)]+)[\s,]*([^\s,)]*)\s*\)")

_Place = tuple[float, float]  # from the top and from the left, in centimetres


def write_slides(flow: Flow, body: Element) -> None:
    """Write all slides."""
    for page in children(body, "page"):
        flow.blocks.start_page()
        shapes = _order([node for node in page if _is_shown(node)])
        titles = [node for node in shapes if _kind_of(node) == "title"]
        for node in titles:
            text = " ".join(" ".join("".join(line.itertext()).split()) for line in node.iter("{*}p", "{*}h"))
            flow.blocks.add_heading(text)
            flow.title = flow.title or text
        for node in shapes:
            if node not in titles:
                _write_shape(flow, node)
        flow.write_notes()
        for notes in children(page, "notes"):
            spoken = [node for node in _order(list(notes)) if _kind_of(node) == "notes"]
            spoken = [node for node in spoken if "".join(node.itertext()).strip()]
            if spoken:
                flow.blocks.add_paragraph("Notes:")
            for node in spoken:
                flow.write_frame(node)


def _write_shape(flow: Flow, node: Element) -> None:
    if local(node) in ("g", "a"):
        for inner in _order(list(node)):
            if _is_shown(inner):
                _write_shape(flow, inner)
    else:
        flow.write_frame(node)


def _is_shown(node: Element) -> bool:
    name = local(node)
    return (
        (name in FRAMES or name == "a")
        and _kind_of(node) not in _LEFT_OUT
        and attribute(node, "placeholder", "false") != "true"
    )


def _kind_of(node: Element) -> str:
    """Return the part that a shape plays in a slide: title, outline, notes, …; empty for none."""
    return next((str(value) for key, value in node.items() if key.endswith("presentation:1.0}class")), "")


def _order(nodes: list[Element]) -> list[Element]:
    """Return shapes from top to bottom, those of one row from left to right."""
    placed = sorted(((*_place_of(node), place, node) for place, node in enumerate(nodes)), key=lambda item: item[:3])
    rows: list[list[tuple[float, float, int, Element]]] = []
    for item in placed:
        if not rows or item[0] > rows[-1][0][0] + _SAME_ROW:
            rows.append([])
        rows[-1].append(item)
    return [item[3] for row in rows for item in sorted(row, key=lambda item: (item[1], item[0], item[2]))]


def _place_of(node: Element) -> _Place:
    """Return where a shape begins; a group where the first of its shapes does."""
    if moved := _MOVED.search(attribute(node, "transform")[:200]):
        return _measure(moved[2]), _measure(moved[1])
    for top, left in (("y", "x"), ("y1", "x1")):
        if attribute(node, top):
            return _measure(attribute(node, top)), _measure(attribute(node, left))
    return min(_places_below(node), default=(0.0, 0.0))


def _places_below(node: Element) -> Iterator[_Place]:
    return (_place_of(inner) for inner in node if local(inner) in FRAMES)


def _measure(text: str) -> float:
    """Return a length in centimetres; 0 for what is none.

    >>> _measure("2.5cm"), _measure("1in"), _measure("x")
    (2.5, 2.54, 0.0)
    """
    length = _LENGTH.fullmatch(text)
    return float(length[1]) * _CENTIMETRES[length[2]] if length else 0.0
