"""What a library holds: it is listed, counted and given back, and what is not there is told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.holdings import CALIBRATION, Holdings
from qa.index import open_index
from qa.index.listing import is_sought, title_key
from qa.preparing.parallel import Preparer
from tests.qa.strategies import documents

TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def in_order(infos: list[qa.DocumentInfo]) -> list[qa.DocumentInfo]:
    return sorted(infos, key=lambda info: (title_key(info.title), info.id))


@given(st.lists(st.tuples(TITLES, TITLES), max_size=8), TITLES, st.integers(0, 9), st.none() | st.integers(0, 9))
def test_a_part_is_that_part_of_all_in_order(
    named: list[tuple[str, str]], text: str, skip: int, limit: int | None
) -> None:
    with qa.Library() as library:
        library.add(*(qa.Document(id=f"d{n}", text="x", title=t, source=s) for n, (t, s) in enumerate(named)))
        everything = in_order(library.documents())
        assert library.listed() == qa.Listing(tuple(everything), len(named))
        found = [info for info in everything if is_sought(text, info.title, info.source)]
        until = None if limit is None else skip + limit
        assert library.listed(text, skip=skip, limit=limit) == qa.Listing(tuple(found[skip:until]), len(found))


def test_a_negative_part_is_refused() -> None:
    with qa.Library() as library:
        with pytest.raises(qa.InvalidOption, match="skip is -1"):
            library.listed(skip=-1)
        with pytest.raises(qa.InvalidOption, match="limit is -2"):
            library.listed(limit=-2)


@pytest.mark.parametrize("document_id", ["", "nowhere", "\ud800", "x" * 10_000, "../../etc/passwd"])
def test_unknown_ids_are_told_so(library: qa.Library, document_id: str) -> None:
    for call in (library.document, library.remove, lambda name: library.search("museum", documents=[name])):
        with pytest.raises(qa.DocumentNotFound) as caught:
            call(document_id)
        assert len(str(caught.value)) < 300


@pytest.fixture
def holdings() -> Iterator[Holdings]:
    with closing(open_index()) as index:
        yield Holdings(index, Preparer(60))


@given(documents(), st.integers(0, 3))
def test_what_was_added_is_counted_and_given_back(given_: list[qa.Document], size: int) -> None:
    with closing(open_index()) as index:
        holdings = Holdings(index, Preparer(60))
        assert holdings.add(*given_) == [document.id for document in given_]
        assert holdings.n_documents == len(given_)
        assert holdings.n_passages == sum(len(qa.split(document, size=60)) for document in given_)
        ids = [info.id for info in holdings.documents()]
        assert ids == [document.id for document in given_]  # they were made in the order of their ids
        assert [holdings.document(name) for name in ids] == given_
        assert [holdings.info(name) for name in ids] == holdings.documents()
        assert holdings.known([*ids, "nowhere"]) == set(ids)
        assert [info.id for info in holdings.documents(ids[0], size)] == ids[1 : 1 + size]
        assert holdings.check() == []


def test_a_file_is_given_back_as_it_was_kept(holdings: Holdings, museum: qa.Document, harbour: qa.Document) -> None:
    holdings.add(museum, harbour, originals={"museum": b"%PDF\0"})
    assert holdings.original("museum") == b"%PDF\0"


def test_what_was_exported_is_what_is_imported(holdings: Holdings, museum: qa.Document, tmp_path: Path) -> None:
    holdings.add(museum)
    feedback = holdings.give_feedback(qa.Feedback(question="Why?", verdict="not_here"))
    holdings.export_to(tmp_path / "all.jsonl")
    with closing(open_index()) as index:
        other = Holdings(index, Preparer(60))
        assert other.import_from(tmp_path / "all.jsonl") == ["museum"]
        assert other.document("museum") == museum
        assert [each.id for each in other.feedback()] == [feedback]
        other.withdraw_feedback(feedback)
        assert other.feedback() == []
        with index.view() as view:
            assert view.setting(CALIBRATION) is None


def test_a_limit_below_nothing_is_refused(holdings: Holdings) -> None:
    with pytest.raises(qa.InvalidOption, match="The limit is -1"):
        holdings.documents(limit=-1)
