"""A benchmark for people: a table for the terminal, and a page that stands alone; and all of it as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.bench.records import Bench, Size, SystemCost
from eval.bench.reports.capacities import NEEDED, estimate_capacities
from eval.bench.reports.capacity import ASSUMPTIONS
from eval.bench.reports.charts import draw_charts
from eval.bench.reports.growth import fit_growths
from eval.reports.report import MISSING, environment, printable, write_all
from eval.reports.results_page import markdown_table

__all__ = ["COLUMNS", "FORMAT", "as_json", "columns_of", "html", "markdown", "text", "write"]

FORMAT = 1
"""Version of the JSON."""

QUOTH = "Quoth search"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table. value: None where it was not measured. places: decimals."""

    name: str
    meaning: str
    value: Callable[[Size, SystemCost], float | None]
    places: int


def _built(of: Callable[[Size, Any], float | None]) -> Callable[[Size, SystemCost], float | None]:
    return lambda size, system: of(size, system.built) if system.built else None


def _answered(of: Callable[[Any], float | None]) -> Callable[[Size, SystemCost], float | None]:
    return lambda size, system: of(system.answered) if system.answered else None


COLUMNS = (
    Column("MB/s", "text indexed in a second", _built(lambda size, b: size.n_bytes / b.seconds / 1e6), 2),
    Column(
        "B/psg",
        "bytes of the index on disk for each passage",
        _built(lambda size, b: None if b.index_bytes is None else b.index_bytes / size.n_passages),
        0,
    ),
    Column(
        "B all",
        "bytes on disk of all that is kept for each passage, with its text where that is kept",
        _built(lambda size, b: b.kept_bytes / size.n_passages),
        0,
    ),
    Column("MB idx", "the most memory while indexing", _built(lambda size, b: b.memory / 1e6), 0),
    Column("MB ask", "the most memory while asking", _answered(lambda a: a.memory / 1e6), 0),
    Column("import s", "loading the program in a fresh process", _answered(lambda a: a.import_seconds), 2),
    Column("open s", "opening the index after that", _answered(lambda a: a.open_seconds), 3),
    Column("first ms", "the first question", _answered(lambda a: a.first_ms), 1),
    Column("p50 ms", "half of the questions within this time, one after the other", _answered(lambda a: a.p50), 3),
    Column("p95 ms", "95 % of them", _answered(lambda a: a.p95), 3),
    Column("p99 ms", "99 % of them", _answered(lambda a: a.p99), 3),
    Column("q/s", "questions answered in a second, on all processors", _answered(lambda a: a.per_second), 0),
    Column("hit@1", "the first passage is the right one", _answered(lambda a: a.hit), 3),
    Column(
        "same",
        "questions with the very answer of Quoth in a folder: places, words, scores and confidence, to the last bit",
        _answered(lambda a: a.same),
        0,
    ),
)


def columns_of(bench: Bench) -> list[Column]:
    """Return the columns that there is a figure in."""
    return [
        column
        for column in COLUMNS
        if any(column.value(size, system) is not None for size in bench.sizes for system in size.systems)
    ]


def text(bench: Bench) -> str:
    """Return the table and what goes with it, for a terminal."""
    lines = [f"Measured: {bench.texts}."]
    columns = columns_of(bench)
    for size in bench.sizes:
        table = [(f"{size.n_passages:,} passages", *(column.name for column in columns))]
        table += [(system.name, *_cells(columns, size, system)) for system in size.systems]
        lines += ["", f"{size.n_bytes / 1e6:,.2f} MB of text, {size.n_questions:,} questions", *_table(table)]
        lines += [f"{name}: {why}." for name, why in _list_left_out(size)]
        lines += [_describe_limit(size)] if _times_the_limit(size) else []
    lines += ["", *_describe_growths(bench)]
    for capacity in estimate_capacities(bench):
        lines += ["", f"{capacity.name}: {capacity.told}"]
        lines += _table([NEEDED, *capacity.rows]) if capacity.needs else []
    lines += ["", "Assumed:", *(f"- {each}" for each in ASSUMPTIONS)] if estimate_capacities(bench) else []
    return "\n".join(printable(line) for line in lines).rstrip()


def markdown(bench: Bench) -> str:
    """Return the table in Markdown, and below it what the terminal is told beside it."""
    columns = columns_of(bench)
    rows = [
        (f"{size.n_passages:,}" if place == 0 else "", system.name, *_cells(columns, size, system))
        for size in bench.sizes
        for place, system in enumerate(size.systems)
    ]
    notes = [
        f"{size.n_passages:,} passages, {name}: {why}." for size in bench.sizes for name, why in _list_left_out(size)
    ]
    notes += [*(_describe_limit(size) for size in bench.sizes if _times_the_limit(size)), *_describe_growths(bench)]
    parts = [
        f"Measured: {bench.texts}.",
        markdown_table(("passages", "system", *(each.name for each in columns)), rows),
    ]
    parts += ["\n".join(f"- {note}" for note in notes)] if notes else []
    for capacity in estimate_capacities(bench):
        parts.append(f"{capacity.name}: {capacity.told}")
        parts += [markdown_table(NEEDED, capacity.rows)] if capacity.needs else []
    return "\n\n".join(parts)


def html(bench: Bench) -> str:
    """Return the page. Everything that comes from outside is escaped."""
    return (
        environment()
        .get_template("bench.html")
        .render(
            bench=bench,
            columns=columns_of(bench),
            cells=_cells,
            capacities=estimate_capacities(bench),
            needed=NEEDED,
            assumptions=ASSUMPTIONS,
            left_out=_list_left_out,
            limits=[_describe_limit(size) for size in bench.sizes if _times_the_limit(size)],
            charts=draw_charts(bench),
        )
    )


def as_json(bench: Bench) -> dict[str, Any]:
    """Return the benchmark as `json.dumps` takes it, with the growth of each p50, and Quoth's distance from the limit.

    Numbers are rounded to six places.
    """
    whole = dataclasses.asdict(bench)
    for record, size in zip(whole["sizes"], bench.sizes, strict=True):
        record["limit_ms"] = size.limit_ms
        record["times_the_limit"] = _times_the_limit(size)
    for record, contestant in zip(whole["contestants"], bench.contestants, strict=True):
        del record["engine"], record["index"]
        record["built_as"] = contestant.built_as or contestant.name
    exponents = {name: dataclasses.asdict(grown) for name, grown in fit_growths(bench).items()}
    capacity = {
        each.name: {
            "cost": dataclasses.asdict(each.cost) if each.cost else None,
            "needs": [dataclasses.asdict(need) for need in each.needs],
        }
        for each in estimate_capacities(bench)
    }
    rounded: dict[str, Any] = _round({"format": FORMAT, **whole, "growth_of_p50": exponents, "capacity": capacity})
    return rounded


def write(bench: Bench, folder: Path) -> list[Path]:
    """Write bench.json and bench.html to `folder`, made when missing; return their paths."""
    contents = {
        folder / "bench.json": json.dumps(as_json(bench), ensure_ascii=False, indent=1) + "\n",
        folder / "bench.html": html(bench),
    }
    return write_all(contents)


def _round(value: Any) -> Any:
    """Return the same with every number to six places."""
    if isinstance(value, dict):
        return {key: _round(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_round(each) for each in value]
    return round(value, 6) if isinstance(value, float) else value


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines, the first column to the left and the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join([first.strip().ljust(widths[0]), *rest]))
    return lines


def _cells(columns: Sequence[Column], size: Size, system: SystemCost) -> list[str]:
    values = ((column.value(size, system), column.places) for column in columns)
    return [MISSING if value is None else f"{value:,.{places}f}" for value, places in values]


def _list_left_out(size: Size) -> list[tuple[str, str]]:
    """Return the systems that were not measured, or not wholly, and why."""
    return [(system.name, system.left_out) for system in size.systems if system.left_out]


def _describe_growths(bench: Bench) -> list[str]:
    return [f"{name}: p50 grows as {grown.told}" for name, grown in fit_growths(bench).items()]


def _times_the_limit(size: Size) -> float | None:
    """Return how many times as long as the limit the median search of Quoth takes."""
    p50 = next((each.answered.p50 for each in size.systems if each.name == QUOTH and each.answered), None)
    return p50 / size.limit_ms if p50 and size.limit_ms else None


def _describe_limit(size: Size) -> str:
    assert size.bandwidth is not None  # noqa: S101  # there is a limit
    assert size.touched_bytes is not None  # noqa: S101
    return (
        f"Limit at {size.n_passages:,} passages: {size.touched_bytes / 1e3:,.0f} kB of postings a question at "
        f"{size.bandwidth / 1e9:.1f} GB/s are {size.limit_ms:,.4f} ms; "
        f"{QUOTH} takes {_times_the_limit(size):,.0f} times that."
    )
