"""A text that is gathered piece by piece."""

from __future__ import annotations

from qa.formats.writing.content import TextBuilder


def test_a_text_builder_remembers_where_pages_begin() -> None:
    builder = TextBuilder()
    for page in ("One.\n", "", "Two.\n"):
        builder.start_page()
        builder.add(page)
    assert builder.build().page_starts == (0, 5, 5)


def test_a_text_builder_remembers_where_headings_are() -> None:
    builder = TextBuilder()
    builder.add_heading(" Hours ")
    builder.add_heading(" ")
    builder.add("\nIt opens.\n")
    content = builder.build(title="A", source="b", language="en")
    assert [content.text[start:end] for start, end in content.headings] == ["Hours"]
    assert (content.title, content.source, content.language, builder.lines) == ("A", "b", "en", 2)
