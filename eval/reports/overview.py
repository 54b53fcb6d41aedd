"""The results of all sets for people: one table, in plain text and in Markdown, and a page with each set's charts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.measures.metrics import MEASURES
from eval.measures.results import FORMAT, Results, SystemResults, as_json
from eval.reports.charts import confidence_charts
from eval.reports.report import environment, printable, with_interval, write_all
from eval.suite import THREE, Known, Suite, list_variants

__all__ = ["OverviewLine", "as_one_json", "html", "lines", "markdown", "text", "write"]

SHOWN = (
    "hit@1",
    "hit@10",
    "quote@1",
    "sentence_precision",
    "sentence_recall",
    "sentence_f1",
    "coverage@90",
    "aurc",
    "auroc",
    "auroc_removed",
    "ece",
    "quote@1_given",
    "focus_f1",
    "focus_exact",
    "focus_shown",
    "mrr",
    "map",
)
"""The measures of the table, in its order; those that a set does not define are not shown for it."""

SENTENCES = ("sentence_precision", "sentence_recall", "sentence_f1")
TIMES = ("p50", "p95")


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A line of the table: a measure of a set, and the value of each system by name, as text."""

    set_name: str
    measure: str
    n: int
    values: dict[str, str]


def lines(suite: Suite) -> Iterator[OverviewLine]:
    """Yield the lines of the table, set by set."""
    for known, results in suite.results:
        systems = _select_compared(results)
        for name in SHOWN:
            figures = {system.name: system.figures[name] for system in systems}
            if (known.short or not name.startswith("focus")) and any(f.value is not None for f in figures.values()):
                n = systems[0].figures[name].n
                yield OverviewLine(
                    known.name, name, n, {name: with_interval(figure) for name, figure in figures.items()}
                )
        for three in results.systems:
            for name in SENTENCES if three.name == THREE else ():
                figure = three.figures[name]
                yield OverviewLine(known.name, f"{name}, three", figure.n, {systems[-1].name: with_interval(figure)})
        for name in TIMES:
            times = {system.name: system.latency[name] for system in systems}
            values = {name: f"{time:,.1f}" for name, time in times.items() if time is not None}
            yield OverviewLine(known.name, f"{name} in ms", len(systems[0].rows), values)


def text(suite: Suite) -> str:
    """Return the table for a terminal, and what was left out."""
    names = _names(suite)
    table = [("", "", "n", *names)]
    table += [
        (line.set_name, line.measure, f"{line.n:,}", *(line.values.get(name, "") for name in names))
        for line in lines(suite)
    ]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    table_lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table]
    return "\n".join(printable(line).rstrip() for line in [*table_lines, "", *_notes(suite)])


def markdown(suite: Suite) -> str:
    """Return the table in Markdown, and what was left out."""
    names = _names(suite)
    rows = [_row(["set", "measure", "n", *names]), _row(["---"] * 2 + ["---:"] * (1 + len(names)))]
    previous = ""
    for line in lines(suite):
        set_name = line.set_name if line.set_name != previous else ""
        previous = line.set_name
        rows.append(_row([set_name, line.measure, f"{line.n:,}", *(line.values.get(name, "") for name in names)]))
    return "\n".join([*rows, "", *(f"- {note}" for note in _notes(suite))]).rstrip() + "\n"


def html(suite: Suite) -> str:
    """Return the page. Everything that comes from outside is escaped."""
    return (
        environment()
        .get_template("overview.html")
        .render(
            sets=[_describe_set(known, results) for known, results in suite.results],
            lines=list(lines(suite)),
            names=_names(suite),
            notes=suite.notes,
            measures=MEASURES,
            machine=suite.results[0][1].machine,
            date=suite.results[0][1].date,
        )
    )


def as_one_json(suite: Suite) -> dict[str, Any]:
    """Return the figures of each set by its name, as `json.dumps` takes them, without the questions one by one."""
    sets = {known.name: as_json(results, rows=False) for known, results in suite.results}
    return {"format": FORMAT, "sets": sets, "notes": list(suite.notes)}


def write(suite: Suite, folder: Path) -> list[Path]:
    """Write results.json, table.md and report.html to `folder`, made when missing; return their paths."""
    contents = {
        folder / "results.json": json.dumps(as_one_json(suite), ensure_ascii=False, indent=1) + "\n",
        folder / "table.md": markdown(suite),
        folder / "report.html": html(suite),
    }
    return write_all(contents)


def _names(suite: Suite) -> list[str]:
    """Return the names of all systems, each once, in the order in which they come."""
    return list(dict.fromkeys(system.name for _, results in suite.results for system in _select_compared(results)))


def _select_compared(results: Results) -> list[SystemResults]:
    return [system for system in results.systems if system.name != THREE]


def _describe_set(known: Known, results: Results) -> dict[str, Any]:
    return {
        "name": known.name,
        "about": as_json(results, rows=False)["set"],
        "systems": results.systems,
        "charts": confidence_charts(_select_compared(results), reliable=len(list_variants()), prefix=f"{known.name}-"),
    }


def _notes(suite: Suite) -> list[str]:
    notes = [
        f"{known.name}: {' '.join(results.question_set.notes)}"
        for known, results in suite.results
        if results.question_set.notes
    ]
    return [*notes, *suite.notes]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
