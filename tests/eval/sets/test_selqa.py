"""Reading SelQA's format, and what every error says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qa
from eval.records import EvalError, QuestionSet
from eval.sets.selqa import read_selqa


def texts(question_set: QuestionSet, places: tuple[qa.Span, ...]) -> list[str]:
    documents = {document.id: document for document in question_set.documents}
    return [place.cut(documents[place.document_id]) for place in places]


SECTION: dict[str, Any] = {
    "question": "When does it open?",
    "article": "Museum",
    "section": "Visit",
    "is_paraphrase": True,
    "candidates": ["It is old.", " ", " It opens at nine.", "Come."],
    "answers": [2],
}


def test_sections_become_documents_and_candidates_places(write: Callable[..., Path]) -> None:
    other = {"question": "Who?", "candidates": SECTION["candidates"], "answers": []}
    question_set = read_selqa(write([SECTION, other], name="set.json"))
    (document,) = question_set.documents
    assert (document.title, document.text) == ("Museum, Visit", "It is old. It opens at nine. Come.")
    first, second = question_set.questions
    assert texts(question_set, first.candidates) == ["It is old.", "It opens at nine.", "Come."]
    assert texts(question_set, first.gold) == ["It opens at nine."]
    assert [question.kind for question in (first, second)] == ["paraphrase", "unanswerable"]
    assert question_set.notes == ("Blank candidates left out: 2.",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=6), st.data())
def test_gold_is_where_it_was(write: Callable[..., Path], candidates: list[str], data: st.DataObject) -> None:
    answer = data.draw(st.integers(0, len(candidates) - 1))
    path = write([SECTION | {"candidates": candidates, "answers": [answer]}], name="set.json")
    if not any(candidate.strip() for candidate in candidates):
        with pytest.raises(EvalError, match="blank"):
            read_selqa(path)
        return
    question_set = read_selqa(path)
    (question,) = question_set.questions
    kept = [candidate.strip() for candidate in candidates if candidate.strip()]
    assert texts(question_set, question.candidates) == kept
    assert texts(question_set, question.gold) == [c for c in [candidates[answer].strip()] if c]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], ["set.json", "no list of questions"]),
        ({"data": []}, ["no list of questions"]),
        ([3], ["[0] is int"]),
        ([{"question": "q"}], ["set.json, [0]", "'candidates' is missing"]),
        ([SECTION | {"candidates": ["a", 2]}], ["candidates[1] holds '2'"]),
        ([SECTION | {"candidates": ["", " "]}], ["blank"]),
        ([SECTION, SECTION | {"answers": [4]}], ["[1]", "'answers' holds '4'", "from 0 to 3"]),
        ([SECTION | {"answers": [True]}], ["'answers' holds 'True'"]),
    ],
)
def test_errors_of_selqa(write: Callable[..., Path], data: Any, words: list[str]) -> None:
    with pytest.raises(EvalError) as caught:
        read_selqa(write(data, name="set.json"))
    assert [word for word in words if word not in str(caught.value)] == []
