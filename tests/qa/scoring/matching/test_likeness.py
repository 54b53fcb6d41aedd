"""Other forms and synonyms of the terms of a question. `test_features` compares likeness with a slow way."""

from __future__ import annotations

import pytest
from hypothesis import given

import qa
from qa.question.query import Query, analyse
from qa.question.question import Question
from qa.scoring.matching.likeness import Forms, find_forms
from qa.scoring.matching.passage_words import surfaces_of
from qa.text.languages.synonyms import LIKENESS
from qa.text.stems import term
from tests.qa.strategies import documents, questions


def forms_of(question: str, *all_documents: qa.Document) -> tuple[Query, Forms]:
    """Return a question and the terms of documents that are like its terms."""
    hits = [qa.Hit(passage, 0.5) for document in all_documents for passage in qa.split(document)]
    languages = {hit.passage.language for hit in hits}
    query = analyse(Question(question), lambda names: [1.0] * len(names), sorted(languages))
    return query, find_forms(query, hits, surfaces_of([hit.passage for hit in hits]))


def test_words_that_begin_alike_are_forms_by_what_they_share() -> None:
    query, forms = forms_of(
        "harbours of Lebanon", qa.Document(text="The Lebanese harbour. Lead is heavy.", language="en")
    )
    ((number, degree),) = forms["en"][term("Lebanese")]
    assert query.names[number] == term("Lebanon")
    assert degree == pytest.approx(2 * 5 / (len(term("Lebanon")) + len(term("Lebanese"))))
    assert term("lead") not in forms["en"]
    assert term("harbour") not in forms["en"], "it is the same term"


def test_synonyms_are_alike_in_their_own_language() -> None:
    query, forms = forms_of(
        "Is there a guarantee?",
        qa.Document(text="The warranty ends.", language="en"),
        qa.Document(id="de", text="Die Garantie endet.", language="de"),
    )
    assert (query.names.index(term("guarantee")), LIKENESS) in forms["en"][term("warranty")]
    assert term("warranty") not in forms["de"]


def test_what_stands_above_sentences_is_looked_at_too() -> None:
    text = "Harbourside\n\nWho pays for the museums?\n\nThe town."
    document = qa.Document(text=text, headings=((0, 11),), language="en", title="-")
    _, forms = forms_of("harbour museology", document)
    assert {term("Harbourside"), term("museums")} <= forms["en"].keys()


def test_little_and_short_words_have_no_other_forms() -> None:
    _, forms = forms_of("when is the cat", qa.Document(text="Whenever cats catch theirs, it isnt.", language="en"))
    assert not {term("whenever"), term("catch"), term("theirs")} & forms["en"].keys()


@given(documents(), questions())
def test_degrees_are_shares_of_terms_that_are_sought(given_documents: list[qa.Document], question: str) -> None:
    query, forms = forms_of(question, *given_documents)
    for language, known in forms.items():
        for name, alike in known.items():
            for number, degree in alike:
                assert query.sought[number]
                assert name != query.forms[language][number]
                assert 0.55 <= degree < 1.0
