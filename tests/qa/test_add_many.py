"""`Library.add_many` leaves what `Library.add` does, whatever the batches are, and keeps those before an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import adding as module
from tests.qa.strategies import documents, questions


def filled(given_: Sequence[qa.Document], *, batch: int) -> qa.Library:
    """Return a library to which documents were added in batches of so many at first."""
    library = qa.Library(passage_size=60)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_BATCH_ITEMS", batch)
        assert library.add_many(iter(given_)) == len(given_)
    return library


@given(st.lists(documents(), min_size=1, max_size=3), st.integers(1, 4), questions())
def test_it_is_the_same_as_to_add_one_by_one(lots: list[list[qa.Document]], batch: int, question: str) -> None:
    given_ = [document for lot in lots for document in lot]  # ids come again
    one_by_one = qa.Library(passage_size=60)
    for document in given_:
        one_by_one.add(document)
    library = filled(given_, batch=batch)
    assert library.documents() == one_by_one.documents()
    assert [library.document(info.id) for info in library.documents()] == list(
        {document.id: document for document in sorted(given_, key=lambda each: each.id)}.values()
    )
    assert library.search(question) == one_by_one.search(question)
    assert library.ask(question) == one_by_one.ask(question)
    assert library.check() == []


def some(n: int) -> Iterator[qa.Document]:
    return (qa.Document(id=f"d{number:02d}", text=f"The museum opened in {1900 + number}.") for number in range(n))


def test_progress_is_told_after_each_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_ITEMS", 2)
    library = qa.Library()
    told: list[tuple[int, int]] = []
    assert library.add_many(some(12), lambda done: told.append((done, len(library.documents())))) == 12
    assert told == [(2, 2), (6, 6), (12, 12)]
    assert library.add_many([], lambda done: told.append((done, 0))) == 0
    assert len(told) == 3


def test_what_came_before_an_error_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_ITEMS", 2)

    def failing() -> Iterator[qa.Document]:
        yield from islice(some(9), 7)
        raise ValueError("no more")

    library = qa.Library()
    with pytest.raises(ValueError, match="no more"):
        library.add_many(failing())
    assert [info.id for info in library.documents()] == [document.id for document in some(6)]  # two, then four
    assert library.check() == []
    assert library.add_many(some(9)) == 9
    assert len(library.documents()) == 9


def test_a_batch_is_bounded_by_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH_CHARACTERS", 100)
    library, told = qa.Library(), list[int]()
    library.add_many(some(200), told.append)
    length = len(next(some(1)).text)
    assert max(after - before for before, after in zip([0, *told], told, strict=False)) * length <= 8 * 100 + length
    assert told[-1] == 200
