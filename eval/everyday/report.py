"""The figures of the halves for people and as JSON. Kinds are those of the half to choose on; the other has totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import qa
from eval.everyday.halves import Way
from eval.everyday.measure import EverydayRun
from eval.measures.results import FORMAT, SystemResults, as_json
from eval.reports.report import misses, printable, with_interval, write
from eval.reports.results_page import markdown_table

__all__ = ["FIGURES", "as_one_json", "list_misses", "markdown", "table", "write_choose"]

FIGURES = ("answered_right", "answer_precision", "silence", "quote@1", "auroc", "ece")
"""The measures that are shown, in their order."""

ASKED: dict[Way, str] = {"alone": "of its document alone", "half": "of its half", "all": "of all documents"}


def table(runs: Sequence[EverydayRun]) -> str:
    """Return the figures as lines for a terminal: a block for each half and system, then the kinds."""
    lines: list[str] = []
    for title, head, rows in _tables(runs):
        widths = (17, 4, *(27 for _ in head[2:]))
        lines += ["", title, ""]
        lines += ["".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join(printable(line).rstrip() for line in lines[1:])


def markdown(runs: Sequence[EverydayRun]) -> str:
    """Return the same tables in Markdown."""
    return "\n\n".join(f"{title}\n\n{markdown_table(head, rows)}" for title, head, rows in _tables(runs))


def as_one_json(runs: Sequence[EverydayRun]) -> dict[str, Any]:
    """Return the figures by half, way and system, as `json.dumps` takes them, without the questions one by one."""
    first = as_json(runs[0].results, rows=False)
    halves: dict[str, Any] = {}
    for run in runs:
        record = as_json(run.results, rows=False)
        halves.setdefault(run.half, {"set": record["set"], "ways": {}})["ways"][run.way] = record["systems"]
    told = {name: first[name] for name in ("date", "settings", "machine")}
    return {"format": FORMAT, "quoth": qa.__version__, **told, "halves": halves}


def list_misses(runs: Sequence[EverydayRun]) -> str:
    """Return what went wrong with each question of the half to choose on, way by way; nothing of the other half."""
    return "\n\n".join(f"asked {ASKED[run.way]}: {misses(run.results)}" for run in _select_choose(runs))


def write_choose(runs: Sequence[EverydayRun], folder: Path) -> list[Path]:
    """Write results.json and report.html of the half to choose on, in a folder of its own for each way."""
    return [path for run in _select_choose(runs) for path in write(run.results, folder / run.way)]


def _select_choose(runs: Sequence[EverydayRun]) -> list[EverydayRun]:
    return [run for run in runs if run.half == "choose"]


def _tables(runs: Sequence[EverydayRun]) -> Iterator[tuple[str, Sequence[str], list[Sequence[str]]]]:
    """Yield the title, head and rows of each table."""
    for half, same in groupby(runs, key=lambda run: run.half):
        ways = list(same)
        question_set = ways[0].results.question_set
        n_answerable = sum(question.answerable for question in question_set.questions)
        asked = f"{len(question_set.questions)} questions, {n_answerable} answerable"
        of = f"{asked}, {len(question_set.documents)} documents; the set is {question_set.sha256[:12]}."
        for measured in zip(*(run.results.systems for run in ways), strict=True):
            title = f"{half}, {measured[0].name}: {of}"
            yield title, ("measure", "n", *(ASKED[run.way] for run in ways)), _figure_rows(measured)
        if any(run.results.systems[0].kinds for run in ways):
            head = ("kind", "n", *(ASKED[run.way] for run in ways))
            title = f"{half}, {ways[0].results.systems[0].name}, by kind: answered right, or rightly silent."
            yield title, head, _kind_rows([run.results.systems[0] for run in ways])


def _figure_rows(measured: Sequence[SystemResults]) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for name in FIGURES:
        of = [each.figures[name] for each in measured]
        if len({figure.n for figure in of}) == 1:
            rows.append((name, str(of[0].n), *map(with_interval, of)))
        else:
            rows.append((name, "", *(f"{with_interval(figure)} of {figure.n}" for figure in of)))
    times = [each.latency["p50"] for each in measured]
    return [*rows, ("p50 in ms", "", *("–" if time is None else f"{time:.1f}" for time in times))]


def _kind_rows(measured: Sequence[SystemResults]) -> list[Sequence[str]]:
    """Return for each kind the share of questions with the outcome that is hoped for."""
    rows: list[Sequence[str]] = []
    for kind in measured[0].kinds:
        of = [(figures["answered_right"], figures["silence"]) for each in measured for figures in [each.kinds[kind]]]
        good = [(right.value or 0.0) * right.n + (silent.value or 0.0) * silent.n for right, silent in of]
        n = of[0][0].n + of[0][1].n
        rows.append((kind, str(n), *(f"{count:.0f} of {n}" for count in good)))
    return rows
