from __future__ import annotations

import pytest
from starlette.testclient import TestClient

import corpus as shipped
import qa
from server.app import create_app
from server.settings import Settings
from server.shipped import CORPUS_EXAMPLES, MANUAL_ID

EXPECTED = {
    "How many people have been displaced?": "1 million people",
    "Who is Israel's defense minister?": "Yoav Gallant",
    "How long would the fighting have stopped?": "21 days",
    "What is the default port?": "8000",
    "Who won the World Cup in 2022?": None,
}


@pytest.fixture(scope="module")
def corpus() -> qa.Library:
    library = qa.Library()
    entries = [entry for folder in shipped.folders() for entry in folder.iterdir() if entry.name.endswith(".md")]
    library.add(*(qa.read(entry.read_bytes(), name=entry.name) for entry in entries))
    return library


@pytest.mark.parametrize("question", CORPUS_EXAMPLES)
def test_each_example_shows_what_it_is_there_for(corpus: qa.Library, question: str) -> None:
    answer = corpus.ask(question)
    expected = EXPECTED[question]
    assert answer.answered == (expected is not None)
    if expected:
        assert expected in answer.quotes[0].text


def test_the_front_page_leads_to_the_manual(corpus: qa.Library) -> None:
    client = TestClient(create_app(corpus, Settings(), examples=CORPUS_EXAMPLES), base_url="http://127.0.0.1")
    assert f'<a href="/documents/{MANUAL_ID}">How to use Quoth</a>' in client.get("/").text
    assert "<title>Quoth manual: asking questions" in client.get(f"/documents/{MANUAL_ID}").text


def test_another_library_leads_to_no_manual() -> None:
    with qa.Library() as library:
        library.add(qa.Document(text="The museum opens at nine."))
        client = TestClient(create_app(library, Settings(), examples=CORPUS_EXAMPLES), base_url="http://127.0.0.1")
        assert "How to use Quoth" not in client.get("/").text
