"""DrawingML: the text of shapes, charts and diagrams, as slides, documents and sheets hold them."""

from __future__ import annotations

from collections.abc import Iterator

from qa.formats.office.equation import write_equation
from qa.formats.office.package import Package, choose_alternative
from qa.formats.writing.rows import write_row
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_chart", "read_diagram", "read_paragraph"]

_MAX_POINTS = 1_000  # of a series; a chart shows no more that a person could read
_MAX_NAME = 100  # characters of a series' name


def read_paragraph(paragraph: Element) -> str:
    """Return the text of an `a:p`; a break is a line end."""
    parts: list[str] = []
    for node in paragraph:
        name = local(node)
        if name in ("r", "fld"):
            parts += [text.text or "" for text in children(node, "t")]
        elif name == "br":
            parts.append("\n")
        elif name in ("m", "oMath", "oMathPara"):
            parts.append(write_equation(node))
        elif name == "AlternateContent" and (branch := choose_alternative(node)) is not None:
            parts.append(read_paragraph(branch))
    return "".join(parts).replace("_x000B_", "\n").replace("\v", "\n")


def read_diagram(package: Package, part: str, relation: str) -> Iterator[str]:
    """Yield the text of each point of a diagram (SmartArt) that `part` shows by this relation."""
    target = package.find_target(part, relation)
    if target:
        for body in package.read_xml(target).iter("{*}t"):
            if local(body.getparent()) == "pt":
                yield from (text for line in children(body, "p") if (text := read_paragraph(line)))


def read_chart(package: Package, part: str, relation: str) -> Iterator[str]:
    """Yield the title of a chart that `part` shows by this relation, empty for none, then a sentence a category."""
    target = package.find_target(part, relation)
    chart = child(package.read_xml(target), "chart") if target else None
    if chart is None:
        return
    yield " ".join(read_paragraph(line) for line in children(child(chart, "title", "tx", "rich"), "p"))
    names: dict[int, str] = {}
    rows: dict[int, dict[int, str]] = {}
    for column, node in enumerate(chart.iter("{*}ser"), start=1):
        if name := _read_points(child(node, "tx")).get(0):
            names[column] = name[:_MAX_NAME]
        labels = _read_points(child(node, "cat")) or _read_points(child(node, "xVal"))
        for place, value in (_read_points(child(node, "val")) or _read_points(child(node, "yVal"))).items():
            row = rows.setdefault(place, {})
            if place in labels:
                row.setdefault(0, labels[place])
            row[column] = value
    for _, row in sorted(rows.items()):
        yield write_row(dict(sorted(row.items())), names)


def _read_points(node: Element | None) -> dict[int, str]:
    """Return the cached points of a series' names, categories or values, by their place."""
    points: dict[int, str] = {}
    if node is None:
        return points
    for point in node.iter("{*}pt"):
        place = attribute(point, "idx")
        value = child(point, "v")
        if place.isascii() and place.isdigit() and len(place) < 6 and value is not None and value.text:
            points.setdefault(int(place), _shorten_number(value.text))
        if len(points) >= _MAX_POINTS:
            break
    if not points and (value := child(node, "v")) is not None and value.text:
        points[0] = value.text
    return points


def _shorten_number(value: str) -> str:
    """Return a number without the noise of its last binary digits; other text as it is."""
    try:
        return f"{float(value):.10g}" if len(value) > 12 else value
    except ValueError:
        return value
