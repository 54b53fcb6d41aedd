from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.utterances.chat import find_question, is_chat

CHAT = """
    thanks|Thank you!!|thx :)|hi|Hello there|ok great|OK, great – thanks a lot!|who are you?|What’s your name?|bye
    |Good night.
    |how are you|I see, thanks|Danke schön|vielen dank für die hilfe|Tschüss!|Wer bist du?|alles klar, danke
    |Merci beaucoup !
    |Bonjour|qui es-tu ?|d’accord, merci|¡Muchas gracias!|Buenos días|¿Quién eres?|Grazie mille|chi sei?
    |muito obrigado
    |Bom dia!|quem é você?|Dank je wel|wie ben je?|dziękuję|Cześć!|kim jesteś?|Tack så mycket|Mange tak|Tusen takk
    |Kiitos!
    |Děkuji|Köszönöm|Mulțumesc|Спасибо большое!|кто ты?|дякую|çok teşekkürler|Ευχαριστώ|תודה רבה|شكرا جزيلا|من أنت؟
    |धन्यवाद
    |terima kasih|cảm ơn bạn|감사합니다|ありがとうございます。|谢谢你！|你是谁？|好的，谢谢|สวัสดีครับ|👍|🙂🙂|...
    |Nice!|Super!
"""
NO_CHAT = """
    thanks, and how much is it?|Hello World|hello world program|Hi-Fi system|Nice|Super|fine|help|test|legal|Top
    |Legal fees
    |Thank you letter|Who are you and what do you sell?|Good Friday|OK button|Merci chocolate|Danke Anke
    |What is the price?
    |yes or no vote|who are you insured with?|Ciao Bella pizza|谢谢多少钱|bye-laws|Paradise|how are you paid?
    |no smoking|No.4
"""


def read(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in phrases.split("|")]


@pytest.mark.parametrize("utterance", read(CHAT))
def test_nothing_but_phrases_is_chit_chat(utterance: str) -> None:
    assert is_chat(utterance)


@pytest.mark.parametrize("utterance", [*read(NO_CHAT), "", "  ", "thanks " * 30])
def test_whatever_has_a_word_more_is_none(utterance: str) -> None:
    assert not is_chat(utterance)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Hi, when is the pool open?", "when is the pool open?"),
        ("Hi there! Thanks, when is it open?", "when is it open?"),
        ("ok thanks - what about dogs", "what about dogs"),
        ("Hallo, wann ist offen?", "wann ist offen?"),
        ("Bonjour ! Combien coûte le billet ?", "Combien coûte le billet ?"),
        ("谢谢，多少钱？", "多少钱？"),
        ("hello when does the pool open?", "when does the pool open?"),
        ("Hello World", "Hello World"),
        ("Hello, World", "World"),
        ("Dear Sir, who pays?", "Dear Sir, who pays?"),
        ("No smoking, where?", "No smoking, where?"),
        ("Thanks!", "Thanks!"),
        ("", ""),
    ],
)
def test_a_question_begins_behind_its_greeting(text: str, question: str) -> None:
    assert text[find_question(text) :] == question


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    start = find_question(text)
    assert 0 <= start <= len(text)
    assert isinstance(is_chat(text), bool)
    assert not (start and is_chat(text) and not is_chat(text[start:])), "what is left of chit-chat asks nothing either"
