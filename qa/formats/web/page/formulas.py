"""Formulas of a page (MathML) as a line of text: `x = (−b ± √(b² − 4ac))/(2a)`."""

from __future__ import annotations

from collections.abc import Callable

from qa.formats.web.page.elements import PageElement
from qa.formats.writing.raised import lower_text, raise_text

__all__ = ["write_formula"]

_MAX_DEPTH = 60  # parts in one another; deeper ones are written without their form
_LEFT_OUT = frozenset({"annotation", "annotation-xml", "mphantom", "mspace", "maligngroup", "malignmark", "none"})
_INVISIBLE = dict.fromkeys((8289, 8290, 8291, 8292, 173))
_APPLIED = "\u2061"  # between a function's name and what it is of
_SPACED = frozenset("=<>≤≥≠≈⟺⟹⟸≡∼≅∝→←↔⇒⇐⇔↦∈∉⊂⊃⊆⊇∪∩∧∨×·÷+−-±∓∗:∣|")
_ACCENTS = dict(
    zip("¯‾_ˉ^ˆ~˜→⃗˙¨", "\u0304\u0305\u0304\u0304\u0302\u0302\u0303\u0303\u20d7\u20d7\u0307\u0308", strict=True)
)
_UNARY = frozenset("+−-±∓")
_JOINED = frozenset("∣|·∗")
_OPENING = frozenset("([{⟨⌊⌈,;=<>≤≥≠≈→×·÷+−-±")


def write_formula(formula: PageElement) -> str:
    """Return the text of a `math` element; empty when there is none."""
    return " ".join(_write_row(formula, 0).translate(_INVISIBLE).split())


def _write_row(node: PageElement, depth: int) -> str:
    """Return what is in an element, one part behind the other."""
    text = ""
    parts = [part for part in node.children if not isinstance(part, str) or part.strip()]
    for part in parts:
        if isinstance(part, str):
            text += " ".join(part.split())
        elif part.tag == "mo":
            text = _add_operator(text, part)
        else:
            new = _write(part, depth + 1)
            text += f" {new}" if _stand_apart(text, new) else new
    return text


def _add_operator(text: str, part: PageElement) -> str:
    sign = _read_text(part).strip()
    if sign == _APPLIED:
        return text + sign
    sign = sign.translate(_INVISIBLE)
    if not sign:
        return text
    if sign in _SPACED and sign not in _JOINED:
        unary = sign in _UNARY and (not text.strip() or text.rstrip()[-1] in _OPENING)
        return f"{text}{sign}" if unary else f"{text.rstrip()} {sign} "
    if sign in (",", ";"):
        return f"{text.rstrip()}{sign} "
    if sign.isalpha() and len(sign) > 1:
        return f"{text.rstrip()} {sign} "
    return f"{text}{sign}"


def _stand_apart(text: str, new: str) -> bool:
    """Tell whether what comes next is another word or number."""
    if text.endswith(_APPLIED):
        return new[:1].isalnum()
    return (text[-1:].isalpha() and new.isalpha() and len(new) > 1) or (text[-1:].isdigit() and new[:1].isdigit())


def _write(node: PageElement, depth: int) -> str:
    tag = node.tag
    if tag in _LEFT_OUT:
        return ""
    if tag in ("mi", "mn", "ms"):
        return "".join(_read_text(node).split())
    if tag == "mtext":
        text = " ".join(_read_text(node).split())
        return f" {text} " if any(map(str.isalpha, text)) else text
    if depth >= _MAX_DEPTH:
        return _read_text(node)
    write = _FORMS.get(tag)
    if write is None:
        return _write_fenced(node, depth) if tag == "mfenced" else _write_row(node, depth)
    return write([part for part in node.elements if part.tag not in _LEFT_OUT or part.tag == "none"], depth)


def _write_fenced(node: PageElement, depth: int) -> str:
    parting = (node.attributes.get("separators", ",") or " ").strip()[:1]
    parts = f"{parting} ".join(_write(part, depth + 1) for part in node.elements)
    return f"{node.attributes.get('open', '(')}{parts}{node.attributes.get('close', ')')}"


def _read_text(root: PageElement) -> str:
    """Return all text below an element, in order."""
    stack: list[PageElement | str] = [root]
    pieces = []
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif node.tag not in _LEFT_OUT or node is root:
            stack.extend(reversed(node.children))
    return "".join(pieces)


def _part(parts: list[PageElement], number: int, depth: int) -> str:
    return _write(parts[number], depth + 1).strip().translate(_INVISIBLE) if number < len(parts) else ""


def _close(text: str) -> str:
    """Return `text` in brackets unless it is one number, name or sign, or has brackets already."""
    bracketed = text[:1] in ("(", "[", "{") and text[-1:] in (")", "]", "}") and text.count(text[:1]) == 1
    plain = text.removeprefix("√").replace(".", "").replace(",", "")
    is_one = plain.isdigit() or plain.isalpha() or len(text) < 2
    return text if is_one or bracketed else f"({text})"


def _raise(base: str, text: str) -> str:
    text = text.replace(" ", "")
    if text.strip("′″‴'*∗†") == "":
        return base + text
    raised = raise_text(text, "0")
    return base + (raised if raised != text else f"^{_close(text)}")


def _lower(base: str, text: str) -> str:
    text = text.replace(" ", "")
    if not text:
        return base
    lowered = lower_text(text)
    return base + (lowered if lowered != text else f"_{_close(text)}")


def _base(parts: list[PageElement], depth: int) -> str:
    text = _part(parts, 0, depth)
    if not text or text[-1] in ")]}|" or len(text) == 1:
        return text
    return text if text.isalnum() else _close(text)


def _write_sup(parts: list[PageElement], depth: int) -> str:
    return _raise(_base(parts, depth), _part(parts, 1, depth))


def _write_sub(parts: list[PageElement], depth: int) -> str:
    return _lower(_base(parts, depth), _part(parts, 1, depth))


def _write_both(parts: list[PageElement], depth: int) -> str:
    text = _raise(_lower(_base(parts, depth), _part(parts, 1, depth)), _part(parts, 2, depth))
    return f"{text} " if text[:1] in "∑∏∫⋃⋂" else text


def _write_over(parts: list[PageElement], depth: int) -> str:
    """Return a base with what stands over it: an accent on one letter, `x̄`, else behind the base."""
    base, over = _part(parts, 0, depth), _part(parts, 1, depth)
    if over in _ACCENTS:
        return base + (_ACCENTS[over] if len(base) == 1 else over)
    return f"{_base(parts, depth)}^{_close(over)}" if over else base


def _write_under(parts: list[PageElement], depth: int) -> str:
    return f"{_lower(_base(parts, depth), _part(parts, 1, depth))} "


def _write_fraction(parts: list[PageElement], depth: int) -> str:
    return f"{_close(_part(parts, 0, depth))}/{_close(_part(parts, 1, depth))}"


def _write_square_root(parts: list[PageElement], depth: int) -> str:
    holder = PageElement("mrow", {})
    for part in parts:
        holder.add(part)
    return f"√{_close(_write_row(holder, depth + 1).strip().translate(_INVISIBLE))}"


def _write_root(parts: list[PageElement], depth: int) -> str:
    degree = _part(parts, 1, depth)
    return f"{raise_text(degree, '0') if degree.strip('2') else ''}√{_close(_part(parts, 0, depth))}"


def _write_matrix(parts: list[PageElement], depth: int) -> str:
    rows = (row for row in parts if row.tag in ("mtr", "mlabeledtr"))
    return "; ".join("  ".join(_write(cell, depth + 1).strip() for cell in row.elements) for row in rows)


_FORMS: dict[str, Callable[[list[PageElement], int], str]] = {
    "mfrac": _write_fraction,
    "msup": _write_sup,
    "msub": _write_sub,
    "msubsup": _write_both,
    "mover": _write_over,
    "munder": _write_under,
    "munderover": _write_both,
    "msqrt": _write_square_root,
    "mroot": _write_root,
    "mtable": _write_matrix,
}
