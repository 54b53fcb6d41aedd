"""Paragraphs and tables that a flow writes, to blocks or as texts."""

from __future__ import annotations

from qa.formats.office.rtf.flow import RichFlow
from qa.formats.office.rtf.state import Heading, State, Tables
from qa.formats.writing.blocks import BlockWriter


def test_a_flow_without_blocks_keeps_its_texts() -> None:
    flow = RichFlow(None, Tables())
    flow.add("10", 0)
    flow.add("5", 1)
    flow.end_paragraph(State())
    flow.add("a", 0)
    flow.end_cell()
    flow.add("b", 0)
    flow.end_cell()
    flow.end_row()
    flow.end()
    assert flow.texts == ["10⁵", "a\tb", ""]


def test_cells_without_stated_edges_are_columns_in_order() -> None:
    blocks = BlockWriter()
    flow = RichFlow(blocks, Tables())
    for cells in (("Name", "Age"), ("Ito", "41"), ("Lund", "39")):
        for cell in cells:
            flow.add(cell, 0)
            flow.end_cell()
        flow.end_row()
    flow.end()
    assert blocks.build().text == "Name: Ito; Age: 41.\n\nName: Lund; Age: 39.\n"


def test_a_style_makes_a_heading() -> None:
    blocks = BlockWriter()
    flow = RichFlow(blocks, Tables(styles={3: Heading("Überschrift 1")}))
    flow.add("Gebühren", 0)
    flow.end_paragraph(State(style=3))
    content = blocks.build()
    assert content.headings == ((0, 8),)


def test_halves_of_characters_are_joined() -> None:
    flow = RichFlow(None, Tables())
    flow.add("\ud83d", 0)
    flow.add("\ude00", 0)
    flow.add("\ud83d", 0)
    flow.end_paragraph(State())
    assert flow.texts == ["😀\ufffd"]
