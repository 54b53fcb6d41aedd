from __future__ import annotations

import math

import pytest
from hypothesis import given

import qa
from qa.answer_type import answer_type, candidates
from qa.evidence import FEATURE_WEIGHTS, analyse
from tests.qa.strategies import documents, questions


def best(library: qa.Library, question: str) -> qa.Evidence:
    return library.examine(question).evidence[0]


@given(documents(), questions())
def test_features_scores_and_weights_are_shares(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    found = library.examine(question)
    assert [-sentence.score for sentence in found.evidence] == sorted(-sentence.score for sentence in found.evidence)
    for sentence in found.evidence:
        assert set(sentence.features) == set(FEATURE_WEIGHTS)
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in (*sentence.features.values(), sentence.score))
        assert 0 < sum(sentence.matched.values()) <= 1 + 1e-9
    assert bool(found.features) == bool(found.evidence)


def test_the_weights_sum_to_one() -> None:
    assert math.isclose(sum(FEATURE_WEIGHTS.values()), 1.0)


def test_the_sentence_that_covers_the_question_wins(library: qa.Library, museum: qa.Document) -> None:
    assert best(library, "What do children under 12 pay for tickets?").span.cut(museum).startswith("Tickets cost €14")
    assert best(library, "Who founded the museum?").span.cut(museum).startswith("Dr. J. R. Smith")


def test_another_form_of_a_word_counts() -> None:
    library = qa.Library()
    library.add(qa.Document(id="d", text="The harbour closed. The Lebanese harbour opened."))
    assert best(library, "harbours of Lebanon").features["derived"] > 0


def test_a_heading_and_a_title_give_context() -> None:
    library = qa.Library()
    text = "Prices\n\nIt costs 14 euros."
    library.add(qa.Document(id="d", text=text, title="Museum", headings=((0, 6),)))
    found = best(library, "What are the prices of the museum, and what costs 14?")
    assert found.features["passage"] > found.features["coverage"]


def test_the_sentence_before_explains_a_pronoun() -> None:
    library = qa.Library()
    library.add(qa.Document(id="d", text="Smith founded the museum. He was born in Cork."))
    evidence = library.examine("Where was the founder Smith born?").evidence
    assert {round(sentence.features["previous"], 6) > 0 for sentence in evidence} == {True, False}


def test_a_question_without_words_has_no_terms() -> None:
    query = analyse("?!", lambda names: [0.0] * len(names))
    assert query.terms == {} == query.pairs


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many people have been displaced?", "number"),
        ("what percentage of the votes", "number"),
        ("When did the Frankish identity emerge?", "date"),
        ("In what year did it open?", "date"),
        ("How long was the proposed ceasefire?", "duration"),
        ("Who is Israel's defense minister?", "person"),
        ("Where is the airport?", "place"),
        ("Which city is it in?", "place"),
        ("Why did they leave?", "cause"),
        ("How do I add documents?", "manner"),
        ("Is it open?", None),
        ("", None),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str | None) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("number", "Over 1,400 people and €14.50, or 3 %.", ["1,400", "€14.50", "3 %"]),
        ("date", "On 5 January 1931 and again in the 19th century.", ["5 January 1931", "19th century"]),
        ("duration", "It lasted 21 days, a 3-week run.", ["21 days", "a 3-week"]),
        ("person", "the chief Yoav Gallant met Lloyd Austin.", ["Yoav Gallant", "Lloyd Austin"]),
        ("cause", "He left because of rain.", ["because"]),
    ],
)
def test_what_a_sentence_offers(kind, sentence: str, expected: list[str]) -> None:
    assert [sentence[start:end] for start, end in candidates(kind, sentence, frozenset())] == expected


def test_what_only_repeats_the_question_is_no_candidate() -> None:
    assert candidates("person", "Gallant spoke.", frozenset({"gallant"})) == []
    assert candidates("person", "The official spoke.", frozenset()) == []


def test_hostile_sentences_are_matched_in_time() -> None:
    for hostile in ("A " * 500, "a" * 1_000, "1," * 500, "A.A" * 300, "Of the " * 140):
        for kind in ("date", "number", "duration", "person", "cause", "manner"):
            candidates(kind, hostile, frozenset())
