"""Numbers of the items of lists: `1.`, `b.`, `iv.`, from where the list begins and in its direction."""

from __future__ import annotations

from qa.formats.web.page.elements import PageElement
from qa.formats.web.page.styles import is_without_marks

__all__ = ["ItemNumbers"]

_MAX_NUMBER = 1_000_000_000
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_KINDS = {"decimal": "1", "lower-alpha": "a", "upper-alpha": "A", "lower-latin": "a", "upper-latin": "A"}
_KINDS |= {"lower-roman": "i", "upper-roman": "I", "none": "", "disc": "", "circle": "", "square": ""}


class _OpenList:
    """An open list, and the number of its next item."""

    def __init__(self, element: PageElement) -> None:
        self.kind = ""
        items = [child for child in element.below if child.tag == "li"]
        if element.tag == "ol" and not is_without_marks(element):
            self.kind = element.attributes.get("type", "1").strip() or "1"
            style = element.attributes.get("style", "").lower().replace(" ", "")
            for name, kind in _KINDS.items():
                if f"list-style-type:{name}" in style or f"list-style:{name}" in style:
                    self.kind = kind
            if self.kind not in ("", "a", "A", "i", "I"):
                self.kind = "1"
        self.step = -1 if "reversed" in element.attributes else 1
        default = len(items) if self.step < 0 else 1
        self.next = _parse(element.attributes.get("start", ""), default)


class ItemNumbers:
    """The numbers of the lists that are open, and what stands before the next text."""

    def __init__(self, bullet: str) -> None:
        self.pending = ""
        self._bullet = bullet
        self._lists: list[_OpenList] = []

    def open(self, element: PageElement) -> None:
        """Begin a list."""
        self._lists.append(_OpenList(element))

    def close(self) -> None:
        """End the innermost list."""
        self._lists.pop()

    def begin_item(self, element: PageElement) -> None:
        """Begin an item of the innermost list."""
        inner = self._lists[-1] if self._lists else None
        if inner is None or not inner.kind:
            self.pending += self._bullet
            return
        number = _parse(element.attributes.get("value", ""), inner.next)
        inner.next = number + inner.step
        self.pending += f"{write_number(number, inner.kind)}. "

    def end_item(self) -> None:
        """End an item; its number stands nowhere where it has no text."""
        self.pending = ""

    def take(self) -> str:
        """Return the number of the item whose first text is written now; nothing for a later one."""
        pending, self.pending = self.pending, ""
        return pending


def _parse(value: str, default: int) -> int:
    value = value.strip()
    if not value.lstrip("+-").isdecimal() or len(value) > 12:
        return default
    try:
        return max(-_MAX_NUMBER, min(int(value), _MAX_NUMBER))
    except ValueError:
        return default


def write_number(number: int, kind: str) -> str:
    """Return a number as a list of a kind (`1`, `a`, `A`, `i`, `I`) has it.

    >>> [write_number(28, kind) for kind in "1aAiI"], write_number(0, "a")
    (['28', 'ab', 'AB', 'xxviii', 'XXVIII'], '0')
    """
    text = ""
    left = number
    if kind in ("a", "A") and number > 0:
        while left:
            left, letter = divmod(left - 1, 26)
            text = chr(ord("a") + letter) + text
    elif kind in ("i", "I") and 0 < number < 4_000:
        for value, letters in _ROMAN:
            text += letters * (left // value)
            left %= value
    else:
        return str(number)
    return text.upper() if kind.isupper() else text
