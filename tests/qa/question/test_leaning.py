"""Whether a question leans on the one before."""

from __future__ import annotations

import pytest

from qa.question.leaning import cut_continuation, is_fragment, leans, point_to_person
from qa.question.question import Question

LEANING = {
    "en": "And the deposit?|When was she born?|Why?|emergency kit|What about it?|How long does it take?"
    "|When was she elected mayor of the town council for the first time in history?",
    "de": "Und das Haus?|Wann wurde sie geboren?|Was kostet das?|Wie ist ihre Nummer?|Gilt dies sonntags?|Und wann?",
    "fr": "Et pour les enfants ?|Où est-elle née ?|Quel est son numéro ?|Combien coûte cela ?",
    "es": "¿Y los niños?|¿Cuándo fue elegida?|¿Dónde está su despacho?|¿Dónde nació?",
    "it": "E per i bambini?|Quando è stata eletta?|Dov’è il suo ufficio?",
    "pt": "E as crianças?|Quando foi ela eleita?|Onde fica o seu gabinete?",
    "nl": "En voor kinderen?|Wanneer werd zij gekozen?|Waar is haar kantoor?|Wat kost dat?",
    "sv": "Och på söndagar?|När började hon?",
    "pl": "A dla dzieci?|Kiedy ona się urodziła?|Kiedy się urodziła?",
    "ru": "А для детей?|Когда она родилась?|Где его кабинет?|Когда родилась?",
    "tr": "Peki çocuklar?|O ne zaman seçildi?",
    "zh": "那儿童呢？|她的电话是多少？|它多少钱？",
    "ja": "では子供は？|彼の部屋はどこですか？|それはいくらですか？",
}
ALONE = {
    "en": "How high is the rent?|Is there a museum in Beirut?|Is it allowed to smoke on the balcony?"
    "|How long does it take to deliver a parcel?|Did Una Grey like her job?",
    "de": "Wann öffnet das Schwimmbad?|Wie hoch ist die Miete?|Wie kann ich Sie erreichen?|Gibt es Parkplätze?",
    "fr": "Combien coûte l’entrée ?|Y a-t-il un parking ?|Est-il possible de payer par carte ?",
    "es": "¿Cuánto cuesta la entrada?|¿Quién es la alcaldesa?|¿Cuándo nació Pedro Gil?",
    "it": "Quanto costa l’ingresso?|Chi è la sindaca?",
    "nl": "Hoe laat opent het zwembad?|Wat zijn de kosten?",
    "ru": "Когда открывается бассейн?|Кто работает мэром?",
    "zh": "食堂在几楼？|其他部门在哪里？",
    "ja": "食堂はどこですか？",
}


def _list(cases: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, question) for language, questions in cases.items() for question in questions.split("|")]


@pytest.mark.parametrize(("language", "question"), _list(LEANING))
def test_a_question_that_continues_or_points_back_leans(language: str, question: str) -> None:
    assert leans(Question(question, language))


@pytest.mark.parametrize(("language", "question"), _list(ALONE))
def test_a_question_that_names_what_it_is_about_does_not(language: str, question: str) -> None:
    assert not leans(Question(question, language))


@pytest.mark.parametrize(
    ("language", "question", "gender"),
    [
        ("de", "Wann wurde sie gewählt?", ("she",)),
        ("de", "Was kostet das?", None),
        ("fr", "Quand a-t-il été élu ?", ("he",)),
        ("fr", "Où est son bureau ?", (None,)),
        ("es", "¿Cuándo fue elegido?", ("he",)),
        ("es", "¿Dónde nació?", (None,)),
        ("ru", "Когда она родилась?", ("she",)),
        ("zh", "他的办公室在哪里？", ("he",)),
        ("und", "Xyz?", None),
    ],
)
def test_a_pronoun_tells_whether_a_person_is_meant(
    language: str, question: str, gender: tuple[str | None] | None
) -> None:
    assert point_to_person(Question(question, language)) == gender


def test_a_fragment_only_names_something() -> None:
    assert is_fragment(Question("emergency kit"))
    assert is_fragment(Question("What about zebras?"))
    assert is_fragment(Question("und die Karte", "de"))
    assert not any(map(is_fragment, map(Question, ("And who paid?", "Who paid for it?", "her kit", "Why?"))))
    assert not is_fragment(Question("und was kostet es?", "de"))


def test_the_opening_of_a_continuation_is_cut() -> None:
    assert cut_continuation(Question("And for children?")) == "for children"
    assert cut_continuation(Question("What about the deposit?")) == "the deposit"
    assert cut_continuation(Question("¿Y en inglés?", "es")) == "en inglés"
    assert cut_continuation(Question("How much?")) == ""
