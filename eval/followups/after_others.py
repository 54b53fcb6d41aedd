"""What a question that stands alone gains or loses when it is asked after others."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

import qa
from eval.followups.figures import FigureRow, as_turns, average
from eval.places import first_right
from eval.records import K, QuestionSet, SetQuestion

__all__ = ["measure_after_others"]

MOST_BEFORE = 3
"""Questions before one that was written without a conversation: from one to so many."""


def measure_after_others(question_set: QuestionSet) -> list[FigureRow]:
    """Return the figures without a history and after others, and the mean of what each question gains or loses."""
    asked = [question for question in question_set.questions if question.answerable]
    with qa.Library() as library:
        library.add(*question_set.documents)
        alone, rows = {}, []
        with click.progressbar(asked, label=question_set.name, file=sys.stderr) as questions:
            for question in questions:
                alone[question.id] = _outcome(library.examine(question.text), question)
        rows.append(average(f"{question_set.name}: no history", _columns([alone[question.id] for question in asked])))
        for part, histories in _histories(question_set, asked).items():
            after, changed = [], []
            for question, history in zip(asked, histories, strict=True):
                examination = library.examine(question.text, history=as_turns(history))
                changed.append(float(examination.question.text != question.text))
                after.append(_outcome(examination, question))
            gains = [
                tuple(b - a for a, b in zip(alone[question.id], outcome, strict=True))
                for question, outcome in zip(asked, after, strict=True)
            ]
            rows += [
                average(f"{question_set.name}: after {part}", {**_columns(after), "share": changed}),
                average(f"{question_set.name}: after {part}, change", _columns(gains)),
            ]
    return rows


def _outcome(examination: qa.Examination, question: SetQuestion) -> tuple[float, ...]:
    """Return hit@1, hit@5 and quote@1 of one question."""
    rank = first_right([hit.passage for hit in examination.hits], question.gold) or K + 1
    right = first_right([one.span for one in examination.evidence[:1]], question.gold) is not None
    return float(rank <= 1), float(rank <= 5), float(right)


def _columns(outcomes: Sequence[tuple[float, ...]]) -> dict[str, Sequence[float]]:
    return dict(zip(("hit@1", "hit@5", "quote@1"), zip(*outcomes, strict=True), strict=True))


def _histories(question_set: QuestionSet, asked: Sequence[SetQuestion]) -> dict[str, list[list[str]]]:
    """Return one to `MOST_BEFORE` questions to ask before each: of another article, and of its own."""
    articles: dict[str, list[str]] = {}
    for question in question_set.questions:
        if question.answerable:
            articles.setdefault(_article(question), []).append(question.text)
    names = list(articles)
    other, same = [], []
    for place, question in enumerate(asked):
        n = 1 + place % MOST_BEFORE
        own = _article(question)
        away = articles[names[(names.index(own) + 1 + place % max(1, len(names) - 1)) % len(names)]]
        near = [text for text in articles[own] if text != question.text]
        other.append([away[(place + step) % len(away)] for step in range(n)])
        same.append([near[(place * 7 + step) % len(near)] for step in range(n)] if near else [])
    return {"another article": other, "the same article": same}


def _article(question: SetQuestion) -> str:
    return question.gold[0].document_id.partition("-")[0]
