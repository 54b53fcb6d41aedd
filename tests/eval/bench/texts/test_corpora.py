"""What is asked about what: questions made of texts, sets as passages, and what the machine allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.limit import bandwidth, postings_bytes, touched
from eval.bench.texts import corpora
from eval.bench.texts.questions import question_about
from eval.bench.texts.texts import Text, TextQuestion, read_questions, read_texts, write_questions, write_texts
from eval.records import EvalError, QuestionSet

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.lists(st.text(LETTERS, min_size=4, max_size=9), unique=True, min_size=3), st.integers(0, 2**32))
def test_a_question_has_a_natural_length_and_words_of_its_text(words: list[str], seed: int) -> None:
    text = " ".join(f"matter{word}" for word in words)
    question = question_about(text, "elsewhere", np.random.default_rng(seed))
    assert question is not None
    assert question.endswith("?")
    said = question[:-1].split()
    assert 6 <= len(said) <= 14
    assert len(set(said) & set(text.split())) >= min(3, len(words)) - 1  # the last may be cut off
    assert question == question_about(text, "elsewhere", np.random.default_rng(seed))


@given(st.text(max_size=40))
def test_a_question_about_any_text_is_one_or_none(text: str) -> None:
    question = question_about(text, text, np.random.default_rng(0))
    assert question is None or question.endswith("?")


def test_texts_and_questions_are_read_as_they_were_written(tmp_path: Path) -> None:
    texts = [Text("One\nline\u2028é", "en"), Text("", "de")]
    corpus = write_texts(texts, tmp_path / "texts")
    assert (corpus.n_passages, corpus.n_bytes) == (2, 13)
    assert list(read_texts(corpus.file)) == texts
    asked = [TextQuestion("Wo?\n", (1, 2)), TextQuestion("\u2028", ())]
    write_questions(asked, tmp_path / "questions")
    assert read_questions(tmp_path / "questions") == asked


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


def test_the_postings_that_a_question_touches_are_counted() -> None:
    few, many = postings_bytes(np.array([4.0]), 65_536), postings_bytes(np.array([60_000.0]), 65_536)
    assert (few, many) == (2 * 4 + 4 + 1, 9 * 1_024 + 15_000)
    assert postings_bytes(np.array([4.0, 60_000.0]), 65_536) == few + many
    sample = [Text("The museum opens.", "en"), Text("A museum closes.", "en"), Text("Nothing else.", "en")]
    asked = [TextQuestion("Which museums close?", (1,)), TextQuestion("Unknown zebra?", (1,))]
    found = touched(sample, 300, asked)
    assert found["touched_bytes"] == pytest.approx(
        (postings_bytes(np.array([200.0]), 300) + postings_bytes(np.array([100.0]), 300)) / 2
    )
    assert found["postings"] == pytest.approx([300.0, 0.0])


def test_the_bandwidth_is_that_of_a_memory() -> None:
    assert 0 < bandwidth() < 1e13
