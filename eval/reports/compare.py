"""Compare a run with an earlier one over the same set: which figures moved, which questions, and could it be chance.

Only Quoth's own figures are compared. Latency is left out, since the machines may differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipy.stats import binomtest

from eval.measures.metrics import MEASURES
from eval.measures.results import FORMAT, Results
from eval.records import EvalError, QuestionSet
from eval.sets.fields import load, take

__all__ = ["GUARDED", "Comparison", "Difference", "EarlierRun", "check_same_set", "compare", "load_earlier"]

GUARDED = ("quote@1", "hit@1", "auroc")
"""The figures whose fall is a regression."""


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """What is read of an earlier results.json. right: question id to whether its first quote was right."""

    name: str
    version: str
    date: str
    sha256: str
    passage_size: int
    figures: dict[str, float | None]
    right: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure before and after. change is None where either is undefined; better is None where nothing changed."""

    name: str
    before: float | None
    after: float | None
    change: float | None
    better: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier run.

    newly_right, newly_wrong: ids of the answerable questions whose first quote changed sides, in the set's order.
    p_value: of McNemar's exact test that a change of this size in quote@1 is chance, in [0, 1].
    regressions: the guarded figures that fell by more than the tolerance.
    """

    earlier: EarlierRun
    differences: tuple[Difference, ...]
    newly_right: tuple[str, ...]
    newly_wrong: tuple[str, ...]
    p_value: float
    regressions: tuple[Difference, ...]
    tolerance: float


def load_earlier(path: Path) -> EarlierRun:
    """Read a results.json. Raises EvalError when it is not one, or of another format."""
    data = load(path)
    at = path.name
    version = take(data, "format", int, at=at)
    if version != FORMAT:
        raise EvalError(f"{path} is of format {version}, and this version reads {FORMAT}. Run `quoth eval` again.")
    about = take(data, "set", dict, at=at)
    settings = take(data, "settings", dict, at=at)
    system = take(take(data, "systems", dict, at=at), "quoth", dict, at=f"{at}, systems")
    figures = take(system, "figures", dict, at=f"{at}, systems.quoth")
    rows = take(system, "rows", list, at=f"{at}, systems.quoth")
    return EarlierRun(
        name=take(about, "name", str, at=f"{at}, set"),
        version=take(data, "quoth", str, at=at),
        date=take(data, "date", str, at=at),
        sha256=take(about, "sha256", str, at=f"{at}, set"),
        passage_size=take(settings, "passage_size", int, at=f"{at}, settings"),
        figures={name: _value(figures, name, at=f"{at}, figures") for name in figures},
        right={
            take(row, "id", str, at=f"{at}, rows[{i}]"): take(row, "right", bool, at=f"{at}, rows[{i}]")
            for i, row in enumerate(rows)
        },
    )


def check_same_set(question_set: QuestionSet, earlier: EarlierRun) -> None:
    """Raise EvalError when the earlier results are of another set, other documents or another choice of questions."""
    if earlier.sha256 != question_set.sha256:
        raise EvalError(
            f"The earlier results are of set {earlier.name!r} ({earlier.sha256[:12]}) and these of "
            f"{question_set.name!r} ({question_set.sha256[:12]}): questions, answers or documents differ, so their "
            "figures cannot be compared. Run both over the same set with the same --limit."
        )


def compare(results: Results, earlier: EarlierRun, *, tolerance: float) -> Comparison:
    """Return the comparison of `results` with `earlier`. Raises EvalError when the sets differ."""
    check_same_set(results.question_set, earlier)
    quoth = results.systems[0]
    differences = tuple(
        _difference(measure.name, earlier.figures.get(measure.name), quoth.figures[measure.name].value, measure.better)
        for measure in MEASURES
    )
    rows = [row for row in quoth.rows if row.answerable]
    newly_right = tuple(row.id for row in rows if row.right and not earlier.right.get(row.id, False))
    newly_wrong = tuple(row.id for row in rows if not row.right and earlier.right.get(row.id, False))
    fallen = (d for d in differences if d.name in GUARDED and d.change is not None and d.change < -tolerance - 1e-9)
    return Comparison(
        earlier,
        differences,
        newly_right,
        newly_wrong,
        mcnemar(len(newly_right), len(newly_wrong)),
        tuple(fallen),
        tolerance,
    )


def mcnemar(gained: int, lost: int) -> float:
    """Return the two-sided p-value of McNemar's exact test (1947); 1.0 when no question changed sides.

    Under chance each question that changed sides went either way: lost ~ Binomial(gained + lost, 1/2).

    >>> mcnemar(0, 0), mcnemar(5, 5), round(mcnemar(1, 9), 4)  # 2 * (1 + 10) / 2**10
    (1.0, 1.0, 0.0215)
    """
    return float(binomtest(lost, gained + lost).pvalue) if gained + lost else 1.0


def _difference(name: str, before: float | None, after: float | None, better: str) -> Difference:
    if before is None or after is None:
        return Difference(name, before, after, None, None)
    change = round(round(after, 6) - before, 6) + 0.0  # rounded like the earlier figure; the sum turns -0.0 into 0.0
    return Difference(name, before, after, change, (change > 0) == (better == "higher") if change else None)


def _value(figures: dict[str, Any], name: str, *, at: str) -> float | None:
    value = take(figures, name, dict, at=at).get("value")
    if value is not None and not isinstance(value, int | float):
        raise EvalError(f"{at}: the value of {name!r} is {value!r}, not a number. Run `quoth eval` again for the file.")
    return value
