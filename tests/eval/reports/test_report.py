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

from eval.measures.metrics import MEASURES
from eval.measures.results import Results, as_json
from eval.records import ResultRow
from eval.reports.report import html, table, write
from tests.eval.reports.conftest import HOSTILE

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
