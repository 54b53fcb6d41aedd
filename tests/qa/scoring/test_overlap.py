"""What of a question a sentence holds. `test_features` compares all of it with a slow way."""

from __future__ import annotations

import pytest

import qa
from qa.scoring.matching.match import Match
from qa.scoring.overlap import compare_characters, compare_context, compare_pairs, compare_terms


def match(question: str, *texts: str) -> Match:
    library = qa.Library()
    library.add(*(qa.Document(id=f"d{n}", text=text) for n, text in enumerate(texts)))
    return library.match(question)


def test_shares_are_of_the_weight_of_the_question() -> None:
    columns = compare_terms(match("harbour museum", "The harbour museum opened.", "The harbour is old."))
    assert columns["matter"].max() == pytest.approx(1.0)
    assert columns["matter"].min() < 1.0
    assert (columns["names_held"] == -1.0).all()  # it has no name


def test_neighbours_in_either_order_count_where_words_between_are_grammar() -> None:
    columns = compare_pairs(match("harbour museum", "The museum of the harbour opened."))
    assert (columns["pairs"].tolist(), columns["pairs_of_matter"].tolist()) == ([0.0], [1.0])


def test_what_stands_beside_a_sentence_counts_where_it_lacks_it() -> None:
    columns = compare_context(match("When was the museum of Lund built?", "The museum is old. It was built in 1874."))
    assert columns["previous"][1] > 0.0 == columns["previous"][0]
    assert columns["next"][0] > 0.0 == columns["next"][1]


def test_trigrams_see_what_terms_miss() -> None:
    columns = compare_characters(match("harbours museum", "The harbourside museum opened.", "A museum closed."))
    assert columns["trigrams"].max() > columns["trigrams"].min() > 0.0
