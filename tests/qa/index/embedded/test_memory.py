"""What lies in memory is ranked by the estimator, by segments once it is large, and nobody sees a difference."""

from __future__ import annotations

import random
import threading
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index import EmbeddedIndex, Index, open_index
from qa.index.embedded.memory import MemoryIndex
from qa.ranking.retriever import TfidfRetriever
from tests.qa.oracle import CARRIED, LANGUAGES, QUESTIONS, WORDS, change, put
from tests.qa.strategies import texts

documents = st.lists(
    st.builds(
        qa.Document,
        id=st.sampled_from([*"abcdefgh", "é", "z"]),
        text=st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | texts,
        language=st.sampled_from(LANGUAGES),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda document: document.id,
)


def said(index: Index, questions: list[str], ids: list[str]) -> list[object]:
    """All that an index says of its passages, with every bit of every number."""
    names = [*WORDS, "haus", "多 少", "volcano"]
    with index.view() as view:
        answers: list[object] = [view.n_documents, view.n_passages, view.languages]
        answers += [(view.idf(names, language), view.holds(names, language)) for language in LANGUAGES]
        answers += [
            view.search(question, k, chosen, carried)
            for question in questions
            for k in (1, 4, 500)
            for chosen in (None, ids[::2])
            for carried in ({}, CARRIED)
        ]
    return answers


@given(
    documents, st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), st.randoms(), st.integers(0, 9)
)
def test_estimator_and_segments_say_the_same_to_the_last_bit(
    added: list[qa.Document], question: str, order: random.Random, most: int
) -> None:
    ids = sorted(document.id for document in added)
    heard = []
    for index in (MemoryIndex(), MemoryIndex(most_fitted=most), EmbeddedIndex()):
        with closing(index):
            for document in order.sample(added, len(added)):
                put(index, document)
            heard.append(said(index, [question, *QUESTIONS], ids))
            assert index.check() == []
    assert heard[0] == heard[1] == heard[2]


@given(st.lists(documents | st.integers(0, 9), max_size=6))
def test_it_counts_its_passages_whatever_was_replaced_removed_or_refused(
    changes: list[list[qa.Document] | int],
) -> None:
    with closing(MemoryIndex()) as index:
        held: dict[str, qa.Document] = {}
        for what in changes:
            change(index, held, what)
            with pytest.raises(qa.DocumentNotFound):
                index.remove(*held, "no such document")
            with index.view() as view:
                assert view.n_passages == sum(info.n_passages for info in view.documents())


def fits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return where the number of passages is noted whenever an estimator is fitted."""
    noted: list[int] = []
    fit_terms = TfidfRetriever.fit_terms

    def fit(self: TfidfRetriever, *arguments: object) -> TfidfRetriever:
        noted.append(len(arguments[1]))  # type: ignore[arg-type]
        return fit_terms(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(TfidfRetriever, "fit_terms", fit)
    return noted


def test_it_is_fitted_once_after_changes_by_whoever_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = fits(monkeypatch)
    with qa.Library() as library:
        library.add(qa.Document(id="a", text="The museum opens."))
        library.add(qa.Document(id="b", text="Ships leave the harbour."))
        assert noted == []
        threads = [threading.Thread(target=library.ask, args=("When does the museum open?",)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert noted == [2]
        library.add(qa.Document(id="a", text="The museum opens."))  # as it is there already
        library.calibrate(None)
        assert library.search("museum")
        assert noted == [2]
        library.remove("b")
        assert library.search("harbour") == []
        assert noted == [2, 1]


def test_beyond_the_most_it_is_segments_from_then_on(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = fits(monkeypatch)
    with closing(MemoryIndex(most_fitted=2)) as index:
        for name in "abcd":
            put(index, qa.Document(id=name, text="The museum."))
            with index.view() as view:
                assert [hit.passage.document_id for hit in view.search("museum", 9)] == [*"abcd"][
                    : "abcd".index(name) + 1
                ]
        assert noted == [1, 2]
        index.remove("a", "b", "c")
        with index.view() as view:
            assert [hit.passage.document_id for hit in view.search("museum", 9)] == ["d"]
        assert noted == [1, 2]
        assert index.check() == []


def test_a_change_that_fails_while_it_grows_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with closing(MemoryIndex(most_fitted=1)) as index:
        put(index, qa.Document(id="a", text="The museum."))
        with monkeypatch.context() as patch:
            patch.setattr(index._shelf, "draft", full)
            with pytest.raises(qa.LibraryError, match="no room"):
                put(index, qa.Document(id="b", text="The museum shop."))
        with index.view() as view:
            assert [hit.passage.document_id for hit in view.search("museum", 9)] == ["a"]
        assert index.check() == []
        put(index, qa.Document(id="b", text="The museum shop."))
        with index.view() as view:
            assert [hit.passage.document_id for hit in view.search("museum", 9)] == ["a", "b"]


def test_in_memory_is_what_is_opened_without_a_place() -> None:
    with closing(open_index()) as index:
        assert isinstance(index, MemoryIndex)
