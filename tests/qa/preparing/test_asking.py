"""What asks in a document is told from what says something."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.preparing.asking import ANSWER_LABEL, QUESTION_LABEL, asks, opens_question, skip_mark
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    "sentence",
    [
        "May I bring a guest?",
        "Wo steht die Tonne? ",
        "¿Dónde está la llave?",
        "“Is it far?”",
        "何時に閉まりますか？",
        "هل يوجد موقف؟",
        "Is it far?*",
    ],
)
def test_a_question_asks_in_any_language(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence", ["It is far.", "She asked: “Is it far?”", "See the FAQ (why?).", "", "What a day!"]
)
def test_what_only_tells_of_a_question_does_not_ask(sentence: str) -> None:
    assert not asks(sentence)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("[12:10] Ida: where is the spare projector", "en"),
        ("Tom: did anyone see the keys", "en"),
        ("wer hat den schlüssel zum keller", "de"),
        ("combien coûte la carte annuelle", "fr"),
    ],
)
def test_a_line_without_a_mark_may_open_as_a_question(line: str, language: str) -> None:
    assert opens_question(line, language)


@pytest.mark.parametrize(
    "line",
    ["When done", "- What to bring on Monday", "Did the roof in May.", "Can be collected on Monday", "Who we are:", ""],
)
def test_a_line_that_says_something_does_not(line: str) -> None:
    assert not opens_question(line, "en")


def test_labels_of_questions_and_answers_are_known_in_several_languages() -> None:
    for question, answer in (
        ("Q: Who?", "A: Ida."),
        ("F2: Wer?", "A2: Ida."),
        ("P. ¿Quién?", "R. Ida."),
        ("问：谁？", "答：她。"),
    ):
        assert QUESTION_LABEL.match(question), question
        assert ANSWER_LABEL.match(answer), answer
    assert not QUESTION_LABEL.match("Fee: 12 euros")


def test_the_words_of_an_item_begin_behind_its_bullet() -> None:
    assert [skip_mark(text) for text in ("- Bring a towel.", "• Towel", "2. Rinse.", "-5 degrees", "")] == [
        2,
        2,
        0,
        0,
        0,
    ]


@given(texts)
def test_any_text_is_looked_at(text: str) -> None:
    assert isinstance(asks(text), bool)
    assert isinstance(opens_question(text, "en"), bool)
    assert 0 <= skip_mark(text) <= len(text)
