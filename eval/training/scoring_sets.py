"""What the scoring of sentences is trained on: the sets, the folds of their questions, and questions as people type."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from eval.records import QuestionSet, SetQuestion
from eval.sets.selqa import read_selqa
from eval.sets.squad import read_squad

__all__ = ["FOLDS", "TRAINING", "TrainingSet", "fold_of", "show_progress", "type_in_a_hurry"]

FOLDS = 3

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """A training set: its file in the folder, its reader and licence, and which of its questions teach confidence.

    every: every so many questions teach confidence; 0 for none. small: they are asked of small libraries too.
    """

    file: str
    read: Callable[[Path], QuestionSet]
    licence: str
    every: int
    small: bool = False


TRAINING = (
    TrainingSet("squadshifts/new_wiki.json", read_squad, "CC BY 4.0", every=3, small=True),
    TrainingSet(
        "squad2/dev-10-articles.json", partial(read_squad, articles=slice(5)), "CC BY-SA 4.0", every=1, small=True
    ),
    TrainingSet("selqa/selqa-ass-dev.json", read_selqa, "Apache-2.0", every=2),
    TrainingSet("policyqa/dev.json", partial(read_squad, apart=True), "MIT", every=4),
)


def fold_of(question: SetQuestion) -> int:
    """Return the fold of the article that a question is about, the same on every run."""
    article = question.gold[0].document_id.rpartition("-")[0] or question.gold[0].document_id
    return zlib.crc32(article.encode()) % FOLDS


def type_in_a_hurry(questions: Sequence[SetQuestion]) -> list[SetQuestion]:
    """Return the questions, every fourth as somebody in a hurry would type it."""
    return [
        replace(question, text=question.text.lower().rstrip("? ")) if number % 4 == 3 else question
        for number, question in enumerate(questions)
    ]


def show_progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the items, and show on stderr how far it is."""
    with click.progressbar(items, label=label, file=sys.stderr) as shown:
        yield from shown
