"""Numbers of list items."""

from __future__ import annotations

from qa.formats.opendocument.lists import ListCounter, ListLevel, read_levels, read_whole
from qa.formats.xml import parse_xml


def test_levels_are_read_from_a_style() -> None:
    style = (
        '<s><list-level-style-number level="1" num-format="I" num-suffix="." start-value="3"/>'
        '<list-level-style-bullet level="2" bullet-char="•"/><list-level-style-number level="3" num-format=""/>'
        '<list-level-style-number level="99" num-format="1"/></s>'
    )
    levels = read_levels(parse_xml(style.encode(), "s"))
    assert levels == {1: ListLevel("upperRoman", "", ".", 3), 2: ListLevel(), 3: ListLevel(is_plain=True)}
    counter = ListCounter()
    assert [counter.next(levels, level) for level in (1, 1, 2, 3, 1, 7)] == ["III.", "IV.", "-", "", "V.", "-"]


def test_a_number_may_show_the_levels_above_it() -> None:
    levels = {1: ListLevel("decimal"), 2: ListLevel("lowerLetter", "(", ")", n_shown=2)}
    counter = ListCounter()
    assert [counter.next(levels, level) for level in (1, 2, 2, 1, 2)] == ["1", "(1.a)", "(1.b)", "2", "(2.a)"]
    assert counter.next(levels, 2, start=5) == "(2.e)"
    counter.restart(1)
    assert counter.next(levels, 1) == "1"


def test_whole_numbers_are_bounded() -> None:
    assert [read_whole(text, 7) for text in ("12", "", "-1", "9999999", "x")] == [12, 7, 7, 7, 7]
