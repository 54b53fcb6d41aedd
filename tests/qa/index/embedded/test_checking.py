"""A check names what is wrong with a library, wherever in it that is, and has nothing to say of one that is well."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.index import EmbeddedIndex
from qa.index.embedded import segment_files as shelf
from qa.index.segments.segment import Segment
from tests.qa.index.embedded.samples import HELD, files, flip
from tests.qa.oracle import answers_as_the_estimator


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
        ("UPDATE passages SET sentences = '[[5, 2, 0, 1]]'", "a sentence, [5, 2), out of its place"),
        ("UPDATE documents SET page_starts = '[9, 3]'", "cannot be read"),
        ("UPDATE documents SET headings = '[[0, 3, 10]]'", "cannot be read"),
        ("UPDATE documents SET headings = '[[0, 3, 1], [4, 5]]'", "cannot be read"),
        ("UPDATE documents SET title = 'Harbour'", "has other words for"),
        ("UPDATE documents SET source = 'files/harbour.txt'", "has other words for"),
        ("UPDATE passages SET heading = 'Harbour'", "has other words for"),
        ("UPDATE documents SET n_characters = 3", "characters, not"),
        ("INSERT INTO passages VALUES (99, 0, 0, 0, '', NULL, NULL, 1, '[]', NULL)", "names a row that is not there"),
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
