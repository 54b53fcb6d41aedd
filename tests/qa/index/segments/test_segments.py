"""Index files: what they hold, how they are merged, and what becomes of those that are missing or damaged."""

from __future__ import annotations

import hashlib
import logging
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index import EmbeddedIndex
from qa.index.embedded import change
from qa.index.embedded import segment_files as shelf
from qa.index.segments import merging
from qa.index.segments.building import Builder
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.merging import merged_in_memory, plan
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part, Snapshot
from qa.ranking.vocabulary import read_terms
from tests.qa.oracle import answers_as_the_estimator, put
from tests.waiting import PATIENCE

WORDS = "the old museum of Häuser and tickets 多少钱 by a harbour".split()


def doc(n: int) -> qa.Document:
    """A document of a few passages that is like no other."""
    text = f"{' '.join(WORDS[n % 7 :])}. The word{n} of it. {' '.join(WORDS[: n % 5])} and more of them."
    return qa.Document(id=f"d{n:03d}", text=text, language="en")


def files(folder: Path) -> list[Path]:
    return sorted((folder / "segments").iterdir())


def built(*documents: qa.Document) -> Segment:
    builder = Builder()
    for revision, document in enumerate(documents, 1):
        passages = qa.split(document, size=20)
        texts = [passage.text for passage in passages]
        builder.add(document.id, revision, document.language, read_terms(document.language, texts))
    segment = builder.build()
    assert segment is not None
    return segment


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of twelve documents in several files, one of which was removed and one replaced."""
    monkeypatch.setattr(merging, "_SMALL", 1)
    with closing(EmbeddedIndex(tmp_path / "library")) as index:
        put(index, *map(doc, range(8)))
        put(index, *map(doc, range(8, 11)))
        put(index, doc(11))
        index.remove("d010")
        put(index, doc(1))
    assert len(files(tmp_path / "library")) > 1
    return tmp_path / "library"


HELD = {document.id: document for document in map(doc, range(12)) if document.id != "d010"}


# -- one segment -------------------------------------------------------------------------------------------------------


def test_a_segment_holds_terms_postings_and_words() -> None:
    segment = built(
        qa.Document(id="b", text="A ticket. A ticket."), qa.Document(id="a", text="Ein Haus.", language="de")
    )
    assert segment.terms.all() == [b"a", b"de:ein", b"de:haus", b"ticket"]
    assert segment.ids.all() == [b"a", b"b"]
    assert segment.revisions.tolist() == [2, 1]
    assert [(found.code, found.n_passages, found.n_words, found.longest) for found in segment.languages] == [
        ("de", 1, 2, 2),
        ("en", 1, 4, 4),
    ]
    rows, counts, frequencies = segment.postings(np.arange(4))
    assert (rows.tolist(), counts.tolist(), frequencies.tolist()) == ([1, 0, 0, 1], [2, 1, 1, 2], [1, 1, 1, 1])
    for terms in ([3, 1], [1, 2, 3], [1, 3, 0, 2], [0, 3, 2], [0, 2, 3, 3]):
        rows, counts, frequencies = segment.postings(np.array(terms))
        assert rows.tolist() == [[1, 0, 0, 1][term] for term in terms]
        assert counts.tolist() == [[2, 1, 1, 2][term] for term in terms]
        assert frequencies.tolist() == [1] * len(terms)
    assert segment.term_codes.tolist() == [0, 2, 3, 1]
    words, starts = segment.words_at(np.array([1, 0]))
    assert (words.tolist(), starts.tolist()) == ([0, 1, 0, 1, 2, 3], [0, 4, 6])
    assert [segment.terms.find(name) for name in ("ticket", "de:haus", "", "zoo")] == [3, 2, None, None]
    assert segment.damage() == []


def test_a_count_may_be_as_large_as_a_passage() -> None:
    text = "museum " * 70_000
    builder = Builder()
    builder.add("a", 1, "en", read_terms("en", [text, "museum"]))
    segment = builder.build()
    assert segment is not None
    assert segment.postings(np.array([0]))[1].tolist() == segment.counts_at(0, np.array([0, 1])).tolist() == [70_000, 1]
    assert segment.lengths.tolist() == [70_000, 1]
    both = merged_in_memory(Part(segment), Part(built(doc(1))))
    assert 70_000 in both.postings(np.arange(len(both.terms)))[1].tolist()
    found = Snapshot(1, [Part(segment)]).search("museum", 2)
    _, scores = qa.TfidfRetriever().fit([text, "museum"]).nearest("museum", 2)
    assert [one.score for one in found] == scores.tolist()


@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_a_file_damaged_anywhere_is_noticed(bit: int) -> None:
    good = built(doc(1), doc(2))
    data = bytes(good.data)
    arrays = sum(int(array.nbytes) for array in good._arrays.values())
    missed = 0
    for place in range(len(data)):
        bad = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        try:
            missed += not Segment(bad, "bad", good.checksum).damage()
        except DamagedSegment:
            continue
    assert missed < len(data) - arrays  # only what fills the gaps between arrays may change


@given(st.data())
def test_a_damaged_segment_never_reads_outside(data: st.DataObject) -> None:
    good = built(doc(1), doc(2), doc(3))
    raw = bytearray(good.data)
    places = data.draw(st.lists(st.integers(64, len(raw) - 1), min_size=1, max_size=8))
    for place in places:
        raw[place] = data.draw(st.integers(0, 255))
    try:
        segment = Segment(bytes(raw), "bad")  # as if no checksum had told
        snapshot = Snapshot(1, [Part(segment, data.draw(st.sets(st.integers(1, 3))))])
        for question in ("old museum of tickets", "多少钱 harbour"):
            for passage in snapshot.search(question, 5, data.draw(st.none() | st.just({"d001": 1}))):
                assert passage.segment == segment.name
    except DamagedSegment:
        pass


@pytest.mark.parametrize("data", [b"", b"x" * 63, b"x" * 200])
def test_what_is_no_segment_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedSegment, match="Open the library once more"):
        Segment(data, "n")


# -- merging -----------------------------------------------------------------------------------------------------------


@given(st.data())
def test_a_merged_segment_is_what_is_built_of_the_rest(data: st.DataObject) -> None:
    documents = {n: doc(n) for n in range(9)}
    left, right = built(*(documents[n] for n in (5, 1, 8, 3))), built(*(documents[n] for n in (2, 7, 0, 6, 4)))
    gone = [data.draw(st.sets(st.integers(1, 4), max_size=3)), data.draw(st.sets(st.integers(1, 5), max_size=4))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_CHUNK", data.draw(st.integers(1, 40)))
        merged = merged_in_memory(Part(left, gone[0]), Part(right, gone[1]))
    rest = [n for revision, n in enumerate((5, 1, 8, 3), 1) if revision not in gone[0]]
    rest += [n for revision, n in enumerate((2, 7, 0, 6, 4), 1) if revision not in gone[1]]
    whole = built(*(documents[n] for n in rest))
    for name, array in whole._arrays.items():
        if name != "revisions":
            assert np.array_equal(merged._arrays[name], array), name
    assert merged.languages == whole.languages


@given(st.lists(st.integers(1, 3_000), min_size=1, max_size=300))
def test_there_are_few_segments_and_each_passage_is_written_few_times(added: list[int]) -> None:
    class Sized:
        def __init__(self, size: int) -> None:
            self.size = size
            self.segment = self
            self.n_passages = size

    parts: list[Sized] = []
    written = 0
    for size in added:
        parts.append(Sized(size))
        for group in plan(parts):  # type: ignore[arg-type]
            together = Sized(sum(parts[place].size for place in group))
            written += together.size
            parts = [part for place, part in enumerate(parts) if place not in group] + [together]
        assert plan(parts) == []  # type: ignore[arg-type]
    total = sum(added)
    assert len(parts) <= 2 + np.log2(max(total, 1_000) / 1_000)
    assert written <= total * (1 + np.log2(max(total, 1_000) / 1_000)) + 1_000 * len(added)


def test_a_segment_of_which_much_was_removed_is_written_again() -> None:
    segment = built(*map(doc, range(8)))
    assert plan([Part(segment)]) == []
    assert plan([Part(segment, {1, 2, 3})]) == [[0]]
    assert plan([Part(segment, range(1, 9))]) == [[0]]


def test_an_index_that_is_emptied_keeps_no_file(tmp_path: Path) -> None:
    with closing(EmbeddedIndex(tmp_path)) as index:
        put(index, doc(1), doc(2))
        index.remove("d001")
        index.remove("d002")
        answers_as_the_estimator(index, {})
        assert files(tmp_path) == []
        assert index.check() == []


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


# -- damage ------------------------------------------------------------------------------------------------------------


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(b"museum")] ^= 0xFF
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def foreign(path: Path) -> None:
    path.write_bytes(b"\x80\x04 another kind of file " * 20)


def swap(path: Path) -> None:
    with closing(EmbeddedIndex(path.parent.parent.parent / "other")) as index:
        put(index, qa.Document(id="d000", text="A museum of quite another library, with tickets."))
        (other,) = files(path.parent.parent.parent / "other")
        shutil.copy(other, path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [flip, cut, foreign, swap, empty, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("every", [False, True])
def test_a_damaged_file_is_made_again(
    folder: Path, damage: object, every: bool, caplog: pytest.LogCaptureFixture
) -> None:
    broken = files(folder) if every else files(folder)[:1]
    for path in broken:
        damage(path)  # type: ignore[operator]
    with closing(EmbeddedIndex(folder)) as index, caplog.at_level(logging.WARNING):
        answers_as_the_estimator(index, HELD)
        assert all(path.stem in caplog.text for path in broken)
        assert index.check() == []
    caplog.clear()
    with closing(EmbeddedIndex(folder)) as index:
        answers_as_the_estimator(index, HELD)
        assert caplog.text == ""


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_write_makes_a_damaged_file_again(folder: Path, damage: object) -> None:
    damage(files(folder)[0])  # type: ignore[operator]
    with closing(EmbeddedIndex(folder)) as index:
        put(index, doc(30))
        answers_as_the_estimator(index, {**HELD, "d030": doc(30)})
        assert index.check() == []


def test_check_finds_what_opening_does_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_VERIFIED", 0)
    flip(files(folder)[0])
    with closing(EmbeddedIndex(folder)) as index:
        (problem,) = index.check()
        assert problem == f"The index file {problem.split()[3]} is damaged in term_text. It was made again."
        assert index.check() == []
        answers_as_the_estimator(index, HELD)


@pytest.mark.parametrize(
    "array",
    ["rows", "row_starts", "counts", "large_places", "posting_starts", "word_starts", "first_rows", "revisions"],
)
def test_damage_that_is_met_in_a_search_is_made_good(folder: Path, monkeypatch: pytest.MonkeyPatch, array: str) -> None:
    monkeypatch.setattr(shelf, "_VERIFIED", 0)
    path = max(files(folder), key=lambda path: path.stat().st_size)
    data = bytearray(path.read_bytes())
    segment = Segment(bytes(data), path.stem)
    whole = segment._arrays[array]
    start = data.index(whole.tobytes())
    data[start + whole.itemsize : start + whole.nbytes - whole.itemsize] = b"\x7f" * (whole.nbytes - 2 * whole.itemsize)
    path.write_bytes(data)
    with closing(EmbeddedIndex(folder)) as index:
        with index.view() as view:
            view.search("the old museum of tickets", 10)
        with index.view() as view:
            view.search("the old museum of tickets", 10)
        index.check()
        answers_as_the_estimator(index, HELD)
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


def test_a_library_of_another_way_is_not_taken_for_this_one(tmp_path: Path) -> None:
    for name in ("cat", "dog"):
        with qa.Library(tmp_path / name) as library:
            library.add(*(qa.Document(id=f"d{i}", text=f"A {name} {i} sat here.") for i in range(5)))
    shutil.copy(tmp_path / "dog" / "library.sqlite", tmp_path / "cat" / "library.sqlite")
    with qa.Library(tmp_path / "cat") as library:
        assert library.search("dog")
        assert library.check() == []


def test_a_name_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    outside = folder / "0123456789abcdef.segment"
    shutil.copy(files(folder)[0], outside)
    with closing(sqlite3.connect(folder / "library.sqlite", isolation_level=None)) as connection:
        for table, column in (("segments", "name"), ("removed", "segment")):
            query = f"UPDATE {table} SET {column} = '../0123456789abcdef' WHERE {column} = ?"  # noqa: S608
            connection.execute(query, [files(folder)[0].stem])
    with closing(EmbeddedIndex(folder)) as index:
        answers_as_the_estimator(index, HELD)
        assert index.check() == []
    assert outside.exists()


def test_files_that_nobody_names_are_deleted_by_the_next_writer(folder: Path) -> None:
    before = files(folder)
    for name in ("0123456789abcdef.segment", "fedcba9876543210.draft"):
        (folder / "segments" / name).write_bytes(b"left behind")
    (folder / "segment.npz").write_bytes(b"of an earlier version")
    with closing(EmbeddedIndex(folder)) as index:
        assert set(before) < set(files(folder))
        index.set_setting("name", "value")
        assert files(folder) == before
        assert not (folder / "segment.npz").exists()


def test_a_reader_is_not_disturbed_by_a_merge(folder: Path) -> None:
    with closing(EmbeddedIndex(folder)) as reader, closing(EmbeddedIndex(folder)) as writer:
        with reader.view() as view:
            before = [(hit.passage, hit.score) for hit in view.search("the old museum", 50)]
            old = set(files(folder))
            for n in range(20, 40):
                put(writer, doc(n))
            assert not old <= set(files(folder))
            assert [(hit.passage, hit.score) for hit in view.search("the old museum", 50)] == before
        answers_as_the_estimator(reader, HELD | {document.id: document for document in map(doc, range(20, 40))})


# -- check -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "library.sqlite", isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("change_", "problem"),
    [
        ("UPDATE passages SET text = replace(text, 'museum', 'MUSEUM')", "not the text that it was added with"),
        ("UPDATE passages SET start = start + 1 WHERE ordinal = 1", "do not tile its text, from passage 1 on"),
        ("DELETE FROM passages WHERE ordinal = 0", "do not tile its text, from passage 0 on"),
        ("UPDATE passages SET sentences = '[[5, 2]]'", "a sentence, [5, 2), out of its place"),
        ("UPDATE passages SET sentences = 'none'", "cannot be read"),
        ("UPDATE documents SET page_starts = '[9, 3]'", "cannot be read"),
        ("UPDATE documents SET n_characters = 3", "characters, not"),
        ("INSERT INTO passages VALUES (99, 0, 0, 0, '', NULL, NULL, 1, '[]')", "names a row that is not there"),
        ("DELETE FROM segments WHERE name = (SELECT max(name) FROM segments)", "is in 0 index files"),
        ("DELETE FROM removed", "documents, of which the library has"),
        ("UPDATE documents SET language = 'de' WHERE id = 'd001'", "another id, language or number of passages"),
        (
            "UPDATE passages SET text = replace(text, 'museum', 'harbor');"
            "UPDATE documents SET sha256 = sha256((SELECT group_concat(text, '') FROM passages AS p "
            "WHERE p.revision = documents.revision ORDER BY ordinal))",
            "has other words for",
        ),
    ],
)
def test_check_names_what_is_wrong(folder: Path, database: sqlite3.Connection, change_: str, problem: str) -> None:
    database.create_function("sha256", 1, lambda text: hashlib.sha256(text.encode()).hexdigest())
    database.executescript(change_)
    with closing(EmbeddedIndex(folder)) as index:
        assert problem in "\n".join(index.check())


def test_check_of_a_database_that_is_damaged(folder: Path) -> None:
    path = folder / "library.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with closing(EmbeddedIndex(folder)) as index:
        assert "database" in "\n".join(index.check())
