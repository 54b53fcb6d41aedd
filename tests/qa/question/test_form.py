"""How a question asks."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.question.form import KINDS, alike, read_form
from tests.qa.strategies import questions


@pytest.mark.parametrize(
    ("question", "kind", "head"),
    [
        ("Who founded it?", "who", ""),
        ("Who is the minister?", "who_is", ""),
        ("How many ships use the harbour?", "how_many", "ship"),
        ("How long is it?", "how_long", "long"),
        ("How do I add a file?", "how_do", ""),
        ("What kind of music is it?", "what_kind", "music"),
        ("What year did it open?", "what_noun", "year"),
        ("What was the capital of Lebanon?", "what_is_the", "capit"),
        ("Name the minister.", "name", ""),
    ],
)
def test_the_kind_and_what_is_asked_for(question: str, kind: str, head: str) -> None:
    form = read_form(question)
    assert form is not None
    assert (form.kind, form.head) == (kind, head)


@pytest.mark.parametrize("question", ["", "Is it open?", "museum opening hours", "¿Cuándo?"])
def test_what_asks_by_no_word_has_no_form(question: str) -> None:
    assert read_form(question) is None


@given(questions())
def test_any_question_is_read(question: str) -> None:
    form = read_form(question)
    if form:
        assert form.kind in KINDS
        assert set(form.topic) <= form.stems
        assert all(form.about(stem) for stem in form.topic)


def test_words_that_begin_alike() -> None:
    assert alike("displac", {"displacement"})
    assert not alike("ship", {"sheep"})
