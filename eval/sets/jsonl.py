"""Quoth's own question sets: one JSON object a line, beside a folder of documents.

    {"id": "q1", "question": "…", "kind": "number", "gold": [{"document": "museum.txt", "text": "exact words"}]}

`gold` is the exact words that answer, found once in the document as it is read; empty or absent when the documents do
not answer. `kind` may be left out. In a folder a document's id is its file name, so that results compare across
machines; in a library it is the library's, and the name of its file will do where no other has it. With `sha256`, the
digest of a document's text, gold is in every document with that text, at `start` and `end`; where there is none, it is
found by its words.
A set that was written for certain documents may say so: a file `documents.json` beside it, with the SHA-256 of the text
of each by its name. Other documents are then an error.
A follow-up question has a `history` as well: the questions that are asked before it, oldest first.

    {"id": "f1", "history": ["Who founded the museum?"], "question": "When did he do that?", "gold": […]}

`document` names the one that a question is about, also where that does not answer it, so that it can be asked of that
document alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Any

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets.fields import load, parse, question_text, read_text, take, take_text

__all__ = ["MAX_HISTORY", "PINS", "read_documents", "read_jsonl", "read_jsonl_of"]

PINS = "documents.json"
"""Name of the file beside a set that says which documents it was written for."""

MAX_HISTORY = 20
"""Questions of a conversation that are asked before one of the set; the endpoint takes as many."""


def read_jsonl(path: Path, *folders: Traversable) -> QuestionSet:
    """Return the set in `path` over every document of the folders (not of their subfolders).

    Raises EvalError when the set was written for other documents.
    """
    documents, notes = read_documents(*folders)
    _check_pins(path, documents)
    by_id = {document.id: document for document in documents}
    questions, _ = _read(path, _Documents(documents, by_id.__getitem__), strict=True)
    return QuestionSet(path.stem, documents, tuple(questions), notes)


def read_jsonl_of(path: Path, library: qa.Library, *, whole: bool) -> QuestionSet:
    """Return the set in `path` over the documents of a library.

    whole: with all its documents; else with those that answer. A question is left out, and a note says so, when no
    document of the library has any of its gold.
    """
    documents = _Documents(library.documents(), library.document)
    questions, n_lost = _read(path, documents, strict=False)
    if n_lost and not any(question.answerable for question in questions):
        raise EvalError(
            f"No question of {path.stem} has its answer in a document of this library. Name the library that it was "
            "made for, or the folder of its documents with --documents DIR."
        )
    ids = documents.ids if whole else sorted({gold.document_id for question in questions for gold in question.gold})
    n_asked = len(questions) + n_lost
    note = f"Left out, as no document of the library answers them any more: {n_lost} of {n_asked} questions."
    return QuestionSet(path.stem, tuple(map(documents.load, ids)), tuple(questions), (note,) if n_lost else ())


class _Lost(EvalError):
    """Gold that no document has."""


class _Documents:
    """Where gold may be: documents by id, by the name of their file where no other has it, and by their text."""

    def __init__(self, about: Sequence[qa.Document | qa.DocumentInfo], load: Callable[[str], qa.Document]) -> None:
        self.ids = [each.id for each in about]
        self.load = cache(load)
        files = [PurePath(each.source).name for each in about]
        counts = Counter(files)
        self.by_name = {name: each.id for name, each in zip(files, about, strict=True) if name and counts[name] == 1}
        self.by_name |= {document_id: document_id for document_id in self.ids}
        self.by_text: dict[str, list[str]] = {}
        for each in about:
            self.by_text.setdefault(each.sha256, []).append(each.id)


def _read(path: Path, documents: _Documents, *, strict: bool) -> tuple[list[SetQuestion], int]:
    """Return the questions in `path`, and how many were left out as their gold is lost, which is an error if strict."""
    questions: dict[str, SetQuestion] = {}
    lost: set[str] = set()
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        at = f"{path.name}, line {number}"
        record = parse(line, at=at)
        question_id = take_text(record, "id", at=at)
        if question_id in questions or question_id in lost:
            raise EvalError(f"{at}: id {question_id!r} was used before. Give each question its own.")
        try:
            questions[question_id] = _read_question(record, documents, at=at, strict=strict)
        except _Lost:
            if strict:
                raise
            lost.add(question_id)
    if not questions and not lost:
        raise EvalError(f"{path} holds no questions. Write one JSON object a line.")
    return list(questions.values()), len(lost)


def read_documents(*folders: Traversable) -> tuple[tuple[qa.Document, ...], tuple[str, ...]]:
    """Return the documents of folders, by name in each, and notes on the files that no reader knows.

    No two files may have the same name.
    """
    for folder in folders:
        if not folder.is_dir():
            raise EvalError(f"There is no folder {folder} with the set's documents. Name one with --documents DIR.")
    documents: list[qa.Document] = []
    skipped: list[str] = []
    for entry in (each for folder in folders for each in sorted(folder.iterdir(), key=lambda each: each.name)):
        if not entry.is_file() or entry.name.startswith((".", "_")):
            continue
        try:
            document = qa.read(entry.read_bytes(), name=entry.name)
        except qa.UnsupportedFormat:
            skipped.append(entry.name)
        else:
            documents.append(replace(document, id=entry.name))
    if not documents:
        names = " or ".join(map(str, folders))
        raise EvalError(f"No file in {names} is a document that can be read. Name another with --documents DIR.")
    notes = (f"Not documents, left out: {', '.join(skipped)}.",) if skipped else ()
    return tuple(documents), notes


def _check_pins(path: Path, documents: Sequence[qa.Document]) -> None:
    """Raise EvalError when a file beside the set names other documents than these."""
    pins = path.parent / PINS
    if not pins.is_file():
        return
    record = load(pins)
    digests = {document.id: document.sha256 for document in documents}
    for name in record if isinstance(record, dict) else take({PINS: record}, PINS, dict, at=str(pins)):
        pinned = take_text(record, name, at=str(pins))
        if digests.get(name) != pinned:
            there = f"has the SHA-256 {digests[name][:12]}…" if name in digests else "is not among the documents"
            raise EvalError(
                f"{path.name} was written for {name} with the SHA-256 {pinned[:12]}…, which {there}. "
                f"Give the documents that the set was written for, or write it again for these and delete {pins}."
            )
    others = sorted(digests.keys() - record.keys())
    if others:
        raise EvalError(
            f"{path.name} was written for {', '.join(record)} alone, and {others[0]} is among the documents. Give the "
            f"documents that the set was written for, or write it again for these and delete {pins}."
        )


def _read_question(record: Any, documents: _Documents, *, at: str, strict: bool) -> SetQuestion:
    question_id = take_text(record, "id", at=at)
    text = question_text(record, at=at)
    at = f"{at}, question {question_id!r}"
    entries = take({"gold": [], **record}, "gold", list, at=at)
    gold: set[qa.Span] = set()
    lost: _Lost | None = None
    for entry in entries:
        try:
            gold.update(_locate_all(entry, documents, at=at))
        except _Lost as exc:
            lost = exc
    if lost and (strict or not gold):
        raise lost
    kind = take_text({"kind": "answerable" if gold else "unanswerable", **record}, "kind", at=at)
    history = take({"history": [], **record}, "history", list, at=at)
    before = tuple(question_text({"question": each}, at=f"{at}, history[{n}]") for n, each in enumerate(history))
    if len(before) > MAX_HISTORY:
        raise EvalError(f"{at}: the history has {len(before)} questions, over {MAX_HISTORY}. Leave out the oldest.")
    about = _find(take_text(record, "document", at=at), documents, at=at) if "document" in record else ""
    return SetQuestion(question_id, text, kind, tuple(sorted(gold)), history=before, about=about)


def _locate_all(entry: Any, documents: _Documents, *, at: str) -> list[qa.Span]:
    """Return where the gold of an entry is: in the documents with the text that it is from, else by its words."""
    name = take_text(entry, "document", at=at)
    text = take_text(entry, "text", at=at)
    same = documents.by_text.get(take_text(entry, "sha256", at=at), []) if "sha256" in entry else []
    if not same:
        return [_locate(name, text.strip(), documents, at=at)]
    start, end = take(entry, "start", int, at=at), take(entry, "end", int, at=at)
    if not 0 <= start < end or documents.load(same[0]).text[start:end] != text:
        raise EvalError(f"{at}: {name} has other words than {text!r} at [{start}, {end}). Write the set again.")
    return [qa.Span(document_id, start, end) for document_id in same]


def _find(name: str, documents: _Documents, *, at: str) -> str:
    """Return the id of the document of this name."""
    if name not in documents.by_name:
        names = ", ".join(list(documents.by_name)[:10])
        raise _Lost(f"{at}: there is no document {name!r}. Name one of these: {names}.")
    return documents.by_name[name]


def _locate(name: str, text: str, documents: _Documents, *, at: str) -> qa.Span:
    document_id = _find(name, documents, at=at)
    words = documents.load(document_id).text
    start = words.find(text)
    if start < 0:
        raise _Lost(f"{at}: {name} does not hold the gold text {text!r}. Copy it letter for letter.")
    if words.find(text, start + 1) >= 0:
        raise _Lost(f"{at}: {name} holds the gold text {text!r} more than once. Quote more of the text around it.")
    return qa.Span(document_id, start, start + len(text))
