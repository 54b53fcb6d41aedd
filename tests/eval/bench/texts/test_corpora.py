"""Documents and sets as texts with questions about them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.bench.texts import corpora
from eval.bench.texts.texts import read_texts
from eval.records import EvalError, QuestionSet


def test_a_set_is_asked_about_the_passages_that_answer(question_set: QuestionSet, tmp_path: Path) -> None:
    corpus, asked = corpora.write_set(question_set, tmp_path / "texts", 100)
    texts = [text.text for text in read_texts(corpus.file)]
    by_id = sorted(question_set.documents, key=lambda document: document.id)
    assert texts == [document.text for document in by_id]
    answerable = [question for question in question_set.questions if question.answerable]
    assert [question.text for question in asked] == [question.text for question in answerable]
    assert [[by_id[row].id for row in question.gold] for question in asked] == [
        [question.gold[0].document_id] for question in answerable
    ]
    assert len(corpora.write_set(question_set, tmp_path / "texts", 2)[1]) == 2


def test_a_set_that_rivals_cannot_be_asked_is_refused(question_set: QuestionSet, tmp_path: Path) -> None:
    follow_up = replace(question_set.questions[0], history=("Before?",))
    with pytest.raises(EvalError, match="conversation"):
        corpora.write_set(replace(question_set, questions=(follow_up,)), tmp_path / "texts", 5)
    silent = tuple(question for question in question_set.questions if not question.answerable)
    with pytest.raises(EvalError, match="has an answer"):
        corpora.write_set(replace(question_set, questions=silent), tmp_path / "texts", 5)


def test_documents_of_ones_own_are_cut_as_quoth_cuts_them(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "museum.md").write_text("The museum opened its doors during winter.\n\n" * 50, encoding="utf-8")
    corpus = corpora.write_files([folder], tmp_path / "texts")
    assert corpus.n_passages > 1
    asked = corpora.make_questions(corpus, 20, seed=0)
    assert len(asked) == 20
    assert {question.gold[0] for question in asked} <= set(range(corpus.n_passages))
    assert asked == corpora.make_questions(corpus, 20, seed=0)


def test_documents_without_words_are_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("a b c", encoding="utf-8")
    corpus = corpora.write_files([tmp_path / "short.txt"], tmp_path / "texts")
    with pytest.raises(EvalError, match="--set"):
        corpora.make_questions(corpus, 5, seed=0)
