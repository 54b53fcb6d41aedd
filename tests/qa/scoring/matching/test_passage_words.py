"""What of a passage does not depend on the question."""

from __future__ import annotations

from typing import get_args

import numpy as np
from hypothesis import given

import qa
from qa.question.kinds.answer_type import AnswerType
from qa.question.kinds.candidates import find_candidates
from qa.scoring.matching.passage_words import find_offers, forget, surface, surfaces_of
from qa.text.stems import function_terms, term
from qa.text.terms import terms, tokens
from qa.text.trigrams import trigrams
from tests.qa.strategies import documents


@given(documents())
def test_every_word_is_what_it_is_by_itself(given_documents: list[qa.Document]) -> None:
    passages = [(document, passage) for document in given_documents for passage in qa.split(document)]
    forget()
    known = surface(passages[0][1]) if passages else None
    all_found = surfaces_of([passage for _, passage in passages])
    assert known is None or all_found[0] is known
    for (document, passage), found in zip(passages, all_found, strict=True):
        assert surface(passage) is found
        n = len(found.terms)
        for array in (found.sentence, found.function, found.capital, found.figure):
            assert array.shape == (n,)
        assert found.pointing.shape == (len(passage.sentences),)
        assert (np.diff(found.sentence) >= 0).all()
        written = [text for each in found.words for text in each]
        for word, (number, text) in enumerate(zip(found.sentence.tolist(), written, strict=True)):
            assert found.terms[word] == term(text, document.language)
            assert found.function[word] == (found.terms[word] in function_terms(document.language))
            assert found.figure[word] == text[0].isdecimal()
            first = word == 0 or found.sentence[word - 1] != number
            assert found.capital[word] == (text[0].isupper() and not first)
        for number, place in enumerate(passage.sentences):
            codes = found.trigrams[found.trigram_sentence == number]
            assert codes.tolist() == trigrams(passage.cut(*place)).tolist()


@given(documents(most=2))
def test_what_is_offered_is_where_it_stands(given_documents: list[qa.Document]) -> None:
    """The simple version: the words that lie in what is offered, by the places of all words."""
    for document in given_documents:
        for passage in qa.split(document):
            at = [
                (start + left, start + right)
                for start, end in passage.sentences
                for _, left, right in tokens(passage.cut(start, end))
            ]
            for kind in get_args(AnswerType):
                expected = []
                for number, (start, end) in enumerate(passage.sentences):
                    for left, right in find_candidates(kind, passage.cut(start, end), frozenset()):
                        first = sum(ended <= start + left for _, ended in at)
                        after = sum(began < start + right for began, _ in at)
                        if after > first:
                            expected.append([first, after, number])
                assert find_offers(passage, kind).tolist() == expected


def test_a_sentence_that_points_back_is_known() -> None:
    (passage,) = qa.split(qa.Document(text="Smith left. He was tired. Those who stayed slept. The It girl."))
    assert surface(passage).pointing.tolist() == [False, True, True, False]


def test_what_stands_above_is_read_once() -> None:
    text = "Fees\n\nHow much is the Wi-Fi?\n\nTwo euros. Four on Sunday.\n\n2.1 Boats pay. They pay more."
    (passage,) = qa.split(qa.Document(text=text, headings=((0, 4),), language="en", title="-"))
    above = surface(passage)
    assert [[passage.cut(*place) for place in passage.sentences][n] for n in (0, 1)] == [
        "Two euros.",
        "Four on Sunday.",
    ]
    assert above.lead_of.tolist()[:2] == [0, 0]
    assert above.lead_terms[0] == (*terms("How much is the Wi-Fi?"), "wifi")
    assert above.lead_asks[0]
    assert above.lead_parts[0]
    assert above.path_terms == above.heading_terms == (term("Fees"),)
    assert len(above.lead_terms) == len(above.lead_sizes) == len(above.lead_asks) == len(above.lead_parts)


def test_the_number_of_a_clause_parts_nothing() -> None:
    (passage,) = qa.split(qa.Document(text="2.1 Boats pay. They pay more.", language="en"))
    above = surface(passage)
    assert above.lead_of.tolist() == [-1, 0]
    assert (above.lead_asks, above.lead_parts) == ((False,), (False,))


def test_of_a_path_of_headings_the_last_is_the_nearest() -> None:
    passage = qa.Passage("d", 0, 0, 9, "It rains.", heading="Old harbour › Fees", sentences=((0, 9),))
    assert surface(passage).path_terms == tuple(terms("Old harbour Fees"))
    assert surface(passage).heading_terms == (term("Fees"),)


def test_who_a_pronoun_stands_for_is_known() -> None:
    (passage,) = qa.split(qa.Document(text="Maria Okafor is the head. It rains. She left.", language="en"))
    assert surface(passage).antecedent.tolist() == [-1, -1, 0]


def test_a_passage_without_a_sentence_is_empty() -> None:
    (passage,) = qa.split(qa.Document(text="Prices", headings=((0, 6),)))
    assert passage.sentences == ()
    assert surface(passage).terms == ()
    assert surface(passage).trigrams.size == surface(passage).pointing.size == 0
    assert find_offers(passage, "number").shape == (0, 3)


def test_what_is_offered_is_a_range_of_words() -> None:
    (passage,) = qa.split(qa.Document(text="Nobody paid. On 5 January 1931 it cost €14 or 3 %."))
    words = [word for each in surface(passage).words for word in each]
    assert [words[first:after] for first, after, _ in find_offers(passage, "date").tolist()] == [
        ["5", "January", "1931"]
    ]
    assert find_offers(passage, "date")[:, 2].tolist() == [1]
    assert {sentence for *_, sentence in find_offers(passage, "number").tolist()} == {1}


@given(documents(most=2))
def test_what_is_offered_lies_in_its_sentence(given_documents: list[qa.Document]) -> None:
    for document in given_documents:
        for passage in qa.split(document):
            owner = surface(passage).sentence
            for kind in get_args(AnswerType):
                for first, after, sentence in find_offers(passage, kind).tolist():
                    assert 0 <= first < after <= len(owner)
                    assert set(owner[first:after].tolist()) == {sentence}
