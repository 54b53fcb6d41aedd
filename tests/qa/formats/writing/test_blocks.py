"""Blocks are parted by an empty line; items by a line end."""

from __future__ import annotations

import pytest

import qa
from qa.formats.writing import blocks as limits
from qa.formats.writing.blocks import BlockWriter, tidy
from qa.formats.writing.content import Content


def test_blocks_are_parted_by_what_they_are() -> None:
    writer = BlockWriter()
    writer.add_heading(" The\n museum ")
    writer.add_paragraph("It  opens.\n\nAt\xadnine.")
    writer.add_paragraph("- milk")
    writer.add_paragraph("- bread")
    writer.end_table()
    writer.add_paragraph("- salt")
    writer.add_line("The end.")
    content = writer.build(title=" A \n title")
    assert content.text == ("The museum\n\nIt opens.\nAtnine.\n\n- milk\n- bread\n\n- salt\n\nThe end.\n")
    assert content.title == "A title"
    assert [content.text[start:end] for start, end in content.headings] == ["The museum"]
    assert content.heading_levels == (1,)


def test_nothing_is_written_for_nothing() -> None:
    writer = BlockWriter()
    writer.add_heading(" ")
    writer.add_paragraph("\xad\n ")
    writer.add_line("")
    writer.append(Content(" \n"))
    assert writer.build() == Content("")


def test_a_heading_that_is_too_long_is_a_paragraph() -> None:
    writer = BlockWriter()
    writer.add_heading("word " * 100)
    assert writer.build().headings == ()


def test_pages_begin_where_they_are_started() -> None:
    writer = BlockWriter()
    for text in ("One.", "Two."):
        writer.start_page()
        writer.add_paragraph(text)
    content = writer.build()
    assert (content.text, content.page_starts) == ("One.\n\nTwo.\n", (0, 6))


def test_a_content_of_another_format_keeps_its_headings() -> None:
    writer = BlockWriter()
    writer.add_paragraph("Before.")
    writer.append(Content("One\n\nText.\n", headings=((0, 3),)))
    writer.append(Content("Two\n\nEnd.\n", headings=((0, 3), (5, 9)), heading_levels=(2, 4)))
    content = writer.build()
    assert content.text == "Before.\n\nOne\n\nText.\n\nTwo\n\nEnd.\n"
    assert [content.text[start:end] for start, end in content.headings] == ["One", "Two", "End."]
    assert content.heading_levels == (1, 2, 4)


def test_a_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 10)
    writer = BlockWriter()
    writer.add_paragraph("Eleven characters and more.")
    with pytest.raises(qa.FileTooLarge, match="has over 10 characters"):
        writer.add_paragraph("More.")


def test_tidying_takes_empty_lines_and_spaces_beside_others() -> None:
    assert tidy(" a  b \r\n\n c\td\xa0 ") == "a b\nc\td"
