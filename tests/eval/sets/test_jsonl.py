"""Reading Quoth's own format: places, documents, pins, histories, and what every error says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import qa
from eval.records import EvalError
from eval.sets.choose import read_set
from eval.sets.jsonl import MAX_HISTORY

TICKET = {
    "id": "q1",
    "question": "What does a ticket cost?",
    "kind": "number",
    "gold": [{"document": "museum.txt", "text": "A ticket costs 14 euros."}],
}


def test_lines_become_spans(write_lines: Callable[..., Path]) -> None:
    question_set = read_set(write_lines(TICKET, "", {"id": "q2", "question": "Who?", "gold": []}))
    assert question_set.name == "set"
    assert [document.id for document in question_set.documents] == ["library.txt", "museum.txt"]
    first, second = question_set.questions
    assert (first.kind, first.answerable, second.kind, second.answerable) == ("number", True, "unanswerable", False)
    assert [span.cut(question_set.documents[1]) for span in first.gold] == ["A ticket costs 14 euros."]


def test_documents_from_another_folder(write_lines: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "museum.txt").write_text("Now A ticket costs 14 euros.", encoding="utf-8")
    (folder / "picture.xyz").write_bytes(b"\0")
    (folder / ".hidden.txt").write_text("no", encoding="utf-8")
    question_set = read_set(write_lines(TICKET), documents=folder)
    assert question_set.questions[0].gold == (qa.Span("museum.txt", 4, 28),)
    assert question_set.notes == ("Not documents, left out: picture.xyz.",)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", ["set.jsonl, line 1", "not JSON", "column 2"]),
        ("[" * 100_000, ["set.jsonl, line 1", "deeply"]),
        ("[]", ["set.jsonl, line 1", "list", "object"]),
        ({"question": "Who?"}, ["'id' is missing", "a text"]),
        ({"id": 7, "question": "Who?"}, ["'id' holds '7'", "a text"]),
        ({"id": "q", "question": " "}, ["'question' is blank"]),
        ({"id": "q", "question": "\ud800"}, ["lone surrogate"]),
        ({"id": "q", "question": "x" * 4001}, ["4,001 characters", "4,000"]),
        ({"id": "q", "question": "Who?", "gold": "museum"}, ["question 'q'", "'gold'", "a list"]),
        (TICKET | {"gold": [{"document": "no.txt", "text": "x"}]}, ["'no.txt'", "library.txt, museum.txt"]),
        (TICKET | {"gold": [{"document": "museum.txt", "text": "15 euros"}]}, ["'q1'", "'15 euros'", "letter for"]),
        (TICKET | {"gold": [{"document": "museum.txt", "text": "t"}]}, ["'q1'", "more than once", "Quote more"]),
        ("", ["holds no questions"]),
    ],
)
def test_errors_of_a_line(write_lines: Callable[..., Path], line: Any, words: Any) -> None:
    with pytest.raises(EvalError) as caught:
        read_set(write_lines(line))
    assert [word for word in words if word not in str(caught.value)] == []


def test_repeated_id(write_lines: Callable[..., Path]) -> None:
    with pytest.raises(EvalError, match="line 2: id 'q1' was used before"):
        read_set(write_lines(TICKET, TICKET))


def test_no_documents(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(EvalError, match="--documents DIR"):
        read_set(path)
    (tmp_path / "documents").mkdir()
    with pytest.raises(EvalError, match="No file in"):
        read_set(path)


def test_a_set_may_be_pinned_to_its_documents(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "museum.txt").write_text("The museum opens at nine.", encoding="utf-8")
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "q", "question": "When does it open?"}\n', encoding="utf-8")
    digest = qa.read_file(documents / "museum.txt").sha256
    pins = tmp_path / "documents.json"
    pins.write_text(json.dumps({"museum.txt": digest}), encoding="utf-8")
    assert len(read_set(path).questions) == 1
    pins.write_text(json.dumps({"museum.txt": digest[::-1]}), encoding="utf-8")
    with pytest.raises(EvalError, match=rf"written for museum\.txt with .*which has the SHA-256 {digest[:12]}"):
        read_set(path)
    pins.write_text(json.dumps({"museum.txt": digest, "gone.txt": digest}), encoding="utf-8")
    with pytest.raises(EvalError, match=r"written for gone\.txt .*which is not among the documents"):
        read_set(path)
    pins.write_text(json.dumps({"museum.txt": digest}), encoding="utf-8")
    (documents / "other.txt").write_text("More.", encoding="utf-8")
    with pytest.raises(EvalError, match=r"museum\.txt alone, and other\.txt is among"):
        read_set(path)


FOLLOW_UP = {
    "id": "f1",
    "history": ["What does a ticket to the museum cost?"],
    "question": "Who founded it?",
    "gold": [{"document": "museum.txt", "text": "Dr. Smith founded it in 1931."}],
}


def test_a_history_is_read_and_told_apart(write_lines: Callable[..., Path]) -> None:
    question_set = read_set(write_lines(FOLLOW_UP))
    (question,) = question_set.questions
    assert question.history == ("What does a ticket to the museum cost?",)
    alone = replace(question_set, questions=(replace(question, history=()),))
    without = {key: value for key, value in FOLLOW_UP.items() if key != "history"}
    assert read_set(write_lines(without)).sha256 == alone.sha256 != question_set.sha256


@pytest.mark.parametrize("history", ["Who?", [7], [""], ["Who?"] * (MAX_HISTORY + 1)], ids=repr)
def test_a_history_that_cannot_be_asked(write_lines: Callable[..., Path], history: Any) -> None:
    with pytest.raises(EvalError, match="history"):
        read_set(write_lines(FOLLOW_UP | {"history": history}))


def test_the_document_that_a_question_is_about(write_lines: Callable[..., Path]) -> None:
    known = {"id": "q2", "question": "Who painted it?", "document": "museum.txt"}
    first, second = read_set(write_lines(TICKET, known)).questions
    assert (first.about, second.about) == ("", "museum.txt")
    assert not second.answerable
    with pytest.raises(EvalError, match=r"line 1, question 'q2': there is no document 'no\.txt'"):
        read_set(write_lines(known | {"document": "no.txt"}))
