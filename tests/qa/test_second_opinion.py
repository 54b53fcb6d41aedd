"""What the small reader changes in an answer, with a reader that answers at once."""

from __future__ import annotations

import pytest
from hypothesis import given

import qa
from tests.qa.reader_of_words import WordReader
from tests.qa.strategies import documents, questions

TEXT = "Four people were killed in the fire of 1931. All were on the third floor. The museum opens at nine."


def open_with(reader: WordReader, monkeypatch: pytest.MonkeyPatch, *given_documents: qa.Document) -> qa.Library:
    monkeypatch.setattr("qa.library.choose_reader", lambda choice: reader)
    library = qa.Library()
    library.add(*given_documents)
    return library


@given(documents(), questions())
def test_quotes_stay_word_for_word_and_in_order(given_documents: list[qa.Document], question: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        library = open_with(WordReader(), patch, *given_documents)
    answer = library.ask(question, min_confidence=0.0)
    assert answer == library.ask(question, min_confidence=0.0)
    assert list(answer.quotes) == sorted(answer.quotes, key=lambda quote: (-quote.score, quote.span)) or any(
        quote.disagrees_with for quote in answer.quotes
    )
    for quote in answer.quotes:
        assert quote.text == library.document(quote.document_id).text[quote.start : quote.end]
        if quote.focus:
            assert quote.start <= quote.focus.start < quote.focus.end <= quote.end


def test_an_answer_says_which_reader_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = WordReader()
    library = open_with(reader, monkeypatch, qa.Document(text=TEXT), qa.Document(text="Das Haus ist alt.", id="alt"))
    assert library.reader == "words"
    answer = library.ask("How many people were killed in the fire?")
    assert (answer.answered, answer.reader) == (True, "words")
    assert reader.read
    n_read = len(reader.read)
    for unread in ("museum fire", "thanks", "Wie alt ist das Haus?"):
        assert library.ask(unread).reader is None
    assert len(reader.read) == n_read


def test_the_favourite_of_the_reader_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    question = "Where did people die in that fire of the past century?"
    library = open_with(WordReader("third floor"), monkeypatch, qa.Document(text=TEXT))
    first = library.ask(question, min_confidence=0.0).quotes[0]
    assert "third floor" in first.text
    monkeypatch.undo()
    without = qa.Library(reader="off")
    without.add(qa.Document(text=TEXT))
    assert without.reader is None
    assert "killed" in without.ask(question, min_confidence=0.0).quotes[0].text


def test_words_that_the_reader_is_sure_of_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    library = open_with(WordReader("third floor"), monkeypatch, qa.Document(text=TEXT))
    first = library.ask("Where did people die in that fire of the past century?", min_confidence=0.0).quotes[0]
    assert first.focus is not None
    assert library.document(first.document_id).text[first.focus.start : first.focus.end] == "floor"
