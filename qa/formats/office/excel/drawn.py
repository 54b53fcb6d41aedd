"""What lies on a sheet beside its cells: text boxes, titles of charts, boxes to tick, comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qa.formats.office.charts import read_chart
from qa.formats.office.drawing import read_paragraph
from qa.formats.office.package import Package
from qa.formats.xml import attribute, local

__all__ = ["count_comments", "read_drawn"]

_TICKED = {"Checked": "☑", "Mixed": "☒"}


def read_drawn(package: Package, part: str, controls: dict[str, str]) -> Iterator[str]:
    """Yield the text of the text boxes and charts of a sheet.

    controls: the id of the relation of each control by the id of its shape; a box to tick comes with its state.
    """
    for drawing in package.find_related(part, "drawing"):
        mark = ""
        for node in package.read_xml(drawing).iter("{*}cNvPr", "{*}p", "{*}chart"):
            if local(node) == "cNvPr":
                mark = _read_box(package, part, controls.get(attribute(node, "id"), ""))
            elif local(node) == "p":
                text = read_paragraph(node)
                yield f"{mark} {text}" if mark and text else text
                mark = ""
            else:
                yield from islice(read_chart(package, drawing, attribute(node, "id")), 1)  # its title


def count_comments(package: Package, part: str) -> int:
    """Return how many cells of a sheet have a comment."""
    places: set[str] = set()
    for kind, tag in (("comments", "comment"), ("threadedComment", "threadedComment")):
        for comments in package.find_related(part, kind):
            places |= {attribute(node, "ref") for node in package.archive.stream_xml(comments, tag)}
    return len(places)


def _read_box(package: Package, part: str, relation: str) -> str:
    """Return the sign of a box to tick; empty for another control, or none."""
    target = package.find_target(part, relation) if relation else ""
    if not target:
        return ""
    state = package.read_xml(target)
    if attribute(state, "objectType") not in ("CheckBox", "Radio"):
        return ""
    return _TICKED.get(attribute(state, "checked"), "☐")
