"""Reading question sets in both formats, and what every error says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets import fields
from eval.sets.choose import SHIPPED, is_without_documents, read_set, shipped_set
from eval.sets.squad import nearest, read_squad

TICKET = {
    "id": "q1",
    "question": "What does a ticket cost?",
    "kind": "number",
    "gold": [{"document": "museum.txt", "text": "A ticket costs 14 euros."}],
}


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


# -- Quoth's own format ------------------------------------------------------------------------------------------------


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


# -- SQuAD's format ----------------------------------------------------------------------------------------------------


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


# -- both --------------------------------------------------------------------------------------------------------------


def test_format_goes_by_the_ending(write_lines: Callable[..., Path], tmp_path: Path) -> None:
    path = write_lines(TICKET, name="set.txt")
    with pytest.raises(EvalError, match="--format quoth, squad"):
        read_set(path)
    assert len(read_set(path, format="quoth").questions) == 1
    with pytest.raises(EvalError, match="Leave it out"):
        read_set(path, format="squad", documents=tmp_path)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EvalError, match="cannot be read"):
        fields.read_text(tmp_path / "none.json")
    path = tmp_path / "latin.json"
    path.write_bytes(b'"caf\xe9"')
    with pytest.raises(EvalError, match="byte 4"):
        fields.read_text(path)
    monkeypatch.setattr(fields, "MAX_BYTES", 3)
    with pytest.raises(EvalError, match="6 bytes, over the limit of 3"):
        fields.read_text(path)


def test_the_digest_is_of_what_is_asked(question_set: QuestionSet) -> None:
    documents, questions = question_set.documents, question_set.questions
    same = QuestionSet("other name", documents, questions, ("a note",))
    assert same.sha256 == question_set.sha256
    assert question_set.thin(3).sha256 != question_set.sha256
    changed = qa.Document(id="museum", text=documents[0].text + " ")
    assert QuestionSet("small", (changed, documents[1]), questions).sha256 != question_set.sha256


def test_thinning_is_even_and_noted(question_set: QuestionSet) -> None:
    thinned = question_set.thin(2)
    assert [question.id for question in thinned.questions] == ["q1", "q3"]
    assert thinned.documents == question_set.documents
    assert thinned.notes == ("Only 2 of 4 questions, evenly spaced.",)
    assert question_set.thin(4) is question_set.thin(None) is question_set


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
