"""Batches of items: all of them, in their order, each with its document prepared or none."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing import batches
from qa.preparing.batches import DocumentBatch, batch_up
from qa.preparing.prepare import Prepared, Unprepared, prepare


@given(st.lists(st.integers(0, 2_000), max_size=30))
def test_every_item_is_in_a_batch_in_its_order(sizes: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "_BATCH", 1_000)
        parts = list(batch_up(sizes, lambda size: qa.Document(text="a" * size) if size else None))
    assert [item for batch in parts for item, _ in batch.items] == sizes
    assert all(batch.size >= 1_000 for batch in parts[:-1])
    assert all(len(batch.documents) == sum(item > 0 for item, _ in batch.items) for batch in parts)


def test_items_are_paired_with_what_came_of_their_documents() -> None:
    batch: DocumentBatch[str] = DocumentBatch()
    document = qa.Document(text="A harbour.")
    batch.add("no document", None)
    batch.add("a document", document)
    assert list(batch.pair()) == [("no document", None), ("a document", None)]
    outcomes: list[Prepared | Unprepared] = [*prepare([document]), Unprepared.explain(document, "it is too much")]
    for outcome in outcomes:
        batch.outcome = Future[list[Prepared | Unprepared] | None]()
        batch.outcome.set_result([outcome])
        assert list(batch.pair()) == [("no document", None), ("a document", outcome)]
    batch.outcome = Future[list[Prepared | Unprepared] | None]()
    batch.outcome.set_result(None)
    assert list(batch.pair()) == [("no document", None), ("a document", None)]
