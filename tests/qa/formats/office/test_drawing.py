"""Text of shapes and diagrams."""

from __future__ import annotations

import pytest

from qa.formats.office.drawing import read_diagram, read_paragraph
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import Package
from qa.formats.xml import parse_xml
from tests.qa.office import pptx, shape, xml


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<a:r><a:t>One </a:t></a:r><a:fld><a:t>2</a:t></a:fld>", "One 2"),
        ("<a:r><a:t>One</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r>", "One\ntwo"),
        ("<a:r><a:t>One_x000B_two</a:t></a:r>", "One\ntwo"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
        ("<mc:AlternateContent><mc:Choice><a:r><a:t>a</a:t></a:r></mc:Choice></mc:AlternateContent>", "a"),
        ("<a:endParaRPr/>", ""),
        ('<a:r><a:t>10</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>5</a:t></a:r><a:r><a:t> m</a:t></a:r>', "10⁵ m"),
        ('<a:r><a:t>H</a:t></a:r><a:r><a:rPr baseline="-25000"/><a:t>2</a:t></a:r><a:r><a:t>O</a:t></a:r>', "H₂O"),
        ('<a:r><a:rPr strike="sngStrike"/><a:t>9 </a:t></a:r><a:r><a:t>6 euros</a:t></a:r>', "6 euros"),
        ('<a:r><a:rPr><a:latin typeface="Symbol"/></a:rPr><a:t>&#163;</a:t></a:r><a:r><a:t> 5</a:t></a:r>', "≤ 5"),
        ('<a:r><a:rPr><a:sym typeface="Wingdings"/></a:rPr><a:t>&#224;</a:t></a:r><a:r><a:t> so</a:t></a:r>', "→ so"),
        ('<a:r><a:rPr><a:sym typeface="Wingdings"/></a:rPr><a:t>voil&#224;</a:t></a:r>', "voilà"),
        ('<a:fld type="slidenum"><a:t>7</a:t></a:fld><a:r><a:t>of</a:t></a:r>', "of"),
    ],
)
def test_a_paragraph_is_its_runs_and_breaks(content: str, text: str) -> None:
    assert read_paragraph(parse_xml(xml("a:p", content).encode(), "a")) == text


def test_a_diagram_is_the_text_of_its_points() -> None:
    text = "<dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t>"
    points = "".join(f"<dgm:pt>{text.format(name)}</dgm:pt>" for name in ("Plan", "Build"))
    diagram = xml("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>{text.format('Not a point')}")
    package = Package(pptx(shape("a"), parts={"ppt/diagrams/data1.xml": diagram}), root="presentation")
    assert list(read_diagram(package, "ppt/slides/slide1.xml", "rId4")) == ["Plan", "Build"]


def test_struck_text_is_counted_by_place() -> None:
    struck = '<a:r><a:rPr strike="dblStrike"/><a:t>x</a:t></a:r>'
    omissions = Omissions()
    paragraph = f"{struck}{struck}<a:r><a:t>a</a:t></a:r>{struck}"
    assert read_paragraph(parse_xml(xml("a:p", paragraph).encode(), "a"), omissions) == "a"
    assert omissions.struck == 2
