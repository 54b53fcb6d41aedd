"""The two halves of the set, and the libraries that their questions are asked of.

What is wrong with the half that is only reported is told without a word of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

import qa
from eval.records import EvalError, QuestionSet
from eval.sets.jsonl import read_jsonl

__all__ = ["HALVES", "WAYS", "Half", "Way", "read_halves", "share_out"]

Half = Literal["choose", "report"]
HALVES: tuple[Half, ...] = get_args(Half)

Way = Literal["alone", "half", "all"]
"""What a question is asked of: its own document, those of its half, or those of both halves."""
WAYS: tuple[Way, ...] = get_args(Way)

FOLDER = Path(str(files("eval"))) / "everyday"


def read_halves(folder: Path = FOLDER) -> dict[Half, QuestionSet]:
    """Return both halves by name. Raises EvalError when one cannot be read, or when they share an id or a document."""
    halves: dict[Half, QuestionSet] = {"choose": _read(folder, "choose")}
    try:
        halves["report"] = _read(folder, "report")
    except EvalError:
        raise EvalError(
            "The half that is only reported cannot be read, and what is wrong there is not shown. Most likely its "
            "documents are read otherwise than before, and words that answer are not found: read them as before."
        ) from None
    first, second = halves.values()
    ids = [{question.id for question in half.questions} for half in halves.values()]
    names = [{document.id for document in half.documents} for half in halves.values()]
    if not (ids[0].isdisjoint(ids[1]) and names[0].isdisjoint(names[1])):
        raise EvalError(f"{first.name} and {second.name} share an id or a document. Part them by document.")
    return halves


def share_out(halves: Mapping[Half, QuestionSet], way: Way) -> list[QuestionSet]:
    """Return all questions of the halves as sets: one for each library that they are asked of."""
    match way:
        case "alone":
            return [_keep(half, document) for half in halves.values() for document in half.documents]
        case "half":
            return list(halves.values())
    documents = tuple(document for half in halves.values() for document in half.documents)
    return [QuestionSet("all", documents, tuple(each for half in halves.values() for each in half.questions))]


def _keep(half: QuestionSet, document: qa.Document) -> QuestionSet:
    """Return the questions about a document over that one alone, with the gold that it has."""
    questions = tuple(
        replace(question, gold=tuple(span for span in question.gold if span.document_id == document.id))
        for question in half.questions
        if question.about == document.id
    )
    return replace(half, documents=(document,), questions=questions)


def _read(folder: Path, name: Half) -> QuestionSet:
    question_set = read_jsonl(folder / name / f"{name}.jsonl", folder / name / "documents")
    for question in question_set.questions:
        if not question.about:
            raise EvalError(f"{name}.jsonl: question {question.id!r} names no document. Say which: 'document'.")
        if question.gold and question.about not in {span.document_id for span in question.gold}:
            raise EvalError(f"{name}.jsonl: question {question.id!r} is not answered by the document that it names.")
    return question_set
