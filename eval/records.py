"""The records that flow through an evaluation, all frozen: a set of questions in, a row for each question out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Literal

import qa

__all__ = ["EvalError", "K", "Outcome", "QuestionSet", "Reply", "ResultRow", "SetQuestion"]

K = 10
"""How many passages are ranked: the deepest cut-off among the measures."""

Outcome = Literal["wrong", "missed", "right", "silent"]


class EvalError(qa.QuothError):
    """A question set, an earlier result or an option that cannot be used; the message says the way out."""


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question and where its answers are.

    kind: the author's label, for figures by kind. gold: the places that answer, ascending; empty when the documents
    do not answer. Places that overlap are variants of one answer.
    candidates: the sentences to be ranked, in a set that gives them; they are of the documents that answer.
    documents: ids of those that it is asked of; empty for all.
    history: the questions of the conversation before it, oldest first; empty for one that is asked on its own.
    about: id of the document that it is about, whether or not that answers it; empty where the set does not say.
    """

    id: str
    text: str
    kind: str
    gold: tuple[qa.Span, ...] = ()
    candidates: tuple[qa.Span, ...] = ()
    documents: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    about: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Documents and the questions about them. Ids of documents and of questions are unique.

    notes: what the reader had to mend or leave out, one sentence each.
    """

    name: str
    documents: tuple[qa.Document, ...]
    questions: tuple[SetQuestion, ...]
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of what is asked about what: documents, questions and gold places, not name or notes."""
        content = {
            "documents": [[document.id, document.sha256] for document in self.documents],
            "questions": [
                [
                    question.id,
                    question.text,
                    [[gold.document_id, gold.start, gold.end] for gold in question.gold],
                    *([question.documents] if question.documents else []),
                    *([{"history": question.history}] if question.history else []),
                ]
                for question in self.questions
            ],
        }
        return hashlib.sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()

    def thin(self, limit: int | None) -> QuestionSet:
        """Return the set with at most `limit` questions, evenly spaced in its order; every document stays."""
        n = len(self.questions)
        if limit is None or limit >= n:
            return self
        kept = tuple(self.questions[i * n // limit] for i in range(limit))
        return replace(self, questions=kept, notes=(*self.notes, f"Only {limit} of {n} questions, evenly spaced."))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system says to one question, whatever its confidence.

    quotes: places of the sentences it would quote, best first; empty when nothing matched. text: of the first.
    confidence: in [0, 1]; 0 when there is no quote. missing_terms: words of the question that no document holds.
    focus: the words inside the first quote that answer, empty when unsure; None for a system that points at none.
    """

    quotes: tuple[qa.Span, ...]
    text: str
    confidence: float
    missing_terms: tuple[str, ...] = ()
    focus: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One question and what became of it.

    rank: of the first passage that overlaps a gold place, from 1; None when none of the k best does.
    quote: text of the first quote, empty when there is none. right: it overlaps a gold place.
    answered: there is a quote, and the confidence reaches the system's threshold.
    latency_ms: wall-clock time of answering, in milliseconds.

    Of a thorough run, for answerable questions, and None otherwise:
    given_right: whether the first quote is right when only the documents that answer are asked.
    focus: the words inside that quote that answer, empty when unsure; also None for a system that points at none.
    without: confidence when the documents that answer are not there.

    candidate_ranks: rank, from 1, of each sentence that answers among the candidates that the set gives; ascending.
    """

    id: str
    question: str
    kind: str
    answerable: bool
    rank: int | None
    quote: str
    right: bool
    confidence: float
    answered: bool
    quotes: tuple[qa.Span, ...]
    gold: tuple[qa.Span, ...]
    gold_texts: tuple[str, ...]
    missing_terms: tuple[str, ...]
    latency_ms: float
    given_right: bool | None = None
    focus: str | None = None
    without: float | None = None
    candidate_ranks: tuple[int, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """How a reader would see it.

        `wrong`: a quote was shown that does not answer. `missed`: there is an answer and none was shown.
        `right`: the first quote shown answers. `silent`: there is no answer and none was shown.
        """
        if self.answered:
            return "right" if self.right else "wrong"
        return "missed" if self.answerable else "silent"
