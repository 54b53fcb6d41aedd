"""Remarks on an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.utterances.remark import gives_reason, names_source, read_remark


@pytest.mark.parametrize(
    ("remark", "questions"),
    [
        (
            "doubt",
            "Are you sure?|really??|Is that true?|ok, are you sure about that?|Bist du dir sicher?|Wirklich?"
            "|Stimmt das?"
            "|Tu es sûr ?|C’est vrai ?|¿Estás segura?|¿De verdad?|Sei sicuro?|Davvero?|Tens a certeza?"
            "|Weet je dat zeker?"
            "|Är du säker?|Er du sikker?|Oletko varma?|Na pewno?|Opravdu?|Вы уверены?|Правда?|Emin misin?|Biztos?"
            "|真的吗？"
            "|你确定吗？|本当ですか？|정말요?|هل أنت متأكد؟|באמת?",
        ),
        (
            "source",
            "Who said that?|says who?|How do you know that?|Wer hat das gesagt?|Qui a dit ça ?|¿Quién lo dijo?"
            "|Chi lo dice?"
            "|Wie zegt dat?|Кто это сказал?|谁说的？|誰が言ったの？",
        ),
        (
            "more",
            "and?|What else?|Anything else?|Und?|Was noch?|Et puis ?|¿Y?|¿Qué más?|E poi?|O que mais?|En verder?"
            "|Vad mer?"
            "|Что ещё?|Co jeszcze?|还有呢？|他には？",
        ),
        (
            "why",
            "Why?|why is that?|How come?|Warum?|Und warum?|Pourquoi ?|¿Por qué?|Perché?|Waarom?|Varför?|Почему?"
            "|Dlaczego?"
            "|Neden?|为什么？|なぜですか？|왜요?",
        ),
        (
            None,
            "And the rent?|Is the rent high?|Who said that Ann left?|Are you sure that pets are allowed?"
            "|What else is sold?"
            "|Why is it closed?|Und das Haus?|Is that true of all flats?||?",
        ),
    ],
)
def test_a_remark_is_known_in_many_languages(remark: str | None, questions: str) -> None:
    assert {question: read_remark(question) for question in questions.split("|")} == dict.fromkeys(
        questions.split("|"), remark
    )


def test_a_topic_is_a_remark_only_with_a_question_mark() -> None:
    assert (read_remark("Source?"), read_remark("sources")) == ("source", None)
    assert (read_remark("right?"), read_remark("right")) == ("doubt", None)


def test_signs_of_reasons_and_of_what_was_said() -> None:
    assert gives_reason("It is shut because it rains.")
    assert gives_reason("Es ist zu, weil es regnet.")
    assert gives_reason("因为下雨，所以关门。")
    assert not gives_reason("It is shut.")
    assert names_source("“It is shut,” said Ann Lee.")
    assert names_source("Laut Satzung ist das verboten.")
    assert not names_source("The shop sells bread.")


@given(st.text(max_size=100))
def test_any_text_can_be_read(question: str) -> None:
    assert read_remark(question) in {"doubt", "source", "more", "why", None}
