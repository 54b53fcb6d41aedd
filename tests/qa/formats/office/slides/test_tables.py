"""Tables of slides."""

from __future__ import annotations

from qa.formats.office.slides.presentation import read_pptx
from tests.qa.office import pptx


def cell(text: str, more: str = "", bold: str = "0") -> str:
    return f'<a:tc{more}><a:txBody><a:p><a:r><a:rPr b="{bold}"/><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>'


def read(*rows: str, properties: str = "") -> list[str]:
    made = "".join(f"<a:tr>{row}</a:tr>" for row in rows)
    frame = f"<a:tbl><a:tblPr {properties}/>{made}</a:tbl>"
    slide = f"<p:graphicFrame><p:xfrm/><a:graphic><a:graphicData>{frame}</a:graphicData></a:graphic></p:graphicFrame>"
    return read_pptx(pptx(slide)).text.rstrip().split("\n\n")


def test_merged_and_empty_cells_keep_labels_and_places() -> None:
    assert read(
        cell("Hall") + cell("Day") + cell("Guard"),
        cell("North", ' rowSpan="2"') + cell("Monday") + cell(""),
        cell("", ' vMerge="1"') + cell("closed", ' gridSpan="2"') + cell("", ' hMerge="1"'),
        cell("Closed", ' gridSpan="3"') + cell("", ' hMerge="1"') * 2,
        cell("South") + cell("Friday") + cell("Ruiz"),
        properties='firstRow="1"',
    ) == [
        "Hall: North; Day: Monday.",
        "Hall: North; Day: closed; Guard: closed.",
        "Closed; Hall: South; Day: Friday; Guard: Ruiz.",
    ]


def test_the_first_column_labels_where_the_table_says_so() -> None:
    rows = [cell("Name") + cell("Ito"), cell("City") + cell("Oslo"), cell("Team") + cell("Blue")]
    assert read(*rows, properties='firstCol="1"') == ["Name: Ito.", "City: Oslo.", "Team: Blue."]
    bold = [cell(label, bold="1") + cell(value) for label, value in (("Name", "Ito"), ("City", "Oslo"))]
    assert read(*bold) == ["Name: Ito.", "City: Oslo."]


def test_names_below_groups_belong_to_the_head() -> None:
    group = cell("Adults", ' gridSpan="2"') + cell("", ' hMerge="1"')
    assert read(
        cell("") + group + cell("Children"),
        cell("") + cell("May") + cell("June") + cell("All year"),
        cell("Pool") + cell("5") + cell("6") + cell("2"),
        properties='firstRow="1"',
    ) == ["Pool; Adults May: 5; Adults June: 6; Children All year: 2."]
