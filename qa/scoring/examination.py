"""All that was found for a question, before anything is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.question.question import Question
from qa.types import DocumentInfo, Evidence, Hit

__all__ = ["Examination"]


@dataclass(frozen=True, slots=True)
class Examination:
    """What an answer is chosen from.

    question: as understood in its conversation.
    hits: passages, best first. evidence: their sentences that share a word with the question, best first.
    documents: of the hits, by id. missing_terms: words of the question that no document holds, as typed.
    languages: those of the documents, by how many passages are in each, where the question is in none of them.
    features: the named quantities that confidence is computed from; empty when there is no evidence.
    log_odds: those of the best sentence by the shipped model alone; None without evidence, and of an untrained library.
    confidence: probability that the best sentence answers, by the library's calibration; of an untrained library its
    score; 0.0 without evidence. min_confidence: the library's threshold.
    timing_ms: milliseconds by stage; no part of equality.
    left_out: servers of the library that did not answer and were passed over.
    rivals: what other versions of its document say in the place of the best sentence, the newest first, and whether it
    contradicts that.
    suggestion: the question as typed with its misspelt words mended; None where nothing seems misspelt.
    mended: the same of that question, where it may be asked so without asking back.
    parts: the same for each of the questions that it consists of; empty where it is one.
    reader: name of the small reader that gave a second opinion on the evidence; None where none was asked.
    """

    question: Question
    n_passages: int
    hits: tuple[Hit, ...]
    evidence: tuple[Evidence, ...]
    documents: Mapping[str, DocumentInfo]
    missing_terms: tuple[str, ...]
    features: Mapping[str, float]
    log_odds: float | None
    confidence: float
    min_confidence: float
    timing_ms: Mapping[str, float] = field(default_factory=dict, compare=False)
    left_out: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    rivals: tuple[tuple[Evidence, bool], ...] = ()
    suggestion: str | None = None
    mended: Examination | None = None
    parts: tuple[Examination, ...] = ()
    reader: str | None = None
