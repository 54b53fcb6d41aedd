"""Keyword queries: the words that quotes share with the right paragraphs, and figures of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from eval.cli import eval_command
from eval.evaluate import choose_systems
from eval.keywords.measure import FIGURES, measure, paragraph_f1, read_keywords
from eval.keywords.report import as_json, list_worst, markdown, table
from eval.records import QuestionSet
from eval.systems.paragraphs import paragraphs

PAPER = """# Weirs of the upper Tamble

## Fish ladders

Ladders were built beside nine weirs. Salmon use the wide ones. Eels use none of them.

## Silt

Silt settles behind every weir. It is dredged in autumn.
"""
LINES = (
    ("fish ladders", ["Ladders were built beside nine weirs. Salmon use the wide ones. Eels use none of them."]),
    ("dredged silt", ["Silt settles behind every weir. It is dredged in autumn."]),
    ("moon cheese", ["Silt settles behind every weir. It is dredged in autumn."]),
)

texts = st.lists(st.text("ab c", max_size=12), max_size=4)


@given(quotes=texts, gold=texts)
def test_the_score_is_a_share_that_any_order_of_quotes_has(quotes: list[str], gold: list[str]) -> None:
    score = paragraph_f1(quotes, gold)
    assert 0.0 <= score <= 1.0
    assert score == paragraph_f1(quotes[::-1], gold[::-1])
    assert paragraph_f1([*quotes, "b"], [*gold, " ".join([*quotes, "b"])]) == 1.0


def test_words_count_as_often_as_they_occur() -> None:
    assert paragraph_f1(["weir weir weir"], ["weir by weir"]) == pytest.approx(2 * 2 / (3 + 3))
    assert paragraph_f1([], ["weir"]) == paragraph_f1(["weir"], []) == paragraph_f1(["eel"], ["weir"]) == 0.0


def test_one_right_paragraph_is_as_good_as_all() -> None:
    gold = ["red pier burnt", "blue pier stands yet"]
    assert paragraph_f1(gold[:1], gold) == paragraph_f1(gold[1:], gold) == paragraph_f1(gold, gold) == 1.0


@pytest.fixture
def question_set(tmp_path: Path) -> QuestionSet:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "weirs.md").write_text(PAPER, encoding="utf-8")
    lines = [
        json.dumps(
            {"id": f"k{n}", "question": query, "gold": [{"document": "weirs.md", "text": text} for text in gold]}
        )
        for n, (query, gold) in enumerate(LINES)
    ]
    (tmp_path / "keywords.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return read_keywords(tmp_path)


def test_the_shipped_set_is_whole() -> None:
    question_set = read_keywords()
    assert len(question_set.questions) == 100
    assert all(question.answerable and question.about for question in question_set.questions)


def test_silence_counts_nothing(question_set: QuestionSet) -> None:
    quoth, plain = measure(question_set, [*choose_systems(), paragraphs()])
    assert plain.scores == (1.0, 1.0, 0.0)
    assert plain.figures["word_f1"].value == pytest.approx(2 / 3)
    shown = [score for row, score in zip(quoth.rows, quoth.scores, strict=True) if row.answered]
    assert quoth.figures["word_f1"].value == pytest.approx(sum(shown) / 3)
    assert quoth.figures["word_f1_any"].value == pytest.approx(sum(quoth.scores) / 3)


def test_figures_are_shown(question_set: QuestionSet) -> None:
    measured = measure(question_set, [*choose_systems(), paragraphs()])
    for text in (table(question_set, measured), markdown(question_set, measured)):
        assert "keywords: 3 queries over 1 documents" in text
        assert all(name in text for name in (*FIGURES, "naive TF-IDF paragraph", "p50 in ms"))
    figures = as_json(question_set, measured)["systems"]["naive tf-idf paragraph"]
    assert figures["word_f1"]["value"] == round(2 / 3, 6)
    assert "0.00 missed 0.00 k2: moon cheese" in list_worst(measured)


def test_the_command(question_set: QuestionSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.actions.read_keywords", lambda: question_set)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(eval_command, ["keywords", "--baseline", "--list"])
    assert result.exit_code == 0, result.output
    assert "word_f1" in result.stdout
    assert "k2: moon cheese" in result.stdout
    assert (tmp_path / "eval-results" / "results.json").is_file()
