"""Fields of a form as it is filled in: the text in it, the choice that was made, boxes ticked and not.

    <input value="Ines">  →  Ines        <input type=checkbox checked>  →  ☑        <option selected>Riga  →  Riga

Boxes are shown only in a form where one is ticked; what nobody has chosen, and what a field asks for, is not text.
"""

from __future__ import annotations

from qa.formats.web.page.elements import PageElement, iterate

__all__ = ["Fields"]

_TEXTS = frozenset(
    {"", "text", "number", "email", "tel", "url", "date", "time", "datetime-local", "month", "week", "range"}
)
_BOXES = frozenset({"checkbox", "radio"})
_MAX_VALUE = 5_000  # characters
_MOST, _MUCH = 0.5, 100  # of a page's text, and characters: options that are the text


class Fields:
    """The fields of a page."""

    def __init__(self, root: PageElement) -> None:
        self.ticked = False
        n_options = 0
        for element in iterate(root):
            if element.tag == "input" and element.get("type") in _BOXES:
                self.ticked = self.ticked or "checked" in element.attributes
            elif element.tag == "select":
                n_options += element.n_characters
        self.shows_options = n_options > max(_MOST * root.n_characters, _MUCH)

    def read(self, element: PageElement, parent: PageElement | None) -> str | None:
        """Return what a field shows; None where it is read as what is in it."""
        if element.tag == "input":
            kind = element.get("type")
            if kind in _BOXES:
                return ("☑" if "checked" in element.attributes else "☐") if self.ticked else ""
            value = element.attributes.get("value", "")
            return " ".join(value[:_MAX_VALUE].split()) if kind in _TEXTS else ""
        if element.tag == "textarea":
            return "".join(child for child in element.children if isinstance(child, str))
        if self.shows_options:
            return None
        if element.tag == "select":
            chosen = (
                option for option in iterate(element) if option.tag == "option" and "selected" in option.attributes
            )
            return ", ".join(filter(None, map(_read_option, chosen)))
        is_chosen = "selected" in element.attributes and (parent is None or parent.tag != "datalist")
        return _read_option(element) if is_chosen else ""


def _read_option(option: PageElement) -> str:
    text = "".join(child for child in option.children if isinstance(child, str))
    return " ".join((text or option.attributes.get("label", "")).split())
