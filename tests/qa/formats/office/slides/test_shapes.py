"""Shapes of a slide in reading order."""

from __future__ import annotations

from qa.formats.office.omissions import Omissions
from qa.formats.office.slides.shapes import find_inherited, find_placeholder, order_shapes
from qa.formats.xml import Element, parse_xml
from tests.qa.office import shape, xml


def parse(*shapes: str) -> Element:
    return parse_xml(xml("p:spTree", "".join(shapes)).encode(), "slide")


def text_of(node: Element) -> str:
    return "".join(text.text for text in node.iter("{*}t"))


def test_shapes_of_a_row_stand_from_left_to_right() -> None:
    lower = shape("b", place=(1, 0)).replace('y="0"', 'y="200000"')
    tree = parse(shape("c", place=(5, 0)), shape("d", place=(0, 2)), lower, shape("a", place=(0, 0)))
    assert [text_of(found.node) for found in order_shapes(tree, [], Omissions())] == ["a", "b", "c", "d"]


def test_hidden_shapes_are_counted_where_they_hold_text() -> None:
    hidden = [shape(text).replace("<p:cNvPr ", '<p:cNvPr hidden="1" ') for text in ("x", "")]
    omissions = Omissions()
    assert [text_of(found.node) for found in order_shapes(parse(*hidden, shape("a")), [], omissions)] == ["a"]
    assert omissions.hidden == 1
    assert order_shapes(None, [], omissions) == []


def test_a_placeholder_is_found_on_its_layout_by_place_or_kind() -> None:
    layout = parse_xml(
        xml("p:sldLayout", f"<p:cSld><p:spTree>{shape('of the layout', kind='body')}</p:spTree></p:cSld>").encode(), "a"
    )
    (node,) = parse(shape(kind="body"))
    holder = find_placeholder(node)
    assert [text_of(found) for found in find_inherited(holder, [layout])] == ["of the layout"]
    assert list(find_inherited(None, [layout])) == []
