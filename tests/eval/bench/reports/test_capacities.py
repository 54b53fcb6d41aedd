"""What a benchmark of servers says of larger libraries."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from eval.bench.records import Bench
from eval.bench.reports.report import as_json, columns_of, html, text
from tests.eval.bench.reports.conftest import with_servers


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
