"""A question is understood, and answered or not: what is quoted, what is said in its place, and what a place scores."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import asking
from qa.asking import N_NEAREST, understand
from qa.index.protocol import View
from tests.qa.strategies import documents, questions

QUESTION = "Who founded the museum?"
HOSTILE = {
    "control": "\x00\x01\x02\x1b[31m museum \x7f",
    "binary": bytes(range(256)).decode("latin-1"),
    "right to left": "متى يفتح المتحف؟ \u202emuseum",
    "emoji": "👩‍👩‍👧 museum 🏛️?",
    "punctuation": "?!… ---",
    "one word": "museum",
    "surrogate": "museum \ud800 ticket",
    "sql": "museum'; DROP TABLE documents; --",
    "markup": "<script>alert(1)</script> museum",
    "longest": "museum " * (qa.MAX_QUESTION // 7),
    "one long word": "m" * qa.MAX_QUESTION,
}


@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_any_question_gets_an_answer(library: qa.Library, question: str) -> None:
    answer = library.ask(question, min_confidence=0.0)
    answer.standalone.encode()
    for quote in answer.quotes:
        assert quote.span.cut(library.document(quote.document_id)) == quote.text


@given(st.text(max_size=200))
def test_any_text_may_be_asked(question: str) -> None:
    library = qa.Library()
    library.add(qa.Document(text="The museum opens at nine. A ticket costs 14 euros."))
    answer = library.ask(question)
    assert (answer.reason == "empty_question") == (not question.strip())


@pytest.mark.parametrize("question", ["", "   ", "\n\t\u3000"])
def test_an_empty_question_is_told_so(library: qa.Library, question: str) -> None:
    answer = library.ask(question)
    assert (answer.answered, answer.reason, answer.confidence) == (False, "empty_question", 0.0)


def test_an_empty_library_is_told_so() -> None:
    library = qa.Library()
    assert library.ask("Anything?").reason == "empty_library"
    library.add(qa.Document(text=""))
    assert library.ask("Anything?").reason == "empty_library"


def test_no_match_names_the_missing_words(library: qa.Library) -> None:
    answer = library.ask("Zebras yodel?")
    assert (answer.reason, answer.missing_terms, answer.nearest) == ("no_match", ("Zebras", "yodel"), ())


def test_low_confidence_offers_what_to_read(library: qa.Library) -> None:
    answer = library.ask("Which museum in Peru shows gold?", min_confidence=0.99)
    assert answer.reason == "low_confidence"
    assert "Peru" in answer.missing_terms
    assert 0 < len(answer.nearest) <= N_NEAREST
    assert answer.quotes == ()
    assert answer.runner_up is None
    assert library.ask("Which museum in Peru shows gold?", min_confidence=0.0).answered


def test_an_answer_explains_itself(library: qa.Library) -> None:
    answer = library.ask("When did Dr. Smith found the museum?")
    assert answer.answered
    first = answer.quotes[0]
    assert first.text == "Dr. J. R. Smith founded it in 1931."
    assert list(first.matched.values()) == sorted(first.matched.values(), reverse=True)
    assert "smith" in first.matched
    assert answer.runner_up is not None
    assert answer.runner_up.text not in {quote.text for quote in answer.quotes}
    assert (first.title, first.source, first.line, first.page) == ("Museum", "museum.txt", 1, None)
    assert set(answer.timing_ms) == {"retrieve", "select", "compose", "total"}


def test_the_same_words_are_quoted_once() -> None:
    library = qa.Library()
    library.add(*(qa.Document(id=name, text="The museum opens at nine.") for name in "abc"))
    answer = library.ask("When does the museum open?", min_confidence=0.0)
    assert [quote.document_id for quote in answer.quotes] == ["a"]


def test_max_quotes_is_kept() -> None:
    library = qa.Library()
    library.add(qa.Document(text=" ".join(f"Room {name} of the museum opens at nine." for name in "ABCDEFGH")))
    for most in (1, 2, 5):
        assert len(library.ask("When does the museum open?", max_quotes=most, min_confidence=0.0).quotes) <= most


def test_only_the_documents_asked_for(library: qa.Library) -> None:
    answer = library.ask("When was it built?", documents=["museum"], min_confidence=0.0)
    assert {quote.document_id for quote in answer.quotes} <= {"museum"}
    with pytest.raises(qa.DocumentNotFound, match="'nowhere'"):
        library.ask("When was it built?", documents=["nowhere"])


def test_many_threads_get_the_same_answer(library: qa.Library) -> None:
    expected = library.ask("When did Smith found the museum?")
    answers: list[qa.Answer] = []
    threads = [
        threading.Thread(target=lambda: answers.append(library.ask("When did Smith found the museum?")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 8


@given(documents(), questions())
def test_a_place_scores_what_its_sentence_scores_when_asked(documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*documents)
    sentences = [
        qa.Span(document.id, *place)
        for document in documents
        for passage in qa.split(document)
        for place in passage.sentences
    ]
    asked = {sentence.span: sentence.score for sentence in library.examine(question, qa.MAX_K).evidence}
    assert library.score(question, sentences) == [asked.get(sentence, 0.0) for sentence in sentences]


def test_any_place_can_be_scored(library: qa.Library) -> None:
    text = library.document("museum").text
    halves = [qa.Span("museum", 0, text.index("founded")), qa.Span("museum", text.index("founded"), len(text))]
    first, second = library.score("Who founded the museum in 1931?", halves)
    assert 0.0 < first < second <= 1.0
    assert library.score("Zebras yodel?", halves) == [0.0, 0.0]
    assert library.score("Who?", []) == []


def test_a_place_to_be_scored_must_be_there(library: qa.Library) -> None:
    with pytest.raises(qa.DocumentNotFound, match="zoo"):
        library.score("Who?", [qa.Span("zoo", 0, 1)])
    with pytest.raises(qa.InvalidSpan, match="outside document 'harbour'"):
        library.score("Who?", [qa.Span("harbour", 0, 1_000)])
    with pytest.raises(qa.QuestionTooLong):
        library.score("x" * (qa.MAX_QUESTION + 1), [])


@pytest.fixture
def view(library: qa.Library) -> Iterator[View]:
    with library._index.view() as view:
        yield view


def test_a_question_is_understood_after_those_before(view: View) -> None:
    history = [qa.Turn("When was the harbour built?", None)]
    alone = understand("Does the café close at five?", history, view)
    assert (alone.text, alone.carried) == ("Does the café close at five?", {})
    after = understand("What about ships?", history, view)
    assert after.asked == "What about ships?"
    assert "harbour" in after.carried


def test_a_topic_is_not_carried_over_to_words_that_no_document_holds(view: View) -> None:
    asked = understand("What about zebras?", [qa.Turn("When was the harbour built?", None)], view)
    assert (asked.text, asked.carried) == ("What about zebras?", {})


@pytest.mark.parametrize("asked", ["When did Dr. Smith found the museum?", "Which zebras sleep?", ""])
def test_what_was_examined_is_answered_as_when_it_is_asked(library: qa.Library, asked: str) -> None:
    examination = library.examine(asked)
    for least in (0.0, None, 1.0):
        answered = asking.answer(examination, 3, least)
        assert answered.answered == bool(answered.quotes) == (answered.reason is None)
        if asked:
            assert answered == library.ask(asked, min_confidence=least)


@pytest.fixture
def examination(library: qa.Library) -> qa.Examination:
    return library.examine(QUESTION)


def test_an_answer_is_chosen_from_an_examination(library: qa.Library, examination: qa.Examination) -> None:
    answer = asking.answer(examination, 3, 0.0)
    assert answer == library.ask(QUESTION, min_confidence=0.0)
    assert answer.quotes[0].text == examination.evidence[0].text
    assert len(asking.answer(examination, 1, 0.0).quotes) == 1


def test_silence_has_its_reason(examination: qa.Examination) -> None:
    unsure = asking.answer(replace(examination, confidence=0.4), 3, 0.5)
    assert (unsure.reason, unsure.confidence, unsure.answered) == ("low_confidence", 0.4, False)
    assert unsure.nearest == tuple(hit.passage for hit in examination.hits[: asking.N_NEAREST])
    assert asking.answer(replace(examination, confidence=0.4, min_confidence=0.3), 3, None).answered
    assert asking.answer(replace(examination, evidence=()), 3, 0.0).reason == "no_match"
    empty = asking.answer(replace(examination, n_passages=0), 3, 0.0)
    assert (empty.reason, empty.nearest) == ("empty_library", ())


def test_silence_says_what_was_typed_and_what_was_understood() -> None:
    question = qa.Question("Why? (museum)", asked="Why?")
    silent = asking.silence(question, "no_match", missing_terms=("museum",))
    assert (silent.question, silent.standalone, silent.missing_terms) == ("Why?", "Why? (museum)", ("museum",))


def test_a_question_is_read_in_a_language_of_the_library() -> None:
    library = qa.Library()
    library.add(qa.Document(id="de", text="Die Eintrittskarte kostet 14 Euro und das Museum ist schön.", language="de"))
    assert library.examine("Was kostet die Eintrittskarte?").question.language == "de"
    library.add(qa.Document(id="en", text="The ticket costs 14 euros, and the museum was built in 1931."))
    assert library.examine("Was kostet die Eintrittskarte?").question.language == "de"
    assert library.examine("What does the ticket cost?").question.language == "en"


def test_what_no_document_holds_is_missing_once() -> None:
    library = qa.Library()
    library.add(qa.Document(text="Ann Lee founded the museum."))
    assert library.examine("Who saw a zeppelin or zeppelins in the museum?").missing_terms == ("saw", "zeppelin")


GUIDE = (
    "The archive opens at ten on weekdays. Visitors need a reading card, which costs 9 euros a year. "
    "Photographs of documents are allowed without flash. The cafeteria is on the second floor."
)


def test_a_misspelt_question_is_answered_as_it_is_meant_and_says_so() -> None:
    library = qa.Library()
    library.add(qa.Document(id="archive", text=GUIDE), qa.Document(id="other", text="Ships leave the harbour at noon."))
    meant = library.ask("When does the archive open on weekdays?")
    answer = library.ask("When does the arhcive open on weekdays?")
    assert meant.answered
    assert answer.quotes[0].span == meant.quotes[0].span
    assert answer.suggestion == "When does the archive open on weekdays?"
    assert answer.question == "When does the arhcive open on weekdays?"
    assert answer.missing_terms == ("arhcive",) or answer.standalone == answer.suggestion
    silent = library.ask("Whre is the cafetreia of the submarine?")
    assert silent.suggestion == "Where is the cafeteria of the submarine?"
    if not silent.answered:
        assert (silent.standalone, silent.missing_terms) == (silent.suggestion, ("submarine",))
    assert library.ask("When does the archive open?").suggestion is None
    assert library.ask("Who is the director of the archive?").suggestion is None


def test_what_is_found_for_a_question_as_typed_is_not_given_up_for_what_it_may_mean(library: qa.Library) -> None:
    examination = library.examine("When does the musuem open on weekdays?")
    assert examination.mended is not None
    assert examination.mended.question.text == examination.suggestion == "When does the museum open on weekdays?"
    typed = asking.answer(examination, 3, 0.0)
    assert (typed.answered, typed.standalone, typed.suggestion) == (True, typed.question, examination.suggestion)
    assert asking.answer(examination, 3, 1.0).standalone == examination.suggestion
