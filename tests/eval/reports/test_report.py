"""The table, the JSON and the page: complete, well formed, escaped, and alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.metrics import MEASURES
from eval.measures.results import Results, as_json
from eval.records import ResultRow
from eval.reports.charts import _count_axis, charts
from eval.reports.report import html, table, write

HOSTILE = "<script>alert('1')</script> & \"2\" {{ 7 * 7 }}"
VOID = {"meta", "br", "link", "hr", "img", "input"}


class Tree(HTMLParser):
    """Check that every tag is closed in order; collect ids, references and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.refs: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, text in attrs:
            if name == "id":
                self.ids.append(text or "")
            if name == "aria-labelledby":
                self.refs += (text or "").split()
            if name in {"src", "href", "action", "style"} or name.startswith("on"):
                self.addresses.append(f"{name}={text}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def rows(make_row: Callable[..., ResultRow]) -> list[ResultRow]:
    """Return rows of every outcome, one hostile."""
    return [
        make_row(id="q1", question="A right one?"),
        make_row(id="q2", question=HOSTILE, quote=HOSTILE, kind=HOSTILE, right=False, missing_terms=(HOSTILE,)),
        make_row(id="q3", question="A missed one?", answered=False, confidence=0.2, latency_ms=40.0),
        make_row(id="q4", answerable=False, right=False, answered=False, confidence=0.1, rank=None),
    ]


@pytest.fixture
def results(make_results: Callable[..., Results], rows: list[ResultRow]) -> Results:
    """Return results of two systems."""
    return make_results(rows, rows[::-1])


def parsed(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == []
    return tree


def test_the_page_is_well_formed(results: Results) -> None:
    page = html(results)
    tree = parsed(page)
    assert page.lstrip().startswith("<!doctype html>")
    assert len(tree.ids) == len(set(tree.ids))
    assert set(tree.refs) <= set(tree.ids)
    assert {"html", "head", "title", "body", "main", "svg", "table"} <= set(tree.seen)


def test_the_page_stands_alone(results: Results) -> None:
    tree = parsed(html(results))
    assert tree.addresses == []
    assert not {"script", "link", "iframe", "img"} & set(tree.seen)
    assert not re.search(r"url\(|@import|https?://", html(results))


def test_everything_is_escaped(results: Results) -> None:
    page = html(results)
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &#34;2&#34; {{ 7 * 7 }}" in page


def test_misses_come_first(results: Results) -> None:
    page = html(results)
    order = [page.index(f'<td class="{outcome}">') for outcome in ("wrong", "missed", "right", "silent")]
    assert order == sorted(order)
    assert "2 misses" in page
    assert "right, but below the threshold" in page


def test_charts_are_accessible_xml(results: Results) -> None:
    drawings = re.findall(r"<svg.*?</svg>", html(results), flags=re.DOTALL)
    assert len(drawings) == 4
    for drawing in drawings:
        svg = ElementTree.fromstring(drawing)  # noqa: S314 (our own page)
        assert svg.findtext("title")
        assert svg.findtext("desc")
        texts = [text.text for text in svg.iter("text")]
        assert len(texts) > 10  # ticks, labels, legend
        numbers = [float(n) for mark in svg.iter() for key in ("x", "y", "cx", "cy") if (n := mark.get(key))]
        assert all(0 <= number <= 480 for number in numbers)


def test_charts_hold_the_data(results: Results) -> None:
    risk, reliability, confidence, latency = charts(results.systems)
    assert [series.name for series in risk.series] == ["Quoth", "naive TF-IDF", "90 % precision"]
    assert risk.series[0].marks[-1].x == 1.0
    assert risk.series[0].marks[-1].y == pytest.approx(1 / 3)
    assert sum(int(mark.label) for series in reliability.series for mark in series.marks if mark.label) == 4
    assert sum(mark.y for series in confidence.series[:2] for mark in series.marks) == 4
    assert sum(mark.y for mark in latency.series[0].marks) == 4


def test_a_long_line_is_thinned(make_results: Callable[..., Results], make_row: Callable[..., ResultRow]) -> None:
    rows = [make_row(id=str(i), confidence=i / 1000, right=i % 2 == 0) for i in range(1000)]
    line = charts(make_results(rows).systems)[0].series[0].marks
    assert len(line) == 200
    assert line[-1].x == 1.0


@given(st.floats(1e-3, 1e9))
def test_axes_hold_their_values(most: float) -> None:
    axis = _count_axis("n", most)
    assert axis.high >= most * (1 - 1e-9)
    assert axis.high <= 2.5 * most
    assert 2 <= len(axis.ticks) <= 6
    assert len({text for _, text in axis.ticks}) == len(axis.ticks)


@pytest.mark.parametrize("changed", [{}, {"answerable": False, "right": False, "rank": None}])
def test_one_kind_alone(
    make_results: Callable[..., Results], make_row: Callable[..., ResultRow], changed: dict[str, object]
) -> None:
    results = make_results([make_row(id="q1", **changed)])
    parsed(html(results))
    assert "auroc               –" in table(results)


def test_no_rows(make_results: Callable[..., Results]) -> None:
    results = make_results([])
    assert "<svg" not in html(results)
    parsed(html(results))
    assert "quote@1             –" in table(results)


def test_the_table_has_every_figure(results: Results) -> None:
    lines = table(results).splitlines()
    assert lines[0] == "small: 4 questions, 3 answerable, over 2 documents"
    assert {measure.name for measure in MEASURES} <= {line.split()[0] for line in lines if line}
    assert max(map(len, lines)) <= 100


def test_the_terminal_is_not_steered(make_results: Callable[..., Results], make_row: Callable[..., ResultRow]) -> None:
    results = make_results([make_row(id="q1")])
    hostile = replace(results, question_set=replace(results.question_set, notes=("\x1b[31mred",)))
    assert "\ufffd[31mred" in table(hostile)


def test_the_files(results: Results, tmp_path: Path) -> None:
    data, page = write(results, tmp_path / "new" / "folder")
    found = json.loads(data.read_text(encoding="utf-8"))
    assert found == json.loads(json.dumps(as_json(results)))
    assert found["set"]["sha256"] == results.question_set.sha256
    assert set(found["systems"]) == {"quoth", "naive tf-idf"}
    assert found["systems"]["quoth"]["rows"][1]["question"] == HOSTILE
    assert found["systems"]["quoth"]["rows"][1]["outcome"] == "wrong"
    assert found["machine"]["cpu_count"] >= 1
    assert page.read_text(encoding="utf-8") == html(results)


def test_figures_alone_have_no_rows(results: Results) -> None:
    found = as_json(results, rows=False)
    assert "rows" not in found["systems"]["quoth"]
    assert set(found["systems"]["quoth"]["figures"]["quote@1"]) == {"value", "low", "high", "n"}
