"""One evaluation from a question set to its results: Quoth, and the baseline beside it when asked."""

from __future__ import annotations

import sys

import click

import qa
from eval.baseline import Baseline
from eval.records import QuestionSet
from eval.results import Measured, Results, measured
from eval.runner import run
from eval.systems import Quoth, System

__all__ = ["evaluate"]


def evaluate(
    question_set: QuestionSet, *, passage_size: int = qa.DEFAULT_PASSAGE_SIZE, baseline: bool = False
) -> Results:
    """Ask every question of the set to a library in memory and measure the answers; progress goes to stderr.

    baseline: measure plain TF-IDF too, over the same passages of at most `passage_size` characters.
    """
    with qa.Library(passage_size=passage_size) as library:
        library.add(*question_set.documents)
        systems = [_measured(Quoth(library), question_set)]
    if baseline:
        passages = (passage for document in question_set.documents for passage in qa.split(document, size=passage_size))
        systems.append(_measured(Baseline(passages), question_set))
    return Results.of(question_set, systems, passage_size=passage_size)


def _measured(system: System, question_set: QuestionSet) -> Measured:
    documents = {document.id: document for document in question_set.documents}
    with click.progressbar(question_set.questions, label=system.name, file=sys.stderr) as questions:
        rows = run(system, questions, documents=documents)
    return measured(system.name, rows, min_confidence=system.min_confidence)
