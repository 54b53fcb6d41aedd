"""The table, the JSON and the page of a benchmark: complete, escaped, alone; and the growth that they tell."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.engines import CONTESTANTS, Contestant
from eval.bench.processes import ProcessLimits
from eval.bench.records import AskCost, Bench, BuildCost, Size, SystemCost
from eval.bench.reports.growth import fit_growth
from eval.bench.reports.report import COLUMNS, as_json, columns_of, html, text, write
from eval.reports.charts import Axis, Chart

HOSTILE = "<script>alert('1')</script>\x1b[2J"


def size(n: int) -> Size:
    """Return a size at which all but the last two systems were measured."""
    built = BuildCost(seconds=n / 1e4, memory=10**8, index_bytes=300 * n, kept_bytes=600 * n)
    answered = AskCost(1.0, 0.01, 5.0, n / 1e4, n / 1e3, n / 1e3, 0.9, 0.85, 0.95, 2 * 10**8, 120.0)
    *done, fifth, last = CONTESTANTS
    systems = [SystemCost(each.name, built, answered) for each in done]
    systems += [
        SystemCost(fifth.name, replace(built, index_bytes=None), None, HOSTILE),
        SystemCost(last.name, left_out="no"),
    ]
    return Size(n, 330 * n, 100, tuple(systems), 1e10, 5.0 * n)


@pytest.fixture
def bench() -> Bench:
    """Return a benchmark of three sizes."""
    machine: dict[str, str | int] = {"platform": HOSTILE, "architecture": "x", "cpu_count": 2, "python": "3.11"}
    sizes = tuple(map(size, (1_000, 10_000, 100_000)))
    return Bench(
        f"the set {HOSTILE}",
        sizes,
        CONTESTANTS,
        ProcessLimits(9, 10**9),
        machine,
        {"quoth": "0"},
        "2026-11-26T00:00:00+00:00",
    )


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


def test_charts_fit_their_canvas_and_name_every_system_measured(bench: Bench) -> None:
    drawings = re.findall(r"<svg.*?</svg>", html(bench), flags=re.DOTALL)
    assert len(drawings) == 5
    for drawing in drawings:
        svg = ElementTree.fromstring(drawing)  # noqa: S314  # our own page
        assert "Quoth search" in {element.text for element in svg.iter("text")}
        circles = [(float(mark.get("cx", "nan")), float(mark.get("cy", "nan"))) for mark in svg.iter("circle")]
        assert circles
        assert all(0 <= x <= 480 and 0 <= y <= 320 for x, y in circles)


def test_one_size_and_nothing_measured_are_pages_too(bench: Bench) -> None:
    one = replace(bench, sizes=bench.sizes[:1])
    assert "grows as" not in text(one)
    assert "<svg" in html(one)
    nothing = replace(
        bench.sizes[0], systems=(SystemCost("Quoth search", left_out="no"),), bandwidth=None, touched_bytes=None
    )
    assert "<svg" not in html(replace(bench, sizes=(nothing,)))
    assert as_json(replace(bench, sizes=(nothing,)))["sizes"][0]["times_the_limit"] is None


@given(st.floats(-1, 2), st.floats(1e-3, 1e3))
def test_growth_finds_the_exponent_of_a_power_law(exponent: float, factor: float) -> None:
    sizes = [10, 100, 1_000, 10_000]
    found = fit_growth(sizes, [factor * n**exponent for n in sizes])
    assert found is not None
    assert found.exponent == pytest.approx(exponent, abs=1e-6)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.exponent <= found.high


def test_growth_of_two_sizes_has_no_interval() -> None:
    found = fit_growth([10, 1_000], [1.0, 10.0])
    assert found is not None
    assert found.exponent == pytest.approx(0.5)
    assert found.low is None


@given(st.floats(1, 1000))
def test_a_logarithmic_axis_keeps_order_and_ends(value: float) -> None:
    axis = Axis("n", 1.0, 1000.0, (), logarithmic=True)
    chart = Chart("c", "t", "d", axis, axis, ())
    assert chart.px(1.0) == chart.left
    assert chart.px(1000.0) == chart.right
    assert chart.left <= chart.px(value) <= chart.right
    assert chart.px(0.0) == chart.left
    assert chart.px(10.0) - chart.left == pytest.approx((chart.right - chart.left) / 3, abs=0.1)


def with_servers(bench: Bench, *, fixed_ms: float = 5.0) -> Bench:
    """Return a benchmark with one more system, of two servers, whose questions lie on a line."""
    two = Contestant("2 shards ask", (), "nowhere:Nothing", "as it is", shards=2, compared_with="Quoth ask")
    sizes = []
    for each in bench.sizes:
        postings = tuple(float(n * each.n_passages) / 100 for n in range(1, 101))
        built = BuildCost(1.0, 10**8, 300 * each.n_passages, 900 * each.n_passages, server_memory=4 * each.n_passages)
        answered = AskCost(
            1.0, 0.01, 5.0, 9.0, 9.0, 9.0, 0.9, 0.85, 0.95, 2 * 10**8, 120.0, 99,
            processor_ms=tuple((place, fixed_ms + 1e-4 * n / 2) for place, n in enumerate(postings)),
            peaks=((0, 10**5), (99, 10**7)),
        )  # fmt: skip
        sizes.append(replace(each, systems=(*each.systems, SystemCost(two.name, built, answered)), postings=postings))
    return replace(bench, sizes=tuple(sizes), contestants=(*bench.contestants, two))


def test_servers_have_their_answers_compared_and_their_capacity_told(bench: Bench) -> None:
    found = with_servers(bench)
    told = text(found)
    assert re.search(r"hit@1 +same\n", told)
    assert re.search(r"\n2 shards ask .* 0\.900 +99\n", told)
    assert "2 shards ask: measured on 2 shards with 1,000 and 10,000 and 100,000 passages." in told
    assert (
        "A question takes 5.0 ms of processors and 100 ns [100, 100] for each posting of its words on a shard" in told
    )
    assert re.search(r"\n100,000,000 +1,000 ms +6 +16,666,667 +90 GB +400 MB +", told)
    assert told.rstrip().endswith("disk may be twice as much.")
    page = html(found)
    assert "<h2>Capacity: 2 shards ask</h2>" in page
    assert "1,000,000,000" in page
    record = as_json(found)["capacity"]["2 shards ask"]
    assert record["cost"]["ns"] == pytest.approx(100.0)
    assert [need["shards"] for need in record["needs"]] == [6, 26, 51, 259]


def test_without_servers_nothing_is_said_of_them(bench: Bench) -> None:
    assert "same" not in [column.name for column in columns_of(bench)]
    assert "apacity" not in text(bench) + html(bench)
    assert as_json(bench)["capacity"] == {}


def test_a_target_below_what_a_question_takes_anyway_is_out_of_reach(bench: Bench) -> None:
    assert re.search(r"\n100,000,000 +200 ms +none is enough +– ", text(with_servers(bench, fixed_ms=250.0)))


def test_times_that_do_not_rise_tell_nothing(bench: Bench) -> None:
    found = with_servers(bench)
    flat = [
        replace(each, systems=(*each.systems[:-1], replace(each.systems[-1], answered=replace(
            each.systems[-1].answered, processor_ms=tuple((n, 7.0) for n in range(100))))))  # type: ignore[type-var]
        for each in found.sizes
    ]  # fmt: skip
    told = replace(found, sizes=tuple(flat))
    assert "2 shards ask: the time of its questions does not surely rise" in text(told)
    assert "p50 target" not in html(told)
    assert as_json(told)["capacity"]["2 shards ask"] == {"cost": None, "needs": []}
