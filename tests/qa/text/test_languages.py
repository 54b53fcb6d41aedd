"""Documents in several languages, and questions in each, through the whole library."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.asking import asks
from tests.qa.earlier import of_earlier_format
from tests.qa.languages import SAMPLES
from tests.qa.strategies import documents, questions

ASKED = [(language, question) for language, sample in SAMPLES.items() for question in sample.asked]


def sample_document(language: str) -> qa.Document:
    return qa.Document(id=language, text=SAMPLES[language].text)


@pytest.fixture(scope="module")
def mixed() -> qa.Library:
    library = qa.Library()
    library.add(*map(sample_document, SAMPLES))
    return library


@pytest.mark.parametrize(("language", "question"), ASKED)
def test_a_question_finds_the_sentence_in_its_language(mixed: qa.Library, language: str, question: str) -> None:
    alone = qa.Library()
    alone.add(sample_document(language))
    expected = SAMPLES[language].sentences[SAMPLES[language].asked[question]]
    for library in (alone, mixed):
        answer = library.ask(question, min_confidence=0.0)
        assert (answer.quotes[0].document_id, answer.quotes[0].text) == (language, expected)
        assert library.examine(question).question.language == language


def test_a_name_is_found_in_every_language(mixed: qa.Library) -> None:
    assert {hit.passage.document_id for hit in mixed.search("1931")} == set(SAMPLES)


def test_a_word_is_missing_when_no_language_has_it(mixed: qa.Library) -> None:
    assert mixed.ask("Wann wurden die Häuser der Vulkane gegründet?").missing_terms == ("Vulkane",)
    assert mixed.ask("Wer ist Ito?").missing_terms == ()  # an English document holds it


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What is the entrance fee?", ("entrance", "fee")),
        ("Quel est le prix ?", ("prix",)),
        ("Сколько стоит вход?", ("стоит", "вход")),
        ("Vé vào cửa là bao nhiêu?", ("Vé", "cửa")),
    ],
)
def test_a_question_in_another_language_is_told_which_the_documents_are_in(
    question: str, missing: tuple[str, ...]
) -> None:
    library = qa.Library()
    library.add(sample_document("de"))
    answer = library.ask(question)
    assert (answer.answered, answer.languages, answer.missing_terms) == (False, ("de",), missing)
    library.add(*(qa.Document(id=f"es{n}", text=f"{SAMPLES['es'].text} {n}") for n in range(2)))
    assert library.ask("Was heißt das, und ist es so?").languages == ()
    assert library.ask(question).languages == ("es", "de")


@pytest.mark.parametrize("question", ["Who is Müller?", "Müller", "Eintritt", "What is the 19. Jahrhundert?"])
def test_a_name_is_answered_whatever_language_asks_for_it(question: str) -> None:
    library = qa.Library()
    library.add(sample_document("de"))
    answer = library.ask(question, min_confidence=0.0)
    assert answer.answered
    assert answer.languages == answer.missing_terms == ()


VIETNAMESE = (
    "Thư viện mở cửa lúc tám giờ sáng.",
    "Vé vào bảo tàng giá bốn mươi nghìn đồng.",
    "Về sau, bảo vệ mở cổng cho nhân viên.",
    "Nhân viên được nghỉ phép mười hai ngày mỗi năm.",
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Thư viện mở cửa lúc mấy giờ?", 0),
        ("Vé bảo tàng giá bao nhiêu?", 1),
        ("Nhân viên được nghỉ mấy ngày?", 3),
        ("thu vien mo cua luc may gio", 0),  # as it is typed by who types no marks
        ("ve bao tang gia bao nhieu?", 1),
        ("nhan vien duoc nghi may ngay?", 3),
    ],
)
def test_vietnamese_is_found_with_its_marks_and_without(question: str, sentence: int) -> None:
    library = qa.Library()
    library.add(*(qa.Document(id=str(number), text=text) for number, text in enumerate(VIETNAMESE)))
    assert {info.language for info in library.documents()} == {"vi"}
    assert library.search(question)[0].passage.document_id == str(sentence)
    answer = library.ask(question, min_confidence=0.0)
    assert answer.quotes[0].text == VIETNAMESE[sentence]
    assert answer.missing_terms == answer.languages == ()


def test_a_mark_makes_another_word() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text=VIETNAMESE[2], language="vi"))
    assert library.ask("vé?").missing_terms == ("vé",)
    assert not library.search("vé")
    assert library.search("bao ve") == library.search("BAO VE")


def test_what_stands_in_one_language_scores_as_if_it_were_alone(mixed: qa.Library) -> None:
    alone = qa.Library()
    alone.add(sample_document("ru"))
    question = "Кто основал музей в Москве?"
    assert mixed.search(question)[0] == alone.search(question)[0]


def test_the_language_is_detected_or_as_given() -> None:
    assert qa.Document(text="Das Museum ist alt.").language == "de"
    assert qa.Document(text="Das Museum ist alt.", language="sv-SE").language == "sv"
    assert qa.Document(text="Das Museum ist alt.", language="und").language == "und"
    with pytest.raises(qa.InvalidDocument, match=r"'German': give its BCP 47 code"):
        qa.Document(text="Das Museum ist alt.", language="German")


def test_the_given_language_beats_the_detected_one() -> None:
    text = "Die Häuser sind alt."
    library = qa.Library()
    library.add(qa.Document(id="a", text=text))
    assert library.search("Haus")
    library.add(qa.Document(id="a", text=text, language="en"))
    assert library.info("a").language == library.document("a").language == "en"
    assert not library.search("Haus")


def test_the_same_text_in_the_same_language_is_skipped(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library:
        library.add(sample_document("de"))
        with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
            before = connection.execute("SELECT value FROM meta").fetchall()
            library.add(qa.Document(id="de", text=SAMPLES["de"].text, language="de-AT"))
            assert connection.execute("SELECT value FROM meta").fetchall() == before


def test_a_library_knows_its_languages_when_it_is_opened_again(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library:
        library.add(*map(sample_document, SAMPLES), qa.Document(id="x", text="Haus", language="de"))
        before = [library.search(question) for _, question in ASKED]
    for damage in (False, True):
        if damage:
            shutil.rmtree(tmp_path / "segments")
        with qa.Library(tmp_path) as library:
            assert [library.search(question) for _, question in ASKED] == before
            assert {info.id: info.language for info in library.documents()} == {**{c: c for c in SAMPLES}, "x": "de"}


def test_a_library_from_before_languages_is_brought_up_to_date(tmp_path: Path) -> None:
    kept = [*map(sample_document, SAMPLES), qa.Document(id="empty", text="")]
    of_earlier_format(tmp_path / "library", 1, *kept)
    with qa.Library(passage_size=30) as library:
        library.add(*kept)
        before = [library.search(question) for _, question in ASKED]
    folder = tmp_path / "library"
    with qa.Library(folder, passage_size=30) as library, qa.Library(folder) as another:
        assert {info.id: library.document(info.id) for info in library.documents()} == {d.id: d for d in kept}
        assert [library.search(question) for _, question in ASKED] == before
        another.add(qa.Document(id="new", text="Noch ein Haus."))
        assert library.info("new").language == "de"


def test_a_follow_up_in_another_language_takes_words_from_the_question_before(mixed: qa.Library) -> None:
    history = [qa.Turn("Wann wurde das Museum gegründet?")]
    assert mixed.ask("Und von wem?", history).standalone == "Und von wem? (Museum gegründet)"
    assert mixed.ask("Was zahlen Kinder?", history).standalone == "Was zahlen Kinder?"


@given(st.lists(st.sampled_from(list(SAMPLES)), min_size=1, unique=True), documents(least=0), questions())
def test_the_order_of_adding_changes_nothing(languages: list[str], others: list[qa.Document], question: str) -> None:
    given_documents = [*map(sample_document, languages), *others]
    there, back = qa.Library(), qa.Library()
    there.add(*given_documents)
    for document in reversed(given_documents):
        back.add(document)
    assert there.search(question) == back.search(question)
    assert there.ask(question) == back.ask(question)
    assert all(0 < hit.score <= 1 for hit in there.search(question))


@pytest.mark.parametrize("language", SAMPLES)
def test_passages_tile_and_quotes_are_exact_in_each_language(language: str) -> None:
    document = sample_document(language)
    for size in (1, 40, 1_400):
        passages = qa.split(document, size=size)
        assert "".join(passage.text for passage in passages) == document.text
        assert {passage.language for passage in passages} == {language}
        assert [span for passage in passages for span in passage.sentences] == [
            (start := document.text.index(sentence), start + len(sentence))
            for sentence in SAMPLES[language].sentences
            if not asks(sentence)
        ]
