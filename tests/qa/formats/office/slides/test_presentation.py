from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.office.slides.presentation import read_pptx
from qa.formats.writing.content import Content
from tests.qa.office import CHART, NO_PARTS, Parts, pptx, relations, shape, tree, xml

BULLET = '<a:buChar char="•"/>'


def read(*slides: str, title: str = "", parts: Parts = NO_PARTS) -> Content:
    return read_pptx(pptx(*slides, title=title, parts=parts))


def pages(content: Content) -> list[str]:
    starts = [*content.page_starts, len(content.text)]
    return [content.text[start:end].strip() for start, end in pairwise(starts)]


def frame(data: str) -> str:
    return f"<p:graphicFrame><p:xfrm/><a:graphic><a:graphicData>{data}</a:graphicData></a:graphic></p:graphicFrame>"


def test_each_slide_is_a_page_with_its_title_as_heading() -> None:
    content = read(
        shape("The museum opens at nine.", place=(1, 2)) + shape("Opening", "hours", place=(1, 1), kind="title"),
        "",
        shape("The end.", place=(1, 1)),
    )
    assert pages(content) == ["Opening hours\n\nThe museum opens at nine.", "", "The end."]
    assert content.page_starts[0] == 0
    assert [content.text[start:end] for start, end in content.headings] == ["Opening hours"]
    assert content.heading_levels == (1,)
    assert content.title == "Opening hours"
    assert read(shape("A"), title="Stated").title == "Stated"
    assert read(shape("A"), title="PowerPoint Presentation").title == ""


def test_shapes_read_from_top_to_bottom_and_left_to_right() -> None:
    group = (
        '<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm><a:off x="0" y="2743200"/></a:xfrm></p:grpSpPr>'
        f"{shape('five', place=(2, 0))}{shape('four', place=(1, 0))}</p:grpSp>"
    )
    slide = group + shape("three", place=(1, 2)) + shape("two", place=(5, 1)) + shape("one", place=(1, 1))
    assert pages(read(slide)) == ["one\n\ntwo\n\nthree\n\nfour\n\nfive"]


def test_a_placeholder_stands_where_its_layout_puts_it() -> None:
    layout = tree("p:sldLayout", shape(place=(0, 5), kind="body"))
    slide = shape("below", kind="body") + shape("above", place=(0, 1))
    content = read(slide, parts={"ppt/slideLayouts/layout1.xml": layout})
    assert pages(content) == ["above\n\nbelow"]


def test_bullets_and_numbers_are_written_as_they_are_shown() -> None:
    numbers = '<a:buAutoNum type="alphaLcParenR" startAt="2"/>'
    slide = shape("milk", "bread", properties=BULLET) + shape("one", "two", place=(0, 1), properties=numbers)
    assert pages(read(slide)) == ["- milk\n- bread\nb) one\nc) two"]


def test_bullets_come_from_the_master_unless_the_layout_has_none() -> None:
    def parts(layout_bullet: str) -> Parts:
        style = f"<a:lstStyle><a:lvl1pPr>{layout_bullet}</a:lvl1pPr></a:lstStyle>"
        layout = shape(kind="body").replace("<p:txBody>", f"<p:txBody>{style}")
        bullets = f"<p:txStyles><p:bodyStyle><a:lvl1pPr>{BULLET}</a:lvl1pPr></p:bodyStyle></p:txStyles>"
        return {
            "ppt/slideLayouts/layout1.xml": tree("p:sldLayout", layout),
            "ppt/slideLayouts/_rels/layout1.xml.rels": relations(
                ("rId1", "slideMaster", "../slideMasters/master1.xml")
            ),
            "ppt/slideMasters/master1.xml": xml("p:sldMaster", f"<p:cSld><p:spTree/></p:cSld>{bullets}"),
        }

    assert pages(read(shape("milk", kind="body"), parts=parts(""))) == ["- milk"]
    assert pages(read(shape("milk", kind="body"), parts=parts("<a:buNone/>"))) == ["milk"]


def test_notes_follow_the_slide_and_its_furniture_stands_once_before_them() -> None:
    slide = shape("Text.") + shape("3 May", kind="dt") + shape("Footer", kind="ftr") + shape("7", kind="sldNum")
    notes = tree("p:notes", shape("Say hello.", "Then stop.", kind="body"), shape("7", kind="sldNum"))
    content = read(slide, shape("More.") + shape("Footer", kind="ftr"), parts={"ppt/notesSlides/notes1.xml": notes})
    assert pages(content) == ["Text.\n\n3 May\n\nFooter\n\nNotes:\n\nSay hello.\n\nThen stop.", "More."]


def test_tables_charts_and_diagrams_are_read() -> None:
    def cells(*texts: str) -> str:
        return "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>" for text in texts)

    table = f"<a:tbl><a:tr>{cells('Day', 'Hours')}</a:tr><a:tr>{cells('Monday', '9 to 5')}</a:tr></a:tbl>"
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>" for text in ("Plan", "Do")
    )
    content = read(
        frame(table) + frame('<c:chart r:id="rId3"/>') + frame('<dgm:relIds r:dm="rId4"/>'),
        parts={
            "ppt/charts/chart1.xml": CHART,
            "ppt/diagrams/data1.xml": xml("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>"),
        },
    )
    assert pages(content) == [
        "Day: Monday; Hours: 9 to 5.\n\nVisitors\n\nMay; Adults: 0.3.\n\nJune; Adults: 12.\n\n- Plan\n- Do"
    ]


def test_slides_without_text_and_hidden_ones_are_said() -> None:
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="2" name="x"/><p:nvPr/></p:nvPicPr></p:pic>'
    hidden = tree("p:sld", shape("Kept back.")).replace("<p:sld ", '<p:sld show="0" ')
    content = read(picture, shape("Text."), "", picture, parts={"ppt/slides/slide3.xml": hidden})
    assert pages(content) == ["", "Text.", "Kept back.", ""]
    assert content.notices == (
        "Slides 1 and 4 have no text.",
        "Slide 3 is hidden in the presentation; it was read as well.",
    )


def test_the_largest_line_above_all_stands_for_a_missing_title() -> None:
    large = shape("Opening hours", place=(1, 0)).replace("<a:r>", '<a:r><a:rPr sz="3200"/>')
    small = shape("Nine to five.", place=(1, 2)).replace("<a:r>", '<a:r><a:rPr sz="1800"/>')
    assert read(large + small).headings == ((0, 13),)
    assert read(small + large.replace('y="0"', f'y="{5 * 914_400}"')).headings == ()
    assert read(large + large.replace('y="0"', f'y="{5 * 914_400}"')).headings == ()


def test_hidden_shapes_comments_and_objects_are_said() -> None:
    hidden = shape("Secret.").replace("<p:cNvPr ", '<p:cNvPr hidden="1" ')
    content = read(shape("Text.") + hidden + frame('<p:oleObj progId="Word.Document.12"/>'))
    assert pages(content) == ["Text."]
    assert content.notices == (
        "Hidden text was left out in 1 place.",
        "1 embedded object was not read: Word document. Save it as a file and add that.",
    )


_RUNS = st.sampled_from(["<a:r><a:t>{}</a:t></a:r>", "<a:fld type='datetime1'><a:t>{}</a:t></a:fld>",
    "<a:r><a:rPr baseline='30000'/><a:t>{}</a:t></a:r>", "<a:r><a:rPr strike='noStrike'/><a:t>{}</a:t></a:r>",
    "<mc:AlternateContent><mc:Choice><a:r><a:t>{}</a:t></a:r></mc:Choice></mc:AlternateContent>",
])  # fmt: skip
_CELL = "<a:tc><a:txBody><a:p>{}</a:p></a:txBody></a:tc>"
_SHAPES = st.sampled_from(["<p:sp><p:txBody><a:p>{}</a:p></p:txBody></p:sp>",
    "<p:cxnSp><p:txBody><a:p>{}</a:p></p:txBody></p:cxnSp>",
    frame(f"<a:tbl><a:tr>{_CELL}</a:tr></a:tbl>"),
    frame(f"<a:tbl><a:tr>{_CELL.format('')}{_CELL}</a:tr></a:tbl>"),
    "<p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr><p:txBody><a:p>{}</a:p></p:txBody></p:sp>",
    "<p:sp><p:nvSpPr><p:nvPr><p:ph type='ftr'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>y</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody><a:p>{}</a:p></p:txBody></p:sp>",
])  # fmt: skip
_GROUPS = st.sampled_from(
    ["<p:grpSp>{}</p:grpSp>", "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>"]
)


@given(st.lists(st.tuples(_SHAPES, st.lists(_GROUPS, max_size=3), st.lists(_RUNS, max_size=4)), max_size=6))
def test_all_text_of_a_slide_is_read(shapes: list[tuple[str, list[str], list[str]]]) -> None:
    words: list[str] = []
    slide = ""
    for number, (holder, groups, runs) in enumerate(shapes):
        own = [f"word{number}x{n}y" for n in range(len(runs))]
        made = holder.format("".join(form.format(word) for form, word in zip(runs, own, strict=True)))
        for group in groups:
            made = group.format(made)
        slide += made
        words += own
    text = read(slide).text
    assert [word for word in words if word not in text] == []


def test_the_language_is_that_of_most_of_the_text() -> None:
    german = shape("Das Museum öffnet um neun.").replace("<a:r>", '<a:r><a:rPr lang="de-AT"/>')
    assert read(german, shape("Yes.")).language == "de-AT"
    assert read(shape("Nothing is stated here."), german.replace("Museum öffnet um neun", "")).language == ""


def test_a_quote_has_the_number_of_its_slide() -> None:
    library = qa.Library()
    slides = [shape(f"Hall {n} holds {n * 10} paintings.") for n in range(1, 5)]
    library.add(qa.read(pptx(*slides), name="halls.pptx"))
    quote = library.ask("How many paintings does hall 3 hold?").quotes[0]
    assert (quote.text, quote.page) == ("Hall 3 holds 30 paintings.", 3)
