"""What stands around the main text of a page: navigation, notices about cookies, lists of links, the footer.

What is main the elements say: `main` or the one `article` where it holds enough of the text, and most of what is more
than labels; else all but the page's own footer. Whatever is left out must hold little but links and labels; in doubt a
text stays. Left out: telling main text by the density of its words.
"""

from __future__ import annotations

import regex

from qa.formats.web.page.elements import PageElement, iterate
from qa.formats.web.page.measuring import MeasuredPage

__all__ = ["find_main", "leave_out_navigation"]

_AROUND = frozenset({"header", "footer", "aside"})
_ROLES = frozenset({"navigation", "menu", "menubar", "search", "toolbar", "tablist"})
_DIALOGS = frozenset({"dialog", "alertdialog"})
_CLASSES = frozenset(
    "noprint no-print breadcrumb breadcrumbs skip-link mw-jump-link mw-editsection headerlink hash-link".split()
)
_COOKIES = regex.compile(
    r"(?:cookie|consent|gdpr)s?[-_]?(?:banner|bar|notice|pop-?up|overlay|modal|dialog|message|consent|wall)|onetrust|cybot",
    regex.I,
)
_MOST = 0.5  # of a page's text: what is never left out
_MIN_MOST = 50  # characters
_PROSE = 0.3  # of a part's text: sentences in it that make it more than navigation
_MIN_MAIN = 0.3  # of the text: what `main` holds, to be believed
_MIN_ARTICLE = 0.5  # the same for the only `article`
_MAIN_PROSE = 0.5  # of the sentences: what either holds
_MAX_FOOTER = 0.2  # of the text: a longer one is more than a footer
_MAX_FORM = 0.2  # of the text: a longer one is more than a form for comments
_MIN_LINKS, _LINKED = 6, 0.8  # links in a list, and their share of its text, to be navigation


def leave_out_navigation(page: MeasuredPage) -> None:
    """Mark navigation as skipped, where it holds little else than links and labels."""
    n_characters, n_prose = page.root.n_characters, page.root.n_prose
    for element in page.elements:
        if element.skipped or element is page.root or not _is_navigation(element):
            continue
        is_dialog = element.get("role") in _DIALOGS or element.get("aria-modal") == "true"
        is_most = element.n_characters > _MOST * n_characters and element.n_characters >= _MIN_MOST
        is_most = is_most and (element.n_prose > 0 or not n_prose)
        is_prose = element.n_prose > _PROSE * element.n_characters and not is_dialog
        if not is_most and not (is_prose and (element.n_prose >= _MIN_MOST or element.n_prose * 2 > n_prose)):
            page.leave_out(element)
    page.settle()


def _is_navigation(element: PageElement) -> bool:
    if not element.attributes:
        return element.tag == "nav"
    role = element.get("role")
    if element.tag == "nav" or role in _ROLES or role in _DIALOGS or element.get("aria-modal") == "true":
        return True
    names = element.attributes.get("class")
    return bool(names) and not _CLASSES.isdisjoint((names or "").split())


def find_main(page: MeasuredPage) -> PageElement:
    """Return the element that holds the main text, after what is around it was marked as skipped."""
    body = page.root
    whole = body.n_characters
    _leave_out_forms(page)
    _leave_out_cookies(page, whole)
    _leave_out_links(page)
    page.settle()
    shown = [node for node in page.elements if not node.skipped]
    for share, nodes in (
        (_MIN_MAIN, [node for node in shown if node.tag == "main" or (node.attributes and node.get("role") == "main")]),
        (_MIN_ARTICLE, [node for node in shown if node.tag == "article"]),
    ):
        holds = [node for node in nodes if node.n_characters >= share * body.n_characters]
        if len(nodes) == len(holds) == 1 and nodes[0].n_prose >= _MAIN_PROSE * body.n_prose:
            return nodes[0]
    for part in [*body.elements, *(below for child in body.elements if child.tag == "div" for below in child.elements)]:
        if part.tag == "footer" and part.n_characters < _MAX_FOOTER * body.n_characters:
            part.skipped = True
    return body


def _leave_out_forms(page: MeasuredPage) -> None:
    """Leave out the forms that nobody has filled in, where they are a small part of the page and mostly labels."""
    for form in page.elements:
        if form.tag != "form" or form.skipped or form.n_characters >= _MAX_FORM * page.root.n_characters:
            continue
        if form.n_prose * 2 < form.n_characters and not any(map(_is_filled, iterate(form))):
            page.leave_out(form)


def _is_filled(element: PageElement) -> bool:
    if element.tag == "textarea":
        return element.n_own > 0
    if element.tag == "input":
        shown = element.get("type") in ("", "text", "number", "email", "tel", "date", "time")
        return "checked" in element.attributes or (shown and bool(element.get("value")))
    return False


def _leave_out_cookies(page: MeasuredPage, whole: int) -> None:
    for element in page.elements:
        attributes = element.attributes
        if not attributes or element.skipped or element is page.root or element.n_characters >= _MAX_FOOTER * whole:
            continue
        names = f"{attributes.get('id', '')} {attributes.get('class', '')}"
        if len(names) > 1 and _COOKIES.search(names):
            page.leave_out(element)


def _leave_out_links(page: MeasuredPage) -> None:
    """Leave out the lists of links of a header, footer or aside."""
    body = page.root
    if all(element.tag not in _AROUND for element in page.elements):
        return
    stack = [(body, False)]
    while stack:
        element, is_around = stack.pop()
        is_links = element.tag in ("ul", "ol") and element.n_linked >= _LINKED * element.n_characters
        if is_around and is_links and element.n_characters <= _MOST * body.n_characters:
            if sum(1 for node in iterate(element) if node.tag == "a") >= _MIN_LINKS:
                page.leave_out(element)
                continue
            is_around = False  # so that lists in lists are looked at once
        is_around = is_around or element.tag in _AROUND
        stack.extend((below, is_around) for below in element.elements)
