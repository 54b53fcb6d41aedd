"""What is learned of passages is what counting one by one gives, and each language is counted apart."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ranking.formulas import hold_back, idf, indexed
from qa.ranking.retriever import TfidfRetriever
from qa.text.terms import terms

words = st.sampled_from("museum ticket harbour ship euro the of open nine old 多少钱".split())
FIRST = ["The museum opens at nine. The museum is old.", "A ticket for the museum costs 14 euros."]
OTHERS = ["Ships leave the harbour every hour.", ""]

passages = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=12)


@given(passages)
def test_counts_and_weights_are_those_of_each_passage(texts: list[str]) -> None:
    learned = TfidfRetriever().fit(texts)
    read = [terms(text) for text in texts]
    counts = [Counter(indexed(own)) for own in read]
    names = learned.get_feature_names_out().tolist()
    assert names == sorted(set().union(*counts)) == list(learned.vocabulary_)
    frequencies = [sum(name in own for own in counts) for name in names]
    assert learned.document_frequencies(names).tolist() == learned.document_frequency_.tolist() == frequencies
    assert learned.document_frequencies(["volcano"]).tolist() == [0]
    assert learned.idf_of(names).tolist() == learned.idf_.tolist()
    assert learned.idf_of(["volcano"]) == idf(np.array([0]), len(texts))
    lengths = np.array([len(own) for own in read], dtype=np.float64)
    below = hold_back(lengths / (lengths.mean() or 1.0), learned) if texts else lengths
    for row, own in enumerate(counts):
        weights = dict(zip(names, learned.weights_[[row], :].toarray()[0], strict=True))
        assert weights == pytest.approx({name: own[name] / (own[name] + below[row]) for name in names}, nan_ok=True)
        start, end = learned.word_starts_[row : row + 2]
        assert [names[column] for column in learned.words_[start:end]] == read[row]


def test_a_second_fit_forgets_the_first() -> None:
    once = TfidfRetriever().fit(FIRST)
    twice = TfidfRetriever().fit(OTHERS).fit(FIRST)
    assert once.vocabulary_ == twice.vocabulary_
    assert (once.weights_.toarray() == twice.weights_.toarray()).all()


def test_languages_are_counted_apart_and_found_together() -> None:
    texts = ["Die Häuser von Beirut.", "The war in Beirut.", "Ein altes Haus.", "Das neue Haus."]
    languages = ["de", "en", "de", "de"]
    mixed = TfidfRetriever().fit(texts, languages=languages)
    german = TfidfRetriever().fit([texts[0], *texts[2:]], languages=["de"] * 3)
    assert mixed.languages_ == {"de": 3, "en": 1}
    assert {"de:haus", "de:beirut", "war", "beirut"} < set(mixed.vocabulary_)
    assert mixed.idf_of(["de:haus"]) == german.idf_of(["de:haus"])
    assert dict(zip(mixed.get_feature_names_out(), mixed.idf_, strict=True))["de:haus"] == mixed.idf_of(["de:haus"])[0]
    assert mixed.scores("Welches Haus war neu?")[[0, 2, 3]].tolist() == german.scores("Welches Haus war neu?").tolist()
    assert mixed.scores("Welches Haus war neu?")[1] < 0.2  # "war" only carries grammar there
    found = mixed.scores("Was war in Beirut?")
    assert found[0] > found[1] > 0.0
