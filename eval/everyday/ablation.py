"""What each kind of understanding is worth: everyday questions and keywords with one of them switched off at a time.

    python -m eval.everyday.ablation [--way half] [--json] [--record eval/RESULTS.md]

Nothing in the library is made to be switched off. A switch (`switches`) puts other functions in the place of those that
do it, by name, while documents are prepared and asked in this process. The models stay as they were trained, with
everything on: a row says what the answers lose, not what a model would do that was trained without. Of the half that is
only reported there are totals, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

import click

import qa
from eval.evaluate import ask_all
from eval.everyday.halves import WAYS, Half, Way, read_halves, share_out
from eval.everyday.switches import SWITCHES, Switch
from eval.failure import Failure
from eval.keywords.measure import measure as measure_queries
from eval.keywords.measure import read_keywords
from eval.measures.metrics import figures
from eval.options import record_option
from eval.records import QuestionSet
from eval.reports.report import printable
from eval.reports.results_page import markdown_table, record_run
from eval.systems.quoth import quoth

__all__ = ["FIGURES", "AblationRow", "ask_without", "main", "measure_switches", "switched_off", "table"]

FIGURES = ("answered_right", "answer_precision", "silence", "quote@1")
AS_IT_IS = "nothing"
KEYWORDS = "keywords, word_f1"

Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class AblationRow:
    """The figures with a switch off, by a name for each column; None where one is undefined."""

    name: str
    figures: Figures


@contextmanager
def switched_off(switch: Switch | None) -> Iterator[None]:
    """Do without a kind of understanding; None for nothing. Raises AttributeError where what it names is gone."""
    with ExitStack() as stack:
        for target, stand_in in switch.seams.items() if switch else ():
            stack.enter_context(patch(target, stand_in(resolve_name(target))))
        yield


def ask_without(
    switch: Switch | None, halves: Mapping[Half, QuestionSet], queries: QuestionSet | None, *, way: Way
) -> AblationRow:
    """Return the figures of both halves in a way, and of keyword queries where there are any, with a switch off."""
    name = switch.name if switch else AS_IT_IS
    with switched_off(switch):
        rows, _ = ask_all(quoth(name), [_change(switch, each) for each in share_out(halves, way)])
        asked = _change(switch, queries) if queries else None
        keywords = measure_queries(asked, [quoth("  keywords")])[0].figures["word_f1"] if asked else None
    by_id = {row.id: row for row in rows}
    measured: dict[str, float | None] = {}
    for half, question_set in halves.items():
        of_half = figures([by_id[question.id] for question in question_set.questions], with_intervals=False)
        measured |= {f"{half}, {figure}": of_half[figure].value for figure in FIGURES}
    return AblationRow(name, measured | ({KEYWORDS: keywords.value} if keywords else {}))


def _change(switch: Switch | None, question_set: QuestionSet) -> QuestionSet:
    """Return the set with its documents as a switch changes them."""
    if not (switch and switch.change):
        return question_set
    return replace(question_set, documents=tuple(map(switch.change, question_set.documents)))


def measure_switches(
    halves: Mapping[Half, QuestionSet],
    queries: QuestionSet | None,
    *,
    way: Way,
    switches: Sequence[Switch] = SWITCHES,
) -> list[AblationRow]:
    """Return a row with everything on, and one for each switch, in their order; progress goes to stderr."""
    return [ask_without(switch, halves, queries, way=way) for switch in (None, *switches)]


def table(rows: Sequence[AblationRow]) -> tuple[Sequence[str], list[Sequence[str]]]:
    """Return head and rows of a table: figures with everything on, then what changes without each kind."""
    first = rows[0].figures
    written: list[Sequence[str]] = [
        (row.name, *(_write(value, None if row is rows[0] else first[name]) for name, value in row.figures.items()))
        for row in rows
    ]
    return ("switched off", *first), written


def _write(value: float | None, before: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if before is None else f"{value - before:+.3f}"


def _as_json(rows: Sequence[AblationRow], way: Way) -> dict[str, Any]:
    measured = {
        row.name: {name: None if value is None else round(value, 6) for name, value in row.figures.items()}
        for row in rows
    }
    return {"quoth": qa.__version__, "way": way, "rows": measured}


@click.command()
@click.option(
    "--way",
    type=click.Choice(WAYS),
    default="half",
    show_default=True,
    help="What each question is asked of: its document alone, its half, or all documents.",
)
@click.option("--only", multiple=True, metavar="NAME", help="Switch off this alone; may be given several times.")
@record_option(block="the block ablation")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
def main(*, way: Way, only: tuple[str, ...], page: Path | None, as_json: bool) -> None:
    """Measure the everyday questions and the keyword queries with one kind of understanding switched off at a time.

    Example: python -m eval.everyday.ablation --record eval/RESULTS.md
    """
    switches = [switch for switch in SWITCHES if not only or switch.name in only]
    if len(switches) < len(only):
        names = "; ".join(switch.name for switch in SWITCHES)
        raise Failure(f"--only {' '.join(only)} names what is no switch. There are: {names}.")
    try:
        rows = measure_switches(read_halves(), read_keywords(), way=way, switches=switches)
        head, cells = table(rows)
        record_run(page, "ablation", markdown_table(head, cells), "python -m eval.everyday.ablation")
    except qa.QuothError as exc:
        raise Failure(str(exc)) from None
    if as_json:
        click.echo(json.dumps(_as_json(rows, way), indent=1))
    else:
        widths = [max(len(row[column]) for row in (head, *cells)) for column in range(len(head))]
        for row in (head, *cells):
            line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            click.echo(printable(line).rstrip())


if __name__ == "__main__":
    main()
