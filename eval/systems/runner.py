"""Ask a system every question of a set and write down what became of each. It aggregates nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

import qa
from eval.places import first_right
from eval.records import K, Reply, ResultRow, SetQuestion
from eval.systems.quoth import System

__all__ = ["run"]


def run(
    system: System, questions: Iterable[SetQuestion], *, documents: Mapping[str, qa.Document], thorough: bool = False
) -> list[ResultRow]:
    """Return a row for each question, in their order.

    Each is searched once and answered once, after the questions of its history; only the answer is timed. `questions`
    may be a progress bar around them.
    thorough: whether answerable questions are also asked of the documents that answer alone.
    The first question is also answered once before, untimed, so that what is loaded on first use is in no figure.
    """
    rows: list[ResultRow] = []
    for question in questions:
        if not rows:
            system.answer(question.text)
        of = question.documents or None
        history = system.turns(question.history, of)
        passages = system.search(question.text, K, of, history)
        started = time.perf_counter()
        reply = system.answer(question.text, of, history)
        latency_ms = (time.perf_counter() - started) * 1000
        given: Reply | None = None
        if thorough and question.answerable:
            given = system.answer(question.text, sorted({span.document_id for span in question.gold}), history)
        rows.append(
            ResultRow(
                id=question.id,
                question=question.text,
                kind=question.kind,
                answerable=question.answerable,
                rank=first_right(passages, question.gold),
                quote=reply.text,
                right=first_right(reply.quotes[:1], question.gold) is not None,
                confidence=reply.confidence,
                answered=bool(reply.quotes) and reply.confidence >= system.min_confidence,
                quotes=reply.quotes,
                gold=question.gold,
                gold_texts=tuple(gold.cut(documents[gold.document_id]) for gold in question.gold),
                missing_terms=reply.missing_terms,
                latency_ms=latency_ms,
                given_right=first_right(given.quotes[:1], question.gold) is not None if given else None,
                focus=given.focus if given else None,
                candidate_ranks=_candidate_ranks(system, question),
            )
        )
    return rows


def _candidate_ranks(system: System, question: SetQuestion) -> tuple[int, ...]:
    """Return the rank of each candidate that answers; ties go to the earlier one."""
    if not (question.candidates and question.answerable):
        return ()
    scores = system.score(question.text, question.candidates)
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    return tuple(rank for rank, i in enumerate(order, start=1) if question.candidates[i] in question.gold)
