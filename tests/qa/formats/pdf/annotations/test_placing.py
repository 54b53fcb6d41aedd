"""Texts of fields among the words of a page."""

from __future__ import annotations

from qa.formats.pdf.annotations.fields import ShownText
from qa.formats.pdf.annotations.placing import place_shown
from qa.formats.pdf.page import PageWord


def word(text: str, left: float, bottom: float, *, ends_line: bool = False) -> PageWord:
    return PageWord(
        text, 0, 0, 10, left, bottom, left + 40, bottom + 10, ends_line=ends_line, hyphenated=False, spaced=True
    )


def shown(text: str, left: float, bottom: float) -> ShownText:
    return ShownText(text, 10, left, bottom, left + 100, bottom + 10, filled=True)


WORDS = [word("Name:", 0, 100), word("Town:", 200, 100, ends_line=True), word("End", 0, 50, ends_line=True)]


def place(*texts: ShownText) -> list[str]:
    return [each.text for each in place_shown(WORDS, texts, 0)]


def test_a_text_stands_behind_the_nearest_word_on_its_left() -> None:
    assert place(shown("Lima", 260, 101), shown("Ito", 60, 99)) == ["Name:", "Ito", "Town:", "Lima", "End"]


def test_a_text_at_the_beginning_of_a_line_stands_before_it() -> None:
    assert place(shown("☒", -30, 50)) == ["Name:", "Town:", "☒", "End"]


def test_a_text_on_a_line_of_its_own_is_one() -> None:
    placed = place_shown(WORDS, [shown("far below", 0, 10)], 0)
    assert [each.text for each in placed[-2:]] == ["far", "below"]
    assert placed[-1].ends_line


def test_a_line_ends_behind_what_stands_last_on_it() -> None:
    placed = place_shown(WORDS, [shown("Lima", 260, 100)], 0)
    assert [(each.text, each.ends_line) for each in placed[1:3]] == [("Town:", False), ("Lima", True)]


def test_what_the_page_holds_there_is_left_out() -> None:
    assert place(shown("Town:", 198, 100)) == ["Name:", "Town:", "End"]
