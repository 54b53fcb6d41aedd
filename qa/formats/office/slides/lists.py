"""Lines of a shape with the bullets and numbers that they are shown with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.formats.office.drawing import read_paragraph
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import parse_number
from qa.formats.office.slides.shapes import Shape, find_inherited, find_placeholder
from qa.formats.office.symbols import mark_item
from qa.formats.writing.counting import write_count
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_lines"]

_LISTED = ("body", "obj", "subTitle")  # placeholders that the master's style of lists holds for
_COUNTS = {
    "arabic": "decimal",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
}


def read_lines(shape: Shape, patterns: Sequence[Element], omissions: Omissions) -> Iterator[str]:
    """Yield the paragraphs of a shape that have a text. patterns: the layout of the slide and its master."""
    body = child(shape.node, "txBody")
    styles = _find_list_styles(shape, patterns)
    counts: dict[int, int] = {}
    for paragraph in children(body, "p"):
        text = read_paragraph(paragraph, omissions).strip()
        properties = child(paragraph, "pPr")
        level = parse_number(attribute(properties, "lvl"))
        levels = [properties, *(child(style, f"lvl{level + 1}pPr") for style in styles)]
        bullet = _find_first(levels, "buNone", "buChar", "buAutoNum", "buBlip")
        if not text:
            continue
        counts = {place: count for place, count in counts.items() if place <= level}
        if local(bullet) == "buAutoNum" if bullet is not None else False:
            counts[level] = counts.get(level, parse_number(attribute(bullet, "startAt"), 1) - 1) + 1
            yield f"{_count(counts[level], attribute(bullet, 'type'))} {text}"
        elif bullet is not None and local(bullet) != "buNone":
            counts.pop(level, None)
            font = attribute(_find_first(levels, "buFont"), "typeface")
            yield f"{mark_item(attribute(bullet, 'char'), font)} {text}"
        else:
            yield text


def _find_list_styles(shape: Shape, patterns: Sequence[Element]) -> list[Element]:
    """Return the styles of lists that hold for a shape, the nearest first."""
    inherited = find_inherited(find_placeholder(shape.node), patterns)
    styles = [child(node, "txBody", "lstStyle") for node in (shape.node, *inherited)]
    if shape.placeholder in _LISTED:
        styles += [child(pattern, "txStyles", "bodyStyle") for pattern in patterns]
    return [style for style in styles if style is not None]


def _find_first(properties: Sequence[Element | None], *names: str) -> Element | None:
    """Return the first element that says which bullet is shown, or in which font; None when none does."""
    return next((node for level in properties for node in children(level, *names)), None)


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
