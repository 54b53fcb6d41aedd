"""The table, the JSON and the page of a benchmark: complete, escaped, alone; and the growth that they tell."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from eval.bench.engines import CONTESTANTS
from eval.bench.records import Bench, SystemCost
from eval.bench.reports.report import COLUMNS, as_json, html, text, write


def test_the_table_says_all(bench: Bench) -> None:
    told = text(bench)
    assert "\x1b" not in told
    for each in CONTESTANTS:
        assert told.count(f"\n{each.name} ") == 3
    assert all(column.name in told for column in COLUMNS[:-1])
    assert told.count("tantivy: no.") == 3
    assert "Quoth search: p50 grows as passages^1.00 [1.00, 1.00]" in told
    assert "Limit at 10,000 passages: 50 kB of postings a question at 10.0 GB/s are 0.0050 ms" in told
    assert "takes 200 times that" in told


def test_the_json_is_whole(bench: Bench, tmp_path: Path) -> None:
    paths = write(bench, tmp_path / "new")
    found = json.loads(paths[0].read_text(encoding="utf-8"))
    assert found == json.loads(json.dumps(as_json(bench)))
    assert [each["n_passages"] for each in found["sizes"]] == [1_000, 10_000, 100_000]
    assert found["sizes"][0]["limit_ms"] == pytest.approx(0.0005)
    assert set(found["growth_of_p50"]) == {each.name for each in CONTESTANTS[:-2]}
    assert found["growth_of_p50"]["Quoth ask"]["exponent"] == pytest.approx(1.0)
    assert paths[1].read_text(encoding="utf-8") == html(bench)


def test_the_page_is_escaped_and_alone(bench: Bench) -> None:
    page = html(bench)
    assert "<script" not in page
    assert "Quoth search: passages^1.00 [1.00, 1.00]" in page
    assert not re.search(r'\b(?:src|href)="', page)
    assert "url(" not in page


def test_one_size_and_nothing_measured_are_pages_too(bench: Bench) -> None:
    one = replace(bench, sizes=bench.sizes[:1])
    assert "grows as" not in text(one)
    assert "<svg" in html(one)
    nothing = replace(
        bench.sizes[0], systems=(SystemCost("Quoth search", left_out="no"),), bandwidth=None, touched_bytes=None
    )
    assert "<svg" not in html(replace(bench, sizes=(nothing,)))
    assert as_json(replace(bench, sizes=(nothing,)))["sizes"][0]["times_the_limit"] is None
