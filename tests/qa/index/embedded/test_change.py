"""A change makes segments of what it adds, merges small ones, and takes over nothing that is damaged."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index import EmbeddedIndex
from qa.index.embedded import change
from qa.index.embedded import segment_files as shelf
from qa.index.embedded.change import SegmentChange, batches, load, writing_segments
from qa.index.embedded.segment_files import MemoryShelf
from qa.index.embedded.store.store import Store
from qa.index.segments.snapshot import Snapshot
from qa.preparing.prepare import prepare
from tests.qa.index.embedded.samples import HELD, files, flip
from tests.qa.index.segments.samples import doc
from tests.qa.oracle import answers_as_the_estimator, put


def test_an_index_that_is_emptied_keeps_no_file(tmp_path: Path) -> None:
    with closing(EmbeddedIndex(tmp_path)) as index:
        put(index, doc(1), doc(2))
        index.remove("d001")
        index.remove("d002")
        answers_as_the_estimator(index, {})
        assert files(tmp_path) == []
        assert index.check() == []


def test_a_merge_does_not_take_over_damage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_VERIFIED", 0)
    for path in files(folder):
        flip(path)
    with closing(EmbeddedIndex(folder)) as index:
        for n in range(40, 60):
            put(index, doc(n))
        index.check()
        answers_as_the_estimator(index, HELD | {document.id: document for document in map(doc, range(40, 60))})
        assert index.check() == []


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 30)), max_size=20))
def test_no_batch_has_an_id_twice_and_none_is_long(added: list[tuple[str, int]]) -> None:
    documents = list(prepare([qa.Document(id=name, text="x" * size) for name, size in added]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(change, "_BATCH_DOCUMENTS", 4)
        patch.setattr(change, "_BATCH_CHARACTERS", 40)
        cut = list(batches(documents))
    assert [made for batch in cut for made in batch] == documents
    for batch in cut:
        assert len({made.document.id for made in batch}) == len(batch) <= 4
        assert sum(len(made.document.text) for made in batch[:-1]) < 40


def apply(store: Store, shelf: MemoryShelf, added: Sequence[qa.Document], removed: Sequence[str] = ()) -> Snapshot:
    """Change documents in one transaction; return the state that it left."""
    store.begin(write=True)
    under_way = SegmentChange(store, shelf, *load(store, shelf, Snapshot(-1, [])))
    under_way.put(prepare(added, size=20))
    for name in removed:
        under_way.remove(name)
    under_way.finish()
    store.end(commit=True)
    store.begin(write=False)
    snapshot, lost = load(store, shelf, Snapshot(-1, []))
    store.end(commit=False)
    assert lost == []
    return snapshot


def test_what_was_lost_is_made_again_of_the_documents() -> None:
    with closing(Store(None)) as store:
        shelf = MemoryShelf()
        before = apply(store, shelf, [doc(1), doc(2)])
        shelf.delete([part.segment.name for part in before.parts])
        store.begin(write=False)
        _, lost = load(store, shelf, before, distrusted=[part.segment.name for part in before.parts])
        assert [damaged.reason for damaged in lost] == ["was found damaged"]
        store.end(commit=False)
        after = apply(store, shelf, [doc(3)], removed=["d001"])
        assert {passage.document_id for passage in after.search("the old museum", 50)} == {b"d002", b"d003"}
        assert not {part.segment.name for part in before.parts} & {part.segment.name for part in after.parts}


def test_what_is_unchanged_is_taken_over_from_an_earlier_state() -> None:
    with closing(Store(None)) as store:
        shelf = MemoryShelf()
        known = apply(store, shelf, [doc(1)])
        store.begin(write=False)
        again, _ = load(store, shelf, known)
        store.end(commit=False)
        assert again.parts == known.parts


@pytest.mark.parametrize(("number", "message"), [(28, "There is no room"), (5, "could not be written")])
def test_an_error_of_the_disk_is_one_of_the_library(number: int, message: str) -> None:
    with pytest.raises(qa.LibraryError, match=message), writing_segments("notes"):
        raise OSError(number, "The disk says so")
