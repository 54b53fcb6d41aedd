"""`quoth eval`: measure Quoth over a set of questions. It parses and checks; heavy imports wait for the run."""

from __future__ import annotations

import sys
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eval.failure import Failure
from eval.options import record_option

if TYPE_CHECKING:
    import qa
    from eval.records import QuestionSet
    from eval.sets.choose import Format

__all__ = ["TOLERANCE", "eval_command"]

OUTPUT = Path("eval-results")

TOLERANCE = 0.01
"""How far a guarded figure may fall: one question of a hundred, well inside the interval of a set of that size."""

PRECISION = 0.9
"""Share of right answers that a threshold is chosen for: nine in ten."""

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


class _Set(click.Path):
    """A file with a question set, or the name of one that is shipped where there is no such file."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path of the set; of the folder for one that is measured in a way of its own."""
        from eval.sets.shipped import OF_THEIR_OWN, SHIPPED, shipped_set  # noqa: PLC0415

        if value in OF_THEIR_OWN and not Path(value).is_file():
            return shipped_set(value)
        return super().convert(
            shipped_set(value) if value in SHIPPED and not Path(value).exists() else value, param, ctx
        )


FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("eval")
@click.argument("path", metavar="[SET]", type=_Set(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--all", "all_sets", type=FOLDER, help="Measure every known public set in this folder instead of SET.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["auto", "quoth", "squad", "clapnq", "selqa"]),
    default="auto",
    show_default=True,
    help="Format of SET; auto goes by its ending and beginning.",
)
@click.option(
    "--documents",
    type=FOLDER,
    help="Documents of a SET in Quoth's own format.  [default: documents, beside SET; else those of --library]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Folder for results.json, report.html and, with --all, table.md.  [default: {OUTPUT}, or none with --json]",
)
@click.option("--compare", "earlier", type=FILE, help="An earlier results.json; exit 1 when a guarded figure fell.")
@click.option(
    "--tolerance",
    type=click.FloatRange(0.0, 1.0),
    default=TOLERANCE,
    show_default=True,
    help="How far the guarded figures, quote@1, hit@1 and auroc, may fall.",
)
@click.option("--baseline", is_flag=True, help="Measure plain TF-IDF beside it.")
@click.option(
    "--thorough",
    is_flag=True,
    help="Also ask with nothing but the documents that answer, which measures the focus, and with all but those.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    help="At most so many questions of a set, evenly spaced.  [default: all, or 2,000 with --all]",
)
@click.option("--passage-size", type=click.IntRange(min=1), help="Characters of a passage.  [default: the library's]")
@click.option(
    "--calibrate", is_flag=True, help="Fit the confidence and the threshold of --library on SET and keep them in it."
)
@click.option(
    "--precision",
    type=click.FloatRange(0.0, 1.0, min_open=True),
    default=PRECISION,
    show_default=True,
    help="With --calibrate: the share of answers that shall be right at the threshold.",
)
@click.option("--reset", is_flag=True, help="Go back to the shipped confidence and threshold in --library.")
@click.option(
    "--library",
    metavar="DIR",
    help="Folder of a library: SET is about its documents, and is asked with its calibration. With --calibrate and "
    "--reset: the one to be changed, which is asked as it stands.",
)
@record_option()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
@click.option("--list", "listed", is_flag=True, help="Also print each miss: what was asked, quoted and right.")
def eval_command(
    *,
    path: Path | None,
    all_sets: Path | None,
    format_: Format,
    documents: Path | None,
    output: Path | None,
    earlier: Path | None,
    tolerance: float,
    baseline: bool,
    thorough: bool,
    limit: int | None,
    passage_size: int | None,
    calibrate: bool,
    precision: float,
    reset: bool,
    library: str | None,
    page: Path | None,
    as_json: bool,
    listed: bool,
) -> None:
    """Measure how well Quoth answers the questions of SET, and write a report.

    SET is a file of questions with their answers, or the name of a set that is shipped: brief, about a news brief and
    an earlier guide of Quoth, which is asked when none is named; guide, about the manual of this version; everyday,
    about leases, minutes, price lists and the like; or keywords, a few words each that are no question. Nothing is sent
    anywhere. Exit codes: 0 done, 1 a guarded figure fell, 2 wrong use or a file that cannot be used.

    The set everyday has two halves, each asked in three ways: each question of its document alone, of its half, and of
    all documents. Files and --list are of the half to choose on; of the other there are totals alone.

    With --all, every known public set whose files are in a folder is measured thoroughly, beside plain TF-IDF and BM25.

    With --calibrate, SET is asked of the documents of a library as they are, and the library keeps what was fitted.

    With --library, SET is asked of a copy of that library's documents; `quoth feedback export` writes such a SET.

    Example: quoth eval --compare eval-results/results.json

    Example: quoth eval --calibrate questions.jsonl --library mylib
    """
    given = {
        "SET": path,
        "--all": all_sets,
        "--format": format_ != "auto",
        "--documents": documents,
        "--output": output,
        "--compare": earlier,
        "--baseline": baseline,
        "--thorough": thorough,
        "--limit": limit,
        "--passage-size": passage_size,
        "--calibrate": calibrate,
        "--precision": precision != PRECISION,
        "--reset": reset,
        "--library": library,
        "--record": page,
        "--json": as_json,
        "--list": listed,
    }
    _check_together({name for name, value in given.items() if value}, of_its_own=bool(path and path.is_dir()))
    import qa  # noqa: PLC0415
    from eval import actions  # noqa: PLC0415
    from eval.reports.compare import load_earlier  # noqa: PLC0415

    size = passage_size or qa.DEFAULT_PASSAGE_SIZE
    folder = output or (None if as_json else OUTPUT)
    try:
        if reset and library:
            actions.reset_library(library)
        elif calibrate and library:
            actions.calibrate_library(
                library,
                path,
                format_=format_,
                documents=documents,
                limit=limit,
                precision=precision,
                page=page,
                as_json=as_json,
            )
        elif all_sets:
            actions.measure_all(all_sets, limit=limit, passage_size=size, output=folder, page=page, as_json=as_json)
        elif path and path.is_dir():
            actions.OF_THEIR_OWN[path.name](
                baseline=baseline, passage_size=size, output=folder, page=page, as_json=as_json, listed=listed
            )
        else:
            known = load_earlier(earlier) if earlier else None
            question_set, calibration = _read(path, format_, documents, library)
            kept = actions.measure_set(
                question_set.thin(limit),
                calibration,
                earlier=known,
                tolerance=tolerance,
                baseline=baseline,
                thorough=thorough,
                passage_size=size,
                output=folder,
                page=page,
                as_json=as_json,
                listed=listed,
            )
            if not kept:
                sys.exit(1)
    except qa.QuothError as exc:
        raise Failure(str(exc)) from None


def _check_together(given: Set[str], *, of_its_own: bool) -> None:
    """Fail when options are given that are of no use together. of_its_own: SET is measured in a way of its own."""
    if "--calibrate" in given:
        _refuse(given, _OF_A_RUN | {"--reset"}, "with --calibrate, which fits one library as it stands")
    elif "--reset" in given:
        others = _OF_A_RUN | _OF_A_SET | {"--limit", "--record", "--json"}
        _refuse(given, others, "with --reset, which only forgets")
    else:
        _refuse(given, {"--precision"}, "without --calibrate")
    if given & {"--calibrate", "--reset"} and "--library" not in given:
        raise Failure("No library is named. Say which one with --library DIR.")
    if "--all" in given:
        others = _OF_A_SET | {"--compare", "--baseline", "--thorough", "--library", "--list"}
        _refuse(given, others, "with --all, which knows its sets")
    if of_its_own:
        others = {"--format", "--documents", "--compare", "--thorough", "--limit", "--calibrate", "--library"}
        _refuse(given, others, "with a set that is asked in ways of its own")
    if "--json" in given:
        _refuse(given, {"--list"}, "with --json, which prints nothing else")


_OF_A_SET = {"SET", "--documents", "--format"}
_OF_A_RUN = {"--all", "--output", "--compare", "--baseline", "--thorough", "--passage-size", "--list"}


def _refuse(given: Set[str], options: Set[str], where: str) -> None:
    """Fail when any of these options is given."""
    names = sorted(given & options)
    if names:
        raise Failure(f"{', '.join(names)} is of no use {where}. Leave it out.")


def _read(
    path: Path | None, format_: Format, documents: Path | None, location: str | None
) -> tuple[QuestionSet, qa.Calibration | None]:
    """Return the set, and the calibration of the library at `location` where it is about that one's documents."""
    from eval import actions  # noqa: PLC0415
    from eval.sets.choose import read_set  # noqa: PLC0415

    if not location:
        return read_set(path, format=format_, documents=documents), None
    if documents:
        _refuse({"--documents"}, {"--documents"}, "with --library, which has the documents")
    if path is None:
        raise Failure("No SET is named. Give one about the library, such as `quoth feedback export` writes.")
    return actions.read_set_of_library(location, path, format_)
