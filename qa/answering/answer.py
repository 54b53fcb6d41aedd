"""An Answer, of what was found for a question: quotes for each of its parts, or a reason for silence.

A question that is two is answered part by part; where no part is, as one. What is misspelt for sure is answered as it
is meant, where nothing else is found. Left out: what was found (`asking`), and which sentences are quoted (`quoting`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial as bound
from time import perf_counter
from typing import Any

from qa.focus import find_focus
from qa.question.question import Question
from qa.quoting.joining import AskedPart, compose_parts
from qa.scoring.examination import Examination
from qa.types import Answer, Evidence, Reason

__all__ = ["N_NEAREST", "answer", "silence"]

N_NEAREST = 3  # passages to read when there is no answer
_SURE = 0.0  # odds from which on the words that the reader finds are marked


def answer(examination: Examination, max_quotes: int, min_confidence: float | None) -> Answer:
    """Return the sentences that answer a question, or the reason why there are none.

    max_quotes: how many sentences are quoted at the most. min_confidence: probability, in [0, 1], below which nothing
    is quoted; None for the library's threshold. Where it finds nothing, and words of it are misspelt for sure, it is
    answered as it is meant.
    """
    typed = _answer(examination, max_quotes, min_confidence)
    if examination.suggestion is None:
        return typed
    meant = typed
    if examination.mended and not typed.answered:
        meant = _answer(examination.mended, max_quotes, min_confidence)
    return replace(meant, question=typed.question, suggestion=examination.suggestion)


def _answer(examination: Examination, max_quotes: int, min_confidence: float | None) -> Answer:
    """Return what an examination comes to, whatever else may be meant."""
    question, confidence = examination.question, examination.confidence
    quiet = bound(
        silence,
        question,
        missing_terms=examination.missing_terms,
        languages=examination.languages,
        nearest=tuple(hit.passage for hit in examination.hits[:N_NEAREST]),
        left_out=examination.left_out,
        timing_ms=examination.timing_ms,
        reader=examination.reader,
    )
    if not examination.n_passages:
        return silence(question, "empty_library")
    if question.asks_nothing:
        return silence(question, "not_a_question", timing_ms=examination.timing_ms)
    threshold = examination.min_confidence if min_confidence is None else min_confidence
    parts = [part for part in examination.parts if part.evidence and part.confidence >= threshold]
    if parts:
        return _quote(parts, examination, max_quotes)
    if not examination.evidence:
        return quiet("low_confidence" if question.before else "no_match")
    if confidence < threshold:
        return quiet("low_confidence", confidence=confidence)
    return _quote([examination], examination, max_quotes)


def _quote(parts: Sequence[Examination], whole: Examination, max_quotes: int) -> Answer:
    """Return the quotes for the parts of a question that are answered, at least one, as one answer."""
    started = perf_counter()
    composed = compose_parts([_make_part(part) for part in parts], max_quotes)
    took = (perf_counter() - started) * 1e3
    timing, request = whole.timing_ms, whole.question.request
    return Answer(
        question=whole.question.asked,
        standalone=whole.question.text,
        answered=True,
        confidence=composed.confidence,
        reason=None,
        quotes=composed.quotes,
        runner_up=composed.runner_up,
        missing_terms=whole.missing_terms,
        left_out=whole.left_out,
        beyond=request.kind if request and request.cue else None,
        reader=next((part.reader for part in parts if part.reader), None),
        timing_ms={**timing, "compose": took, "total": timing["total"] + took},
    )


def _make_part(part: Examination) -> AskedPart:
    return AskedPart(
        part.question, part.evidence, part.documents, part.confidence, bound(_mark, part.question), part.rivals
    )


def _mark(question: Question, sentence: Evidence) -> tuple[int, int] | None:
    """Return the place of the words in a sentence that answer, or None when unsure."""
    start, read = sentence.span.start, sentence.read
    surest = (read.focus.start - start, read.focus.end - start) if read and read.odds >= _SURE else None
    return find_focus(question, sentence.text, surest)


def silence(question: Question, reason: Reason, *, confidence: float = 0.0, **details: Any) -> Answer:
    """Return the answer that quotes nothing; to a request for what Quoth does not do, that it is no question."""
    request = question.request
    if request and request.cue and reason in {"low_confidence", "no_match"}:
        reason = "not_a_question"
    return Answer(
        question=question.asked,
        standalone=question.text,
        answered=False,
        confidence=confidence,
        reason=reason,
        beyond=request.kind if request else None,
        **details,
    )
