from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.utterances.parts import split_question

TWO = [
    ("en", "How much is it and until when?", "How much is it|until when?"),
    ("en", "What does it cost and who do I ask?", "What does it cost|who do I ask?"),
    ("en", "When and where is the fair?", "When is the fair?|where is the fair?"),
    ("en", "How much is the ticket, and until when is it valid?", "How much is the ticket|until when is it valid?"),
    ("en", "How much is the fee? When is it due?", "How much is the fee?|When is it due?"),
    ("en", "Is parking free and can I bring my dog?", "Is parking free|can I bring my dog?"),
    ("en", "What is it, where is it and who pays?", "What is it|where is it|who pays?"),
    ("de", "Was kostet es und bis wann?", "Was kostet es|bis wann?"),
    ("de", "Wie hoch ist die Miete und an wen zahle ich sie?", "Wie hoch ist die Miete|an wen zahle ich sie?"),
    ("de", "Wann und wo ist das Fest?", "Wann ist das Fest?|wo ist das Fest?"),
    ("de", "Was kostet es und darf ich grillen?", "Was kostet es|darf ich grillen?"),
    ("fr", "Combien ça coûte et jusqu'à quand ?", "Combien ça coûte|jusqu'à quand ?"),
    ("fr", "Quel est le prix et à qui dois-je écrire ?", "Quel est le prix|à qui dois-je écrire ?"),
    ("es", "¿Cuánto cuesta y hasta cuándo?", "¿Cuánto cuesta|hasta cuándo?"),
    ("es", "¿Cuándo y dónde es la fiesta?", "¿Cuándo es la fiesta?|¿dónde es la fiesta?"),
    ("it", "Quanto costa e a chi mi rivolgo?", "Quanto costa|a chi mi rivolgo?"),
    ("pt", "Quanto custa e até quando?", "Quanto custa|até quando?"),
    ("nl", "Hoeveel kost het en bij wie meld ik me?", "Hoeveel kost het|bij wie meld ik me?"),
    ("pl", "Ile kosztuje kurs i kogo mam zapytać?", "Ile kosztuje kurs|kogo mam zapytać?"),
    ("sv", "Vad kostar det och hur länge gäller det?", "Vad kostar det|hur länge gäller det?"),
    ("ru", "Сколько стоит и до какого числа?", "Сколько стоит|до какого числа?"),
    ("zh", "多少钱，什么时候截止？", "多少钱|什么时候截止？"),
    ("ja", "いくらですか、いつまでですか？", "いくらですか|いつまでですか？"),
]
ONE = """
    Who decides what is bought?|Is it free or do I have to pay?|When does it open and close?|Who decides what and when?
    |Which rooms are heated and are open in winter?|What is the difference between a lease and a licence?
    |When I arrive, where do I go?|If I cancel, when do I get my money back?|Do you know when and where it is?
    |Where can I find out how and when to register?|How do I clean the filter and the tank?|I lost my key. What now?
    |What is the price?|parental leave|Who is responsible for what?|What should I do when it rains?||How much?
"""


@pytest.mark.parametrize(("language", "text", "parts"), TWO)
def test_what_asks_twice_has_two_parts(language: str, text: str, parts: str) -> None:
    assert split_question(text, language) == tuple(parts.split("|"))


@pytest.mark.parametrize("text", [text.strip() for text in ONE.split("|")])
def test_what_asks_once_has_none(text: str) -> None:
    assert split_question(text, "en") == ()


@given(st.text(max_size=150), st.sampled_from(["en", "de", "fr", "zh", "ja", "tr", "und"]))
def test_parts_are_none_or_several_and_say_something(text: str, language: str) -> None:
    parts = split_question(f"What {text} and who {text}", language)
    assert len(parts) in {0, 2, 3}
    assert all(part.strip() for part in parts)
