"""Reading ClapNQ's format, and what every error says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qa
from eval.records import EvalError, QuestionSet
from eval.sets.clapnq import read_clapnq

SENTENCES = ["It opens at nine .", "It is `` old '' .", "It opens at nine ."]


PASSAGE = {"title": "Museum", "text": " ".join(SENTENCES) + " ", "sentences": SENTENCES}


OPENING: dict[str, Any] = {
    "id": "q1",
    "input": "when does the museum open",
    "passages": [PASSAGE],
    "output": [{"selected_sentences": [SENTENCES[0]]}, {"selected_sentences": []}],
}


UNKNOWN: dict[str, Any] = OPENING | {"id": "q2", "output": [{"selected_sentences": []}]}


def texts(question_set: QuestionSet, places: tuple[qa.Span, ...]) -> list[str]:
    documents = {document.id: document for document in question_set.documents}
    return [place.cut(documents[place.document_id]) for place in places]


def test_passages_become_documents_and_selected_sentences_gold(write: Callable[..., Path]) -> None:
    question_set = read_clapnq(write(OPENING, "", UNKNOWN))
    (document,) = question_set.documents
    assert (document.id, document.title, document.text) == ("set-1", "Museum", PASSAGE["text"])
    first, second = question_set.questions
    assert (first.id, first.text, first.kind) == ("q1", "when does the museum open", "answerable")
    assert [(span.start, span.end) for span in first.gold] == [(0, 18), (37, 55)]  # both places of the sentence
    assert (second.kind, second.gold) == ("unanswerable", ())
    assert question_set.notes == ("Passages merged into an earlier one with the same text: 1.",)


def test_several_annotators_and_several_files_are_one_set(write: Callable[..., Path]) -> None:
    outputs = [{"selected_sentences": [sentence]} for sentence in SENTENCES[:2]]
    other = UNKNOWN | {"passages": [{"text": "Other .", "sentences": ["Other ."]}]}
    question_set = read_clapnq(write(OPENING | {"output": outputs}), write(other, name="more.jsonl"))
    assert question_set.name == "set"
    assert [document.id for document in question_set.documents] == ["set-1", "more-1"]
    assert texts(question_set, question_set.questions[0].gold) == SENTENCES


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("{", ["set.jsonl, line 1", "not JSON"]),
        (OPENING | {"input": " "}, ["line 1", "'question' is blank"]),
        (OPENING | {"passages": [{"sentences": []}]}, ["passages[0]", "'text' is missing"]),
        (OPENING | {"passages": [PASSAGE | {"sentences": [1]}]}, ["passages[0], sentences[0]", "'1'"]),
        (OPENING | {"passages": [PASSAGE | {"sentences": ["No."]}]}, ["sentences[0]", "'No.'", "letter for letter"]),
        (OPENING | {"output": [{}]}, ["output[0]", "'selected_sentences' is missing"]),
        (OPENING | {"output": [{"selected_sentences": ["No."]}]}, ["output[0]", "'No.'", "letter for letter"]),
        ("", ["set.jsonl", "no questions"]),
    ],
)
def test_errors_of_clapnq(write: Callable[..., Path], record: Any, words: list[str]) -> None:
    with pytest.raises(EvalError) as caught:
        read_clapnq(write(record))
    assert [word for word in words if word not in str(caught.value)] == []


def test_an_id_used_twice(write: Callable[..., Path]) -> None:
    with pytest.raises(EvalError, match="line 2: id 'q1' was used before"):
        read_clapnq(write(OPENING, OPENING))
