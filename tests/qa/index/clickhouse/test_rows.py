"""Documents as rows: the columns of the tables, in their order, and nothing left over."""

from __future__ import annotations

from dataclasses import replace

import pytest

import qa
from qa.index.clickhouse.rows import Rows
from qa.index.clickhouse.scoring import Read
from qa.index.clickhouse.terms import number_term
from qa.preparing.passages import name_document
from qa.preparing.prepare import prepare
from qa.text.terms import terms

HOSTILE = "it's \\ \n\t); DROP TABLE documents -- \x00 é"


def test_postings_are_those_of_each_document_and_in_the_order_of_the_table() -> None:
    rows = Rows()
    texts = ["a tide, a tide", "", "the sea and the tide", "多少多少"]
    for number, text in enumerate(texts):
        (prepared,) = prepare([qa.Document(text=text, id=str(number), language="en")])
        rows.add(prepared, 100 + number)
    tables = dict(rows.take())
    postings = tables["postings"]
    assert tables["documents"]["n_postings"] == [2, 0, 4, 4]  # of the last: two characters, and pairs of them
    words = [(word, revision) for word, revision in zip(postings["word"], postings["revision"], strict=True)]
    assert words == sorted(words)
    tide = [
        (revision, tally >> 32, tally & 0xFFFFFFFF)
        for word, revision, tally in zip(postings["word"], postings["revision"], postings["tally"], strict=True)
        if word == number_term("tide").word
    ]
    assert tide == [(100, 4, 2), (102, 5, 1)]
    assert [*rows.take()] == []


def test_a_hostile_name_is_kept_as_it_is() -> None:
    rows = Rows()
    (prepared,) = prepare([qa.Document(text="The sea.", id=HOSTILE, title=HOSTILE, source=HOSTILE, language="en")])
    assert rows.add(prepared, 7) == len(terms(f"{name_document(HOSTILE, HOSTILE, HOSTILE)}\nThe sea.", "en"))
    tables = dict(rows.take())
    documents = tables["documents"]
    assert [documents[name] for name in ("id", "title", "source")] == [[HOSTILE.encode()]] * 3
    (body,) = tables["passages"]["body"]
    assert Read(7, body).key == (HOSTILE, 0)


def test_what_tells_of_documents_comes_last_and_all_columns_are_as_long() -> None:
    rows = Rows()
    for prepared in prepare([qa.Document(text="The sea. " * 200, id=name, language="en") for name in "ab"], size=400):
        rows.add(prepared, 100 * len(rows._written))
    tables = list(rows.take())
    assert [name for name, _ in tables] == ["postings", "passages", "documents"]
    for _, columns in tables:
        assert len({len(column) for column in columns.values()}) == 1
    passages = dict(tables)["passages"]
    assert passages["revision"] == [0] * (len(passages["revision"]) // 2) + [100] * (len(passages["revision"]) // 2)


def test_the_size_grows_with_the_text_and_is_forgotten_with_the_rows() -> None:
    rows = Rows()
    (prepared,) = prepare([qa.Document(text="The sea. " * 100)])
    rows.add(prepared, 1)
    assert rows.n_characters >= 900
    assert len(list(rows.take())) == 3
    assert rows.n_characters == 0


def test_a_passage_that_cannot_be_stored_is_refused_by_the_name_of_its_document() -> None:
    (prepared,) = prepare([qa.Document(text="The sea.", id="torn")])
    torn = [place._replace(sentences=((0, 8),)) for place in prepared.places]  # type: ignore[arg-type]
    with pytest.raises(qa.LibraryError, match=r"'torn' has a passage that cannot be stored\. Nothing"):
        Rows().add(replace(prepared, places=torn), 1)
