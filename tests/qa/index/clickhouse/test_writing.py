"""One change: numbered above all others, seen as a whole or not at all, and given up where its writer is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import writing
from qa.index.clickhouse.state import ALIVE, BEGUN, COMMITTED, GIVEN_UP
from qa.index.clickhouse.writing import ClickHouseChange, say
from qa.preparing.prepare import prepare
from tests.qa.index.clickhouse.recorder import ALONE, Recorder, Table

Make = Callable[..., str]


def documents(n: int, text: str = "The museum opens at nine.") -> list[qa.Document]:
    return [qa.Document(id=f"d{number:03}", text=text) for number in range(n)]


class Batches(Recorder):
    """Keeps `batches` as the server does. ages: how many seconds ago the rows of a change were written."""

    def __init__(self) -> None:
        super().__init__()
        self.ages: dict[int, int] = {}

    def rows(self, query: str, settings: Mapping[str, Any] | None = None) -> Table:
        if "FROM quoth.batches" not in query:
            return super().rows(query, settings)
        names = ("batch", "event", "writer", "languages", "n_passages", "n_words", "dead")
        rows = [[columns[name][0] for name in names] for table, columns in self.inserted if table.endswith(".batches")]
        return sorted(
            (batch, event, writer, self.ages.get(batch, 0), languages, n_passages, n_words, len(dead))
            for batch, event, writer, languages, n_passages, n_words, dead in rows
        )

    @property
    def said(self) -> list[tuple[int, int]]:
        """Numbers of changes with what was said of them."""
        batches = [columns for table, columns in self.inserted if table.endswith(".batches")]
        return [(columns["batch"][0], columns["event"][0]) for columns in batches]

    def written(self, table: str) -> Sequence[dict[str, Any]]:
        """Return what was written to a table."""
        return [columns for name, columns in self.inserted if name == f"quoth.{table}" and next(iter(columns.values()))]


def test_a_writer_that_falls_silent_keeps_others_waiting_for_a_while_only(
    new_library: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = new_library(cluster=True)
    monkeypatch.setattr(writing, "LEASE", 2.0)
    with closing(open_index(location)) as silent, closing(open_index(location)) as other:

        def slow() -> Iterator[object]:
            yield prepare(documents(1))[0]
            other.add(prepare([qa.Document(id="other", text="A harbour.")]))
            yield prepare([qa.Document(id="late", text="A volcano.")])[0]

        with pytest.raises(qa.LibraryUnavailable, match="given up"):
            silent.add(slow())  # type: ignore[arg-type]
        with other.view() as view:
            assert [info.id for info in view.documents()] == ["other"]
        silent.add(prepare(documents(1)))
        assert silent.check() == []


def test_a_change_that_was_seen_stays_though_its_writer_was_not_told(
    new_library: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_answer(*_: object) -> bool:
        raise qa.LibraryUnavailable("The server does not answer.")

    with closing(open_index(new_library(cluster=True))) as index:
        index.add(prepare(documents(1)))
        with monkeypatch.context() as patch:
            patch.setattr(writing.ClickHouseChange, "is_kept", no_answer)
            with pytest.raises(qa.LibraryUnavailable):
                index.add(prepare(documents(1, "The harbour.")))
        index.add(prepare(documents(1, "The volcano.")))
        with index.view() as view:
            assert [hit.passage.text for hit in view.search("museum harbour volcano", 9)] == ["The volcano."]
        assert index.check() == []


def test_a_change_is_numbered_above_all_others_and_seen_last() -> None:
    batches = Batches()
    say(batches, ALONE, 41, COMMITTED, "other", (), {"en": (2, 9)})
    change = ClickHouseChange(batches, ALONE, "me")
    change.begin()
    assert change.number > 41
    change.put(prepare([qa.Document(id="it's", text="The sea.", language="en")])[0])
    state = change.finish()
    tables = [table for table, columns in batches.inserted if next(iter(columns.values()))]
    assert tables[-1] == "quoth.batches"
    assert tables.index("quoth.documents") > tables.index("quoth.passages")
    assert batches.said[-1] == (change.number, COMMITTED)
    assert (state.last, state.sums["en"]) == (change.number, (3, 11))
    assert any(r"id IN ('it\x27s')" in query for query, _ in batches.asked)


def test_an_attempt_of_the_same_writer_that_broke_off_is_given_up_and_one_of_another_is_not() -> None:
    batches = Batches()
    say(batches, ALONE, 7, BEGUN, "me")
    say(batches, ALONE, 8, BEGUN, "other")
    ClickHouseChange(batches, ALONE, "me").begin()
    assert (7, GIVEN_UP) in batches.said
    assert (8, GIVEN_UP) not in batches.said


def test_one_before_that_is_silent_for_long_is_given_up_and_one_that_signs_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batches = Batches()
    say(batches, ALONE, 7, BEGUN, "silent")
    say(batches, ALONE, 8, BEGUN, "alive")
    say(batches, ALONE, 8, ALIVE, "alive")
    batches.ages = {7: int(writing.LEASE) + 1}
    pauses: list[float] = []

    def finish_the_other(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            say(batches, ALONE, 8, COMMITTED, "alive")

    monkeypatch.setattr("qa.index.clickhouse.writing.time.sleep", finish_the_other)
    change = ClickHouseChange(batches, ALONE, "me")
    change.begin()
    assert change.finish().hidden == (7,)
    assert (7, GIVEN_UP) in batches.said
    assert (8, GIVEN_UP) not in batches.said
    assert len(pauses) >= 3


def test_a_change_that_others_gave_up_is_not_made_seen() -> None:
    batches = Batches()
    change = ClickHouseChange(batches, ALONE, "me")
    change.begin()
    say(batches, ALONE, change.number, GIVEN_UP, "other")
    with pytest.raises(qa.LibraryUnavailable, match="was given up"):
        change.finish()
    assert (change.number, COMMITTED) not in batches.said


def test_what_is_not_there_cannot_be_removed_and_the_change_is_given_up_once() -> None:
    batches = Batches()
    change = ClickHouseChange(batches, ALONE, "me")
    change.give_up()
    assert batches.said == [], "it was not begun"
    change.begin()
    with pytest.raises(qa.DocumentNotFound, match="There is no document 'none'"):
        change.finish(removed=["none"])
    change.give_up()
    change.give_up()
    assert batches.said.count((change.number, GIVEN_UP)) == 1


def test_a_document_that_comes_twice_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = Batches()
    monkeypatch.setattr(writing, "_CHARACTERS", 1)  # each is sent by itself
    change = ClickHouseChange(batches, ALONE, "me")
    change.begin()
    for text in ("The sea.", "The sea and the tide."):
        change.put(prepare([qa.Document(id="twice", text=text, language="en")])[0])
    assert change.finish().sums == {"en": (1, 5)}
    (dead,) = batches.written("dead")
    first, _ = (columns["revision"][0] for columns in batches.written("documents"))
    assert dead == {"revision": [first], "batch": [change.number]}


def test_more_passages_than_a_change_has_numbers_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PLACES", 2)
    change = ClickHouseChange(Batches(), ALONE, "me")
    for name in "ab":
        change.put(prepare([qa.Document(id=name, text="The sea.")])[0])
    with pytest.raises(qa.InvalidOption, match="More than 2 passages cannot be added together"):
        change.put(prepare([qa.Document(id="c", text="The sea.")])[0])


def test_a_file_belongs_to_a_document_that_is_there() -> None:
    change = ClickHouseChange(Batches(), ALONE, "me")
    change.begin()
    with pytest.raises(qa.LibraryError, match="A file cannot be kept of the document 'none'"):
        change.finish(originals={"none": b"%PDF"})
