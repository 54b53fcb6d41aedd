"""Tables of Word files: cells that cover others, heads, labels, layouts."""

from __future__ import annotations

import pytest

from qa.formats.office.word.document import read_docx
from qa.formats.writing.content import Content
from tests.qa.office import cell, docx, paragraph, run, table

BOLD, RESTART, GOES_ON = "<w:b/>", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"


def read(*rows: str) -> Content:
    return read_docx(docx(table(*rows)))


def lines(*rows: str) -> list[str]:
    return read(*rows).text.rstrip().split("\n\n")


def cells(*texts: str, bold: bool = False) -> str:
    return "".join(cell(paragraph(run(text, BOLD if bold else ""))) for text in texts)


def wide(text: str, across: int) -> str:
    return cell(paragraph(text), properties=f'<w:gridSpan w:val="{across}"/>')


def test_empty_cells_keep_their_places() -> None:
    rows = ["", "Monday", "Tuesday"], ["Abena", "", "night shift"], ["Bruno", "early shift", ""]
    assert lines(*(cells(*row) for row in rows)) == ["Abena; Tuesday: night shift.", "Bruno; Monday: early shift."]


def test_a_merged_cell_stands_in_each_row_and_column_that_it_covers() -> None:
    assert lines(
        cells("Group", "Sport", "May", "June", bold=True),
        cell(paragraph("Children"), properties=RESTART) + cells("Swimming", "2 euros", "3 euros"),
        cell(paragraph(""), properties=GOES_ON) + cells("Skating") + wide("free", 2),
    ) == ["Group: Children; Sport: Swimming; May: 2 euros; June: 3 euros.",
          "Group: Children; Sport: Skating; May: free; June: free."]  # fmt: skip


def test_rows_that_are_marked_as_heads_name_the_columns_together() -> None:
    assert lines(
        HEAD + cell(paragraph("Site"), properties=RESTART) + wide("Output", 2),
        HEAD + cell(paragraph(""), properties=GOES_ON) + cells("2023", "2024"),
        cells("Bergen", "12", "14"),
        cells("Tromsø", "7", "9"),
    ) == ["Site: Bergen; Output 2023: 12; Output 2024: 14.", "Site: Tromsø; Output 2023: 7; Output 2024: 9."]


def test_a_row_over_the_whole_width_labels_those_below_it() -> None:
    assert lines(
        wide("Prices from May", 2),
        cells("Ticket", "Price", bold=True),
        wide("Adults", 2),
        cells("Swimming", "5 euros"),
        cells("Skating", "7 euros"),
        wide("All prices include tax.", 2),
    ) == ["Prices from May", "Adults; Ticket: Swimming; Price: 5 euros.", "Adults; Ticket: Skating; Price: 7 euros.",
          "All prices include tax."]  # fmt: skip


@pytest.mark.parametrize("bold", [False, True])
def test_a_form_is_labels_with_their_values(bold: bool) -> None:
    colon = "" if bold else ":"

    def row(*pairs: tuple[str, str]) -> str:
        return "".join(cells(label + colon, bold=bold) + cells(value) for label, value in pairs)

    assert lines(row(("Name", "Ito"), ("Born", "1970")), row(("City", "Oslo"), ("Phone", ""))) == [
        "Name: Ito.", "Born: 1970.", "City: Oslo.", "Phone" + colon,
    ]  # fmt: skip


def test_names_of_columns_that_hold_nothing_are_read() -> None:
    assert lines(cells("Name", "Signature", bold=True), cells("Ito", ""), cells("Ruiz", "")) == [
        "Signature", "Name: Ito.", "Name: Ruiz.",
    ]  # fmt: skip


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [paragraph("The museum opens at nine."), paragraph("It closes at five.")]
    right = [paragraph("Tickets cost 14 euros."), paragraph("Children pay half.")]
    assert lines(cell(*left) + cell(*right)) == [
        "The museum opens at nine.", "It closes at five.", "Tickets cost 14 euros.", "Children pay half.",
    ]  # fmt: skip


def test_lines_of_figures_side_by_side_are_rows() -> None:
    def column(*texts: str) -> str:
        return cell(*map(paragraph, texts))

    row = column("Oak", "Yew", "Elm") + column("1", "2", "3") + column("4", "5", "6")
    assert lines(cells("", "2023", "2024"), row) == [
        "Oak; 2023: 1; 2024: 4.", "Yew; 2023: 2; 2024: 5.", "Elm; 2023: 3; 2024: 6.",
    ]  # fmt: skip


def test_columns_that_were_drawn_askew_are_aligned() -> None:
    assert lines(
        wide("Tree", 2) + wide("Age", 1) + wide("Height", 2),
        wide("Oak", 1) + wide("300", 2) + wide("21", 2),
        wide("Yew", 2) + wide("900", 2) + wide("12", 1),
    ) == ["Tree: Oak; Age: 300; Height: 21.", "Tree: Yew; Age: 900; Height: 12."]


def test_words_of_a_cell_never_glue() -> None:
    items = [paragraph(text, item=("1", 0)) for text in ("sweep", "mop")]
    assert lines(cells("Day", "Tasks", bold=True), cells("Monday") + cell(paragraph("In the hall:"), *items)) == [
        "Day: Monday; Tasks: In the hall: sweep, mop."
    ]


def test_rows_that_are_struck_deleted_or_hidden_are_left_out() -> None:
    struck = "".join(cell(paragraph(run(text, "<w:strike/>"))) for text in ("Yew", "900"))
    deleted = "<w:trPr><w:del/></w:trPr>" + cells("Elm", "80")
    hidden = "<w:trPr><w:hidden/></w:trPr>" + cells("Fir", "40")
    content = read(cells("Tree", "Age"), cells("Oak", "300"), struck, deleted, hidden, cells("Ash", "120"))
    assert content.text == "Tree: Oak; Age: 300.\n\nTree: Ash; Age: 120.\n"
    assert content.notices == (
        "Struck-out text was left out in 2 places.",
        "Hidden text was left out in 1 place.",
        "Tracked changes were read as accepted: 1 deletion.",
    )


def test_numbers_of_rows_are_read_where_a_cell_holds_nothing_else() -> None:
    def row(text: str) -> str:
        return cell(paragraph("", item=("2", 0))) + cells(text)

    assert lines(cells("No.", "Tree", bold=True), row("Oak"), row("Yew")) == [
        "No.: 1.; Tree: Oak.",
        "No.: 2.; Tree: Yew.",
    ]


def test_a_text_box_in_a_cell_stays_in_it() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('open')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert lines(cells("Hall", "State", bold=True), cells("North") + cell(paragraph("now", box))) == [
        "Hall: North; State: now open."
    ]


def test_two_rows_of_texts_are_no_names() -> None:
    assert lines(cells("Oak", "leaves"), cells("Pine", "needles")) == ["Oak\tleaves", "Pine\tneedles"]
