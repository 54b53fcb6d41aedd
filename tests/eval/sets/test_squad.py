"""Reading SQuAD's format, what is mended, and what every error says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from eval.records import EvalError, SetQuestion
from eval.sets.choose import read_set
from eval.sets.squad import nearest, read_squad


@pytest.fixture
def write_squad(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of a set in SQuAD's format from (paragraphs of) an article or several."""

    def write(*articles: Any) -> Path:
        path = tmp_path / "squad.json"
        path.write_text(json.dumps({"version": "v2.0", "data": articles}), encoding="utf-8")
        return path

    return write


def paragraph(context: str, *questions: Any) -> dict[str, Any]:
    return {"context": context, "qas": list(questions)}


def asked(*answers: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": "a",
        "question": "What?",
        "answers": [{"text": text, "answer_start": start} for text, start in answers],
    } | more


def test_paragraphs_become_documents(write_squad: Callable[..., Path]) -> None:
    normandy = paragraph("Normandy is in France.", asked(("France", 15), ("in France", 12), ("France", 15)))
    other = paragraph("Other.", {"id": 9, "question": "Who?", "is_impossible": True})
    question_set = read_set(write_squad({"title": "Normans", "paragraphs": [normandy]}, {"paragraphs": [other]}))
    titles = {document.id: document.title for document in question_set.documents}
    assert titles == {"0-0": "Normans", "1-0": "1-0"}
    first, second = question_set.questions
    assert first == SetQuestion("a", "What?", "answerable", (qa.Span("0-0", 12, 21), qa.Span("0-0", 15, 21)))
    assert second == SetQuestion("9", "Who?", "unanswerable")
    assert question_set.notes == ()


def test_ids_are_padded(write_squad: Callable[..., Path]) -> None:
    many = [paragraph(f"Paragraph {i}.") for i in range(11)]
    many[3]["qas"] = [asked()]
    ids = [document.id for document in read_set(write_squad({"paragraphs": many})).documents]
    assert ids == sorted(ids)
    assert ids[0] == "0-00"


def test_what_is_mended_is_counted(write_squad: Callable[..., Path]) -> None:
    question_set = read_set(
        write_squad(
            {
                "paragraphs": [
                    paragraph(
                        "one two one two one",
                        asked((" one ", 7)),  # right, with white space around
                        asked(("one", 14), id="b"),  # nearest: 16
                        asked(("three", 0), ("two", 4), id="c"),
                        asked(("three", 0), id="d"),
                        asked(("", 0), id="e"),
                        asked(("two", -5), id="a"),
                    )
                ]
            }
        )
    )
    assert {question.id: [(g.start, g.end) for g in question.gold] for question in question_set.questions} == {
        "a": [(8, 11)],
        "b": [(16, 19)],
        "c": [(4, 7)],
        "a#2": [(4, 7)],
    }
    assert [note.split()[-1] for note in question_set.notes] == ["2.", "3.", "2.", "1."]


def test_identical_paragraphs_are_one(write_squad: Callable[..., Path]) -> None:
    same = [paragraph("Same.", asked(("Same", 0), id=i)) for i in ("a", "b")]
    question_set = read_set(write_squad({"paragraphs": same}))
    assert len(question_set.documents) == 1
    assert {question.gold for question in question_set.questions} == {(qa.Span("0-0", 0, 4),)}
    assert question_set.notes == ("Paragraphs merged into an earlier one with the same text: 1.",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", ["squad.json is list"]),
        ("{}", ["'data' is missing", "a list"]),
        ('{"data": [{}]}', ["data[0]", "'paragraphs'"]),
        ('{"data": [{"paragraphs": [{}]}]}', ["data[0].paragraphs[0]", "'context'"]),
        ('{"data": [{"paragraphs": [{"context": "x", "qas": [3]}]}]}', [".qas[0] is int"]),
        (
            '{"data": [{"paragraphs": [{"context": "x", "qas": [{"question": "q", "answers": [{"text": "x"}]}]}]}]}',
            [".qas[0].answers[0]", "'answer_start' is missing"],
        ),
        (
            '{"data": [{"paragraphs": [{"context": "x", "qas": [{"question": "q", "answers": '
            '[{"text": "x", "answer_start": true}]}]}]}]}',
            ["'answer_start' holds 'True'", "whole number"],
        ),
        ('{"data": []}', ["holds no questions"]),
    ],
)
def test_errors_of_squad(tmp_path: Path, text: str, words: Any) -> None:
    path = tmp_path / "squad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvalError) as caught:
        read_squad(path)
    assert [word for word in words if word not in str(caught.value)] == []


@given(st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=3), st.integers(-5, 40))
def test_nearest_is_the_nearest(text: str, words: str, offset: int) -> None:
    clipped = min(max(offset, 0), len(text))
    found = [i for i in range(len(text)) if text.startswith(words, i)]
    expected = min(found, key=lambda i: abs(i - clipped), default=None)
    assert nearest(text, words, offset) == expected


def test_some_articles_keep_their_ids(write_squad: Callable[..., Path]) -> None:
    articles = [{"paragraphs": [paragraph(f"Text {i}.", asked(("Text", 0), id=str(i)))]} for i in range(3)]
    question_set = read_squad(write_squad(*articles), articles=slice(1, None))
    assert [document.id for document in question_set.documents] == ["1-0", "2-0"]
    assert [question.id for question in question_set.questions] == ["1", "2"]


def test_questions_may_be_asked_of_their_own_article(write_squad: Callable[..., Path]) -> None:
    first = {"paragraphs": [paragraph("Same.", asked(("Same", 0), id="a")), paragraph("More.")]}
    same, other = asked(("Same", 0), id="b"), asked(("Other", 0), id="c", question="WHAT?")
    second = {"paragraphs": [paragraph("Same.", same), paragraph("Other.", other, asked(id="d", question="Who?"))]}
    path = write_squad(first, second)
    together, apart = read_squad(path), read_squad(path, apart=True)
    assert [question.id for question in together.questions] == ["a", "b", "c", "d"]
    assert {question.documents for question in together.questions} == {()}
    assert [(question.id, question.kind) for question in apart.questions] == [
        ("a", "answerable"),
        ("b", "answerable"),
        ("d", "unanswerable"),
    ]
    assert [question.documents for question in apart.questions] == [("0-0", "0-1"), ("0-0", "1-1"), ("0-0", "1-1")]
    assert apart.questions[1].gold == (qa.Span("0-0", 0, 4), qa.Span("1-1", 0, 5))
    assert apart.notes[-2] == "Questions joined with an earlier one of the same words about the same article: 1."
    assert apart.notes[-1] == "Each question is asked of the paragraphs of its own article."
    assert apart.sha256 != together.sha256
