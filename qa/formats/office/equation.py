"""Equations of Office files (OMML) as a line of text: `x = (-b ± √(b^2 - 4ac))/2a`."""

from __future__ import annotations

from qa.formats.xml import Element, attribute, child, children, local

__all__ = ["write_equation"]


_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065))  # what only says how a sign is meant
_LEFT_OUT = frozenset({"del", "moveFrom", "delText"})  # tracked deletions


def write_equation(element: Element | None) -> str:
    """Return the text of an `oMath` element or of any part of one; empty when there is none."""
    return "" if element is None else "".join(map(_write_node, element)).translate(_INVISIBLE)


def _write_node(node: Element) -> str:
    name = local(node)
    if name == "r":
        return "".join(text.text or "" for text in children(node, "t"))
    if name in _FORMS:
        return _FORMS[name](node)
    return "" if name.endswith("Pr") or name in _LEFT_OUT else write_equation(node)


def _write_part(node: Element, name: str) -> str:
    return write_equation(child(node, name)).strip()


def _close(text: str) -> str:
    """Return `text` in brackets unless it is one number, name or sign, or has brackets already."""
    bracketed = text.startswith(("(", "[", "{")) and text.endswith((")", "]", "}")) and text.count("(") < 2
    return text if len(text) < 2 or text.isalnum() or bracketed else f"({text})"


def _write_fraction(node: Element) -> str:
    if attribute(child(node, "fPr", "type"), "val") == "noBar":
        return f"{_write_part(node, 'num')} ¦ {_write_part(node, 'den')}"
    return f"{_close(_write_part(node, 'num'))}/{_close(_write_part(node, 'den'))}"


def _write_raised(node: Element) -> str:
    return f"{_close(_write_part(node, 'e'))}^{_close(_write_part(node, 'sup'))}"


def _write_lowered(node: Element) -> str:
    return f"{_close(_write_part(node, 'e'))}_{_close(_write_part(node, 'sub'))}"


def _write_both(node: Element) -> str:
    return f"{_write_lowered(node)}^{_close(_write_part(node, 'sup'))}"


def _write_limit(node: Element) -> str:
    return f"{_write_part(node, 'e')}{'_' if local(node) == 'limLow' else '^'}{_close(_write_part(node, 'lim'))}"


def _write_before(node: Element) -> str:
    return f"_{_close(_write_part(node, 'sub'))}^{_close(_write_part(node, 'sup'))}{_write_part(node, 'e')}"


def _write_root(node: Element) -> str:
    degree = _write_part(node, "deg")
    return f"{degree if degree.strip('2') else ''}√{_close(_write_part(node, 'e'))}"


def _write_sum(node: Element) -> str:
    sign = attribute(child(node, "naryPr", "chr"), "val", "∫")
    bounds = "".join(
        f"{mark}{_close(text)}" for mark, name in (("_", "sub"), ("^", "sup")) if (text := _write_part(node, name))
    )
    return f"{sign}{bounds} {_write_part(node, 'e')}"


def _write_delimited(node: Element) -> str:
    properties = child(node, "dPr")
    begin, parting, end = (
        attribute(child(properties, name), "val", default)
        for name, default in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    return begin + parting.join(write_equation(part).strip() for part in children(node, "e")) + end


def _write_function(node: Element) -> str:
    argument = _write_part(node, "e")
    return f"{_write_part(node, 'fName')}{'' if argument.startswith('(') else ' '}{argument}"


def _write_matrix(node: Element) -> str:
    rows = ("  ".join(write_equation(cell).strip() for cell in children(row, "e")) for row in children(node, "mr"))
    return "; ".join(rows)


def _write_lines(node: Element) -> str:
    return "; ".join(write_equation(line).strip() for line in children(node, "e"))


_FORMS = {
    "f": _write_fraction,
    "sSup": _write_raised,
    "sSub": _write_lowered,
    "sSubSup": _write_both,
    "limLow": _write_limit,
    "limUpp": _write_limit,
    "sPre": _write_before,
    "rad": _write_root,
    "nary": _write_sum,
    "d": _write_delimited,
    "func": _write_function,
    "m": _write_matrix,
    "eqArr": _write_lines,
}
