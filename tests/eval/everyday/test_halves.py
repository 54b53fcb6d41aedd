"""The halves as they are read, and what each question is asked of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.everyday.halves import WAYS, read_halves, share_out
from eval.records import EvalError
from tests.eval.everyday.conftest import QUESTIONS, ask


def test_the_shipped_halves_are_whole_and_share_nothing() -> None:
    halves = read_halves()
    for half in halves.values():
        n_answerable = sum(question.answerable for question in half.questions)
        assert len(half.documents) == 16
        assert (len(half.questions), n_answerable) == (160, 106)


def test_every_question_is_asked_once_in_each_way(write_halves: Callable[..., Path]) -> None:
    halves = read_halves(write_halves())
    for way in WAYS:
        asked = [question.id for each in share_out(halves, way) for question in each.questions]
        assert sorted(asked) == ["c1", "c2", "c3", "c4", "r1", "r2"]


def test_a_way_says_which_documents_are_asked(write_halves: Callable[..., Path]) -> None:
    halves = read_halves(write_halves())
    names = {way: [[document.id for document in each.documents] for each in share_out(halves, way)] for way in WAYS}
    assert names == {
        "alone": [["ferry.txt"], ["lido.txt"], ["quagga.txt"]],
        "half": [["ferry.txt", "lido.txt"], ["quagga.txt"]],
        "all": [["ferry.txt", "lido.txt", "quagga.txt"]],
    }


def test_alone_there_is_only_the_gold_of_the_document(write_halves: Callable[..., Path]) -> None:
    both = ask("c1", "ferry.txt", "When does the ferry leave?", "The ferry leaves at seven.")
    both["gold"].append({"document": "lido.txt", "text": "The ferry is not ours."})
    halves = read_halves(write_halves(choose=[both]))
    (alone,) = (each for each in share_out(halves, "alone") if each.questions and each.questions[0].id == "c1")
    assert {span.document_id for span in alone.questions[0].gold} == {"ferry.txt"}
    assert len(halves["choose"].questions[0].gold) == 2


@pytest.mark.parametrize(
    ("half", "changed", "words"),
    [
        ("choose", {"document": "no.txt"}, "no document 'no.txt'"),
        ("choose", {"document": "lido.txt"}, "'q' is not answered by the document that it names"),
        ("report", {"id": "c1"}, "share an id or a document"),
    ],
)
def test_halves_that_cannot_be_used(
    write_halves: Callable[..., Path], half: str, changed: dict[str, Any], words: str
) -> None:
    right = {
        "choose": ask("q", "ferry.txt", "When does the ferry leave?", "The ferry leaves at seven."),
        "report": ask("q", "quagga.txt", "When does the okapi snore?"),
    }
    with pytest.raises(EvalError, match=words):
        read_halves(write_halves(**{half: [right[half] | changed]}))


def test_a_question_names_its_document(write_halves: Callable[..., Path]) -> None:
    without = {key: value for key, value in QUESTIONS["choose"][0].items() if key != "document"}
    with pytest.raises(EvalError, match="'c1' names no document"):
        read_halves(write_halves(choose=[without]))


def test_what_is_wrong_in_the_half_that_is_only_reported_is_not_shown(write_halves: Callable[..., Path]) -> None:
    lost = ask("r1", "quagga.txt", "What does a zebu cost?", "A zebu costs 800 crowns.")
    with pytest.raises(EvalError, match="only reported") as caught:
        read_halves(write_halves(report=[lost]))
    assert "zebu" not in str(caught.value)
    assert caught.value.__suppress_context__
