"""Equations of Office files (OMML) as a line of text: `x = (-b ± √(b^2 - 4ac))/2a`."""

from __future__ import annotations

from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["equation_text"]


def equation_text(element: Element | None) -> str:
    """Return the text of an `oMath` element or of any part of one; empty when there is none."""
    return "" if element is None else "".join(map(_node, element))


def _node(node: Element) -> str:
    name = local(node)
    if name == "r":
        return "".join(text.text or "" for text in children(node, "t"))
    if name in _FORMS:
        return _FORMS[name](node)
    return "" if name.endswith("Pr") else equation_text(node)


def _part(node: Element, name: str) -> str:
    return equation_text(child(node, name)).strip()


def _closed(text: str) -> str:
    """Return `text` in brackets unless it is one number, name or sign, or has brackets already."""
    bracketed = text.startswith(("(", "[", "{")) and text.endswith((")", "]", "}")) and text.count("(") < 2
    return text if len(text) < 2 or text.isalnum() or bracketed else f"({text})"


def _fraction(node: Element) -> str:
    if attribute(child(node, "fPr", "type"), "val") == "noBar":
        return f"{_part(node, 'num')} ¦ {_part(node, 'den')}"
    return f"{_closed(_part(node, 'num'))}/{_closed(_part(node, 'den'))}"


def _raised(node: Element) -> str:
    return f"{_closed(_part(node, 'e'))}^{_closed(_part(node, 'sup'))}"


def _lowered(node: Element) -> str:
    return f"{_closed(_part(node, 'e'))}_{_closed(_part(node, 'sub'))}"


def _both(node: Element) -> str:
    return f"{_lowered(node)}^{_closed(_part(node, 'sup'))}"


def _limit(node: Element) -> str:
    return f"{_part(node, 'e')}{'_' if local(node) == 'limLow' else '^'}{_closed(_part(node, 'lim'))}"


def _before(node: Element) -> str:
    return f"_{_closed(_part(node, 'sub'))}^{_closed(_part(node, 'sup'))}{_part(node, 'e')}"


def _root(node: Element) -> str:
    degree = _part(node, "deg")
    return f"{degree if degree.strip('2') else ''}√{_closed(_part(node, 'e'))}"


def _sum(node: Element) -> str:
    sign = attribute(child(node, "naryPr", "chr"), "val", "∫")
    bounds = "".join(
        f"{mark}{_closed(text)}" for mark, name in (("_", "sub"), ("^", "sup")) if (text := _part(node, name))
    )
    return f"{sign}{bounds} {_part(node, 'e')}"


def _delimited(node: Element) -> str:
    properties = child(node, "dPr")
    begin, parting, end = (
        attribute(child(properties, name), "val", default)
        for name, default in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    return begin + parting.join(equation_text(part).strip() for part in children(node, "e")) + end


def _function(node: Element) -> str:
    argument = _part(node, "e")
    return f"{_part(node, 'fName')}{'' if argument.startswith('(') else ' '}{argument}"


def _matrix(node: Element) -> str:
    rows = ("  ".join(equation_text(cell).strip() for cell in children(row, "e")) for row in children(node, "mr"))
    return "; ".join(rows)


def _lines(node: Element) -> str:
    return "; ".join(equation_text(line).strip() for line in children(node, "e"))


_FORMS = {
    "f": _fraction,
    "sSup": _raised,
    "sSub": _lowered,
    "sSubSup": _both,
    "limLow": _limit,
    "limUpp": _limit,
    "sPre": _before,
    "rad": _root,
    "nary": _sum,
    "d": _delimited,
    "func": _function,
    "m": _matrix,
    "eqArr": _lines,
}
