"""Settings and feedback: the last row counts, and forgetting is a row too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import beside
from qa.index.clickhouse.beside import (
    put_feedback,
    read_feedback_rows,
    read_setting,
    remove_feedback,
    set_setting,
)
from tests.qa.index.clickhouse.recorder import ALONE, Recorder

HOSTILE = "it's \\ \n'); DROP TABLE settings --"


def test_a_setting_is_kept_replaced_and_forgotten_on_a_server(new_library: Callable[..., str]) -> None:
    with closing(open_index(new_library(cluster=True))) as index:
        for text in ("one", "two", None, HOSTILE):
            index.set_setting(HOSTILE, text)
            with index.view() as view:
                assert view.setting(HOSTILE) == text
                assert view.setting("another") is None


def test_a_setting_has_the_next_version_and_the_last_counts() -> None:
    connection = Recorder({"max(version)": [(4,)]})
    set_setting(connection, ALONE, "it's", "é")
    set_setting(connection, ALONE, "it's", None)
    assert connection.inserted == [
        ("quoth.settings", {"name": [b"it's"], "version": [5], "kept": [1], "value": ["é".encode()]}),
        ("quoth.settings", {"name": [b"it's"], "version": [5], "kept": [0], "value": [b""]}),
    ]
    assert r"name = 'it\x27s'" in connection.asked[0][0]
    assert read_setting(Recorder({"FROM quoth.settings": [(1, b"x")]}), ALONE, "a") == "x"
    assert read_setting(Recorder({"FROM quoth.settings": [(0, b"")]}), ALONE, "a") is None
    assert read_setting(Recorder(), ALONE, "a") is None


def test_feedback_that_comes_again_is_kept_where_it_comes_last() -> None:
    connection = Recorder({"SELECT count()": [(0, 0)], "max(version)": [(6,)]})
    first, other, again = (
        qa.Feedback(question=question, verdict="right", id=name)
        for question, name in [("Why?", "a"), ("Who?", "b"), ("When?", "a")]
    )
    put_feedback(connection, ALONE, [first, other, again])
    ((table, columns),) = connection.inserted
    assert table == "quoth.feedback"
    assert (columns["id"], columns["version"], columns["kept"]) == ([b"b", b"a"], [7, 8], [1, 1])
    assert [qa.Feedback.of_text(record.decode()) for record in columns["record"]] == [other, again]
    put_feedback(connection, ALONE, [])
    assert len(connection.inserted) == 1


def test_more_feedback_than_is_kept_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MAX_FEEDBACK", 2)
    connection = Recorder({"SELECT count()": [(2, 0)]})
    with pytest.raises(qa.InvalidOption, match="keeps 2 feedbacks at the most"):
        put_feedback(connection, ALONE, [qa.Feedback(question="Why?", verdict="right")])
    assert connection.inserted == []


@pytest.mark.parametrize(
    ("rows", "name"), [([], "a"), ([(3, 0)], "a"), ([(3, 1)], "\ud800")], ids=["never", "forgotten", "surrogate"]
)
def test_feedback_that_is_not_there_cannot_be_withdrawn(rows: list[tuple[int, int]], name: str) -> None:
    connection = Recorder({"FROM quoth.feedback": [*rows]})
    with pytest.raises(qa.FeedbackNotFound, match="quoth feedback list"):
        remove_feedback(connection, ALONE, name)
    assert connection.inserted == []


def test_withdrawing_feedback_writes_a_row() -> None:
    connection = Recorder({"FROM quoth.feedback": [(3, 1)]})
    remove_feedback(connection, ALONE, "a")
    assert connection.inserted[0][1] == {"id": [b"a"], "version": [4], "kept": [0], "given": [b""], "record": [b""]}
    assert read_feedback_rows(Recorder(), ALONE) == []
