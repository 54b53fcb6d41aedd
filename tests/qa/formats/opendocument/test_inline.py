"""The text of a paragraph."""

from __future__ import annotations

import pytest

from qa.formats.opendocument.document import read_opendocument
from tests.qa.opendocument import opendocument, text_style

STYLES = (
    text_style("Up", 'style:text-position="33% 58%"')
    + text_style("Down", 'style:text-position="sub 58%"')
    + text_style("Off", 'text:display="none"')
)


def read(paragraph: str, before: str = "") -> str:
    return read_opendocument(opendocument("text", f"{before}<text:p>{paragraph}</text:p>", styles=STYLES)).text.strip()


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a b\tc\nd"),
        ("  two \n  words ", "two words"),
        ('10<text:span text:style-name="Up">5</text:span> litres', "10⁵ litres"),
        ('H<text:span text:style-name="Down">2</text:span>O', "H₂O"),
        ('shown<text:span text:style-name="Off"> hidden</text:span>', "shown"),
        ("<text:ruby><text:ruby-base>図</text:ruby-base><text:ruby-text>ず</text:ruby-text></text:ruby>書", "図書"),
        ('<text:a xlink:href="x">a link</text:a> and <text:page-number>4</text:page-number>', "a link and 4"),
        ('<text:hidden-text text:is-hidden="true" text:string-value="no"/>yes', "yes"),
        ('<text:hidden-text text:is-hidden="false" text:string-value="so"/>', "so"),
        ("a<text:bookmark-start/>b<text:change-start/>c<text:soft-page-break/>d", "abcd"),
    ],
)
def test_a_paragraph_is_read_as_it_is_shown(paragraph: str, text: str) -> None:
    assert read(paragraph) == text


def test_fields_of_a_form_stand_where_they_are() -> None:
    forms = (
        '<office:forms><form:form><form:checkbox form:id="c" form:current-state="checked" form:label="Smoker"/>'
        '<form:checkbox form:id="d"/><form:text form:id="t" form:current-value="Riga"/><form:button form:id="b"/>'
        '<form:listbox form:id="l"><form:option form:label="Oslo"/>'
        '<form:option form:label="Bonn" form:current-selected="true"/>'
        '</form:listbox><form:fixed-text form:id="f" form:label="Branch"/></form:form></office:forms>'
    )
    fields = " ".join(f'<draw:control draw:control="{name}"/>' for name in "cdtblf")
    assert read(f"Form: {fields}", forms) == "Form: ☑ Smoker ☐ Riga Bonn Branch"


def test_many_small_pieces_take_time_in_proportion() -> None:
    piece = 'x<text:span text:style-name="Up">1</text:span> '
    assert read(piece * 20_000).count("x¹") == 20_000
