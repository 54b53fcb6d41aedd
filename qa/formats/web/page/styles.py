"""What the style of an element says of how its text is shown, where it says so in the element itself.

Style sheets are not read: what they hide or move is not known. A few classes that frameworks share are.
"""

from __future__ import annotations

import regex

from qa.formats.web.page.elements import BLOCKS, PageElement

__all__ = [
    "STRUCK_TAGS",
    "is_block",
    "is_not_displayed",
    "is_preformatted",
    "is_struck",
    "is_without_marks",
    "lays_out_in_a_row",
    "shift_of",
]

_DISPLAY = regex.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]+)")
_INVISIBLE = regex.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")
_STRUCK = regex.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b")
_SHIFTED = regex.compile(r"(?:^|;)\s*vertical-align\s*:\s*(super|sub)\b")
_WHITE_SPACE = regex.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b")
_NO_MARKS = regex.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:[^;]*\bnone\b")
STRUCK_TAGS = frozenset({"del", "s", "strike"})
_PRE = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_ROWS = frozenset({"flex", "inline-flex", "grid", "inline-grid", "d-flex", "d-inline-flex", "d-grid"})
_UNMARKED = frozenset(
    {"list-unstyled", "list-none", "unstyled", "no-bullets", "no-bullet", "commentlist", "comment-list"}
)


def is_block(element: PageElement) -> bool:
    """Tell whether an element begins and ends a line."""
    style = element.attributes.get("style") if element.attributes else None
    display = _DISPLAY.search(style.lower()) if style else None
    if display:
        shown = display[1]
        if shown.startswith(("block", "flex", "grid", "list-item", "flow-root")) or shown in ("table", "table-row"):
            return True
        if shown.startswith("inline"):
            return False
    return element.tag in BLOCKS


def is_not_displayed(element: PageElement) -> bool:
    """Tell whether the style hides an element."""
    style = element.attributes.get("style")
    return bool(style and _INVISIBLE.search(style.lower()))


def is_struck(element: PageElement) -> bool:
    """Tell whether an element's text is struck out."""
    if element.tag in STRUCK_TAGS:
        return True
    style = element.attributes.get("style")
    if style and _STRUCK.search(style.lower()):
        return True
    names = element.attributes.get("class")
    return bool(names) and "line-through" in (names or "") and "line-through" in (names or "").split()


def is_preformatted(element: PageElement) -> bool:
    """Tell whether the line ends and spaces of an element's text are shown."""
    style = element.attributes.get("style") if element.attributes else None
    return element.tag in _PRE or bool(style and _WHITE_SPACE.search(style.lower()))


def is_without_marks(element: PageElement) -> bool:
    """Tell whether the items of a list have no numbers."""
    style = element.attributes.get("style")
    if style and _NO_MARKS.search(style.lower()):
        return True
    return not _UNMARKED.isdisjoint((element.attributes.get("class") or "").lower().split())


def lays_out_in_a_row(element: PageElement) -> bool:
    """Tell whether what is right in an element stands apart from what is beside it."""
    if not element.attributes:
        return False
    style = element.attributes.get("style")
    display = _DISPLAY.search(style.lower()) if style else None
    if display:
        return display[1] in _ROWS
    names = element.attributes.get("class")
    return bool(names) and not _ROWS.isdisjoint((names or "").split())


def shift_of(element: PageElement) -> str:
    """Return "super" or "sub" for an element that is set above or below the line; else nothing."""
    if element.tag in ("sup", "sub"):
        return "super" if element.tag == "sup" else "sub"
    if not element.attributes:
        return ""
    style = element.attributes.get("style")
    shifted = _SHIFTED.search(style.lower()) if style else None
    if shifted:
        return str(shifted[1])
    return "super" if "noteref" in element.get("epub:type").split() or element.get("role") == "doc-noteref" else ""
