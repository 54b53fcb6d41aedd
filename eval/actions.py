"""What `quoth eval` does once its options are understood: measure a set or all, fit or forget a calibration.

Each prints what came of it, and writes it where it is asked to.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

import qa
from eval import suite
from eval.evaluate import choose_systems, evaluate
from eval.everyday import report as everyday
from eval.everyday.halves import read_halves
from eval.everyday.measure import measure
from eval.keywords import report as keywords
from eval.keywords.measure import measure as measure_queries
from eval.keywords.measure import read_keywords
from eval.measures import results
from eval.records import QuestionSet
from eval.reports import compare, overview, report
from eval.reports.results_page import fenced, record_run
from eval.sets import choose as sets
from eval.sets.choose import Format
from eval.sets.place import place_questions
from eval.systems.paragraphs import paragraphs
from eval.training import calibration_report
from eval.training.calibrate import fit_calibration

__all__ = [
    "OF_THEIR_OWN",
    "calibrate_library",
    "measure_all",
    "measure_everyday",
    "measure_keywords",
    "measure_set",
    "read_set_of_library",
    "reset_library",
]


def measure_set(
    question_set: QuestionSet,
    calibration: qa.Calibration | None,
    *,
    earlier: compare.EarlierRun | None,
    tolerance: float,
    baseline: bool,
    thorough: bool,
    passage_size: int,
    output: Path | None,
    page: Path | None,
    as_json: bool,
    listed: bool = False,
) -> bool:
    """Measure a set, and return whether no guarded figure fell.

    calibration: by which it is asked, in place of the shipped one. earlier: the results to be compared with.
    listed: also print the misses.
    """
    if earlier:
        compare.check_same_set(question_set, earlier)
    systems = choose_systems(baseline=baseline, calibration=calibration)
    run = evaluate(question_set, systems, passage_size=passage_size, thorough=thorough)
    comparison = compare.compare(run, earlier, tolerance=tolerance) if earlier else None
    written = report.write(run, output, comparison) if output else []
    record_run(page, question_set.name, report.markdown(run), "quoth eval")
    if as_json:
        _print_json(results.as_json(run, rows=False))
    else:
        _print_text(report.table(run, comparison), written, report.misses(run) if listed else "")
    return not (comparison and comparison.regressions)


def measure_all(
    folder: Path, *, limit: int | None, passage_size: int, output: Path | None, page: Path | None, as_json: bool
) -> None:
    """Measure all known sets in a folder."""
    outcome = suite.run_suite(folder, limit=limit or suite.LIMIT, passage_size=passage_size)
    written = overview.write(outcome, output) if output else []
    record_run(page, "quality", overview.markdown(outcome), "quoth eval")
    if as_json:
        _print_json(overview.as_one_json(outcome))
    else:
        _print_text(overview.text(outcome), written)


def measure_everyday(
    *, baseline: bool, passage_size: int, output: Path | None, page: Path | None, as_json: bool, listed: bool = False
) -> None:
    """Measure the everyday documents, each half in three ways. output, listed: of the half to choose on alone."""
    runs = measure(read_halves(), choose_systems(baseline=baseline), passage_size=passage_size)
    written = everyday.write_choose(runs, output) if output else []
    record_run(page, "everyday", everyday.markdown(runs), "quoth eval")
    if as_json:
        _print_json(everyday.as_one_json(runs))
    else:
        _print_text(everyday.table(runs), written, everyday.list_misses(runs) if listed else "")


def measure_keywords(
    *, baseline: bool, passage_size: int, output: Path | None, page: Path | None, as_json: bool, listed: bool = False
) -> None:
    """Measure the keyword queries, beside the nearest paragraph by TF-IDF. output: a folder for the figures."""
    question_set = read_keywords()
    systems = [*choose_systems(), *([paragraphs()] if baseline else [])]
    measured = measure_queries(question_set, systems, passage_size=passage_size)
    figures = keywords.as_json(question_set, measured)
    written = report.write_all({output / "results.json": json.dumps(figures, indent=1) + "\n"}) if output else []
    record_run(page, "keywords", keywords.markdown(question_set, measured), "quoth eval")
    if as_json:
        _print_json(figures)
    else:
        _print_text(keywords.table(question_set, measured), written, keywords.list_worst(measured) if listed else "")


def read_set_of_library(location: str, path: Path, format_: Format) -> tuple[QuestionSet, qa.Calibration | None]:
    """Return a set about the documents of a library, and the library's calibration."""
    with qa.Library(location, create=False) as library:
        return sets.read_set_of(library, path, format=format_), library.calibration


def calibrate_library(
    location: str,
    path: Path | None,
    *,
    format_: Format,
    documents: Path | None,
    limit: int | None,
    precision: float,
    page: Path | None,
    as_json: bool,
) -> None:
    """Fit a library's calibration on a set, and keep it in the library."""
    with qa.Library(location, create=False) as library:
        if path and not documents and sets.is_without_documents(path, format=format_):
            question_set = sets.read_set_of(library, path, format=format_, whole=False)
        else:
            question_set = sets.read_set(path, format=format_, documents=documents)
        fit = fit_calibration(place_questions(question_set, library).thin(limit), library, precision=precision)
        library.calibrate(fit.calibration)
    text = calibration_report.text(fit)
    record_run(page, "calibration", fenced(text), "quoth eval")
    if as_json:
        _print_json(calibration_report.as_json(fit))
    else:
        click.echo("\n".join(report.printable(line) for line in text.splitlines()))
        click.echo(f"Kept in {location}.")


def reset_library(location: str) -> None:
    """Let a library forget its own calibration."""
    with qa.Library(location, create=False) as library:
        library.calibrate(None)
    click.echo(f"{location} has the shipped confidence and threshold, {qa.DEFAULT_MIN_CONFIDENCE:g}.")


OF_THEIR_OWN = {"everyday": measure_everyday, "keywords": measure_keywords}
"""How the sets are measured that are folders, by the name of the folder."""


def _print_json(figures: dict[str, Any]) -> None:
    click.echo(json.dumps(figures, ensure_ascii=False, indent=1))


def _print_text(text: str, written: list[Path], missed: str = "") -> None:
    """Print figures, the misses where they are listed, and which files were written."""
    click.echo(f"{text}\n\n{missed}" if missed else text)
    click.echo("".join(f"\nWrote {file}" for file in written))
