"""Texts and questions on disk."""

from __future__ import annotations

from pathlib import Path

from eval.bench.texts.texts import Text, TextQuestion, read_questions, read_texts, write_questions, write_texts


def test_texts_and_questions_are_read_as_they_were_written(tmp_path: Path) -> None:
    texts = [Text("One\nline\u2028é", "en"), Text("", "de")]
    corpus = write_texts(texts, tmp_path / "texts")
    assert (corpus.n_passages, corpus.n_bytes) == (2, 13)
    assert list(read_texts(corpus.file)) == texts
    asked = [TextQuestion("Wo?\n", (1, 2)), TextQuestion("\u2028", ())]
    write_questions(asked, tmp_path / "questions")
    assert read_questions(tmp_path / "questions") == asked
