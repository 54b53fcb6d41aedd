"""Which person a turn is about."""

from __future__ import annotations

import pytest

from qa.question.turns import Earlier
from qa.question.whom import find_person


@pytest.mark.parametrize(
    ("turn", "gender", "person"),
    [
        (Earlier("Who chairs Port Ellery?", ("Una Grey chairs Port Ellery.",)), "she", "Una Grey"),
        (Earlier("Who is Una Grey's brother?", ("Her brother Tom Reed cooks.",)), "he", "Tom Reed"),
        (Earlier("Who did Una Grey meet?", ("Una Grey met Tom Reed.",), "Tom Reed"), "he", "Tom Reed"),
        (Earlier("Who helps?", ("Mr. Reed and Mrs. Grey help.",)), "she", "Grey"),
        (Earlier("Where does Una Grey live?", ("Una Grey and Tom Reed live in York.",)), "she", "Una Grey"),
        (Earlier("Where does Una Grey live?", ("She lives in York.",)), "she", "Una Grey"),
        (Earlier("When did the mill open?", ("Tom Reed opened the mill in 1901.",)), "he", "Tom Reed"),
        (Earlier("Who wrote Faust?", ("Goethe wrote Faust.",), "Goethe"), "he", "Goethe"),
        (Earlier("Where is Una Grey?", answered=False), "she", "Una Grey"),
        (Earlier("Who is head of sales?", ("Head of sales.",), heading="Team > Una Grey"), "she", "Una Grey"),
        (Earlier("Who is her deputy?", ("Her deputy is Peter Reed.",)), "she", ""),
        (Earlier("Did Una Grey meet Tom Reed?"), "he", ""),
        (Earlier("Who keeps the keys?", ("Nobody keeps the keys.",)), "she", ""),
        (Earlier("What does it cost?", ("It costs 4 euros.",)), "he", ""),
    ],
)
def test_who_answered_comes_before_whom_was_asked_about(turn: Earlier, gender: str, person: str) -> None:
    assert find_person(turn, "he" if gender == "he" else "she", "en") == person


@pytest.mark.parametrize(
    ("language", "question", "quote", "person"),
    [
        ("de", "Wer leitet das Amt Altau?", "Eva Kern leitet das Amt Altau.", "Eva Kern"),
        ("fr", "Qui dirige le musée ?", "Marie Roux dirige le musée.", "Marie Roux"),
        ("es", "¿Quién es la alcaldesa?", "Rosa Gil es la alcaldesa.", "Rosa Gil"),
        ("ru", "Кто руководит отделом?", "Анна Белова руководит отделом.", "Анна Белова"),
        ("zh", "谁是校长？", "李娜是校长。", "李娜"),
        ("ja", "園長は誰ですか？", "田中花子は園長です。", "田中花子"),
    ],
)
def test_persons_are_known_in_other_languages(language: str, question: str, quote: str, person: str) -> None:
    assert find_person(Earlier(question, (quote,)), "she", language) == person
