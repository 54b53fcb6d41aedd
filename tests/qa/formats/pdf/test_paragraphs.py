"""Where a paragraph ends, and where it runs on."""

from __future__ import annotations

from dataclasses import replace

from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.paragraphs import cut_paragraphs

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


def test_a_full_line_flows_into_a_capital_where_others_prove_the_margin() -> None:
    prose = rows(
        "The fee was set by the council of", "Vienna in the year of the flood", "and is due now.", widths={2: 90.0}
    )
    assert len(cut(prose)) == 1
    alone = rows("Notice to the members of the club", "The boat house is closed", widths={0: 180.0, 1: 140.0})
    assert cut(alone) == ["Notice to the members of the club", "The boat house is closed"]
    small = rows("Notice to the members of the club", "and to all of their guests", widths={0: 180.0, 1: 140.0})
    assert len(cut(small)) == 1
    caseless = rows("図書館は毎朝九時に開きます利用", "料金は五百円", widths={0: 180.0, 1: 60.0})
    assert len(cut(caseless)) == 1


def spaced(lines: list[PageLine], pitch: float) -> list[PageLine]:
    return [replace(line, bottom=700 - pitch * n, top=710 - pitch * n) for n, line in enumerate(lines)]


def test_double_spaced_lines_flow_but_short_lines_apart_do_not() -> None:
    manuscript = rows(
        "The bridge was built in a year of", "Floods and held for longer than", "it was meant to.", widths={2: 90.0}
    )
    assert len(cut(spaced(manuscript, 23.0))) == 1
    poster = rows(
        "Notice to the members of the club",
        "Payment of the fee",
        "Keys are at the harbour office now",
        widths=dict.fromkeys(range(3), 190.0),
    )
    assert len(cut(spaced(poster, 23.0))) == 3
    assert len(cut(spaced(poster, 36.0))) == 3


def test_a_gap_another_size_or_weight_ends_a_paragraph() -> None:
    lines = rows(
        "The rules of the club for the year", "Keys are kept at the office", "of the harbour.", widths={2: 90.0}
    )
    assert len(cut(lines)) == 1
    assert len(cut([replace(lines[0], bottom=712.0, top=722.0), *lines[1:]])) == 2
    assert len(cut([replace(lines[0], size=10.8), *lines[1:]])) == 2
    assert len(cut([replace(lines[0], bold=True), *lines[1:]])) == 2
    assert len(cut([replace(lines[0], font="Other"), *(replace(line, font="Serif") for line in lines[1:])])) == 2
