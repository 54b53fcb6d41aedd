"""Segments are merged while others read and write, and what is done meanwhile is not undone."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from qa.index import EmbeddedIndex
from qa.index.embedded import change
from qa.index.segments import merging
from qa.index.segments.merging import plan
from tests.qa.index.embedded.samples import HELD, files
from tests.qa.index.segments.samples import doc
from tests.qa.oracle import answers_as_the_estimator, put
from tests.waiting import PATIENCE


@pytest.mark.parametrize(("small", "at_once"), [(1, 0), (15, 40)])
def test_large_segments_are_merged_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int, at_once: int
) -> None:
    monkeypatch.setattr(merging, "_SMALL", small)
    monkeypatch.setattr(change, "_AT_ONCE", at_once)
    held = {document.id: document for document in map(doc, range(40))}
    with closing(EmbeddedIndex(tmp_path)) as index:
        for document in held.values():
            put(index, document)
            for thread in threading.enumerate():
                if thread.name == "quoth-merge":
                    thread.join()
        answers_as_the_estimator(index, held)
        assert plan(index._snapshot.parts) == []
        assert len(files(tmp_path)) <= 2 + np.log2(sum(part.size for part in index._snapshot.parts) / small)
        assert index.check() == []


def test_an_index_is_put_in_few_files_when_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_SMALL", 1)
    held = {document.id: document for document in map(doc, range(12))}
    with closing(EmbeddedIndex(tmp_path)) as index:
        for first in (range(7), range(7, 10), range(10, 11)):
            put(index, *map(doc, first))
        assert len(files(tmp_path)) > 1
        index.compact()
        assert len(files(tmp_path)) == 1
        answers_as_the_estimator(index, {name: held[name] for name in sorted(held)[:11]})
        written = files(tmp_path)
        index.compact()
        assert files(tmp_path) == written
        put(index, doc(11))
        index.compact()  # one document is no reason to write all of them again
        assert set(written) <= set(files(tmp_path))
        answers_as_the_estimator(index, held)
        assert index.check() == []


def test_a_merge_is_given_up_when_the_index_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_SMALL", 1)
    monkeypatch.setattr(change, "_AT_ONCE", 0)
    started, merge = threading.Event(), merging.merge

    def slow(*arguments: object) -> str:
        started.set()
        while True:  # until the index says to stop
            arguments[2]()  # type: ignore[operator]

    monkeypatch.setattr("qa.index.embedded.compacting.merge", slow)
    index = EmbeddedIndex(tmp_path)
    put(index, doc(1))
    put(index, doc(2))
    put(index, doc(3))
    assert started.wait(PATIENCE)
    index.close()
    assert merge is not slow
    assert not [path for path in files(tmp_path) if path.suffix == ".draft"]
    with closing(EmbeddedIndex(tmp_path)) as again:
        answers_as_the_estimator(again, {document.id: document for document in map(doc, (1, 2, 3))})
        assert again.check() == []


def test_what_a_merge_removed_meanwhile_stays_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_SMALL", 1)
    monkeypatch.setattr(change, "_AT_ONCE", 0)
    ready, go, merge = threading.Event(), threading.Event(), merging.merge

    def waiting(*arguments: object) -> str:
        ready.set()
        go.wait(PATIENCE)
        return merge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("qa.index.embedded.compacting.merge", waiting)
    held = {document.id: document for document in map(doc, range(6))}
    with closing(EmbeddedIndex(tmp_path)) as index:
        put(index, *map(doc, range(3)))
        put(index, *map(doc, range(3, 6)))
        assert ready.wait(PATIENCE)
        index.remove("d001")
        del held["d001"]
        put(index, held["d004"])
        answers_as_the_estimator(index, held)
        go.set()
        for thread in threading.enumerate():
            if thread.name == "quoth-merge":
                thread.join()
        answers_as_the_estimator(index, held)
        assert index.check() == []


def test_compacting_may_be_the_first_change_after_opening(folder: Path) -> None:
    with closing(EmbeddedIndex(folder)) as index:
        index.compact()
        assert len(files(folder)) == 1
        assert index.check() == []
        answers_as_the_estimator(index, HELD)


def test_another_one_that_writes_leaves_the_draft_of_a_merge_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = folder / "segments" / f"{'0' * 16}.draft"
    left.write_bytes(b"of a process that was killed")

    def write_meanwhile(*arguments: object) -> str:
        with closing(EmbeddedIndex(folder)) as other:
            put(other, doc(20))
        return merging.merge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("qa.index.embedded.compacting.merge", write_meanwhile)
    with closing(EmbeddedIndex(folder)) as index:
        index.compact()
        assert index.check() == []
        answers_as_the_estimator(index, {**HELD, "d020": doc(20)})
    assert not [path for path in files(folder) if path.suffix == ".draft"]
