"""Comparison with an earlier run: what moved, whether it could be chance, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.measures.results import Results, as_json
from eval.records import EvalError, QuestionSet, ResultRow
from eval.reports.compare import compare, load_earlier
from eval.reports.report import html, table


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of results, as an earlier run would have left them."""

    def write(results: Results, **changed: Any) -> Path:
        path = tmp_path / "earlier.json"
        path.write_text(json.dumps(as_json(results) | changed), encoding="utf-8")
        return path

    return write


@pytest.fixture
def rows(make_row: Callable[..., ResultRow]) -> Callable[..., list[ResultRow]]:
    """Return a maker of rows for the small set; the ids given are wrong."""

    def make(*wrong: str) -> list[ResultRow]:
        answerable = [make_row(id=i, right=i not in wrong, rank=2 if i in wrong else 1) for i in ("q1", "q2", "q3")]
        silent = make_row(id="q4", answerable=False, right=False, rank=None, confidence=0.2, answered=False)
        return [*answerable, silent]

    return make


def test_a_run_equals_itself(
    make_results: Callable[..., Results], rows: Callable[..., list[ResultRow]], saved: Callable[..., Path]
) -> None:
    results = make_results(rows("q1"))
    comparison = compare(results, load_earlier(saved(results)), tolerance=0.0)
    assert {difference.change for difference in comparison.differences if difference.before is not None} == {0.0}
    assert {difference.better for difference in comparison.differences} == {None}
    assert (comparison.newly_right, comparison.newly_wrong, comparison.regressions) == ((), (), ())
    assert comparison.p_value == 1.0
    assert "-0.000" not in table(results, comparison)


def test_a_fall_is_a_regression(
    make_results: Callable[..., Results], rows: Callable[..., list[ResultRow]], saved: Callable[..., Path]
) -> None:
    before, after = make_results(rows("q1")), make_results(rows("q2", "q3"))
    comparison = compare(after, load_earlier(saved(before)), tolerance=0.01)
    assert comparison.newly_right == ("q1",)
    assert comparison.newly_wrong == ("q2", "q3")
    assert [difference.name for difference in comparison.regressions] == ["hit@1", "quote@1"]
    assert comparison.p_value == 1.0  # 2 of 3 by chance is nothing
    changed = {difference.name: difference for difference in comparison.differences}
    assert changed["quote@1"].change == pytest.approx(-1 / 3, abs=1e-6)
    assert changed["quote@1"].better is False
    assert changed["aurc"].change == pytest.approx(1 / 3, abs=1e-5)  # equal confidence: the risk is flat
    assert changed["aurc"].better is False  # lower is better, and it rose


def test_a_rise_is_none(
    make_results: Callable[..., Results], rows: Callable[..., list[ResultRow]], saved: Callable[..., Path]
) -> None:
    before, after = make_results(rows("q2", "q3")), make_results(rows())
    comparison = compare(after, load_earlier(saved(before)), tolerance=0.0)
    assert comparison.regressions == ()
    assert {difference.better for difference in comparison.differences if difference.name == "ece"} == {True}


def test_tolerance_is_how_far_a_figure_may_fall(
    make_results: Callable[..., Results], rows: Callable[..., list[ResultRow]], saved: Callable[..., Path]
) -> None:
    before, after = make_results(rows()), make_results(rows("q1"))
    earlier = load_earlier(saved(before))
    assert compare(after, earlier, tolerance=0.34).regressions == ()
    assert len(compare(after, earlier, tolerance=0.33).regressions) == 2


def test_undefined_figures_have_no_change(
    make_results: Callable[..., Results], make_row: Callable[..., ResultRow], saved: Callable[..., Path]
) -> None:
    results = make_results([make_row(id="q1")])
    comparison = compare(results, load_earlier(saved(results)), tolerance=0.0)
    assert {difference.change for difference in comparison.differences if difference.name == "auroc"} == {None}


def test_other_sets_are_refused(
    make_results: Callable[..., Results],
    rows: Callable[..., list[ResultRow]],
    saved: Callable[..., Path],
    question_set: QuestionSet,
) -> None:
    results = make_results(rows())
    other = QuestionSet("other", question_set.documents, question_set.questions[:2])
    changed = Results.of(other, results.systems, passage_size=1000)
    with pytest.raises(EvalError, match=r"'small' \(.{12}\) and these of\s+'other'.*--limit"):
        compare(changed, load_earlier(saved(results)), tolerance=0.0)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"format": 2}, "format 2, and this version reads 1"),
        ({"format": "1"}, "'format' holds '1'"),
        ({"set": None}, "'set' holds 'None'"),
        ({"systems": {}}, "'quoth' is missing"),
        ({"systems": {"quoth": {"figures": {}}}}, "'rows' is missing"),
        ({"systems": {"quoth": {"figures": {"hit@1": {"value": "x"}}, "rows": []}}}, "the value of 'hit@1' is 'x'"),
        ({"systems": {"quoth": {"figures": {}, "rows": [{"id": "q", "right": 1}]}}}, "'right' holds '1'"),
    ],
)
def test_what_is_no_result_is_refused(
    make_results: Callable[..., Results],
    rows: Callable[..., list[ResultRow]],
    saved: Callable[..., Path],
    changed: dict[str, Any],
    words: Any,
) -> None:
    path = saved(make_results(rows()), **changed)
    with pytest.raises(EvalError) as caught:
        load_earlier(path)
    assert words in str(caught.value)


def test_reports_tell(
    make_results: Callable[..., Results], rows: Callable[..., list[ResultRow]], saved: Callable[..., Path]
) -> None:
    before, after = make_results(rows()), make_results(rows("q1", "q2"))
    comparison = compare(after, load_earlier(saved(before)), tolerance=0.01)
    told = table(after, comparison)
    assert "0 newly right, 2 newly wrong" in told
    assert "Newly wrong: q1, q2." in told
    assert "Regression: quote@1 fell from 1.000 to 0.333" in told
    page = html(after, comparison)
    assert "Compared with an earlier run" in page
    assert '<span class="worse">worse</span>' in page
    assert "Newly wrong: 2" in page
