"""How much text stands in each element, while elements are left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from qa.formats.web.page.elements import PageElement, build_tree
from qa.formats.web.page.measuring import MeasuredPage

TAGS = ("div", "p", "a", "b", "span", "ul", "li", "button", "math")
TEXTS = ("It is open on Mondays. ", "a label", "a link to a page that tells more of what is shown here and elsewhere")


def build(page: str) -> PageElement:
    root = LexborHTMLParser(page).root
    assert root is not None
    return build_tree(root)


def counts_of(element: PageElement) -> tuple[int, int, int, int]:
    return element.n_characters, element.n_linked, element.n_prose, element.n_formulas


def test_texts_links_and_sentences_are_counted() -> None:
    root = build("<div><p>It is <b>open</b> on Mondays.</p><ul><li><a>A link</a></ul><p>Label</div><math></math>")
    page = MeasuredPage(root)
    assert counts_of(root) == (28, 5, 18, 1)
    page.leave_out(next(element for element in page.shown if element.tag == "ul"))
    assert counts_of(root) == (28, 5, 18, 1)
    page.settle()
    assert counts_of(root) == (23, 0, 18, 1)


def test_a_block_is_no_prose_without_what_made_it_so() -> None:
    root = build("<div><p>A label <span>It is open on Mondays.</span></p></div>")
    page = MeasuredPage(root)
    assert root.n_prose == 24
    page.leave_out(next(element for element in page.shown if element.tag == "span"))
    page.settle()
    assert counts_of(root) == (6, 0, 0, 0)


parts = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map("<{}>".format),
        st.sampled_from(TAGS).map("</{}>".format),
        st.sampled_from(TEXTS),
    ),
    max_size=30,
)


@given(parts, st.lists(st.lists(st.integers(0, 40), max_size=6), max_size=3))
def test_counts_are_as_if_counted_anew(pieces: list[str], passes: list[list[int]]) -> None:
    root = build("".join(pieces))
    page = MeasuredPage(root)
    for places in passes:
        for place in places:
            if 0 < place < len(page.shown):
                page.leave_out(page.shown[place])
        page.settle()
    kept = [element for element in page.shown if not element.skipped]
    counts = [counts_of(element) for element in kept]
    anew = MeasuredPage(root)
    assert anew.shown == kept
    assert [counts_of(element) for element in kept] == counts


def test_deeply_nested_elements_that_are_left_out_are_counted_anew() -> None:
    root = build("<div>" * 300 + "<b>one</b>" * 300 + "two")
    page = MeasuredPage(root)
    for element in page.shown:
        if element.tag == "b":
            page.leave_out(element)
    page.settle()
    assert counts_of(root) == (3, 0, 0, 0)
