from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text import detect as module
from qa.text.detect import DEFAULT_LANGUAGE, UNKNOWN_LANGUAGE, detect, detect_foreign, primary_code
from qa.text.function_words import FUNCTION_WORDS
from tests.qa.languages import SAMPLES
from tests.qa.sentences_by_language import ASKED, TEXTS
from tests.qa.strategies import texts


@pytest.mark.parametrize("language", SAMPLES)
def test_a_text_and_questions_about_it_are_told_by_script_and_function_words(language: str) -> None:
    sample = SAMPLES[language]
    assert detect(sample.text) == language
    assert [detect(question) for question in sample.asked] == [language] * len(sample.asked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le musée a été fondé en 1931 par la ville, qui en est toujours propriétaire."),
        ("it", "Il museo è stato fondato nel 1931 dalla città, che ne è ancora proprietaria."),
        ("pt", "O museu foi fundado em 1931 pela cidade, que ainda é a sua proprietária."),
        ("nl", "Het museum werd in 1931 gesticht door de stad, die nog altijd de eigenaar is."),
        ("sv", "Museet grundades 1931 av staden, som fortfarande är ägare till det."),
        ("da", "Museet blev grundlagt i 1931 af byen, som stadig er ejer af det."),
        ("pl", "Muzeum zostało założone w 1931 roku przez miasto, które nadal jest jego właścicielem."),
        ("tr", "Müze 1931 yılında şehir tarafından kuruldu ve hâlâ onun için çok önemli."),
        ("uk", "Музей заснувало місто у 1931 році, і воно досі є його власником."),
        ("fa", "این موزه در سال ۱۹۳۱ توسط شهر تأسیس شد که هنوز مالک آن است."),
        ("ja", "博物館は1931年に市によって設立された。"),
        ("ko", "박물관은 1931년에 시가 설립했다."),
        ("el", "Το μουσείο ιδρύθηκε το 1931 από την πόλη."),
        ("th", "พิพิธภัณฑ์ก่อตั้งขึ้นในปี พ.ศ. 2474"),
    ],
)
def test_further_languages(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("language", TEXTS)
def test_two_sentences_of_everyday_life_are_enough(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri: 8-17",
        "Opening: Mon-Fri, Sat",
        "Bo Den\n\nPer Es",
        "Die Hard",
        "Contact list\nAna De La Cruz 555-0101\nLos Hermanos 555-0102\nVan Den Berg 555-0103",
        "Les Halles, Le Marais, La Défense, Les Invalides",
        "La La Land 2016\nEl Camino 2019\nDer Untergang 2004",
        "See http://www.example.com/de/la/index.html",
        "Name: Ole; Van: 3; Bus: 4",
    ],
)
def test_names_and_labels_are_in_no_other_language(text: str) -> None:
    assert detect(text) == DEFAULT_LANGUAGE


def test_a_table_is_told_by_letters_that_few_languages_have() -> None:
    assert detect("Cena: 120 zł; Liczba: 3; Nazwa: krzesło.\n\nCena: 90 zł; Liczba: 1; Nazwa: stół.") == "pl"


def test_a_text_in_sentences_of_a_listed_language_loads_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> str:
        raise AssertionError(text)

    monkeypatch.setattr(module, "classify", fail)
    for language in ("en", "de", "fr", "es", "it", "nl", "sv", "ru", "vi", "zh"):
        text = TEXTS.get(language) or SAMPLES[language].text
        assert detect(text) == language
        assert detect_foreign(text, ["tr"])
        assert not detect_foreign(text, [detect(text)])
        assert detect(text, among=["tr", language, "en"]) == language


@pytest.mark.parametrize("language", ASKED)
def test_a_question_is_in_a_language_of_the_documents_or_told_to_be_in_another(language: str) -> None:
    question = ASKED[language]
    assert detect_foreign(question, [language]) == ""
    others = [code for code in ASKED if code != language and detect_foreign(question, [code])]
    assert len(others) >= len(ASKED) - 3  # Afrikaans and Dutch, for one, may ask alike


@pytest.mark.parametrize(
    "asked", ["IBAN", "Kaution", "error E14", "opening hours", "Los Angeles Lakers", "prix", "", "?"]
)
@pytest.mark.parametrize("language", ["en", "de", "ru", "zh", "vi"])
def test_keywords_may_be_in_any_language(asked: str, language: str) -> None:
    assert detect_foreign(asked, [language]) == ""


def test_a_word_of_the_documents_language_does_not_hide_whose_the_question_is() -> None:
    assert detect_foreign("When did he die?", ["de"]) == "en"
    assert detect_foreign("Who wrote La vie en rose?", ["en"]) == ""
    assert detect_foreign("Кто такая Angela Merkel?", ["de"]) == "ru"
    assert detect_foreign("谁是 Angela Merkel 的老师？", ["de"]) == "zh"


@pytest.mark.parametrize("text", ["", "1931", "?!", "Quoth", "museum ticket", "Zdrastvuyte"])
def test_what_nothing_decides_is_the_default(text: str) -> None:
    assert detect(text) == DEFAULT_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "Name: Lee, Ida; Born: 1980.\n\nName: Bo; City: Oslo.",
        "Rower: Ola; Lap: 05:00; Share: 12%; Fee: 2.50 kr; Date: 9 Mar 2024.\n\n" * 4 + "Rower: Per; Lap: 06:10.",
        "Stop: Harbour; Mon-Fri: 6:10; Sat: 7:10.\n\nStop: Market; Mon-Fri: 6:22; Sun: 9:22.\n\n"
        + "Buses do not run on 25 December.",
    ],
)
def test_a_stray_word_of_a_table_decides_nothing(text: str) -> None:
    assert detect(text) == DEFAULT_LANGUAGE


def test_a_script_of_no_known_language() -> None:
    assert detect("ᚠᚢᚦᚨᚱᚲ") == UNKNOWN_LANGUAGE
    assert detect("ᚠᚢᚦᚨᚱᚲ", among=["de", "en"]) == "de"


def test_names_in_latin_letters_do_not_hide_the_script() -> None:
    assert detect("Кто основал McKinsey Company?") == "ru"
    assert detect("Los Angeles Lakers, Los Angeles Kings und die Los Angeles Rams spielen in der Stadt.") == "de"


def test_a_question_is_in_a_language_of_the_library() -> None:
    assert detect("Was kostet das?", among=["en", "de"]) == "de"
    assert detect("Was kostet das?", among=["ru", "zh"]) == "ru"
    assert detect("Museum", among=["de", "en"]) == "de"
    assert detect("Museum", among=["en", "de"]) == "en"
    assert detect("任何", among=["en"]) == "en"


def test_the_middle_and_the_end_count_as_well() -> None:
    assert detect("Copyright notice of the publisher. " * 20 + SAMPLES["de"].text * 60) == "de"


@given(texts, st.lists(st.sampled_from([*FUNCTION_WORDS, "ko", "vi"]), unique=True, max_size=4))
def test_the_language_is_one_to_choose_from(text: str, among: list[str]) -> None:
    found = detect(text, among=among)
    assert found in among if among else found == UNKNOWN_LANGUAGE or primary_code(found) == found
    assert detect(text, among=among) == found


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("DE-at", "de"), ("zh_Hant_TW", "zh"), ("nn", "no"), ("fil", "fil"), ("iw", "he"), (" fr ", "fr")],
)
def test_a_tag_has_a_primary_code(tag: str, code: str) -> None:
    assert primary_code(tag) == code


@pytest.mark.parametrize("tag", ["", "und", "mul", "x", "german", "de-", "d e", "{{ lang }}", "дe"])
def test_what_names_no_language_has_none(tag: str) -> None:
    assert primary_code(tag) == ""
