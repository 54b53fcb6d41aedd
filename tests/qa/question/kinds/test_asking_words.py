"""How other languages than English ask for a date, a number, a duration, a person, a place, or a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.kinds.answer_type import EVERYWHERE, classify
from qa.question.kinds.asking_words import ASKS_IN
from qa.text.function_words import FUNCTION_WORDS

KINDS = ("duration", "date", "number", "person", "place", "cause")
ASKED = {
    "de": "Wie lange gilt es? Wann öffnet es? Wie viele kommen? Wer hilft? Wo ist er? Warum nicht?",
    "fr": "Combien de temps ? Quand ouvre-t-il ? Combien sont là ? Qui aide ? Où est-il ? Pourquoi non ?",
    "es": "¿Cuánto tiempo? ¿Cuándo abre? ¿Cuántos hay? ¿Quién ayuda? ¿Dónde está? ¿Por qué no?",
    "it": "Quanto tempo? Quando apre? Quanti sono? Chi aiuta? Dove sta? Perché no?",
    "pt": "Quanto tempo? Quando abre? Quantos são? Quem ajuda? Onde fica? Por que não?",
    "nl": "Hoe lang duurt het? Wanneer opent het? Hoeveel zijn er? Wie helpt? Waar is het? Waarom niet?",
    "pl": "Jak długo? Kiedy otwiera? Ile jest? Kto pomaga? Gdzie jest? Dlaczego nie?",
    "tr": "Kaç hafta? Ne zaman açılır? Ne kadar? Kim yardım eder? Nerede? Neden?",
    "sv": "Hur länge? När öppnar det? Hur många är det? Vem hjälper? Var är det? Varför inte?",
    "da": "Hvor længe? Hvornår åbner det? Hvor mange er der? Hvem hjælper? Hvor er det? Hvorfor ikke?",
    "no": "Hvor lenge? Når åpner det? Hvor mange er det? Hvem hjelper? Hvor er det? Hvorfor ikke?",
    "cs": "Jak dlouho? Kdy otevírá? Kolik jich je? Kdo pomáhá? Kde je? Proč ne?",
    "hu": "Mennyi ideig? Mikor nyit? Hány van? Ki segít? Hol van? Miért nem?",
    "ru": "Как долго? Когда откроют? Сколько их? Кто поможет? Где он? Почему нет?",
    "zh": "多久？ 什么时候开门？ 有多少？ 谁帮忙？ 在哪里？ 为什么？",
    "ja": "何日間ですか？ いつ開きますか？ いくらですか？ 誰ですか？ どこですか？ なぜですか？",
}


def read(language: str) -> list[str]:
    """Return the questions of a language, in the order of their kinds."""
    marked = ASKED[language].replace("？", "？|").replace("?", "?|")
    return [text.strip() for text in marked.split("|") if text.strip()]


@pytest.mark.parametrize("language", ASKS_IN)
def test_each_kind_is_known_by_its_words(language: str) -> None:
    assert [classify(text, language)[0] for text in read(language)] == list(KINDS)


@pytest.mark.parametrize("language", ASKS_IN)
def test_each_language_has_all_kinds_and_function_words(language: str) -> None:
    assert [kind for kind, _ in ASKS_IN[language]] == list(KINDS)
    assert set(KINDS) & EVERYWHERE == {"duration", "date", "number"}
    assert language in FUNCTION_WORDS or language in ("zh", "ja")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Um wie viel Uhr beginnt es?", "date"),
        ("de", "Er wohnt dort", None),
        ("de", "Was ist das?", None),
        ("de", "Was kostet es?", "number"),
        ("fr", "Combien de temps dure la visite ?", "duration"),
        ("fr", "Le quiproquo est-il clair ?", None),
        ("fr", "Qu'est-ce qui est interdit ?", None),
        ("nl", "Hoe laat gaat het dicht?", "date"),
        ("da", "Hvor mange koster det?", "number"),
        ("da", "Hvor ligger det?", "place"),
        ("sv", "Hur mycket kostar det?", "number"),
        ("zh", "门票多少钱？", "number"),
        ("zh", "工作几年？", "duration"),
        ("ja", "何時に始まりますか", "date"),
        ("ja", "何時間かかりますか", "duration"),
        ("fi", "Milloin se avataan?", None),
        ("und", "Wann?", None),
    ],
)
def test_words_are_whole_words(language: str, text: str, kind: str | None) -> None:
    assert classify(text, language)[0] == kind


@given(st.sampled_from(list(ASKS_IN)), st.text(max_size=60))
def test_the_words_that_ask_stand_in_the_question(language: str, text: str) -> None:
    kind, cue = classify(text, language)
    assert cue in text
    assert kind is not None or not cue


@pytest.mark.parametrize("language", ASKS_IN)
@pytest.mark.parametrize("word", ["wie ", "qual é o ", "hvor ", "多", "何", "hangi ", "\u0301", " "])
def test_long_questions_take_no_time_to_speak_of(language: str, word: str) -> None:
    assert len(classify(word * 2000, language)) == 2
