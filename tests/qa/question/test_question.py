"""The record that each step of an answer reads."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import Question
from qa.text.stems import term
from tests.qa.strategies import questions


def test_the_words_of_other_languages_are_not_read_as_english() -> None:
    question = Question("Was the Eintrittskarte?", "de")
    assert (question.type, question.cue, question.form) == (None, "", None)
    question = Question("Was kostet die Eintrittskarte?", "de")
    assert (question.type, question.form) == ("number", None)
    assert question.content_words == question.sought_words == ("kostet", "Eintrittskarte")
    assert Question("Was the museum open?").type == "polar"


@pytest.mark.parametrize(
    ("language", "text", "asks_date"),
    [
        ("en", "When did it open?", True),
        ("en", "Who opened it?", False),
        ("de", "Wann wurde es eröffnet?", True),
        ("de", "In welchem Jahr wurde es eröffnet?", True),
        ("de", "Wie viele kamen im Jahr 1931?", False),
        ("fr", "Quand a-t-il ouvert ?", True),
        ("fr", "En quelle année a-t-il ouvert ?", True),
        ("es", "¿Cuándo se abrió?", True),
        ("es", "¿Qué cuesta?", False),
        ("ru", "Когда открыли музей?", True),
        ("ru", "Где музей?", False),
        ("nl", "Tot hoe laat is het open?", True),
        ("fi", "Milloin se avattiin?", False),
    ],
)
def test_what_asks_for_a_date_is_known_in_some_languages(language: str, text: str, asks_date: bool) -> None:
    assert Question(text, language).asks_date is asks_date


@pytest.mark.parametrize(
    ("language", "text", "sought"),
    [
        ("en", "What is the deadline for applications?", ("deadline", "applications")),
        ("de", "Wie ist die Kündigungsfrist?", ("Kündigungsfrist",)),
        ("de", "Öffnungszeiten der Bibliothek", ("Öffnungszeiten", "Bibliothek")),
        ("nl", "Wat is de opzegtermijn?", ("opzegtermijn",)),
        ("fr", "Quel est le tarif réduit ?", ("tarif", "réduit")),
        ("es", "¿Cuál es el precio de la entrada?", ("precio", "entrada")),
        ("it", "Qual è il prezzo del biglietto?", ("prezzo", "biglietto")),
        ("pl", "Jaka jest cena biletu?", ("cena", "biletu")),
        ("sv", "Vad kostar en biljett?", ("kostar", "biljett")),
    ],
)
def test_what_is_asked_about_is_sought_in_every_language(language: str, text: str, sought: tuple[str, ...]) -> None:
    assert Question(text, language).sought_words == sought


def test_its_content_has_the_terms_of_the_language_of_a_document() -> None:
    question = Question("Where are the universities?")
    assert question.content_terms("en") == {term("universities")}
    assert question.content_terms("fr") == {term("universities", "fr")} != question.content_terms("en")


def test_it_keeps_what_was_typed() -> None:
    question = Question("Why?")
    assert (question.asked, replace(question, text="Why? (museum)").asked) == ("Why?", "Why?")
    with pytest.raises(FrozenInstanceError):
        question.text = "How?"  # type: ignore[misc]


@given(st.one_of(questions(), st.text(max_size=60)), st.sampled_from(["en", "de", "zh", "xx"]))
def test_any_text_is_a_question(text: str, language: str) -> None:
    question = Question(text, language)
    assert set(question.sought_words) <= set(question.content_words)
    assert all(word in text for word in question.content_words)
    assert question.cue in text
    assert (question.type is None) == (not question.cue)
    assert question == Question(text, language)


def test_one_record_is_read_by_all_that_answer(library: qa.Library) -> None:
    examination = library.examine("And when did he do that?", history=[qa.Turn("Who founded the museum?")])
    assert examination.question.asked == "And when did he do that?"
    assert examination.question.text == "And when did he do that? (founded museum)"
    assert examination.question.type == "date"


def test_chit_chat_and_bare_requests_ask_nothing_and_what_they_name_is_asked_for() -> None:
    assert all(
        Question(text).asks_nothing for text in ("thanks", "Wer bist du?", "summarise this", "write me a letter")
    )
    assert not any(Question(text).asks_nothing for text in ("Hello World", "list all fees", "thanks, how much is it?"))
    assert Question("Summarise the pets clause").sought_words == ("pets", "clause")
    assert Question("Tell me about parental leave").sought_words == ("parental", "leave")


def test_a_topic_leans_on_nothing() -> None:
    assert Question("parental leave").is_topic
    assert not Question("list all fees").is_topic
    assert not Question("the rent (deposit)", carried={"deposit": 0.3}).is_topic


def test_each_part_has_words_of_the_other_where_it_has_few() -> None:
    parts = Question("How much is the ticket and until when is it valid?").parts
    assert [(part.text, dict(part.carried)) for part in parts] == [
        ("How much is the ticket (valid)", {"valid": 0.5}),
        ("until when is it valid? (ticket)", {"ticket": 0.5}),
    ]
    carried = Question("How much is it and until when? (sailing course)", carried={"sailing": 0.3, "course": 0.3}).parts
    assert [part.text for part in carried] == ["How much is it (sailing course)", "until when? (sailing course)"]
    assert Question("How much is the ticket?").parts == ()
