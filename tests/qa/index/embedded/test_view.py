"""A view says what the store holds and what ranks it finds, and takes no passage that is not there for a hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TypeVar

import pytest

import qa
from qa.index.embedded.store.store import Store
from qa.index.embedded.view import EmbeddedView, Ranking
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.lexicon import NamedTerm
from qa.index.segments.snapshot import RankedPassage, RankedTerm
from qa.preparing.prepare import prepare

T = TypeVar("T")


class Fixed:
    """A state whose ranking gives the same passages to any question, and notes what it was asked."""

    n_documents = 2
    n_passages = 3
    languages: Mapping[str, int] = {"en": 2, "de": 1}

    def __init__(self, *ranked: RankedPassage) -> None:
        self.ranked = list(ranked)
        self.asked_among: list[Mapping[str, int] | None] = []

    def asked(self, ask: Callable[[Ranking], T]) -> T:
        return ask(self)

    def search(
        self, question: str, k: int, documents: Mapping[str, int] | None, carried: Mapping[str, float]
    ) -> list[RankedPassage]:
        self.asked_among.append(documents)
        return self.ranked[:k]

    def idf(self, terms: Sequence[str], language: str) -> list[float]:
        return [float(len(term)) for term in terms]

    def holds(self, terms: Sequence[str], language: str) -> list[bool]:
        return [language == "de" for _ in terms]

    def find_near(self, word: str, language: str, most: int) -> list[RankedTerm]:
        return [RankedTerm(NamedTerm(most, f"{language}:{word}"), 7, self.ranked)]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store(None)) as store:
        store.documents.put(
            list(prepare([qa.Document(id=name, text=f"The {name}. It is old.", title=name) for name in ("a", "b")]))
        )
        yield store


def test_hits_are_the_passages_that_rank_in_their_order(store: Store) -> None:
    ranked = [
        RankedPassage(name.encode(), store.documents.revision(name), 0, "s", score)
        for name, score in (("b", 0.5), ("a", 0.25))
    ]
    view = EmbeddedView(store, Fixed(*ranked))
    hits = view.search("old", 2)
    assert [(hit.passage.document_id, hit.score) for hit in hits] == [("b", 0.5), ("a", 0.25)]
    assert [hit.passage for hit in hits] == [qa.split(view.document(name))[0] for name in ("b", "a")]
    assert len(view.search("old", 1)) == 1


def test_documents_to_search_in_are_handed_on_by_revision(store: Store) -> None:
    state = Fixed()
    view = EmbeddedView(store, state)
    view.search("old", 1)
    view.search("old", 1, ["b"])
    assert state.asked_among == [None, {"b": store.documents.revision("b")}]
    with pytest.raises(qa.DocumentNotFound, match="'c'"):
        view.search("old", 1, ["c"])


def test_a_passage_that_is_not_there_is_damage_of_its_segment(store: Store) -> None:
    view = EmbeddedView(store, Fixed(RankedPassage(b"a", 99, 0, "0123456789abcdef", 0.5)))
    with pytest.raises(DamagedSegment, match="0123456789abcdef"):
        view.search("old", 1)


def test_what_is_counted_comes_from_what_ranks_and_the_rest_from_the_store(store: Store) -> None:
    view = EmbeddedView(store, Fixed())
    assert (view.n_documents, view.n_passages, list(view.languages), list(view.left_out)) == (2, 3, ["en", "de"], [])
    assert view.idf(["old", "museum"]) == [3.0, 6.0]
    assert view.holds(["old"], "de") == [True]
    assert [info.id for info in view.documents()] == ["a", "b"]
    assert (view.listed("b").n_found, view.listed().n_found) == (1, 2)
    assert (view.setting("name"), view.feedback(), dict(view.files())) == (None, [], {})


def test_terms_near_a_word_come_without_their_language_and_with_their_passages(store: Store) -> None:
    state = Fixed(RankedPassage(b"a", store.documents.revision("a"), 0, "s", 0.0))
    (near,) = EmbeddedView(store, state).find_near("haus", "de", 2)
    assert (near.term, near.distance, near.n_passages) == ("haus", 2, 7)
    assert [passage.text for passage in near.passages] == ["The a. It is old."]
