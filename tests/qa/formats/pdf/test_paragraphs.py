"""Where a paragraph ends, and where it runs on."""

from __future__ import annotations

from dataclasses import replace

from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.paragraphs import Paragraph, cut_paragraphs, join_columns, runs_on

WIDE = 400.0


def rows(*texts: str, widths: dict[int, float] | None = None, lefts: dict[int, float] | None = None) -> list[PageLine]:
    """Return lines below one another, as wide as a column but where it is said."""
    widths, lefts = widths or {}, lefts or {}
    return [
        PageLine(
            (LinePart(text, lefts.get(n, 0.0), widths.get(n, WIDE)),),
            700 - 12.0 * n,
            710 - 12.0 * n,
            10.0,
            first_width=40.0,
        )
        for n, text in enumerate(texts)
    ]


def cut(lines: list[PageLine]) -> list[str]:
    return [paragraph.plain for paragraph in cut_paragraphs(lines, 10.0)]


def test_lines_as_wide_as_the_column_flow() -> None:
    assert cut(rows("The bridge was built", "in a year of floods.", widths={1: 200.0})) == [
        "The bridge was built in a year of floods."
    ]


def test_a_line_that_was_ended_on_purpose_ends_its_paragraph() -> None:
    lines = rows("The bridge was built.", "The mill stands", "by the river.", widths={0: 150.0})
    assert cut(lines) == ["The bridge was built.", "The mill stands by the river."]


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = rows("The bridge was built.", "It was wide.", "The mill stands", "by the river.", lefts={2: 15.0})
    assert cut(lines) == ["The bridge was built. It was wide.", "The mill stands by the river."]


def test_items_of_a_list_stand_close_on_lines_of_their_own() -> None:
    lines = rows("• bread", "• milk and", "• eggs", widths={0: 60.0, 1: 60.0, 2: 60.0})
    paragraphs = cut_paragraphs(lines, 10.0)
    assert [paragraph.plain for paragraph in paragraphs] == ["• bread", "• milk and", "• eggs"]
    assert [paragraph.tight for paragraph in paragraphs] == [False, True, True]


def test_a_sentence_runs_on_in_the_next_column() -> None:
    first = rows("The bridge was built", "in a year")
    second = [replace(line, parts=(LinePart(line.text, 450.0, 850.0),)) for line in rows("of floods.", "It held.")]
    joined = join_columns([*cut_paragraphs(first, 10.0), *cut_paragraphs(second, 10.0)])
    assert [paragraph.plain for paragraph in joined] == ["The bridge was built in a year of floods. It held."]


def test_nothing_runs_on_behind_a_full_stop_or_a_heading() -> None:
    paragraph, following = Paragraph(rows("The bridge", "was built.")), Paragraph(rows("it held"))
    assert not runs_on(paragraph, following)
    assert runs_on(Paragraph(rows("The bridge", "was built")), following)
    assert not runs_on(Paragraph(rows("The bridge", "was built"), heading=True), following)
