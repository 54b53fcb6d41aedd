"""The estimator contract, the formulas, and the ranking against a slow, plain one."""

from __future__ import annotations

import math
import warnings
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import check_estimator

import qa
from qa.arrays import top
from qa.ranking.formulas import indexed
from qa.ranking.retriever import TfidfRetriever
from qa.text.detect import detect_foreign
from qa.text.terms import find_light_terms, terms

PASSAGES = [
    "The museum opens at nine. The museum is old.",
    "A ticket for the museum costs 14 euros.",
    "Ships leave the harbour every hour.",
    "",
]
SETTINGS = [
    {},
    {"k1": 0.0, "b": 0.0},
    {"k1": 1.2, "b": 1.0, "function_weight": 1.0, "pair_weight": 1.0},
    {"function_weight": 0.0, "n_candidates": 3},
    {"pair_weight": 0.0},
]

words = st.sampled_from("museum ticket harbour ship euro the of open nine old 多少钱".split())
passages = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=12)


def weights_of(retriever: TfidfRetriever, collection: list[str], question: str) -> dict[str, float]:
    """Return the weight of each known term of a question by the formulas of the module's docstring."""
    held = [indexed(terms(text)) for text in collection]
    asked = indexed(terms(question))
    light = find_light_terms(question, "en", detect_foreign(question, ["en"]) or "en")
    weights = {}
    for name in dict.fromkeys(asked):
        n, total = sum(name in names for names in held), len(held)
        if n:
            kind = retriever.pair_weight if " " in name else retriever.function_weight if name in light else 1
            weights[name] = kind * asked.count(name) * math.log(1 + (total - n + 0.5) / (n + 0.5))
    norm = sum(weights.values()) or 1.0
    return {name: weight / norm for name, weight in weights.items()}


def plain_scores(retriever: TfidfRetriever, collection: list[str], question: str) -> list[float]:
    """Score by words, one passage and one term at a time."""
    lengths = [len(terms(text)) for text in collection]
    mean = sum(lengths) / len(lengths) or 1.0
    scores = []
    for text, length in zip(collection, lengths, strict=True):
        names = indexed(terms(text))
        slow = retriever.k1 * (1 - retriever.b + retriever.b * length / mean)
        own = {name: names.count(name) / (names.count(name) + slow) for name in set(names)}
        weights = weights_of(retriever, collection, question)
        scores.append(sum(weight * own.get(name, 0.0) for name, weight in weights.items()))
    return scores


def plain_ranking(
    retriever: TfidfRetriever, collection: list[str], question: str, k: int
) -> tuple[list[int], list[float]]:
    """Rank by words, then the best of them by words and pairs."""
    by_words = plain_scores(retriever, collection, question)
    rows = sorted(range(len(collection)), key=lambda row: (-round(by_words[row], 12), row))
    weights = weights_of(retriever, collection, question)
    gain = {
        (a, b): retriever.pair_weight * (weights[a] + weights[b])
        for a, b in pairwise(terms(question))
        if a in weights and b in weights and f"{a} {b}" not in indexed([a, b])
    }
    scores = {}
    for row in rows[: max(k, retriever.n_candidates)]:
        shared = set(pairwise(terms(collection[row]))) & gain.keys()
        scores[row] = (by_words[row] + sum(gain[pair] for pair in shared)) / (1 + sum(gain.values()))
        scores[row] = min(scores[row], 1.0) if by_words[row] else 0.0
    best = sorted(scores, key=lambda row: (-round(scores[row], 12), row))[:k]
    return best, [scores[row] for row in best]


@pytest.mark.parametrize("settings", SETTINGS)
@given(collection=passages.filter(bool), question=st.lists(words, max_size=6).map(" ".join))
def test_scores_are_the_formulas(settings: dict, collection: list[str], question: str) -> None:
    retriever = TfidfRetriever(**settings).fit(collection)
    assert retriever.scores(question) == pytest.approx(plain_scores(retriever, collection, question))


@pytest.mark.parametrize("settings", SETTINGS)
@given(
    collection=passages.filter(bool),
    question=st.lists(words, max_size=6).map(" ".join),
    k=st.integers(1, 12),
)
def test_kneighbors_ranks_by_words_then_pairs(settings: dict, collection: list[str], question: str, k: int) -> None:
    retriever = TfidfRetriever(**settings).fit(collection)
    distances, indices = retriever.kneighbors([question], n_neighbors=k)
    rows, scores = plain_ranking(retriever, collection, question, k)
    assert distances[0] == pytest.approx([1.0 - score for score in scores])
    assert distances.min() >= 0.0
    assert distances.max() <= 1.0
    _, following = plain_ranking(retriever, collection, question, k + 1)  # with the first that is left out
    if len(set(np.round(following, 9))) == len(following):  # sums of the same numbers differ in the last digit
        assert indices[0].tolist() == rows


@given(collection=passages.filter(bool), question=st.lists(words, max_size=6).map(" ".join), data=st.data())
def test_only_the_passages_among_are_found(collection: list[str], question: str, data: st.DataObject) -> None:
    retriever = TfidfRetriever().fit(collection)
    among = data.draw(st.lists(st.booleans(), min_size=len(collection), max_size=len(collection)).map(np.array))
    whole = dict(zip(*retriever.nearest(question, len(collection)), strict=True))
    for row, score in zip(*retriever.nearest(question, len(collection), among), strict=True):
        assert score == (whole[row] if among[row] else 0.0)


def test_neighbours_of_the_question_come_first_where_words_tie() -> None:
    texts = ["The harbour of the old ships.", "The old harbour of ships."]
    rows, scores = TfidfRetriever().fit(texts).nearest("Where is the old harbour?", 2)
    assert rows.tolist() == [1, 0]
    assert scores[0] > scores[1] > 0.0


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
        "k1": 1.2,
        "b": 0.5,
        "function_weight": 0.2,
        "pair_weight": 0.2,
        "foreign_weight": 0.8,
        "synonym_weight": 0.3,
        "n_candidates": 100,
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
    assert fitted == {
        "vocabulary_",
        "document_frequency_",
        "weights_",
        "words_",
        "word_starts_",
        "n_passages_",
        "languages_",
    }


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
        ({"k1": -1}, "k1 is -1"),
        ({"b": 1.5}, "b is 1.5"),
        ({"pair_weight": -0.1}, "pair_weight is -0.1"),
        ({"n_candidates": 0}, "n_candidates is 0"),
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


def test_a_language_for_each_text() -> None:
    with pytest.raises(qa.InvalidOption, match="4 texts and 1 languages"):
        TfidfRetriever().fit(PASSAGES, languages=["en"])
