"""One evaluation from a question set to its results: each factory is given the documents and asked the questions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

import click

import qa
from eval.measures.results import Results, SystemResults, summarise
from eval.records import QuestionSet, ResultRow, SetQuestion
from eval.systems.baseline import tfidf
from eval.systems.quoth import SystemFactory, quoth, without_reader
from eval.systems.runner import run

__all__ = ["ask_all", "choose_systems", "evaluate"]

SHARES = 10
"""Libraries made to ask questions without the documents that answer them; each lacks about a tenth of those."""


def choose_systems(*, baseline: bool = False, calibration: qa.Calibration | None = None) -> list[SystemFactory]:
    """Return Quoth, with a calibration of its own if there is one; when asked for, without its reader and plain TF-IDF
    beside it."""
    rivals = [*without_reader(), tfidf()] if baseline else []
    return [quoth(calibration=calibration), *rivals]


def evaluate(
    question_set: QuestionSet,
    systems: Sequence[SystemFactory],
    *,
    passage_size: int = qa.DEFAULT_PASSAGE_SIZE,
    thorough: bool = False,
) -> Results:
    """Ask every question of the set to each system in turn and measure the answers; progress goes to stderr.

    systems: Quoth first. passage_size: the longest that a passage may be, in characters.
    thorough: also ask the answerable questions of the documents that answer alone, and of the library without them.
    """
    measured = [_measure(system, question_set, passage_size, thorough=thorough) for system in systems]
    return Results.of(question_set, measured, passage_size=passage_size)


def ask_all(
    factory: SystemFactory, sets: Sequence[QuestionSet], *, passage_size: int = qa.DEFAULT_PASSAGE_SIZE
) -> tuple[list[ResultRow], float]:
    """Return a row for each question of some sets, each set asked of its own documents alone, and the threshold.

    Progress goes to stderr.
    """
    rows: list[ResultRow] = []
    least = qa.DEFAULT_MIN_CONFIDENCE
    with click.progressbar(sets, label=factory.name, file=sys.stderr) as bar:
        for each in bar:
            with factory.make(each.documents, passage_size) as system:
                rows += run(system, each.questions, documents={document.id: document for document in each.documents})
                least = system.min_confidence
    return rows, least


def _measure(factory: SystemFactory, question_set: QuestionSet, passage_size: int, *, thorough: bool) -> SystemResults:
    documents = {document.id: document for document in question_set.documents}
    with factory.make(question_set.documents, passage_size) as system:
        with click.progressbar(question_set.questions, label=factory.name, file=sys.stderr) as questions:
            rows = run(system, questions, documents=documents, thorough=thorough)
        least = system.min_confidence
    if thorough:
        without = _ask_without(factory, question_set, passage_size)
        rows = [replace(row, without=without.get(row.id)) for row in rows]
    return summarise(factory.name, rows, min_confidence=least)


def _ask_without(factory: SystemFactory, question_set: QuestionSet, passage_size: int) -> dict[str, float]:
    """Return the confidence of each answerable question, by id, where the documents that answer it are not there.

    They are really left out of the library, so that the rarity of words is what a user would have. Those of many
    questions are left out at once, and neighbours never together. Where several documents answer, the first is left
    out, and the others are not asked.
    """
    answering = sorted({span.document_id for question in question_set.questions for span in question.gold})
    share = {document_id: position % SHARES for position, document_id in enumerate(answering)}
    confidences: dict[str, float] = {}
    with click.progressbar(range(min(SHARES, len(answering))), label="  without", file=sys.stderr) as shares:
        for left_out in shares:
            kept = [document for document in question_set.documents if share.get(document.id) != left_out]
            names = [document.id for document in kept]
            with factory.make(kept, passage_size) if kept else nullcontext() as system:
                for question in question_set.questions:
                    if not question.answerable or share[question.gold[0].document_id] != left_out:
                        continue
                    others = _list_others(question, names)
                    if system is None or others == []:
                        confidences[question.id] = 0.0  # nobody is left to ask
                    else:
                        history = system.turns(question.history, others)
                        confidences[question.id] = system.answer(question.text, others, history).confidence
    return confidences


def _list_others(question: SetQuestion, names: Sequence[str]) -> list[str] | None:
    """Return which of these documents to ask the question of, given that they do not answer it; None for all."""
    answering = {span.document_id for span in question.gold}
    if not question.documents and answering.isdisjoint(names):
        return None
    asked = set(question.documents or names) - answering
    return [name for name in names if name in asked]
