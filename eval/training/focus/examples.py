"""What the focus is trained on: questions with the sentences of the paragraph that answers, and their candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click
import numpy as np
from numpy.typing import NDArray

import qa
from eval.arrays import Bools
from eval.measures.answers import answer_words, words_f1
from eval.places import overlaps
from eval.records import QuestionSet
from qa.training import FocusCandidates, find_focus_candidates

__all__ = ["N_QUOTED", "FocusExample", "FocusSentence", "make_examples"]

N_QUOTED = 2
"""Sentences of a paragraph, those that Quoth thinks best, that are marked."""


@dataclass(frozen=True, slots=True)
class FocusSentence:
    """A sentence beside a question. f1: of each candidate. gold: whether each overlaps a gold answer's place."""

    candidates: FocusCandidates
    f1: NDArray[np.float32]
    gold: Bools


@dataclass(frozen=True, slots=True)
class FocusExample:
    """A question and sentences of the paragraph that answers it; None for one without candidates.

    right: the first that holds a gold answer. quoted: the best ones by Quoth's choice, at most `N_QUOTED`.
    group: what is kept together in cross-validation.
    """

    group: str
    right: FocusSentence | None
    quoted: tuple[FocusSentence | None, ...]


def make_examples(questions: QuestionSet) -> Iterator[FocusExample]:
    """Yield an example for each answerable question of a set, in order."""
    library = qa.Library()
    library.add(*questions.documents)
    documents = {document.id: document for document in questions.documents}
    with click.progressbar(questions.questions, label=questions.name) as progress:
        for question in progress:
            if not question.answerable:
                continue
            document = documents[question.gold[0].document_id]
            spans = {qa.Span(document.id, *place) for passage in qa.split(document) for place in passage.sentences}
            holding = (span for span in sorted(spans) if any(_inside(gold, span) for gold in question.gold))
            examination = library.examine(question.text, documents=[document.id])
            right, *quoted = (
                _read_sentence(examination.question, document, span, question.gold)
                for span in (next(holding, None), *(sentence.span for sentence in examination.evidence[:N_QUOTED]))
            )
            yield FocusExample(f"{questions.name}/{document.id.rpartition('-')[0]}", right, tuple(quoted))


def _inside(inner: qa.Span, outer: qa.Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _read_sentence(
    question: qa.Question, document: qa.Document, span: qa.Span | None, gold: Sequence[qa.Span]
) -> FocusSentence | None:
    """Return a sentence with its candidates; None for one that has none."""
    candidates = find_focus_candidates(question, span.cut(document)) if span else None
    if span is None or candidates is None:
        return None
    answers = [answer_words(place.cut(document)) for place in gold]
    places = [qa.Span(document.id, span.start + start, span.start + end) for start, end in candidates.places]
    return FocusSentence(
        candidates,
        np.array([words_f1(answer_words(place.cut(document)), answers) for place in places], dtype=np.float32),
        np.array([any(overlaps(place, answer) for answer in gold) for place in places]),
    )
