"""What the style of an element says."""

from __future__ import annotations

import pytest

from qa.formats.web.page.elements import PageElement
from qa.formats.web.page.styles import is_block, is_not_displayed, is_struck, shift_of


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        ("display:none", True),
        ("DISPLAY : NONE !important", True),
        ("color:red;visibility: hidden", True),
        ("display: none-such-thing", True),
        ("--display:none", False),
        ("x-display:none", False),
        ("display:block", False),
    ],
)
def test_what_is_not_displayed(style: str, hidden: bool) -> None:
    assert is_not_displayed(PageElement("p", {"style": style})) is hidden


def test_blocks_are_told_by_tag_and_style() -> None:
    assert is_block(PageElement("div", {}))
    assert not is_block(PageElement("span", {}))
    assert is_block(PageElement("span", {"style": "display: block"}))
    assert not is_block(PageElement("li", {"style": "display:inline-block"}))


def test_struck_and_shifted_text_is_told_by_tag_and_style() -> None:
    assert is_struck(PageElement("del", {}))
    assert is_struck(PageElement("p", {"style": "text-decoration-line: underline line-through"}))
    assert not is_struck(PageElement("p", {"style": "text-decoration: underline"}))
    assert shift_of(PageElement("sub", {})) == "sub"
    assert shift_of(PageElement("a", {"epub:type": "noteref"})) == "super"
    assert shift_of(PageElement("a", {"style": "vertical-align: baseline"})) == ""
