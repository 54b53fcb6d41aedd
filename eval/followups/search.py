"""Which passages are found for the last question of a conversation, by each way of asking it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

import qa
from eval.followups.figures import FigureRow, as_turns, average
from eval.places import first_right
from eval.records import K, QuestionSet, SetQuestion

__all__ = ["measure_search"]


def measure_search(question_set: QuestionSet) -> list[FigureRow]:
    """Return hit@1 and hit@5 of each way of asking, for follow-ups, every other of them, and first questions."""
    ways: Mapping[str, Callable[[SetQuestion], tuple[str, Sequence[str]]]] = {
        "alone": lambda question: (question.text, ()),
        "joined": lambda question: (" ".join([*question.history, question.text])[-qa.MAX_QUESTION :], ()),
        "understood": lambda question: (question.text, question.history),
    }
    follow_ups = [question for question in question_set.questions if question.history]
    parts = {
        "follow-ups": follow_ups,
        "every other from the first": follow_ups[::2],
        "every other from the second": follow_ups[1::2],
        "first questions": [question for question in question_set.questions if not question.history],
    }
    ranks: dict[tuple[str, str], int] = {}
    with qa.Library() as library:
        library.add(*question_set.documents)
        with click.progressbar(question_set.questions, label="found", file=sys.stderr) as questions:
            for question in questions:
                for way, asked in ways.items():
                    text, history = asked(question)
                    hits = library.search(text, K, history=as_turns(history))
                    rank = first_right([hit.passage for hit in hits], question.gold)
                    ranks[way, question.id] = rank or K + 1
    return [
        average(
            f"{part}: {way}",
            {f"hit@{k}": [float(ranks[way, question.id] <= k) for question in of] for k in (1, 5)},
        )
        for part, of in parts.items()
        for way in ways
    ]
