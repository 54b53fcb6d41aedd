"""Paragraph styles of Word files: which are headings or titles, and which list and language they bring."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from qa.formats.office.package import parse_number
from qa.formats.xml import Element, attribute, child, children

__all__ = ["ParagraphStyle", "read_styles"]

_HEADING = regex.compile(r"heading ?[1-9]|title|subtitle", regex.I)
_MAX_STYLES = 20  # that a style may be based on, one upon the other


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What matters here of a paragraph style, its own or inherited."""

    is_heading: bool = False
    is_title: bool = False
    list_name: str = ""
    level: int | None = None
    language: str = ""


def read_styles(root: Element | None) -> tuple[dict[str, ParagraphStyle], str]:
    """Return the paragraph styles by their id, and the id of the default one."""
    nodes = {attribute(node, "styleId"): node for node in children(root, "style")}
    default = ""
    for name, node in nodes.items():
        if attribute(node, "type") == "paragraph" and attribute(node, "default").lower() in ("1", "true", "on"):
            default = name
    return {name: _read_style(node, nodes) for name, node in nodes.items()}, default


def _read_style(node: Element | None, nodes: dict[str, Element]) -> ParagraphStyle:
    """Return a style with what it inherits."""
    name = attribute(child(node, "name"), "val")
    outline = list_name = language = ""
    level: int | None = None
    for _ in range(_MAX_STYLES):
        if node is None:
            break
        properties = child(node, "pPr")
        numbers = child(properties, "numPr")
        outline = outline or attribute(child(properties, "outlineLvl"), "val")
        list_name = list_name or attribute(child(numbers, "numId"), "val")
        if level is None and child(numbers, "ilvl") is not None:
            level = parse_number(attribute(child(numbers, "ilvl"), "val"))
        language = language or attribute(child(node, "rPr", "lang"), "val")
        node = nodes.get(attribute(child(node, "basedOn"), "val"))
    return ParagraphStyle(
        is_heading=parse_number(outline, 9) < 9 or bool(_HEADING.fullmatch(name)),
        is_title=name.lower() == "title",
        list_name=list_name,
        level=level,
        language=language,
    )
