"""The index of one machine: any changes leave the estimator of what is left, and a folder is opened as it was left."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from qa.index import EmbeddedIndex, Index, open_index
from qa.index.embedded import change
from qa.index.embedded.memory import MemoryIndex
from qa.index.segments import merging
from qa.preparing.prepare import Prepared, prepare
from tests.qa import oracle
from tests.qa.oracle import HELD, LANGUAGES, WORDS, answers_as_the_estimator, put

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
    rankings = []
    for _ in range(2):
        index = EmbeddedIndex()
        for document in order:
            put(index, document)
        with index.view() as view:
            rankings.append([view.search(" ".join(WORDS), k) for k in (1, 100)])
        random.shuffle(order)  # type: ignore[attr-defined]
        index.close()
    assert rankings[0] == rankings[1]


def find(index: Index, question: str) -> list[str]:
    with index.view() as view:
        return [hit.passage.document_id for hit in view.search(question, 10)]


def setting(index: Index, name: str) -> str | None:
    with index.view() as view:
        return view.setting(name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    index = open_index(path)
    put(
        index,
        qa.Document(id="a", text="The museum opens at nine."),
        qa.Document(id="b", text="Ships leave the harbour."),
    )
    assert find(index, "museum") == ["a"]
    index.close()
    return path


def generation(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        return int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])


def test_a_folder_is_read_again(folder: Path) -> None:
    index = open_index(folder)
    assert find(index, "harbour") == ["b"]
    index.close()


def test_another_process_sees_what_was_committed(folder: Path) -> None:
    reader, writer = open_index(folder), open_index(folder)
    assert find(reader, "volcano") == []
    put(writer, qa.Document(id="c", text="The volcano sleeps."))
    assert find(reader, "volcano") == ["c"]
    writer.remove("c")
    assert find(reader, "volcano") == []
    reader.close()
    writer.close()


def test_a_setting_lasts_is_seen_by_others_and_makes_no_new_index(folder: Path) -> None:
    before = generation(folder)
    with closing(open_index(folder)) as reader, closing(open_index(folder)) as writer:
        assert setting(reader, "calibration") is None
        writer.set_setting("calibration", "own")
        assert setting(reader, "calibration") == "own"
    with closing(open_index(folder)) as again:
        assert setting(again, "calibration") == "own"
    assert generation(folder) == before


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(qa.LibraryError, match="cannot be made"):
        open_index(tmp_path / "file" / "library")


def test_an_interrupted_addition_leaves_nothing(tmp_path: Path) -> None:
    def documents() -> Iterator[Prepared]:
        yield from prepare([HELD["haus"]])
        raise KeyboardInterrupt

    with closing(EmbeddedIndex(tmp_path)) as index:
        put(index, HELD["museum"])
        before = sorted((tmp_path / "segments").iterdir())
        with pytest.raises(KeyboardInterrupt):
            index.add(documents())
        answers_as_the_estimator(index, {"museum": HELD["museum"]})
        assert sorted((tmp_path / "segments").iterdir()) == before


def test_a_library_is_not_made_where_one_must_be(tmp_path: Path) -> None:
    with pytest.raises(qa.LibraryError, match="no library at"):
        open_index(tmp_path, create=False)
    with pytest.raises(qa.LibraryError, match="empty"):
        open_index("")
    assert list(tmp_path.iterdir()) == []
    open_index(tmp_path).close()
    open_index(tmp_path, create=False).close()


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(qa.LibraryError, match="'solr'"):
        open_index("solr://127.0.0.1/quoth")
