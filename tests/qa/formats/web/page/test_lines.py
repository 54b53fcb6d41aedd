"""A line gathered from pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.formats.web.page.lines import InlineText


def test_spaces_are_one_but_in_preformatted_text() -> None:
    line = InlineText()
    line.add("  a \n b ")
    line.add("  c\n\td", preformatted=True)
    assert line.finish() == "a b   c\n\td"
    assert line.finish() == ""


def test_raised_text_stands_apart_and_long_text_stays() -> None:
    line = InlineText()
    line.add("10")
    mark = line.mark()
    line.add("5")
    line.shift(mark, "super")
    mark = line.mark()
    line.add(" a text far too long to be the mark of a note, and no exponent either ")
    line.shift(mark, "super")
    assert line.finish() == "10⁵ a text far too long to be the mark of a note, and no exponent either"


def test_control_characters_and_soft_hyphens_are_nothing() -> None:
    line = InlineText()
    line.add("a\0b\1c\xadd\x7f")
    line.add_picture("e\4f")
    assert line.finish() == "abcd"


def test_what_is_taken_out_is_no_part_of_the_line() -> None:
    line = InlineText()
    line.add("a")
    mark = line.mark()
    line.add("b ")
    assert line.take(mark) == "b"
    assert line.finish() == "a"


@given(st.lists(st.text(max_size=8), max_size=8))
def test_no_word_is_lost(texts: list[str]) -> None:
    line = InlineText()
    for text in texts:
        line.add(text)
    shown = "".join(character for character in "".join(texts) if character.isprintable() and character not in " \xad")
    assert "".join(character for character in line.finish() if character.isprintable() and character != " ") == shown
