"""Measure how follow-up questions are understood: `python -m eval.followups FOLDER`, a folder with mtRAG's files.

found      the passages that answer the last question of each conversation, over those of all: asked alone, joined to
           all questions before, and as the library understands it. What words count for was chosen with these in sight.
rewritten  the content words that the question as understood shares with the one that a person wrote to stand alone.
           mtRAG's rewrites are of other conversations than its references, so they cannot be searched with here.
no loss    questions of SQuAD sets (`--squad`), after questions on another article or on the same one, against the
           same questions without: each was written without a conversation.

The histories are questions alone, since the data has no answers of the library's. Left out: silence.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

import qa
from eval.followups.after_others import measure_after_others
from eval.followups.figures import text
from eval.followups.rewrites import measure_rewrites
from eval.followups.search import measure_search
from eval.measures.results import machine
from eval.options import record_option
from eval.records import QuestionSet
from eval.reports.results_page import fenced, record_run
from eval.sets.mtrag import read_mtrag, read_rewrites
from eval.sets.squad import read_squad

__all__ = ["main"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--squad",
    "sets",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A set in SQuAD's format, of which questions are asked after others.",
)
@click.option("--limit", type=click.IntRange(min=1), default=1_000, show_default=True, help="Questions of a SQuAD set.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("eval-results"),
    show_default=True,
    help="Folder for followups.json.",
)
@record_option(block="the block `followups`")
def main(*, folder: Path, sets: tuple[Path, ...], limit: int, output: Path, page: Path | None) -> None:
    """Measure follow-up questions on mtRAG's files in FOLDER; write followups.json."""
    try:
        references = read_mtrag(folder / "reference.jsonl")
        with qa.Library() as library:
            library.add(*references.documents)
            rows = [*measure_search(references), *measure_rewrites(read_rewrites(folder), library)]
        for path in sets:
            rows += measure_after_others(_answerable(read_squad(path)).thin(limit))
        output.mkdir(parents=True, exist_ok=True)
        record_run(page, "followups", fenced(text(rows)), "python -m eval.followups")
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    card = {"version": qa.__version__, "machine": machine(), "rows": [dataclasses.asdict(row) for row in rows]}
    target = output / "followups.json"
    target.write_text(json.dumps(card, indent=1).replace("NaN", "null") + "\n", encoding="utf-8")
    click.echo(text(rows))
    click.echo(f"\nWrote {target}")


def _answerable(question_set: QuestionSet) -> QuestionSet:
    kept = tuple(question for question in question_set.questions if question.answerable)
    return dataclasses.replace(question_set, questions=kept)


if __name__ == "__main__":
    main()
