"""Tables with lines around their cells, read a sentence a row."""

from __future__ import annotations

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from tests.qa.pdf_tables import PRICES, PRICES_READ, aligned, paragraphs, ruled
from tests.qa.pdfs import drawn, flowing, sentence

CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=12)


def test_a_row_is_a_sentence_with_the_names_of_its_columns() -> None:
    story: list[str | Flowable] = ["Prices of the market.", ruled(PRICES), sentence(0)]
    assert paragraphs(flowing(story)) == ["Prices of the market.", *PRICES_READ, sentence(0)]


def test_a_merged_cell_is_repeated_in_the_rows_that_it_covers() -> None:
    rows = [
        ["Hall", "Day", "Guard"],
        ["North", "Monday", "Ruiz"],
        ["", "Tuesday", "Okoro"],
        ["South", "Monday", ""],
        ["", "Tuesday", "Lind"],
    ]
    assert paragraphs(flowing([ruled(rows, ("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (0, 4)))])) == [
        "Hall: North; Day: Monday; Guard: Ruiz.",
        "Hall: North; Day: Tuesday; Guard: Okoro.",
        "Hall: South; Day: Monday.",
        "Hall: South; Day: Tuesday; Guard: Lind.",
    ]


def test_names_over_several_columns_stand_before_those_below_them() -> None:
    rows = [
        ["Region", "Sales", "", "Costs", ""],
        ["", "2023", "2024", "2023", "2024"],
        ["North", "1 250 000", "1 300 500", "900 000", "950 250"],
        ["South", "2 250", "300", "9", "95"],
    ]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("SPAN", (0, 0), (0, 1))]
    assert paragraphs(flowing([ruled(rows, *spans)])) == [
        "Region: North; Sales 2023: 1 250 000; Sales 2024: 1 300 500; Costs 2023: 900 000; Costs 2024: 950 250.",
        "Region: South; Sales 2023: 2 250; Sales 2024: 300; Costs 2023: 9; Costs 2024: 95.",
    ]


def test_a_cell_of_several_lines_is_read_whole() -> None:
    wrapped = Paragraph("Anglers with a card of the district who fish from the bank only", CELL)
    rows = [["Permit", "For whom", "Valid"], ["Day", wrapped, "24 hours"], ["Year", "Members", "1 May to 31 October"]]
    assert paragraphs(flowing([ruled(rows, widths=(60, 130, 120))])) == [
        "Permit: Day; For whom: Anglers with a card of the district who fish from the bank only; Valid: 24 hours.",
        "Permit: Year; For whom: Members; Valid: 1 May to 31 October.",
    ]


def test_rows_that_nothing_rules_are_rows() -> None:
    rows = [["Hall", "Day", "Guard"], ["North", "Monday", "Ruiz"], ["South", "Tuesday", "Okoro"]]

    def draw(canvas: Canvas) -> None:
        aligned([*rows, ["East", "Friday", "Lind"]], (72, 200, 330))(canvas)
        for x in (68, 190, 320, 420):
            canvas.line(x, 640, x, 715)
        canvas.line(68, 640, 420, 640)
        canvas.line(68, 715, 420, 715)

    assert paragraphs(drawn(draw))[1:] == [
        "Hall: South; Day: Tuesday; Guard: Okoro.",
        "Hall: East; Day: Friday; Guard: Lind.",
    ]


def test_cells_that_are_filled_and_not_ruled_are_a_table() -> None:
    filled = [("BACKGROUND", (c, r), (c, r), colors.whitesmoke) for c in range(4) for r in range(5)]
    data = flowing([ruled(PRICES, ("GRID", (0, 0), (-1, -1), 0, colors.white), *filled)])
    assert paragraphs(data) == PRICES_READ


def test_a_name_that_no_row_uses_is_kept() -> None:
    rows = [["Claim", "Amount", "Remark"], ["A 7", "12.50", ""], ["B 9", "8.00", ""]]
    assert paragraphs(flowing([ruled(rows)])) == [
        "Remark",
        "Claim: A 7; Amount: 12.50.",
        "Claim: B 9; Amount: 8.00.",
    ]


def test_a_sum_below_merged_cells_is_a_label_with_its_figure() -> None:
    rows = [*PRICES, ["Total to pay", "", "", "1 302.40"]]
    assert paragraphs(flowing([ruled(rows, ("SPAN", (0, 5), (2, 5)))]))[-1] == "Total to pay: 1 302.40."


def test_boxes_of_prose_are_no_table() -> None:
    text = " ".join(sentence(number) for number in range(8))
    other = " ".join(sentence(number) for number in range(8, 16))
    rows = [[Paragraph(text, CELL), Paragraph(other, CELL)], [Paragraph(other, CELL), Paragraph(text, CELL)]]
    assert "; " not in "".join(paragraphs(flowing([ruled(rows, widths=(220, 220))])))
