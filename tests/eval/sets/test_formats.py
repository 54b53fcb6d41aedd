"""Reading ClapNQ's and SelQA's formats, telling formats apart, and what every error says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qa
from eval.records import EvalError, QuestionSet
from eval.sets.choose import read_set
from eval.sets.clapnq import read_clapnq
from eval.sets.selqa import read_selqa

SENTENCES = ["It opens at nine .", "It is `` old '' .", "It opens at nine ."]
PASSAGE = {"title": "Museum", "text": " ".join(SENTENCES) + " ", "sentences": SENTENCES}
OPENING: dict[str, Any] = {
    "id": "q1",
    "input": "when does the museum open",
    "passages": [PASSAGE],
    "output": [{"selected_sentences": [SENTENCES[0]]}, {"selected_sentences": []}],
}
UNKNOWN: dict[str, Any] = OPENING | {"id": "q2", "output": [{"selected_sentences": []}]}

SECTION: dict[str, Any] = {
    "question": "When does it open?",
    "article": "Museum",
    "section": "Visit",
    "is_paraphrase": True,
    "candidates": ["It is old.", " ", " It opens at nine.", "Come."],
    "answers": [2],
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of JSON lines, or of one JSON value."""

    def write(*records: Any, name: str = "set.jsonl") -> Path:
        path = tmp_path / name
        lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def texts(question_set: QuestionSet, places: tuple[qa.Span, ...]) -> list[str]:
    documents = {document.id: document for document in question_set.documents}
    return [place.cut(documents[place.document_id]) for place in places]


# -- ClapNQ ------------------------------------------------------------------------------------------------------------


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


# -- SelQA -------------------------------------------------------------------------------------------------------------


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


# -- telling them apart ------------------------------------------------------------------------------------------------


def test_a_format_shows_in_the_content(write: Callable[..., Path]) -> None:
    assert read_set(write(OPENING)).documents[0].title == "Museum"
    assert read_set(write([SECTION], name="set.json")).questions[0].candidates
    assert read_set(write([SECTION], name="set.txt"), format="selqa").questions[0].candidates
    with pytest.raises(EvalError, match="--format quoth, squad, clapnq or selqa"):
        read_set(write(OPENING, name="set.txt"))
    with pytest.raises(EvalError, match="Leave it out"):
        read_set(write(OPENING), documents=Path())
