"""The tree of a page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from qa.formats.web.page.elements import PageElement, build_tree, iterate


def build(page: str) -> PageElement:
    root = LexborHTMLParser(page).root
    assert root is not None
    return build_tree(root)


def test_elements_stand_in_document_order_with_their_attributes() -> None:
    root = build("<p class='a b' onclick=x>one<b>two</b><!-- no -->three<i></i>")
    assert [element.tag for element in iterate(root)] == ["html", "body", "p", "b", "i"]
    paragraph = next(element for element in iterate(root) if element.tag == "p")
    assert paragraph.attributes == {"class": "a b"}
    assert [child if isinstance(child, str) else child.tag for child in paragraph.children] == [
        "one",
        "b",
        "three",
        "i",
    ]


def test_what_is_skipped_while_it_is_looked_at_is_left() -> None:
    root = build("<div><p>one</p></div><p>two")
    seen = []
    for element in iterate(root):
        seen.append(element.tag)
        element.skipped = element.tag == "div"
    assert seen == ["html", "body", "div", "p"]
