"""Quoth's own question sets: one JSON object a line, beside a folder of documents.

    {"id": "q1", "question": "…", "kind": "number", "gold": [{"document": "museum.txt", "text": "exact words"}]}

`gold` is the exact words that answer, found once in the document as it is read; empty or absent when the documents do
not answer. `kind` may be left out. A document's id is its file name, so that results compare across machines.
A follow-up question has a `history` as well: the questions that are asked before it, oldest first.

    {"id": "f1", "history": ["Who founded the museum?"], "question": "When did he do that?", "gold": […]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import qa
from eval.fields import parse, question_text, read_text, take, take_text
from eval.records import EvalError, Question, QuestionSet

__all__ = ["MAX_HISTORY", "read_documents", "read_jsonl"]

MAX_HISTORY = 20
"""Questions of a conversation that are asked before one of the set; the endpoint takes as many."""


def read_jsonl(path: Path, folder: Traversable) -> QuestionSet:
    """Return the set in `path` over every document of `folder` (not of its subfolders)."""
    documents, notes = read_documents(folder)
    by_name = {document.id: document for document in documents}
    questions: dict[str, Question] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        at = f"{path.name}, line {number}"
        question = _question(parse(line, at=at), by_name, at=at)
        if question.id in questions:
            raise EvalError(f"{at}: id {question.id!r} was used before. Give each question its own.")
        questions[question.id] = question
    if not questions:
        raise EvalError(f"{path} holds no questions. Write one JSON object a line.")
    return QuestionSet(path.stem, documents, tuple(questions.values()), notes)


def read_documents(folder: Traversable) -> tuple[tuple[qa.Document, ...], tuple[str, ...]]:
    """Return the documents of a folder, by name, and notes on the files that no reader knows."""
    if not folder.is_dir():
        raise EvalError(f"There is no folder {folder} with the set's documents. Name one with --documents DIR.")
    documents: list[qa.Document] = []
    skipped: list[str] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.is_file() or entry.name.startswith((".", "_")):
            continue
        try:
            document = qa.read(entry.read_bytes(), name=entry.name)
        except qa.UnsupportedFormat:
            skipped.append(entry.name)
        else:
            documents.append(replace(document, id=entry.name))
    if not documents:
        raise EvalError(f"No file in {folder} is a document that can be read. Name another with --documents DIR.")
    notes = (f"Not documents, left out: {', '.join(skipped)}.",) if skipped else ()
    return tuple(documents), notes


def _question(record: Any, documents: Mapping[str, qa.Document], *, at: str) -> Question:
    question_id = take_text(record, "id", at=at)
    text = question_text(record, at=at)
    at = f"{at}, question {question_id!r}"
    entries = take({"gold": [], **record}, "gold", list, at=at)
    gold = {_place(entry, documents, at=at) for entry in entries}
    kind = take_text({"kind": "answerable" if gold else "unanswerable", **record}, "kind", at=at)
    history = take({"history": [], **record}, "history", list, at=at)
    before = tuple(question_text({"question": each}, at=f"{at}, history[{n}]") for n, each in enumerate(history))
    if len(before) > MAX_HISTORY:
        raise EvalError(f"{at}: the history has {len(before)} questions, over {MAX_HISTORY}. Leave out the oldest.")
    return Question(question_id, text, kind, tuple(sorted(gold)), history=before)


def _place(entry: Any, documents: Mapping[str, qa.Document], *, at: str) -> qa.Span:
    name = take_text(entry, "document", at=at)
    text = take_text(entry, "text", at=at).strip()
    document = documents.get(name)
    if document is None:
        names = ", ".join(list(documents)[:10])
        raise EvalError(f"{at}: there is no document {name!r}. Name one of the folder: {names}.")
    start = document.text.find(text)
    if start < 0:
        raise EvalError(f"{at}: {name} does not hold the gold text {text!r}. Copy it letter for letter.")
    if document.text.find(text, start + 1) >= 0:
        raise EvalError(f"{at}: {name} holds the gold text {text!r} more than once. Quote more of the text around it.")
    return qa.Span(name, start, start + len(text))
