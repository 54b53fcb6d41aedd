"""Settings and feedback last beside the documents, and are not taken for a change of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.embedded.store import beside
from qa.index.embedded.store.store import Store

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store(None)) as store:
        yield store


def say(name: str, given_: str = "2026-11-24T09:30:00Z") -> qa.Feedback:
    return qa.Feedback(id=name, question="Why?", verdict="not_here", given=given_)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.none() | TEXTS), max_size=8))
def test_the_last_setting_of_a_name_counts_letter_for_letter(settings: list[tuple[str, str | None]]) -> None:
    with closing(Store(None)) as store:
        before = store.generation
        for name, text in settings:
            store.beside.set_setting(name, text)
            assert store.beside.setting(name) == text
        assert {name: store.beside.setting(name) for name, _ in settings} == dict(settings)
        assert store.generation == before


def test_a_setting_is_not_taken_for_what_the_database_keeps_itself(store: Store) -> None:
    before = store.generation
    store.beside.set_setting("generation", "1")
    assert store.generation == before


def test_feedback_is_given_by_time_and_in_the_order_kept(store: Store) -> None:
    assert store.beside.feedback() == []
    before = store.generation
    store.beside.put_feedback([say("b"), say("a"), say("z", "2020-01-01T00:00:00Z")])
    assert [each.id for each in store.beside.feedback()] == ["z", "b", "a"]
    store.beside.put_feedback([say("b")])  # again, and so it is the last one
    assert [each.id for each in store.beside.feedback()] == ["z", "a", "b"]
    store.beside.remove_feedback("z")
    assert [name for name, *_ in store.beside.feedback_rows()] == ["a", "b"]
    assert store.generation == before


@pytest.mark.parametrize("name", ["nowhere", "\udc80"])
def test_feedback_that_is_not_there_cannot_be_removed(store: Store, name: str) -> None:
    for _ in range(2):  # before there is a table for it, and after
        with pytest.raises(qa.FeedbackNotFound, match="There is no feedback"):
            store.beside.remove_feedback(name)
        store.beside.put_feedback([say("a")])


def test_too_much_feedback_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MAX_FEEDBACK", 2)
    store.beside.put_feedback([say("a"), say("b")])
    with pytest.raises(qa.InvalidOption, match="2 feedbacks at the most"):
        store.beside.put_feedback([say("c")])
