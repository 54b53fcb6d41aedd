"""DrawingML: the text of shapes and diagrams, as slides, documents and sheets hold them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qa.formats.office.equation import write_equation
from qa.formats.office.heights import set_degrees, set_text
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import Package, choose_alternative, parse_number
from qa.formats.office.symbols import UNKNOWN, is_symbol_font, replace_signs
from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["read_diagram", "read_paragraph"]

_BEFORE = 40  # characters that raised text is looked at with


def read_paragraph(paragraph: Element, omissions: Omissions | None = None) -> str:
    """Return the text of an `a:p` without struck text, which `omissions` counts; a break is a line end."""
    return _join(list(_read_pieces(paragraph, omissions or Omissions()))).replace("_x000B_", "\n").replace("\v", "\n")


def _read_pieces(paragraph: Element, omissions: Omissions) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a paragraph, each with where it stands: 1 above the line, -1 below it, 0 on it."""
    was_struck = False
    for node in paragraph:
        name = local(node)
        if name in ("r", "fld"):
            if name == "fld" and attribute(node, "type") == "slidenum":
                continue
            properties = child(node, "rPr")
            text = "".join(text.text or "" for text in children(node, "t"))
            if attribute(properties, "strike", "noStrike") != "noStrike":
                omissions.struck += bool(text.strip()) and not was_struck
                was_struck = was_struck or bool(text.strip())
                continue
            was_struck = was_struck and not text.strip()
            height = parse_number(attribute(properties, "baseline").rstrip("%"))
            yield (height > 0) - (height < 0), _read_signs(text, properties, omissions)
        elif name == "br":
            yield 0, "\n"
        elif name in ("m", "oMath", "oMathPara"):
            yield 0, write_equation(node)
        elif name == "AlternateContent" and (branch := choose_alternative(node)) is not None:
            yield from _read_pieces(branch, omissions)


def _read_signs(text: str, properties: Element | None, omissions: Omissions) -> str:
    """Return the text of a run with the signs of its font in Unicode."""
    letters, signs = (attribute(child(properties, name), "typeface") for name in ("latin", "sym"))
    font = letters if is_symbol_font(letters) else signs if len(text.strip()) == 1 else ""
    shown = replace_signs(text, font)
    if UNKNOWN in shown and UNKNOWN not in text:
        omissions.signs[font or "that is not named"] += shown.count(UNKNOWN)
        return shown.replace(UNKNOWN, "")
    return shown


def _join(pieces: list[tuple[int, str]]) -> str:
    """Return the pieces as one text, what is raised or lowered as such, unless all of it is."""
    all_alike = len({height for height, text in pieces if text.strip()}) == 1
    text = ""
    for height, group in groupby(pieces, key=lambda piece: piece[0]):
        run = "".join(piece for _, piece in group)
        if height and not all_alike:
            run = set_text(run, text[-_BEFORE:], is_raised=height > 0)
        text += run
    return set_degrees(text) if any(height > 0 for height, _ in pieces) else text


def read_diagram(package: Package, part: str, relation: str) -> Iterator[str]:
    """Yield the text of each point of a diagram (SmartArt) that `part` shows by this relation."""
    target = package.find_target(part, relation)
    if target:
        for body in package.read_xml(target).iter("{*}t"):
            if local(body.getparent()) == "pt":
                yield from (text for line in children(body, "p") if (text := read_paragraph(line)))
