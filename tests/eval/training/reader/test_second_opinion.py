from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import qa
from eval.records import QuestionSet, SetQuestion
from eval.training.reader.second_opinion import Opinion, choose_questions, compute_figures, read_opinions
from qa.reader import ReadSpan

TEXT = "The bridge was drawn by Anna Kolb. The bridge was closed in 1950. The bridge was built by a firm of Pest."
RIGHT, WRONG = qa.Span("d", 0, 34), qa.Span("d", 35, 66)


class KnowsKolb:
    """A reader that is sure of Anna Kolb and of nothing else."""

    def read_each(
        self, question: str, text: str, head: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[ReadSpan, ...]:
        spans = []
        for start, end in sentences:
            at = text.find("Anna Kolb", start, end)
            spans.append(ReadSpan(at, at + 9, 5.0, 0.0) if at >= 0 else ReadSpan(start, end, -5.0, 0.0))
        return tuple(spans)


def test_the_reader_sees_the_sentences_around_the_best() -> None:
    question = SetQuestion("q", "Who drew the bridge?", "fact", (RIGHT,))
    reader: Any = KnowsKolb()
    with qa.Library() as library:
        library.add(qa.Document(text=TEXT, id="d", title="Bridges"))
        opinions, took = read_opinions(library, reader, question)
    assert took >= 0
    assert {each.span: (each.second, each.said) for each in opinions}[RIGHT] == (5.0, "Anna Kolb")
    assert all(each.second == -5.0 for each in opinions if each.span != RIGHT)


def test_figures_go_by_the_sum_of_both_opinions() -> None:
    answered = SetQuestion("a", "Who?", "fact", (RIGHT,))
    unanswered = SetQuestion("b", "Who?", "none")
    asked = [
        (answered, [Opinion(RIGHT, 0.0, 4.0, "x"), Opinion(WRONG, 1.0, 0.0, "y")]),
        (unanswered, [Opinion(WRONG, 2.0, -4.0, "y")]),
        (answered, []),
    ]
    assert compute_figures(asked, 0.0) == {"quote_at_1": 0.0, "auroc": 0.0}
    assert compute_figures(asked, 1.0) == {"quote_at_1": 0.5, "auroc": 0.5}


@pytest.mark.parametrize("limit", [4, 40])
def test_as_many_are_asked_with_an_answer_as_without(limit: int) -> None:
    questions = tuple(SetQuestion(str(n), "Who?", "x", (RIGHT,) if n < 9 else ()) for n in range(12))
    chosen = choose_questions(QuestionSet("set", (), questions), limit)
    assert sum(each.answerable for each in chosen) == min(limit // 2, 9)
    assert len({each.id for each in chosen}) == len(chosen)
