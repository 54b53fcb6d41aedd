"""Any sequence of changes leaves an index that answers as the estimator fitted to what is left."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from qa.index import EmbeddedIndex
from qa.index.embedded import change
from qa.index.embedded.memory import MemoryIndex
from qa.index.segments import merging
from tests.qa import oracle
from tests.qa.oracle import LANGUAGES, WORDS, answers_as_the_estimator, put

texts = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
additions = st.lists(
    st.builds(
        qa.Document, id=st.sampled_from([*"abcdefg", "é", "z\x00"]), text=texts, language=st.sampled_from(LANGUAGES)
    ),
    min_size=1,
    max_size=4,
)
removals = st.integers(0, 20)
# What is changed, and whether the index is opened again, or by another, or compacted, before the next change.
changes = st.lists(st.tuples(additions | removals, st.sampled_from(["on", "again", "other", "compact"])), max_size=12)

MADE: dict[str, Callable[[], EmbeddedIndex]] = {
    "memory": MemoryIndex,
    "memory, large": lambda: MemoryIndex(most_fitted=6),
    "segments in memory": EmbeddedIndex,
}


@pytest.mark.parametrize("place", ["memory", "memory, large", "segments in memory", "folder"])
@given(
    changes=changes,
    small=st.sampled_from([1, 4, 1_000]),
    at_once=st.sampled_from([0, 5, 1_000]),
    batch=st.sampled_from([20, 1_000_000]),
)
@settings(max_examples=15)
def test_any_changes_leave_the_estimator_of_what_is_left(
    place: str, changes: list[tuple[list[qa.Document] | int, str]], small: int, at_once: int, batch: int
) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_SMALL", small)
        patch.setattr(merging, "_CHUNK", 7)
        patch.setattr(change, "_AT_ONCE", at_once)
        patch.setattr(change, "_MOST_PARTS", 6)
        patch.setattr(change, "_BATCH", batch)
        folder = Path(name) if place == "folder" else None
        held: dict[str, qa.Document] = {}
        index = MADE[place]() if place in MADE else EmbeddedIndex(folder)
        other = EmbeddedIndex(folder) if folder else None
        for what, then in changes:
            oracle.change(index, held, what)
            answers_as_the_estimator(index, held)
            if folder and then == "again":
                index.close()
                index = EmbeddedIndex(folder)
            elif other and then == "other":
                index, other = other, index
            elif then == "compact":
                index.compact()
        for opened in filter(None, (index, other)):
            answers_as_the_estimator(opened, held)
            assert opened.check() == []
            opened.close()


@given(additions, st.randoms())
def test_the_order_of_adding_does_not_matter(documents: list[qa.Document], random: object) -> None:
    last = {document.id: document for document in documents}
    order = list(last.values())
    found = []
    for _ in range(2):
        index = EmbeddedIndex()
        for document in order:
            put(index, document)
        with index.view() as view:
            found.append([view.search(" ".join(WORDS), k) for k in (1, 100)])
        random.shuffle(order)  # type: ignore[attr-defined]
        index.close()
    assert found[0] == found[1]
