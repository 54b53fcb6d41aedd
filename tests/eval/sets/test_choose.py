"""Which set is read, and in which format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import qa
from eval.records import EvalError
from eval.sets.choose import is_without_documents, read_set, read_set_of
from eval.sets.shipped import ONLY_REPORTED, SHIPPED, shipped_set

TICKET = {
    "id": "q1",
    "question": "What does a ticket cost?",
    "kind": "number",
    "gold": [{"document": "museum.txt", "text": "A ticket costs 14 euros."}],
}


def test_format_goes_by_the_ending(write_lines: Callable[..., Path], tmp_path: Path) -> None:
    path = write_lines(TICKET, name="set.txt")
    with pytest.raises(EvalError, match="--format quoth, squad"):
        read_set(path)
    assert len(read_set(path, format="quoth").questions) == 1
    with pytest.raises(EvalError, match="Leave it out"):
        read_set(path, format="squad", documents=tmp_path)


def test_the_shipped_set() -> None:
    question_set = read_set()
    assert question_set.name == "brief"
    assert question_set.sha256 == "8872e64f0249b50965d5098d96b0860c34b8713a1c67afcc2d148ea7dcbdce6d"
    assert any(question.answerable for question in question_set.questions)
    assert not all(question.answerable for question in question_set.questions)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_set_has_its_documents(name: str) -> None:
    question_set = read_set(shipped_set(name))
    assert question_set.name == name
    assert not is_without_documents(shipped_set(name))
    assert {span.document_id for question in question_set.questions for span in question.gold} <= {
        document.id for document in question_set.documents
    }


OPENING = {
    "id": "q1",
    "input": "when does it open",
    "passages": [{"title": "Museum", "text": "It opens .", "sentences": ["It opens ."]}],
    "output": [{"selected_sentences": []}],
}
SECTION = {"question": "When does it open?", "candidates": ["It is old.", "It opens at nine."], "answers": [1]}


def test_a_format_shows_in_the_content(write: Callable[..., Path]) -> None:
    assert read_set(write(OPENING)).documents[0].title == "Museum"
    assert read_set(write([SECTION], name="set.json")).questions[0].candidates
    assert read_set(write([SECTION], name="set.txt"), format="selqa").questions[0].candidates
    with pytest.raises(EvalError, match="--format quoth, squad, clapnq or selqa"):
        read_set(write(OPENING, name="set.txt"))
    with pytest.raises(EvalError, match="Leave it out"):
        read_set(write(OPENING), documents=Path())


def test_the_set_that_is_only_reported_is_not_read_by_its_path(tmp_path: Path) -> None:
    assert ONLY_REPORTED.is_file()
    with pytest.raises(EvalError, match="quoth eval everyday"):
        read_set(ONLY_REPORTED)
    with pytest.raises(EvalError, match="quoth eval everyday"):
        read_set(ONLY_REPORTED.parent / ".." / "report" / "report.jsonl", documents=tmp_path)
    with qa.Library() as library, pytest.raises(EvalError, match="quoth eval everyday"):
        read_set_of(library, ONLY_REPORTED)
