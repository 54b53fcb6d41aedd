"""What the scoring of sentences is trained on: the sets, the folds of their questions, and questions as people type.

Public sets are running prose. What people have beside it, FAQ pages, leases, tables, chats, is in the documents and
questions of `everyday/` beside this module, which are of our own writing; nothing is measured on them.
"""

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
from eval.sets.jsonl import read_jsonl
from eval.sets.selqa import read_selqa
from eval.sets.squad import read_squad

__all__ = [
    "EVERYDAY",
    "EVERYDAY_FOLDER",
    "FOLDS",
    "TRAINING",
    "TrainingSet",
    "fold_of",
    "read_everyday",
    "show_progress",
    "type_in_a_hurry",
]

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


EVERYDAY = ("english", "languages")
"""The sets of everyday documents, by name: each question is asked of its document alone, and of all of its set."""

EVERYDAY_FOLDER = Path(__file__).parent / "everyday"


def read_everyday(name: str) -> QuestionSet:
    """Return a set of everyday documents, without its follow-ups, which need an answer before them."""
    whole = read_jsonl(EVERYDAY_FOLDER / f"{name}.jsonl", EVERYDAY_FOLDER / name)
    return replace(whole, questions=tuple(question for question in whole.questions if not question.history))


def fold_of(question: SetQuestion) -> int:
    """Return the fold of the article or document that a question is about, the same on every run."""
    document = question.gold[0].document_id if question.gold else question.about
    article = document.rpartition("-")[0] or document
    return zlib.crc32((question.about or article).encode()) % FOLDS


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
