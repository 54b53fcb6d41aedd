from __future__ import annotations

import pytest

from qa.text.detect import detect
from qa.text.languages import trained
from qa.text.languages.trained import classify
from qa.text.stems import fold, term

UNLISTED = {
    "lb": "De Präis fir Member ze ginn ass véierzeg Euro d'Joer. Et muss virum Enn vum Mäerz bezuelt ginn.",
    "mt": "Il-miżata tas-sħubija hija erbgħin ewro fis-sena. Trid titħallas sa l-aħħar ta' Marzu.",
    "uz": "A'zolik to'lovi yiliga qirq yevro. Uni mart oyining oxirigacha to'lash kerak va qaytarilmaydi.",
    "yo": "Owo ẹgbẹ́ jẹ́ ogójì yúrò lọ́dọọdún. A gbọ́dọ̀ san án kí oṣù kẹta tó parí.",
    "zu": "Imali yobulungu ingama-euro angamashumi amane ngonyaka. Kumele ikhokhwe ngaphambi kokuphela kukaMashi.",
    "kk": "Мүшелік жарна жылына қырық еуро. Оны наурыз айының соңына дейін төлеу керек.",
    "ps": "د غړیتوب فیس په کال کې څلوېښت یورو دی. دا باید د مارچ تر پایه ورکړل شي.",
}


@pytest.mark.parametrize("language", UNLISTED)
def test_a_text_in_a_language_without_a_list_is_told(language: str) -> None:
    assert detect(UNLISTED[language]) == language


@pytest.mark.parametrize("language", UNLISTED)
def test_no_word_of_it_loses_an_ending_that_is_one_elsewhere(language: str) -> None:
    assert all(term(word, language) == fold(word, language) for word in UNLISTED[language].split())


@pytest.mark.parametrize("text", ["", "12", "Mon-Fri", "Anna Berg", "KX-500 B12", "Oslo; Bergen; Tromsø"])
def test_nothing_is_guessed(text: str) -> None:
    assert classify(text) == ""


def test_where_the_model_cannot_be_unpacked_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("No usable temporary directory")

    monkeypatch.setattr(trained, "_load", fail)
    assert classify(UNLISTED["lb"]) == ""
