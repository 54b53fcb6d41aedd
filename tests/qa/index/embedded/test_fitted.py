"""What is held in memory ranks as an estimator that is fitted to all passages by document id and place."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.embedded.fitted import FittedRanking, HeldDocument
from qa.index.embedded.memory import MemoryIndex
from qa.preparing.prepare import prepare
from qa.ranking.vocabulary import read_terms
from tests.qa.oracle import CARRIED, WORDS

passages = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=3)
held = st.dictionaries(st.sampled_from("abcdef"), passages, min_size=1)


def ranking_of(texts: dict[str, list[str]]) -> FittedRanking:
    """Return what ranks documents that were written in the order given."""
    documents = [
        HeldDocument(name, revision, "en", read_terms("en", own), sum(map(len, own)))
        for revision, (name, own) in enumerate(texts.items(), 1)
    ]
    n_passages = sum(document.n_passages for document in documents)
    return FittedRanking({document.revision: document for document in documents}, n_passages)


@given(held, st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), st.integers(1, 20))
def test_it_ranks_as_the_estimator(texts: dict[str, list[str]], question: str, k: int) -> None:
    ranking = ranking_of(texts)
    places = [(name, ordinal) for name in sorted(texts) for ordinal in range(len(texts[name]))]
    oracle = qa.TfidfRetriever().fit([texts[name][ordinal] for name, ordinal in places])
    assert ranking.n_passages == len(places)
    revisions = {name: revision for revision, name in enumerate(texts, 1)}
    for chosen in (None, {name: revisions[name] for name in sorted(texts)[::2]}):
        among = None if chosen is None else np.array([name in chosen for name, _ in places], dtype=bool)
        rows, scores = oracle.nearest(question, k, among, CARRIED)
        wanted = [(*places[row], score) for row, score in zip(rows.tolist(), scores.tolist(), strict=True) if score]
        ranked = ranking.search(question, k, chosen, CARRIED)
        assert [(one.document_id.decode(), one.ordinal, one.score) for one in ranked] == wanted
        assert all(one.revision == revisions[one.document_id.decode()] for one in ranked)


def test_it_knows_what_was_counted() -> None:
    ranking = ranking_of({"b": ["museum ticket", ""], "a": ["museum"]})
    assert (ranking.n_passages, dict(ranking.languages)) == (3, {"en": 3})
    common, rare, unknown = ranking.idf(["museum", "ticket", "volcano"], "en")
    assert 0.0 < common < rare < unknown
    assert ranking.holds(["museum", "volcano"], "en") == [True, False]
    assert ranking.holds(["museum"], "de") == [False]
    assert sorted(ranking.documents) == [1, 2]


def test_what_is_known_of_terms_is_joined_quickly_once_it_was_fitted() -> None:
    with closing(MemoryIndex()) as index:
        for name in "abc":
            index.add(prepare([qa.Document(id=name, text=f"The museum {name}.")]))
        with index.view() as view:
            view.search("museum", 1)
        assert index._fitted is not None
        held = index._fitted.documents.values()
        assert len({id(document.terms.names) for document in held}) == 1


def test_an_empty_library_imports_no_scikit_learn_before_it_is_asked() -> None:
    code = """
import sys, qa
library = qa.Library()
assert library.n_passages == 0 and library.documents() == []
library.add(qa.Document(id="a", text="The museum opens."))
assert "sklearn" not in sys.modules and "scipy" not in sys.modules
assert library.search("museum")
assert "sklearn" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
