"""Text of shapes, charts and diagrams."""

from __future__ import annotations

import pytest

from qa.formats.office.drawing import read_chart, read_diagram, read_paragraph
from qa.formats.office.package import Package
from qa.formats.xml import parse_xml
from tests.qa.office import CHART, docx, pptx, shape, xml


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<a:r><a:t>One </a:t></a:r><a:fld><a:t>2</a:t></a:fld>", "One 2"),
        ("<a:r><a:t>One</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r>", "One\ntwo"),
        ("<a:r><a:t>One_x000B_two</a:t></a:r>", "One\ntwo"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
        ("<mc:AlternateContent><mc:Choice><a:r><a:t>a</a:t></a:r></mc:Choice></mc:AlternateContent>", "a"),
        ("<a:endParaRPr/>", ""),
    ],
)
def test_a_paragraph_is_its_runs_and_breaks(content: str, text: str) -> None:
    assert read_paragraph(parse_xml(xml("a:p", content).encode(), "a")) == text


def test_a_chart_is_a_title_and_a_sentence_a_category() -> None:
    package = Package(docx("<w:p/>", parts={"word/charts/chart1.xml": CHART}), root="document")
    assert list(read_chart(package, package.main, "rId4")) == ["Visitors", "May; Adults: 0.3.", "June; Adults: 12."]
    assert list(read_chart(package, package.main, "rId9")) == []


def test_a_diagram_is_the_text_of_its_points() -> None:
    text = "<dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t>"
    points = "".join(f"<dgm:pt>{text.format(name)}</dgm:pt>" for name in ("Plan", "Build"))
    diagram = xml("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>{text.format('Not a point')}")
    package = Package(pptx(shape("a"), parts={"ppt/diagrams/data1.xml": diagram}), root="presentation")
    assert list(read_diagram(package, "ppt/slides/slide1.xml", "rId4")) == ["Plan", "Build"]
