"""What stands in the drawings of Word files: text boxes, charts, diagrams, ornamental letters, embedded objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.formats.office.charts import read_chart
from qa.formats.office.drawing import read_diagram, read_paragraph
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import Package, choose_alternative
from qa.formats.xml import Element, attribute, local

__all__ = ["read_drawing"]


def read_drawing(
    nodes: Iterable[Element], package: Package, part: str, omissions: Omissions
) -> Iterator[str | list[Element]]:
    """Yield in order the lines of a drawing, and the elements of Word's own text in it. `omissions` counts objects."""
    for node in nodes:
        name = local(node)
        if name in ("p", "tbl") and "wordprocessingml" in node.tag:
            yield [node]
        elif name == "txbxContent":
            yield list(node)
        elif name == "p":
            yield read_paragraph(node, omissions)
        elif name == "chart":
            yield from read_chart(package, part, attribute(node, "id"))
        elif name == "relIds":
            yield from read_diagram(package, part, attribute(node, "dm"))
        elif name == "textpath":
            yield attribute(node, "string")
        elif name in ("OLEObject", "control"):
            omissions.add_object(attribute(node, "ProgID") if name == "OLEObject" else "form control")
        else:
            branch = choose_alternative(node) if name == "AlternateContent" else node
            yield from read_drawing(() if branch is None else branch, package, part, omissions)
