from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.office.word.document import read_docx
from qa.formats.writing.content import Content
from tests.qa.office import CHART, NO_PARTS, STYLES, Parts, cell, docx, paragraph, run, table, xml


def read(*blocks: str, title: str = "", parts: Parts = NO_PARTS) -> Content:
    return read_docx(docx(*blocks, title=title, parts=parts))


def headings(content: Content) -> list[str]:
    return [content.text[start:end] for start, end in content.headings]


def test_paragraphs_headings_and_lists_stand_in_order_with_their_numbers() -> None:
    content = read(
        paragraph("The museum", style="T"),
        paragraph("Opening hours", style="H1"),
        paragraph("It opens ", "at nine."),
        paragraph("milk", item=("1", 0)),
        paragraph("bread", item=("1", 0)),
        paragraph("First", item=("2", 0)),
        paragraph("Inner", style="Own"),
        paragraph("Second", item=("2", 0)),
        paragraph("Elsewhere", item=("3", 0)),
        paragraph("Unnumbered", item=("0", 0)),
    )
    assert content.text == (
        "The museum\n\nOpening hours\n\nIt opens at nine.\n\n- milk\n- bread\n1. First\n\n1.a) Inner\n\n2. Second\n"
        "7. Elsewhere\n\nUnnumbered\n"
    )
    assert headings(content) == ["The museum", "Opening hours", "1.a) Inner"]
    assert content.title == "The museum"
    assert content.page_starts == ()


def test_headings_have_the_levels_of_their_styles() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{own}"/>{more}</w:style>'
        for name, own, more in [
            ("A", "heading 1", ""),
            ("B", "heading 2", ""),
            ("C", "Abschnitt", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
            ("D", "Own", '<w:basedOn w:val="C"/>'),
            ("E", "Body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        ]
    )
    text = [
        paragraph(word, style=style)
        for word, style in zip(("Rules", "Fees", "Late", "Lost", "Pay."), "ABCDE", strict=True)
    ]
    content = read(*text, paragraph("Dogs", style="B"), parts={"word/styles.xml": xml("w:styles", styles)})
    assert headings(content) == ["Rules", "Fees", "Late", "Lost", "Dogs"]
    assert content.heading_levels == (1, 2, 3, 3, 2)


def test_the_title_is_the_stated_one_else_the_first_heading() -> None:
    assert read(paragraph("A", style="H1"), title="Stated").title == "Stated"
    assert read(paragraph("A", style="H1"), title="Word Document").title == "A"
    assert read(paragraph("A")).title == ""


def test_a_single_column_is_no_table() -> None:
    content = read(table(cell(paragraph("Boxed", style="H1"), paragraph("Text in a box."))))
    assert content.text == "Boxed\n\nText in a box.\n"
    assert headings(content) == ["Boxed"]


def test_tables_in_tables_and_controls_are_read() -> None:
    inner = table(cell(paragraph("1")) + cell(paragraph("2")))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:tr>{cell(paragraph('x'))}{cell(inner)}</w:tr></w:sdtContent></w:sdt>"
    text = f"<w:tbl>{control}</w:tbl>"
    block = f"<w:sdt><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>"
    assert read(text, block).text == "x\t1; 2\n\nIn a control.\n"


def test_tracked_changes_read_as_accepted_and_hidden_text_not_at_all() -> None:
    content = read(
        paragraph(
            "It opens ",
            f"<w:del>{run('at ten')}</w:del>",
            "<w:del><w:r><w:delText>at eleven</w:delText></w:r></w:del>",
            f"<w:ins>{run('at nine')}</w:ins>",
            f"<w:moveFrom>{run('moved')}</w:moveFrom>",
            run(" secretly", "<w:vanish/>"),
            run(" daily", '<w:vanish w:val="0"/>'),
            "<w:r><w:instrText>PAGE</w:instrText><w:commentReference w:id='1'/></w:r>",
            run("."),
        )
    )
    assert content.text == "It opens at nine daily.\n"
    assert content.notices == (
        "Hidden text was left out in 1 place.",
        "Tracked changes were read as accepted: 1 insertion, 2 deletions, 1 move.",
    )


def test_characters_that_are_elements() -> None:
    content = read(
        paragraph(
            "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:br/><w:t>mu</w:t><w:softHyphen/><w:t>seum</w:t></w:r>"
        )
    )
    assert content.text == "e-mail\nmuseum\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></v:textbox></w:pict>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    only_old = f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    assert read(paragraph("Before", both, " and after.")).text == "Before and after.\n\nIn the box.\n"
    assert read(paragraph("Before.", only_old)).text == "Before.\n\nIn the box.\n"


def test_notes_follow_in_the_order_of_their_references() -> None:
    notes = "".join(f'<w:footnote w:id="{name}">{paragraph(f"Note {name}.")}</w:footnote>' for name in (1, 2, 3))
    content = read(
        paragraph(
            "First", '<w:r><w:footnoteReference w:id="2"/></w:r>', ".", '<w:r><w:footnoteReference w:id="1"/></w:r>'
        ),
        paragraph("Second."),
        parts={"word/footnotes.xml": xml("w:footnotes", notes)},
    )
    assert content.text == "First¹.²\n\nSecond.\n\n¹ Note 2.\n\n² Note 1.\n"


def test_charts_are_read_after_the_text_that_they_are_anchored_in() -> None:
    chart = '<w:r><w:drawing><c:chart r:id="rId4"/></w:drawing></w:r>'
    content = read(paragraph("Text.", chart), parts={"word/charts/chart1.xml": CHART})
    assert content.text == "Text.\n\nVisitors\n\nMay; Adults: 0.3.\n\nJune; Adults: 12.\n"


def test_a_letterhead_is_read_once_without_page_numbers() -> None:
    page = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
    page += (
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("3") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    header = xml("w:hdr", paragraph("Otter Bakery", "<w:r><w:tab/></w:r>", "Page ", page) + paragraph("3 Mill Lane"))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>'
    new_section = f"<w:p><w:pPr>{section}</w:pPr>{run('First part.')}</w:p>"
    content = read(new_section, paragraph("Second part."), section, parts={"word/header1.xml": header})
    assert content.text == "Otter Bakery\n\n3 Mill Lane\n\nFirst part.\n\nSecond part.\n"


def test_paragraphs_without_a_mark_between_them_are_one() -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>".format(run("The fee is "))
    cap = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{}</w:p>".format(run("O"))
    assert read(deleted, paragraph("14 euros.")).text == "The fee is 14 euros.\n"
    assert read(cap, paragraph("nce upon a time.")).text == "Once upon a time.\n"
    assert read(deleted, table(cell(paragraph("Boxed.")))).text == "The fee is\n\nBoxed.\n"
    assert read(deleted).text == "The fee is\n"


def test_a_caption_below_a_table_stands_above_it() -> None:
    styles = STYLES.replace(
        "</w:styles>", '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>'
    )
    grid = table(
        *(cell(paragraph(a)) + cell(paragraph(b)) for a, b in (("Tree", "Age"), ("Oak", "300"), ("Yew", "900")))
    )
    rows = "Tree: Oak; Age: 300.\n\nTree: Yew; Age: 900."
    below = paragraph("Table 1: Old trees", style="C")
    figure = paragraph("Figure 1: A tree", '<w:fldSimple w:instr="SEQ Figure"><w:r/></w:fldSimple>', style="C")
    parts = {"word/styles.xml": styles}
    assert read(grid, below, parts=parts).text == f"Table 1: Old trees\n\n{rows}\n"
    assert read(below, grid, figure, parts=parts).text == f"Table 1: Old trees\n\n{rows}\n\nFigure 1: A tree\n"
    assert read(grid, figure, parts=parts).text == f"{rows}\n\nFigure 1: A tree\n"
    assert (
        read(below, grid, below, grid, parts=parts).text
        == f"Table 1: Old trees\n\n{rows}\n\nTable 1: Old trees\n\n{rows}\n"
    )


def test_runs_where_a_paragraph_should_be_are_read() -> None:
    assert (
        read(run("Stray."), paragraph("Text.", table(cell(paragraph("In a run."))))).text
        == "Stray.\n\nText.\n\nIn a run.\n"
    )


def test_what_is_left_out_is_said() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
        '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        "<w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
    )
    filled = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Riga')}</w:sdtContent></w:sdt>"
    sheet = '<w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    content = read(paragraph("Branch: ", filled, prompt, sheet), "<w:subDoc r:id='rId9'/>")
    assert content.text == "Branch: Riga\n"
    assert content.notices == (
        "A part of the document is kept in another file (subDoc): add that file as well.",
        "Prompts of fields that nobody filled in were left out in 1 place.",
        "1 embedded object was not read: Excel workbook. Save it as a file and add that.",
    )


def test_the_language_is_that_of_most_of_the_text() -> None:
    german = run("Das Museum öffnet um neun Uhr.", '<w:lang w:val="de-AT"/>')
    assert read(paragraph(german, run(" Yes.", '<w:lang w:val="en-GB"/>'))).language == "de-AT"
    assert read(paragraph("Nothing is stated."), paragraph(run("Ja", '<w:lang w:val="de"/>'))).language == ""
    assert read(paragraph(run("美術館", '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>'))).language == "ja-JP"


_KEPT = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
    '<w:fldSimple w:instr="REF a">{}</w:fldSimple>', "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:bdo>{}</w:bdo>", "<w:dir>{}</w:dir>", "<w:customXml>{}</w:customXml>", "<w:moveTo>{}</w:moveTo>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>", "<w:unknown>{}</w:unknown>",
    "<w:r><w:ruby><w:rt/><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>",
])  # fmt: skip
_DROPPED = st.sampled_from(["<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"])
_PLACES = st.sampled_from(["<w:p>{}</w:p>", "{}",
    "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>", "<w:customXml><w:p>{}</w:p></w:customXml>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
])  # fmt: skip


@given(st.lists(st.tuples(_PLACES, st.lists(st.tuples(st.lists(_KEPT, max_size=3), st.none() | _DROPPED), max_size=4))))
def test_all_text_that_is_not_deleted_is_read(blocks: list[tuple[str, list[tuple[list[str], str | None]]]]) -> None:
    kept: list[str] = []
    dropped: list[str] = []
    made = ""
    for number, (place, parts) in enumerate(blocks):
        content = ""
        for n, (wrappers, deletion) in enumerate(parts):
            word = f"word{number}x{n}y"
            (dropped if deletion else kept).append(word)
            part = (deletion or "{}").format(run(word))
            for wrapper in wrappers:
                part = wrapper.format(part)
            content += part
        made += place.format(content)
    text = read(made).text
    assert [word for word in kept if word not in text] == []
    assert [word for word in dropped if word in text] == []


def test_the_strict_kind_is_read_like_the_other() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Text.</w:t></w:r></w:p></w:body></w:document>'
    assert read_docx(docx(parts={"word/document.xml": content})).text == "Text.\n"


def test_a_document_is_quoted_with_its_heading() -> None:
    library = qa.Library()
    library.add(qa.read(docx(paragraph("Prices", style="H1"), paragraph("A ticket costs 14 euros.")), name="a.docx"))
    quote = library.ask("What does a ticket cost?").quotes[0]
    assert (quote.text, quote.heading, quote.page) == ("A ticket costs 14 euros.", "Prices", None)
