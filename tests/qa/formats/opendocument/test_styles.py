"""What styles say."""

from __future__ import annotations

import pytest

from qa.formats.opendocument.styles import Styles
from qa.formats.xml import parse_xml


def make(properties: str, more: str = "") -> Styles:
    style = f'<style name="a" family="text"><text-properties {properties}/></style>'
    return Styles([parse_xml(f"<r><automatic-styles>{style}{more}</automatic-styles></r>".encode(), "styles")])


@pytest.mark.parametrize(
    ("properties", "name", "value"),
    [
        ('text-position="super 58%"', "position", 1),
        ('text-position="-33% 58%"', "position", -1),
        ('text-position="0% 100%"', "position", 0),
        ('display="none"', "is_hidden", True),
        ('text-line-through-style="none"', "is_struck", False),
        ('text-line-through-type="double"', "is_struck", True),
        ('font-weight="700"', "is_bold", True),
        ('font-weight="normal"', "is_bold", False),
    ],
)
def test_a_look_is_what_the_properties_say(properties: str, name: str, value: object) -> None:
    assert getattr(make(properties).look("text", "a"), name) == value


def test_a_style_that_is_not_there_says_nothing() -> None:
    styles = make("")
    assert styles.look("paragraph", "a") == styles.look("text", "b")
    assert styles.levels_of("b") == {}


def test_the_names_are_those_that_are_shown() -> None:
    more = '<style name="P_20_1" family="text" parent-style-name="a"/>'
    assert make("", more).look("text", "P_20_1").names == ("P 1", "a")
