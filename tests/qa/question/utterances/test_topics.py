from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.utterances.topics import find_topic, is_topic

TOPICS = {
    "en": "parental leave|IBAN|deposit amount|error E14|sparse attention memory cost|children's corner|611 060|PG-402"
    "|250 business cards printed both sides|Tell me about the pool|information on parking|opening hours",
    "de": "Elternzeit|Aufnahmegebühr|Kündigungsfrist Wohnung|Infos zu Parkplätzen|Öffnungszeiten im Winter",
    "fr": "congé parental|plafond CET|informations sur le stationnement|délai de préavis",
    "es": "objetos perdidos|precio entrada familia|fianza del piso",
    "it": "congedo parentale|orari di apertura|cauzione",
    "pt": "licença parental|objetos perdidos",
    "nl": "ouderschapsverlof|borgsom woning",
    "pl": "gabaryty|urlop rodzicielski",
    "sv": "föräldraledighet",
    "ru": "отпуск по уходу|залог",
    "zh": "育儿假|押金金额|错误代码 E14",
    "ja": "育児休暇|保証金の金額",
    "ko": "육아 휴직",
    "ar": "إجازة الأمومة",
}
NO_TOPICS = {
    "en": "is it free|how to descale|parking?|dogs are allowed|can I bring my dog|I lost my key|who to ask"
    "|explain the fee|The pool is closed. It opens in May|one two three four five six seven eight nine|what about dogs",
    "de": "was kostet das|darf ich grillen|wie lange Kündigungsfrist|Hunde sind erlaubt|Gebühren?",
    "fr": "combien coûte le billet|peut-on venir|les chiens sont admis|où",
    "es": "cuánto cuesta|se puede entrar con perro hay que pagar|dónde",
    "it": "quanto costa|dove si paga",
    "pt": "quanto custa|há estacionamento",
    "nl": "hoeveel kost het|mag ik grillen",
    "pl": "ile to kosztuje|czy można grillować",
    "ru": "сколько стоит",
    "zh": "押金多少|怎么申请|可以带狗吗",
    "ja": "いくらですか|どこで払う",
    "ko": "얼마 입니까|주차할 수 있나요",
    "ar": "كم السعر",
}


def pairs(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, text) for language, each in texts.items() for text in each.split("|")]


@pytest.mark.parametrize(("language", "text"), pairs(TOPICS))
def test_a_few_words_that_ask_nothing_are_a_topic(language: str, text: str) -> None:
    assert is_topic(text, language)


@pytest.mark.parametrize(("language", "text"), [*pairs(NO_TOPICS), ("en", ""), ("en", " - ")])
def test_what_asks_or_states_is_none(language: str, text: str) -> None:
    assert not is_topic(text, language)


def test_a_topic_begins_behind_the_words_that_ask_for_it() -> None:
    for text in ("Tell me about the pool", "Infos zum pool", "please show me pool", "parlez-moi de pool", "pool"):
        assert text[find_topic(text) :] == "pool"


@given(st.text(max_size=120), st.sampled_from([*TOPICS, "und"]))
def test_any_text_is_read(text: str, language: str) -> None:
    assert 0 <= find_topic(text) <= len(text)
    assert not (is_topic(text, language) and "?" in text)
