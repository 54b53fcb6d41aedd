"""Results for people: a table for the terminal, and a page that stands alone (no script, nothing loaded)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import jinja2

import qa
from eval.measures.metrics import MEASURES, Figure
from eval.measures.results import Results, as_json
from eval.records import EvalError, ResultRow
from eval.reports.charts import charts
from eval.reports.compare import Comparison
from eval.reports.results_page import markdown_table

__all__ = ["environment", "html", "markdown", "misses", "printable", "table", "with_interval", "write", "write_all"]

MISSING = "–"
HEADLINES = ("quote@1", "hit@1", "auroc", "coverage@90", "ece")
KIND_FIGURES = ("hit@1", "hit@10", "quote@1", "sentence_f1", "answered", "answer_precision", "silence")
OUTCOMES = {
    "wrong": "a quote was shown that does not answer",
    "missed": "there is an answer and none was shown",
    "right": "the first quote answers",
    "silent": "rightly unanswered",
}
MAX_TEXT = 400
"""Characters of a quote or gold text in the page; results.json has the whole."""


def table(results: Results, comparison: Comparison | None = None) -> str:
    """Return the figures as lines for a terminal, at most 100 columns for one system and its baseline."""
    question_set = results.question_set
    n_answerable = sum(question.answerable for question in question_set.questions)
    lines = [
        f"{question_set.name}: {len(question_set.questions):,} questions, {n_answerable:,} answerable, "
        f"over {len(question_set.documents):,} documents",
        *question_set.notes,
        "",
        f"{'':20}" + "".join(f"{system.name:24}" for system in results.systems) + ("change" if comparison else ""),
    ]
    changes = {difference.name: difference.change for difference in comparison.differences} if comparison else {}
    for measure in MEASURES:
        cells = [with_interval(system.figures[measure.name]) for system in results.systems]
        change = changes.get(measure.name)
        mark = f"{change:+.3f}" if change is not None else ""
        lines.append(f"{measure.name:20}" + "".join(f"{cell:24}" for cell in cells) + mark)
    for percentile in results.systems[0].latency:
        times = [_number(system.latency[percentile], 1) for system in results.systems]
        lines.append(f"{f'{percentile} in ms':20}" + "".join(f"{cell:24}" for cell in times))
    if comparison:
        lines += ["", *_describe(comparison)]
    return "\n".join(printable(line).rstrip() for line in lines)


def markdown(results: Results) -> str:
    """Return the figures that the set defines as a table in Markdown, with what was asked."""
    question_set = results.question_set
    n_answerable = sum(question.answerable for question in question_set.questions)
    figures = {measure.name: [each.figures[measure.name] for each in results.systems] for measure in MEASURES}
    rows = [
        (name, f"{values[0].n:,}", *map(with_interval, values))
        for name, values in figures.items()
        if any(figure.value is not None for figure in values)
    ]
    rows += [
        (
            f"{name} in ms",
            f"{len(results.systems[0].rows):,}",
            *(_number(each.latency[name], 1) for each in results.systems),
        )
        for name in ("p50", "p95")
    ]
    asked = f"{len(question_set.questions):,} questions over {len(question_set.documents):,} documents"
    told = f"{asked}, {n_answerable:,} answerable; the set is {question_set.sha256[:12]}."
    told = " ".join([told, *question_set.notes])
    return f"{told}\n\n{markdown_table(('measure', 'n', *(each.name for each in results.systems)), rows)}"


def misses(results: Results) -> str:
    """Return Quoth's misses as lines for a terminal, in the set's order: what was asked, quoted, and right."""
    missed = [row for row in results.systems[0].rows if row.outcome in {"wrong", "missed"}]
    lines = [f"{results.question_set.name}: {len(missed)} misses"]
    for row in missed:
        lines += [
            f"{row.outcome:6} {row.confidence:.2f} {row.id} ({row.kind}): {row.question}",
            f"       quote: {row.quote or MISSING}",
            f"       gold:  {' | '.join(row.gold_texts) or MISSING}",
        ]
    return "\n".join(map(printable, lines))


def html(results: Results, comparison: Comparison | None = None) -> str:
    """Return the page. Everything that comes from outside is escaped."""
    rows = sorted(results.systems[0].rows, key=_misses_first)
    return (
        environment()
        .get_template("report.html")
        .render(
            results=results,
            about=as_json(results, rows=False),
            comparison=comparison,
            told=_describe(comparison) if comparison else [],
            measures=MEASURES,
            meanings={measure.name: measure.meaning for measure in MEASURES},
            headlines=HEADLINES,
            kind_figures=KIND_FIGURES,
            charts=charts(results.systems),
            outcomes=OUTCOMES,
            misses=[row for row in rows if row.outcome in {"wrong", "missed"}],
            others=[row for row in rows if row.outcome in {"right", "silent"}],
            texts={row.id: row.question for row in rows},
        )
    )


def write(results: Results, folder: Path, comparison: Comparison | None = None) -> list[Path]:
    """Write results.json and report.html to `folder`, made when missing; return their paths."""
    contents = {
        folder / "results.json": json.dumps(as_json(results), ensure_ascii=False, indent=1) + "\n",
        folder / "report.html": html(results, comparison),
    }
    return write_all(contents)


def write_all(contents: Mapping[Path, str]) -> list[Path]:
    """Write each text to its path, with the folders that are missing; return the paths."""
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", errors="replace")
    except OSError as exc:
        raise EvalError(f"{exc.filename} cannot be written: {exc.strerror}. Name another --output.") from None
    return list(contents)


def environment() -> jinja2.Environment:
    """Return the environment that renders the templates: strict about names, and escaping."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("eval"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": _number, "signed": _sign, "shortened": _shorten}
    environment.globals |= {"version": qa.__version__}
    return environment


def _misses_first(row: ResultRow) -> tuple[int, float, str]:
    """Sort wrong answers first, the most confident before; then missed ones, then the rest."""
    return list(OUTCOMES).index(row.outcome), -row.confidence, row.id


def _describe(comparison: Comparison) -> list[str]:
    """Return the sentences that a comparison comes to."""
    gained, lost = len(comparison.newly_right), len(comparison.newly_wrong)
    told = [
        f"Compared with {comparison.earlier.date} (version {comparison.earlier.version}): "
        f"{gained} newly right, {lost} newly wrong first quotes (p = {comparison.p_value:.3g} by chance alone)."
    ]
    for name, ids in (("Newly right", comparison.newly_right), ("Newly wrong", comparison.newly_wrong)):
        if ids:
            more = f" and {len(ids) - 20} more" if len(ids) > 20 else ""
            told.append(f"{name}: {', '.join(ids[:20])}{more}.")
    told += [
        f"Regression: {fallen.name} fell from {_number(fallen.before)} to {_number(fallen.after)}, "
        f"by more than {comparison.tolerance:g}."
        for fallen in comparison.regressions
    ]
    return told


def with_interval(figure: Figure) -> str:
    """Return a value and its interval, as in `0.730 [0.710, 0.750]`."""
    if figure.low is None:
        return _number(figure.value)
    return f"{_number(figure.value)} [{_number(figure.low)}, {_number(figure.high)}]"


def printable(line: str) -> str:
    """Show what could steer a terminal, such as an escape in a question's id, as a mark."""
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def _number(value: float | None, places: int = 3) -> str:
    return MISSING if value is None else f"{value:,.{places}f}"


def _sign(value: float | None) -> str:
    return MISSING if value is None else f"{value:+.3f}"


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
