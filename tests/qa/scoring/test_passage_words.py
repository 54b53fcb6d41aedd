"""What of a passage does not depend on the question."""

from __future__ import annotations

from typing import get_args

import numpy as np
from hypothesis import given

import qa
from qa.question.answer_type import AnswerType
from qa.question.candidates import find_candidates
from qa.scoring.passage_words import find_offers, forget, surface, surfaces_of
from qa.text.stems import function_terms, term
from qa.text.terms import tokens
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
