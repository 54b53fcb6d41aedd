"""What a page holds and does not show: scripts, hidden elements, struck text, controls. Each must hold little.

Hidden text is left out unless it waits to be opened, as the answer of a question does, or is most of the page. Struck
text is left out. `aria-hidden` hides from those who listen and not from those who read, so such text stays, unless it
is a sign, or stands there a second time.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from qa.formats.web.page.elements import HEADINGS, PageElement, iterate
from qa.formats.web.page.measuring import MeasuredPage
from qa.formats.web.page.styles import STRUCK_TAGS, is_not_displayed, is_struck

__all__ = ["leave_out_hidden"]

_FALLBACKS = frozenset({"noscript", "canvas", "noframes"})
_TITLES = HEADINGS | {"summary", "dt", "legend"}
_IN_PICTURES = frozenset({"defs", "desc", "metadata", "style", "symbol", "title"})
_OPENED = regex.compile(r"accordion|collaps|panel|tab-?(?:pane|content)|faq|answer|toggle-?content|expand", regex.I)
_OPENING = regex.compile(r"accordion|collaps|faq|expand|disclosure", regex.I)
_ICONS = regex.compile(r"\b(?:material-(?:icons|symbols)[\w-]*|fa-?(?:icon)?|icon|glyphicon|octicon)\b", regex.I)
_SPOKEN = regex.compile(r"\b(?:sr-only|screen-?reader|visually-?hidden|a-offscreen|assistive)", regex.I)
_CONTROLLING = frozenset({"aria-controls", "data-target", "data-bs-target", "data-toggle", "data-bs-toggle"})
_MOST = 0.5  # of a page's text: what is never left out
_MIN_MOST = 50  # characters
_MUCH = 200  # characters: what is said to be left out
_MAX_SIGN = 1  # characters
_MIN_BUTTON_WORDS = 5  # of a button that says more than what it does


def leave_out_hidden(root: PageElement) -> tuple[MeasuredPage, list[str]]:
    """Mark what is not shown as skipped; return the page without it, and a sentence on each kind that is missed."""
    seen: set[str] = set()  # tags and names of attributes, so that nothing is looked for that is not there
    for element in iterate(root):
        seen.add(element.tag)
        if element.attributes:
            seen.update(element.attributes)
            if _is_page_number(element) and element.tag != "svg":
                element.skipped = True
        if element.tag == "svg":
            _keep_text_of_picture(element)
    page = MeasuredPage(root)
    notices = []
    if not seen.isdisjoint(_FALLBACKS):
        _leave_out_fallbacks(page)
    if not seen.isdisjoint(("hidden", "style", "dialog")) and (n_hidden := _leave_out_unopened(page)) >= _MUCH:
        notices.append(f"Text that the page hides is left out ({n_hidden:,} characters).")
    if not seen.isdisjoint(("style", "class", "del", "s", "strike")) and (n_struck := _leave_out_struck(page)):
        notices.append(f"Struck-out text is left out ({n_struck:,} {'place' if n_struck == 1 else 'places'}).")
    if not seen.isdisjoint(("aria-hidden", "class")):
        _leave_out_twins(page)
    if "button" in seen:
        _leave_out_buttons(page)
    page.settle()
    return page, notices


def _is_page_number(element: PageElement) -> bool:
    """Tell whether an element is the number of a page of a printed edition, in the midst of the text."""
    attributes = element.attributes
    return "pagebreak" in attributes.get("epub:type", "") or attributes.get("role") == "doc-pagebreak"


def _is_most(element: PageElement, root: PageElement) -> bool:
    """Tell whether an element holds most of a page's text."""
    return element.n_characters > _MOST * root.n_characters and element.n_characters >= _MIN_MOST


def _leave_out_unopened(page: MeasuredPage) -> int:
    """Leave out what is hidden for good; return how many characters that are."""
    is_hidden = _find_hidden(page.shown)
    n_hidden = 0
    for element in page.shown:
        if element.skipped or element is page.root or not (element.attributes or element.tag == "dialog"):
            continue
        if is_hidden(element) and not _is_most(element, page.root):
            page.leave_out(element)
            n_hidden += element.n_characters
    page.settle()
    return n_hidden


def _leave_out_fallbacks(page: MeasuredPage) -> None:
    """Leave out what is for browsers without scripts or pictures, unless the page shows nothing else."""
    fallbacks = [element for element in page.shown if element.tag in _FALLBACKS]
    n_fallbacks = sum(element.n_characters for element in fallbacks)
    if n_fallbacks * 2 < page.root.n_characters or n_fallbacks < _MIN_MOST:
        for element in fallbacks:
            page.leave_out(element)
        page.settle()


def _keep_text_of_picture(picture: PageElement) -> None:
    for element in iterate(picture):
        if element.tag in _IN_PICTURES:
            element.skipped = True


def _find_hidden(shown: list[PageElement]) -> Callable[[PageElement], bool]:
    """Return what tells whether an element is hidden for good."""
    controlled = set()
    for element in shown:
        attributes = element.attributes
        if not attributes or _CONTROLLING.isdisjoint(attributes):
            continue
        controlled.update(attributes.get("aria-controls", "").split())
        toggles = attributes.get("data-toggle") or attributes.get("data-bs-toggle")
        for name in ("data-target", "data-bs-target", *(("href",) if toggles else ())):
            address = attributes.get(name, "")
            if address.startswith("#"):
                controlled.add(address[1:])

    def is_hidden(element: PageElement) -> bool:
        attributes = element.attributes
        if element.tag == "dialog" and "open" not in attributes:
            return True
        if "hidden" in attributes:
            if element.get("hidden") == "until-found":
                return False
        elif "style" not in attributes or not is_not_displayed(element):
            return False
        if element.n_formulas and element.n_characters < _MUCH:
            return False  # beside a picture of it
        opens = (
            attributes.get("id") in controlled
            or element.get("role") == "tabpanel"
            or _OPENED.search(f"{attributes.get('class', '')} {attributes.get('id', '')}")
        )
        return not opens or element.n_linked * 2 > element.n_characters

    return is_hidden


def _leave_out_struck(page: MeasuredPage) -> int:
    """Leave out what is struck; return in how many places a text was."""
    n_struck = 0
    for element in page.shown:
        if element.skipped or element is page.root or not (element.attributes or element.tag in STRUCK_TAGS):
            continue
        if is_struck(element):
            page.leave_out(element)
            n_struck += element.n_characters > 0
    page.settle()
    return n_struck


def _leave_out_twins(page: MeasuredPage) -> None:
    """Leave out what is marked as not to be read aloud and is a sign, or stands beside the same for listeners."""
    for element in page.shown:
        if element.skipped:
            continue
        for twin in element.below:
            if twin.attributes and "aria-hidden" in twin.attributes and _is_twin(twin, element):
                page.leave_out(twin)
        if element.attributes and element.tag in ("i", "span") and _is_named_icon(element):
            page.leave_out(element)


def _is_twin(twin: PageElement, parent: PageElement) -> bool:
    if twin.skipped or twin.get("aria-hidden") != "true" or twin.tag == "math" or twin.n_formulas:
        return False
    if twin.n_characters <= _MAX_SIGN and not _shows_digit(twin):
        return True
    if twin.tag == "label" or parent.n_formulas or _ICONS.search(twin.attributes.get("class", "")):
        return True
    return any(
        _SPOKEN.search(below.attributes.get("class", "")) and below.n_characters
        for below in parent.elements
        if below is not twin
    )


def _shows_digit(element: PageElement) -> bool:
    return any(isinstance(child, str) and child.strip().isdigit() for child in element.children)


def _is_named_icon(element: PageElement) -> bool:
    """Tell whether an element is an icon, whose text is the icon's name."""
    names = element.attributes.get("class", "").lower().split()
    return any(name.startswith(("material-icons", "material-symbols")) for name in names)


def _leave_out_buttons(page: MeasuredPage) -> None:
    """Leave out buttons, but for those that a text is opened by and those that say more than what they do."""
    stack = [(page.root, False)]
    while stack:
        element, titled = stack.pop()
        if element.tag == "button" and not titled and not _says_something(element) and not _is_most(element, page.root):
            page.leave_out(element)
            continue
        titled = titled or element.tag in _TITLES or element.attributes.get("role") == "heading"
        if element.below:
            stack += [(below, titled) for below in element.below if not below.skipped]


def _says_something(button: PageElement) -> bool:
    text = "".join(child if isinstance(child, str) else _text_of(child) for child in button.children)
    words = text.split()
    if text.rstrip().endswith(("?", "？", "؟")) or len(words) >= _MIN_BUTTON_WORDS:
        return True
    attributes = button.attributes
    opens = "aria-expanded" in attributes or "aria-controls" in attributes
    opens = opens or _OPENING.search(f"{attributes.get('class', '')} {attributes.get('data-toggle', '')}") is not None
    opens = opens or _OPENING.search(attributes.get("data-bs-toggle", "")) is not None
    return opens and len(words) >= 1 and button.n_characters > 5


def _text_of(root: PageElement) -> str:
    return "".join(child for element in iterate(root) for child in element.children if isinstance(child, str))
