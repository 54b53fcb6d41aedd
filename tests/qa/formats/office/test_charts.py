"""Charts as a title and a sentence a category."""

from __future__ import annotations

from qa.formats.office.charts import read_chart
from qa.formats.office.package import Package
from tests.qa.office import CHART, docx, xml


def read(chart: str, relation: str = "rId4") -> list[str]:
    package = Package(docx("<w:p/>", parts={"word/charts/chart1.xml": chart}), root="document")
    return list(read_chart(package, package.main, relation))


def cache(kind: str, *values: str, code: str = "") -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f"<c:{kind}Ref><c:{kind}Cache><c:formatCode>{code}</c:formatCode>{points}</c:{kind}Cache></c:{kind}Ref>"


def axis(kind: str, title: str) -> str:
    text = f"<c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich>"
    return f"<c:{kind}><c:title><c:tx>{text}</c:tx></c:title></c:{kind}>"


def chart(series: str, axes: str = "") -> str:
    return xml("c:chartSpace", f"<c:chart><c:plotArea><c:barChart>{series}</c:barChart>{axes}</c:plotArea></c:chart>")


def test_a_chart_is_a_title_and_a_sentence_a_category() -> None:
    assert read(CHART) == ["Visitors", "May; Adults: 0.3.", "June; Adults: 12."]
    assert read(CHART, "rId9") == []


def test_values_are_shown_in_their_formats() -> None:
    days, shares = cache("num", "45292", "45293", code="yyyy\\-mm\\-dd"), cache("num", "0.25", "0.5", code="0%")
    series = f"<c:ser><c:tx>{cache('str', 'Share')}</c:tx><c:cat>{days}</c:cat><c:val>{shares}</c:val></c:ser>"
    assert read(chart(series)) == ["", "2024-01-01; Share: 25%.", "2024-01-02; Share: 50%."]


def test_titles_of_axes_name_categories_and_values() -> None:
    series = f"<c:ser><c:cat>{cache('str', 'Oak', 'Yew')}</c:cat><c:val>{cache('num', '300', '900')}</c:val></c:ser>"
    axes = axis("catAx", "Tree") + axis("valAx", "Age in years")
    assert read(chart(series, axes)) == ["", "Tree: Oak; Age in years: 300.", "Tree: Yew; Age in years: 900."]
    named = series.replace("<c:ser>", f"<c:ser><c:tx>{cache('str', 'Park')}</c:tx>")
    assert read(chart(named, axes)) == ["", "Age in years", "Tree: Oak; Park: 300.", "Tree: Yew; Park: 900."]


def test_outer_categories_stand_before_inner_ones() -> None:
    def level(**points: str) -> str:
        made = "".join(f'<c:pt idx="{place[1:]}"><c:v>{text}</c:v></c:pt>' for place, text in points.items())
        return f"<c:lvl>{made}</c:lvl>"

    levels = level(p0="Q1", p1="Q2", p2="Q1") + level(p0="2023", p2="2024")
    categories = f"<c:multiLvlStrRef><c:multiLvlStrCache>{levels}</c:multiLvlStrCache></c:multiLvlStrRef>"
    values = cache("num", "1", "2", "3")
    lines = read(chart(f"<c:ser><c:cat>{categories}</c:cat><c:val>{values}</c:val></c:ser>"))
    assert lines == ["", "2023 Q1\t1", "2023 Q2\t2", "2024 Q1\t3"]


def test_a_chart_of_a_newer_kind_is_read() -> None:
    content = (
        '<cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:lvl><cx:pt idx="0">Start</cx:pt><cx:pt idx="1">End'
        '</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val"><cx:lvl formatCode="0.0"><cx:pt idx="0">5</cx:pt>'
        '<cx:pt idx="1">7</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:txData>'
        "<cx:v>Cash</cx:v></cx:txData></cx:tx></cx:title><cx:plotArea><cx:plotAreaRegion><cx:series><cx:tx><cx:txData>"
        '<cx:v>Euros</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea>'
        "</cx:chart>"
    )
    root = (
        f'<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex">{content}</cx:chartSpace>'
    )
    assert read(root) == ["Cash", "Start; Euros: 5.0.", "End; Euros: 7.0."]
