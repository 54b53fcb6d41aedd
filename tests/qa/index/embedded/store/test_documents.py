"""Documents come back as they were put, whatever they are; a revision is given to one of them and never again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.embedded.store.documents import Documents
from qa.index.embedded.store.store import Store
from qa.preparing.passages import name_document, write_indexed
from qa.preparing.prepare import prepare
from tests.qa.strategies import documents


@contextmanager
def opened() -> Iterator[Documents]:
    with closing(Store(None)) as store:
        yield store.documents


def put(rows: Documents, *given_: qa.Document) -> tuple[list[int], list[int]]:
    return rows.put(list(prepare(given_, size=30)))


@given(documents())
def test_what_was_put_comes_back(given_: list[qa.Document]) -> None:
    with opened() as rows:
        revisions, replaced = put(rows, *given_)
        assert replaced == []
        for revision, document in zip(revisions, given_, strict=True):
            assert rows.document(document.id) == document
            assert rows.revision(document.id) == revision
            passages = qa.split(document, size=30)
            name = name_document(document.title, document.source, document.id)
            assert list(rows.texts(revision)) == [write_indexed(name, each.heading, each.text) for each in passages]
            assert [rows.passage(revision, passage.ordinal) for passage in passages] == passages
            assert rows.passage(revision, len(passages)) is None
            assert rows.info(document.id).n_passages == len(passages)
        assert [row.revision for row in rows.rows()] == revisions
        assert list(rows.revisions()) == [row.revision for row in rows.rows() if row.n_passages]


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, unique=True), max_size=8))
def test_a_revision_is_never_given_again(changes: list[list[str]]) -> None:
    given_out: list[int] = []
    held: dict[str, int] = {}
    with opened() as rows:
        for names in changes:
            if set(names) <= held.keys():
                assert [rows.delete(name) for name in names] == [held.pop(name) for name in names]
                continue
            revisions, replaced = put(rows, *(qa.Document(id=name, text="The museum.") for name in names))
            assert sorted(replaced) == sorted(held[name] for name in names if name in held)
            held |= dict(zip(names, revisions, strict=True))
            given_out += revisions
        assert all(one < other for one, other in pairwise(given_out))
        assert {row.id: row.revision for row in rows.rows()} == held
        assert rows.count() == len(held)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3), unique=True), st.data())
def test_documents_are_given_by_id_some_at_a_time(names: list[str], data: st.DataObject) -> None:
    after, limit = data.draw(st.sampled_from(["", *names])), data.draw(st.integers(0, 4))
    with opened() as rows:
        put(rows, *(qa.Document(id=name, text="x") for name in names))
        later = sorted((name for name in names if name > after), key=str.encode)
        assert [info.id for info in rows.infos(after, limit)] == later[:limit]


def test_an_id_that_is_not_there_is_told_so() -> None:
    with opened() as rows:
        for name in ("nowhere", "\udc80"):
            for call in (rows.delete, rows.revision, rows.document, rows.info):
                with pytest.raises(qa.DocumentNotFound, match="There is no document"):
                    call(name)
            assert rows.with_sha256(name) is None


def test_of_several_documents_with_one_text_the_first_is_named() -> None:
    with opened() as rows:
        put(rows, *(qa.Document(id=name, text="The museum.") for name in "cab"))
        assert rows.with_sha256(rows.info("c").sha256) == "a"
