"""The estimator contract, the formulas, and the ranking against a slow, plain one."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import check_estimator

import qa
from qa.retriever import TfidfRetriever, ngrams, top
from qa.text import FUNCTION_TERMS, terms

PASSAGES = [
    "The museum opens at nine. The museum is old.",
    "A ticket for the museum costs 14 euros.",
    "Ships leave the harbour every hour.",
    "",
]
SETTINGS = [
    {},
    {"weighting": "cosine"},
    {"ngram_range": (1, 1)},
    {"k1": 0.0, "b": 0.0},
    {"k1": 1.2, "b": 1.0, "function_weight": 1.0, "run_weight": 1.0},
    {"ngram_range": (1, 3), "function_weight": 0.0},
]

words = st.sampled_from("museum ticket harbour ship euro the of open nine old".split())
passages = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=12)


def plain_scores(retriever: TfidfRetriever, collection: list[str], question: str) -> list[float]:
    """Score by the formulas of the module's docstring, one passage and one term at a time."""
    held = [ngrams(terms(text), retriever.ngram_range) for text in collection]
    lengths = [len(terms(text)) for text in collection]
    mean = sum(lengths) / len(lengths) or 1.0
    asked = ngrams(terms(question), retriever.ngram_range)
    weights = {}
    for name in dict.fromkeys(asked):
        n, total, f = sum(name in names for names in held), len(held), float(asked.count(name))
        if n:
            rarity = math.log(1 + (total - n + 0.5) / (n + 0.5))
            if retriever.weighting == "cosine":
                rarity = math.log((1 + total) / (1 + n)) + 1
                f = 1 + math.log(f)
            run = name.count(" ")
            kind = retriever.run_weight**run if run else retriever.function_weight if name in FUNCTION_TERMS else 1.0
            weights[name] = kind * f * rarity
    norm = sum(weights.values())
    if retriever.weighting == "cosine":
        norm = math.sqrt(sum(weight**2 for weight in weights.values()))
    scores = []
    for names, length in zip(held, lengths, strict=True):
        if retriever.weighting == "cosine":
            size = math.sqrt(sum((1 + math.log(names.count(name))) ** 2 for name in set(names))) or 1.0
            own = {name: (1 + math.log(names.count(name))) / size for name in set(names)}
        else:
            slow = retriever.k1 * (1 - retriever.b + retriever.b * length / mean)
            own = {name: names.count(name) / (names.count(name) + slow) for name in set(names)}
        scores.append(sum(weight * own.get(name, 0.0) for name, weight in weights.items()) / (norm or 1.0))
    return scores


@pytest.mark.parametrize("settings", SETTINGS)
@given(collection=passages.filter(bool), question=st.lists(words, max_size=6).map(" ".join))
def test_scores_are_the_formulas(settings: dict, collection: list[str], question: str) -> None:
    retriever = TfidfRetriever(**settings).fit(collection)
    assert retriever.scores(question) == pytest.approx(plain_scores(retriever, collection, question))


@pytest.mark.parametrize("settings", SETTINGS)
@given(collection=passages.filter(bool), question=st.lists(words, max_size=6).map(" ".join))
def test_kneighbors_ranks_by_score_then_index(settings: dict, collection: list[str], question: str) -> None:
    retriever = TfidfRetriever(**settings).fit(collection)
    distances, indices = retriever.kneighbors([question], n_neighbors=len(collection))
    scores = retriever.scores(question)
    assert indices[0].tolist() == sorted(range(len(collection)), key=lambda row: (-scores[row], row))
    assert distances[0] == pytest.approx(1.0 - scores[indices[0]])
    assert distances.min() >= 0.0
    assert distances.max() <= 1.0


@pytest.mark.parametrize("settings", SETTINGS)
def test_transform_times_weights_is_the_score(settings: dict) -> None:
    retriever = TfidfRetriever(**settings).fit(PASSAGES)
    Q = retriever.transform(["museum ticket", "nothing known", ""])
    assert Q.shape == (3, len(retriever.get_feature_names_out()))
    assert (retriever.weights_ @ Q.T).toarray()[:, 0] == pytest.approx(retriever.scores("museum ticket"))
    assert Q[[1], :].nnz == Q[[2], :].nnz == 0


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")  # most checks are for arrays of numbers
def test_scikit_learn_finds_an_estimator() -> None:
    check_estimator(TfidfRetriever())


def test_the_estimator_contract() -> None:
    retriever = TfidfRetriever(k1=1.2, b=0.5)
    assert retriever.get_params() == {
        "weighting": "bm25",
        "ngram_range": (1, 2),
        "k1": 1.2,
        "b": 0.5,
        "function_weight": 0.2,
        "run_weight": 0.3,
        "foreign_weight": 0.8,
        "n_neighbors": 5,
    }
    copy = clone(retriever)
    assert copy.get_params() == retriever.get_params()
    assert copy.set_params(k1=2.0) is copy
    with pytest.raises(NotFittedError):
        copy.kneighbors(["museum"])
    with pytest.raises(NotFittedError):
        copy.transform(["museum"])
    with pytest.raises(NotFittedError):
        _ = copy.idf_
    assert retriever.fit(PASSAGES) is retriever
    fitted = {name for name in vars(retriever) if name.endswith("_")}
    assert fitted == {"vocabulary_", "document_frequency_", "weights_", "n_passages_", "languages_"}


def test_a_second_fit_forgets_the_first() -> None:
    once = TfidfRetriever().fit(PASSAGES[:2])
    twice = TfidfRetriever().fit(PASSAGES[2:]).fit(PASSAGES[:2])
    assert once.vocabulary_ == twice.vocabulary_
    assert (once.weights_.toarray() == twice.weights_.toarray()).all()


def test_fit_transform_is_fit_then_transform() -> None:
    together = TfidfRetriever().fit_transform(PASSAGES)
    apart = TfidfRetriever().fit(PASSAGES).transform(PASSAGES)
    assert (together.toarray() == apart.toarray()).all()


@pytest.mark.parametrize("collection", [[], [""], ["", "!?"]])
def test_nothing_to_find_finds_nothing(collection: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        retriever = TfidfRetriever().fit(collection)
        distances, indices = retriever.kneighbors(["museum"], n_neighbors=3)
    assert distances.shape == indices.shape == (1, len(collection))
    assert (distances == 1.0).all()


def test_fewer_passages_than_asked_for_are_all_returned() -> None:
    assert TfidfRetriever().fit(PASSAGES).kneighbors(["museum"], 99, return_distance=False).shape == (1, 4)
    assert TfidfRetriever(n_neighbors=2).fit(PASSAGES).kneighbors(["museum"], return_distance=False).shape == (1, 2)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"weighting": "tfidf"}, "'tfidf': give"),
        ({"ngram_range": (2, 1)}, r"\(2, 1\)"),
        ({"k1": -1}, "k1 is -1"),
        ({"b": 1.5}, "b is 1.5"),
        ({"run_weight": -0.1}, "run_weight is -0.1"),
        ({"foreign_weight": 2}, "foreign_weight is 2"),
    ],
)
def test_options_out_of_range_are_refused_by_fit(settings: dict, message: str) -> None:
    with pytest.raises(qa.InvalidOption, match=message):
        TfidfRetriever(**settings).fit(PASSAGES)


def test_wrong_calls_say_the_way_out() -> None:
    with pytest.raises(qa.InvalidOption, match="Put the text in a list"):
        TfidfRetriever().fit("one text")
    with pytest.raises(qa.InvalidOption, match="at least 1"):
        TfidfRetriever().fit(PASSAGES).kneighbors(["museum"], 0)


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 40))
def test_top_is_a_stable_sort(values: list[int], k: int) -> None:
    scores = np.array(values, dtype=np.float64)
    assert top(scores, k).tolist() == np.argsort(-scores, kind="stable")[:k].tolist()


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


def test_a_language_for_each_text() -> None:
    with pytest.raises(qa.InvalidOption, match="4 texts and 1 languages"):
        TfidfRetriever().fit(PASSAGES, languages=["en"])
