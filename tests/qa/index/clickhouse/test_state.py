"""Which changes are seen, whatever their writers said and in whichever order they finished."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qa.index.clickhouse import state as module
from qa.index.clickhouse.state import (
    ALIVE,
    BASE,
    BEGUN,
    COMMITTED,
    GIVEN_UP,
    PLACES,
    Batch,
    Frequencies,
    derive_state,
    load_batches,
    load_mark,
)
from qa.index.clickhouse.terms import Term, number_term
from tests.qa.index.clickhouse.recorder import ALONE, SHARDS, Recorder, make_state


def said(number: int, *events: int, n_passages: int = 1, n_dead: int = 0) -> list[Batch]:
    """Return rows of one change."""
    sums = (("en", n_passages, 10 * n_passages),)
    return [
        Batch(number, event, b"me", 0, sums if event in {COMMITTED, BASE} else (), n_dead if event == COMMITTED else 0)
        for event in events
    ]


def test_a_library_without_changes_is_empty() -> None:
    state = derive_state([], ALONE)
    assert (state.last, state.hidden, state.n_passages, state.any_dead) == (0, (), 0, False)
    assert state.live() == f"revision < {PLACES}"


def test_what_was_committed_is_seen_and_what_was_given_up_is_not_whichever_came_first() -> None:
    rows = [*said(3, BEGUN, COMMITTED), *said(5, BEGUN, GIVEN_UP, COMMITTED), *said(8, BEGUN, ALIVE, COMMITTED)]
    state = derive_state(rows, ALONE)
    assert (state.last, state.hidden) == (8, (5,))
    assert state.sums == {"en": (2, 20)}
    assert state.batches("batch") == "batch <= 8 AND batch NOT IN (5)"
    assert state.live() == f"revision < {9 * PLACES} AND intDiv(revision, {PLACES}) NOT IN (5)"


def test_one_that_has_not_finished_is_hidden_though_later_ones_are_seen() -> None:
    state = derive_state([*said(3, BEGUN), *said(4, BEGUN, COMMITTED), *said(9, BEGUN)], ALONE)
    assert (state.last, state.hidden) == (4, (3,))


def test_one_row_stands_for_all_before_it() -> None:
    rows = [*said(3, BASE, n_passages=7), *said(4, COMMITTED, n_passages=-2, n_dead=2)]
    state = derive_state(rows, SHARDS)
    assert state.sums == {"en": (5, 50)}
    assert state.any_dead
    assert "SELECT revision FROM quoth.dead_local WHERE batch <= 4" in state.live()
    assert "SELECT arrayJoin(dead) FROM quoth.batches" in state.live_documents()


def test_rows_before_the_last_base_are_left_out() -> None:
    def row(number: int, event: int) -> tuple[object, ...]:
        return number, event, b"me", 0, [b"en"], [1], [10], 0

    rows = [row(2, COMMITTED), row(4, COMMITTED), row(4, BASE), row(5, BEGUN)]
    loaded = load_batches(Recorder({"FROM quoth.batches": rows}), ALONE)
    assert [(each.number, each.event) for each in loaded] == [(4, BASE), (5, BEGUN)]
    assert loaded[0].sums == (("en", 1, 10),)
    assert load_mark(Recorder({"cityHash64": [(3, 99)]}), ALONE) == (3, 99)


def test_the_languages_come_by_size_and_an_empty_passage_has_a_length() -> None:
    state = make_state(sums={"de": (1, 0), "en": (2, 10)})
    assert list(state.languages) == ["en", "de"]
    assert state.n_passages == 3
    assert (state.mean_length("en"), state.mean_length("de")) == (5.0, 1.0)


def test_terms_are_counted_once_and_remembered() -> None:
    sea = number_term("sea")
    connection = Recorder({"FROM quoth.postings": [(sea.word, sea.tag, 3)]})
    frequencies = Frequencies(make_state())
    for _ in range(2):
        counts = frequencies.count(["sea", "x'; DROP --", "sea"], connection, {"a": 1})
        assert np.array_equal(counts, [3, 0, 3])
    ((query, settings),) = connection.asked
    assert "DROP" not in query
    assert settings == {"a": 1}
    assert frequencies.make_keys(["sea"]).key == "word"
    assert [frequencies.count_documents(lambda: 7), frequencies.count_documents(lambda: 8)] == [7, 7]


def test_an_empty_library_is_not_asked_how_often_a_term_occurs() -> None:
    connection = Recorder()
    assert Frequencies(make_state(sums={})).count(["sea"], connection, {}).tolist() == [0]
    assert connection.asked == []


def test_terms_that_share_a_number_are_found_out_by_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "number_term", lambda name: Term(1, len(name)))
    connection = Recorder({"FROM quoth.postings": [(1, 3, 5), (1, 4, 6)]})
    frequencies = Frequencies(replace(make_state(), last=1))
    assert frequencies.count(["sea", "tide"], connection, {}).tolist() == [5, 6]
    assert frequencies._shared == {1}
