"""The promises of the library, on random documents of every kind of Unicode."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from tests.qa.strategies import documents, questions


def spans_hold(answer: qa.Answer, library: qa.Library) -> None:
    """Every quote, focus and nearest passage is the document's own text at its place."""
    shown = [*answer.quotes, *([answer.runner_up] if answer.runner_up else [])]
    for place in [*shown, *(place for quote in shown for place in quote.also)]:
        document = library.document(place.document_id)
        assert document.text[place.start : place.end] == place.text == place.span.cut(document)
        assert place.sha256 == document.sha256
        assert place.line == 1 + document.text.count("\n", 0, place.start)
    for quote in shown:
        document = library.document(quote.document_id)
        assert quote.text.strip() == quote.text != ""
        if quote.focus:
            assert quote.start <= quote.focus.start < quote.focus.end <= quote.end
        if document.page_starts:
            assert quote.page == sum(start <= quote.start for start in document.page_starts)
    for passage in answer.nearest:
        assert library.document(passage.document_id).text[passage.start : passage.end] == passage.text


@given(documents(), questions())
def test_every_quote_is_the_documents_own_text(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    for least in (0.0, None):
        answer = library.ask(question, min_confidence=least)
        spans_hold(answer, library)
        assert answer.answered == bool(answer.quotes) == (answer.reason is None)
        assert 0.0 <= answer.confidence <= 1.0
        assert [quote.number for quote in answer.reading] == list(range(1, len(answer.quotes) + 1))
        cited = [quote.number for quote in answer.quotes for _ in (quote, *quote.also)]
        assert [(verdict.number, verdict.status) for verdict in library.verify(answer)] == [
            (number, "verified") for number in cited
        ]


@given(documents(), questions(), st.integers(1, 400))
def test_passages_of_any_size_give_whole_quotes(
    given_documents: list[qa.Document], question: str, passage_size: int
) -> None:
    library = qa.Library(passage_size=passage_size)
    library.add(*given_documents)
    spans_hold(library.ask(question, min_confidence=0.0, max_quotes=20), library)


@given(documents(least=2), questions(), st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(given_documents: list[qa.Document], question: str, random) -> None:
    shuffled = list(given_documents)
    random.shuffle(shuffled)
    one, other = qa.Library(), qa.Library()
    one.add(*given_documents)
    for document in shuffled:
        other.add(document)
        other.ask(question)
    answered = [asdict(each.ask(question, min_confidence=0.0)) | {"timing_ms": 0} for each in (one, other)]
    answers = [json.dumps(each, default=repr) for each in answered]
    assert answers[0] == answers[1]


@given(documents(least=2), questions())
def test_a_removed_document_leaves_no_trace(given_documents: list[qa.Document], question: str) -> None:
    never, removed = qa.Library(), qa.Library()
    never.add(*given_documents[1:])
    removed.add(*given_documents)
    removed.ask(question)
    removed.remove(given_documents[0].id)
    assert removed.ask(question, min_confidence=0.0) == never.ask(question, min_confidence=0.0)
    assert removed.documents() == never.documents()


@settings(max_examples=10)
@given(documents(), questions())
def test_a_folder_answers_like_memory(tmp_path_factory, given_documents: list[qa.Document], question: str) -> None:
    folder = tmp_path_factory.mktemp("library")
    memory = qa.Library()
    memory.add(*given_documents)
    with qa.Library(folder) as library:
        library.add(*given_documents)
        first = library.ask(question, min_confidence=0.0)
    with qa.Library(folder) as library:
        assert [library.document(document.id) for document in given_documents] == given_documents
        assert library.ask(question, min_confidence=0.0) == first == memory.ask(question, min_confidence=0.0)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make any use of a socket an error."""

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("The library touched the network.")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("no_network")
def test_everything_works_without_a_network(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("The museum opens at nine.")
    (tmp_path / "b.md").write_text("# Prices\n\nA ticket costs 14 euros. See [here](http://example.com).")
    (tmp_path / "c.html").write_text('<p>The harbour was built in 1842.<img src="http://example.com/x.png">')
    with qa.Library(tmp_path / "library") as library:
        library.add_files(tmp_path)
        answer = library.ask("What does a ticket cost?")
        assert answer.quotes[0].text == "A ticket costs 14 euros."
        assert library.verify(answer)[0].status == "verified"
        assert library.search("harbour")
        library.remove(answer.quotes[0].document_id)
        assert len(library.documents()) == 2
