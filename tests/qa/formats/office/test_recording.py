"""Blocks kept for later."""

from __future__ import annotations

from qa.formats.office.recording import Recording
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content


def test_blocks_are_written_where_they_are_replayed() -> None:
    blocks = BlockWriter()
    recording = Recording(blocks)
    recording.add_heading("")
    recording.add_heading("Prices", 3)
    recording.add_paragraph("- one")
    recording.add_paragraph("")
    recording.end_table()
    recording.add_line("Two.")
    recording.append(Content("Three.\n", notices=("Said.",)))
    assert blocks.build().text == ""
    assert recording.texts == ["Prices", "- one", "Two.", "Three.\n"]
    assert recording.has_heading
    recording.prefix("1. ")
    recording.replay(blocks)
    content = blocks.build()
    assert content.text == "1. Prices\n\n- one\n\nTwo.\n\nThree.\n"
    assert (content.headings, content.heading_levels) == (((0, 9),), (3,))
    assert content.notices == ("Said.",)


def test_a_notice_is_said_at_once() -> None:
    blocks = BlockWriter()
    Recording(blocks).notice("Page 3 has no text.")
    assert blocks.build().notices == ("Page 3 has no text.",)


def test_blocks_are_joined_on_a_line_without_gluing_words() -> None:
    recording = Recording(BlockWriter())
    for text in ("Tasks\nof today:", "- sweep", "- mop.", "- dust", "Then rest", "and eat"):
        recording.add_paragraph(text)
    recording.add_line("a\tb")
    assert recording.join() == "Tasks of today: sweep, mop. dust Then rest and eat a; b"


def test_what_cannot_be_seen_is_no_text() -> None:
    recording = Recording(BlockWriter())
    recording.add_paragraph("\u200b")
    recording.add_line(" \ufeff ")
    assert (recording.texts, recording.join()) == ([], "")
