"""A text that is gathered piece by piece."""

from __future__ import annotations

from qa.formats.writing.content import Content, TextBuilder


def test_a_text_builder_remembers_where_pages_begin() -> None:
    builder = TextBuilder()
    for page in ("One.\n", "", "Two.\n"):
        builder.start_page()
        builder.add(page)
    assert builder.build().page_starts == (0, 5, 5)


def test_a_text_builder_remembers_where_headings_are() -> None:
    builder = TextBuilder()
    builder.add_heading(" Hours ")
    builder.add_heading(" ", 4)
    builder.add_heading("\nWinter", 3)
    for level in (-1, 0, 9, 10, 99):
        builder.add_heading("x", level)
    builder.add("\nIt opens.\n")
    content = builder.build(title="A", source="b", language="en")
    assert [content.text[start:end] for start, end in content.headings] == ["Hours", "Winter", *"xxxxx"]
    assert content.heading_levels == content.levels == (1, 3, 1, 1, 9, 9, 9)
    assert (content.title, content.source, content.language, builder.lines) == ("A", "b", "en", 3)


def test_headings_whose_levels_are_not_known_are_of_the_first() -> None:
    assert Content("One\nTwo", headings=((0, 3), (4, 7))).levels == (1, 1)
    assert Content("One").levels == ()
