"""A question as it is matched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.query import PROPERTIES, Query, analyse
from qa.question.question import Question
from qa.text.stems import term
from qa.text.terms import tokens
from qa.text.trigrams import trigrams
from tests.qa.strategies import questions


def query(text: str, asked_in: str = "en", languages: Iterable[str] = (), **more: Any) -> Query:
    question = Question(text, asked_in, **more)
    return analyse(question, lambda names: [float(len(name)) for name in names], languages)


def known(asked: Query, name: str) -> dict[str, float]:
    """Return the properties of a term that are not 0."""
    row = asked.properties[asked.names.index(name)]
    return {name: value for name, value in zip(PROPERTIES, row.tolist(), strict=True) if value}


@given(questions(), st.sampled_from(["en", "de", "zh", "ar", "tr", "xx"]))
def test_every_array_follows_the_terms(question: str, asked_in: str) -> None:
    asked = query(question, asked_in=asked_in, languages=["en", "de"])
    m = len(asked.names)
    stems = [stem for stem, _, _ in tokens(question, asked_in)]
    assert list(asked.names) == list(dict.fromkeys(stems))
    assert [asked.names[number] for number in asked.sequence] == stems
    assert asked.properties.shape == (m, len(PROPERTIES))
    assert np.isfinite(asked.properties).all()
    for array in (asked.shares, asked.idf, asked.emphasis, asked.sought, asked.function, asked.capital, asked.figure):
        assert array.shape == (m,)
    assert set(asked.forms) == {asked_in, "en", "de"}
    assert {len(names) for names in asked.forms.values()} == {m}
    assert asked.forms[asked_in] == asked.names
    assert asked.shares.sum() == pytest.approx(1.0 if m else 0.0)
    assert asked.sought_shares.sum() == pytest.approx(1.0 if asked.sought.any() else 0.0)
    assert sum(asked.pairs.values()) == pytest.approx(1.0 if len(stems) > 1 else 0.0)
    assert not (asked.sought & asked.function).any()
    assert (np.diff(asked.trigrams) > 0).all()
    assert all(0 <= number < m for number in asked.asked)


def test_a_question_without_words_has_no_terms() -> None:
    for question in ("", "?!"):
        asked = query(question)
        assert asked.terms == {} == asked.pairs
        assert asked.properties.shape == (0, len(PROPERTIES))
        assert asked.question.type is None


def test_content_words_weigh_more_than_those_that_only_ask() -> None:
    shares = query("How long was the voyage?").terms
    assert shares["voyag"] > 0.7
    assert shares["how"] < 0.1 > shares["long"]


def test_rarity_is_what_is_told_of_the_terms() -> None:
    asked = analyse(Question("harbour museum"), lambda names: [1.0 + 2.0 * (name == "museum") for name in names])
    assert asked.idf.tolist() == [1.0, 3.0]
    assert asked.terms == pytest.approx({"harbour": 2 / 6, "museum": 4 / 6})


def test_a_word_that_was_carried_over_counts_as_said() -> None:
    asked = analyse(Question("harbour museum", carried={"harbour": 0.5}), lambda names: [1.0] * len(names))
    assert asked.emphasis.tolist() == [0.5, 1.0]
    assert asked.terms == pytest.approx({"harbour": 1 / 3, "museum": 2 / 3})


def test_trigrams_are_of_what_was_just_typed_where_that_says_anything() -> None:
    both = "And the harbour? (old museum)"
    assert query(both, carried={"old": 0.5, "museum": 0.5}).trigrams.tolist() == trigrams("harbour").tolist()
    assert (
        query(both, carried={"harbour": 0.5, "old": 0.5, "museum": 0.5}).trigrams.tolist()
        == trigrams("harbour old museum").tolist()
    )
    assert query(both).trigrams.tolist() == trigrams("harbour old museum").tolist()


def test_what_is_known_of_a_term() -> None:
    asked = query("Who did the Treaty of Versailles oblige to pay 132 billion?")
    assert known(asked, "who").keys() == {"always", "idf", "function", "cue", "inverse_count", "short", "is_who"}
    treaty = known(asked, "treati")
    assert treaty.keys() >= {"capital", "first_of_matter", "after_the", "before_of", "idf_above_3", "idf_above_5"}
    assert treaty["idf_above_5"] == 1.0
    assert known(asked, "versaill").keys() >= {"capital", "second_of_matter", "after_of"}
    assert "figure" in known(asked, "132")
    assert known(asked, "billion").keys() >= {"last_of_matter", "last_word"}
    assert "last_but_one_of_matter" in known(asked, "132")
    assert known(asked, "the")["place"] == pytest.approx(2 / 11)
    assert asked.capital.sum() == 2
    assert asked.figure.sum() == 1


def test_the_first_word_is_no_name_and_capitals_are_told() -> None:
    asked = query("Museum of NASA")
    assert "capital" not in known(asked, "museum")
    assert known(asked, "nasa").keys() >= {"capital", "all_capitals"}


@pytest.mark.parametrize(
    ("question", "asked_for"),
    [
        ("Which metro line is it?", ["metro", "line"]),
        ("How many ships use the harbour?", ["ship", "use"]),
        ("What kind of music does she play?", ["music"]),
        ("What is it?", []),
        ("Who founded it?", []),
    ],
)
def test_the_noun_that_is_asked_for(question: str, asked_for: list[str]) -> None:
    asked = query(question)
    assert [asked.names[number] for number in asked.asked][:2] == asked_for


def test_other_languages_are_not_read_as_english() -> None:
    asked = query("Welche Stadt, which city, liegt am Main?", asked_in="de")
    assert (asked.question.type, asked.asked) == (None, ())
    assert "die" in query("die Stadt", asked_in="de").names
    assert query("die Stadt", asked_in="de").function.tolist() == [True, False]


def test_a_term_has_its_form_in_the_language_of_each_passage() -> None:
    asked = query("universities", languages=["fr"])
    assert asked.forms == {"en": (term("universities"),), "fr": (term("universities", "fr"),)}


def test_neighbours_share_the_weight_of_both() -> None:
    asked = analyse(Question("red harbour of red harbour"), lambda names: [0.0] * len(names))
    red, harbour, of = (asked.names.index(name) for name in ("red", "harbour", "of"))
    assert set(asked.pairs) == {(red, harbour), (harbour, of), (of, red)}
    assert asked.pairs[red, harbour] == pytest.approx(2 / (2 + 1.1 + 1.1))
