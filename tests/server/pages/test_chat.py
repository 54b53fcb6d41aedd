"""The chat as HTML: what is asked, how a conversation goes on, and what is said where nothing is answered."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.pages import conversation
from server.settings import Settings
from tests.server.pages.conftest import (
    PAGE,
    get,
    link_of,
    one,
    post,
    text_of,
    texts,
)


def test_the_first_page_offers_the_box_the_examples_and_the_documents(client):
    page = get(client, "/")
    assert one(page, "#question").attributes["data-most"] == str(qa.MAX_QUESTION)
    [example] = page.css(".examples a")
    assert parse_qs(urlsplit(link_of(example)).query) == {"q": ["What does a ticket cost?"]}
    assert "Asking both documents" in text_of(page, "#main")
    assert texts(page, ".contents a") == ["Museum", "Tides"]
    for link in page.css(".contents a"):
        assert client.get(link_of(link)).status_code == 200
    assert not page.css(".turn")


def test_a_first_page_without_documents_says_how_to_add_some():
    with qa.Library() as library:
        client = TestClient(create_app(library, Settings()), base_url="http://127.0.0.1:8000")
        page = get(client, "/")
        assert "quoth serve" in text_of(page, ".empty")
        assert "http://127.0.0.1:8000/api/documents" in text_of(page, ".empty")
        assert "There are no documents to ask" in text_of(get(client, "/?q=Why"), ".turn")
        assert "No documents yet" in text_of(get(client, "/documents"), "#main")
        for url in ("/", "/documents"):
            assert one(get(client, url), "form#add").attributes["action"] == "/documents"


def test_a_link_asks_and_its_quotes_are_word_for_word(make_client, library):
    client = make_client(min_confidence=0.0)
    page = get(client, "/?q=What+does+a+ticket+cost%3F")
    answer = library.ask("What does a ticket cost?", min_confidence=0.0)
    assert answer.quotes
    assert [node.text() for node in page.css(".quotes blockquote:not(.aside) p")] == [q.text for q in answer.quotes]
    assert re.search(r"\d+%", text_of(page, ".verdict"))
    assert one(page, "#source mark").text() == answer.quotes[0].text
    assert text_of(page, "#source h2") == answer.quotes[0].title


def test_each_citation_leads_to_its_quote_on_both_of_its_addresses(make_client, library):
    client = make_client(min_confidence=0.0)
    for question in ("What does a ticket cost?", "When is the highest tide?"):
        page = get(client, "/?q=" + question)
        for item in page.css(".quotes > li"):
            quote = one(item, "blockquote:not(.aside) p").text()
            citation = item.css("a[data-source]")[0]
            for url in (link_of(citation).removesuffix("#quote"), link_of(citation, "data-source")):
                assert one(get(client, url), "mark#quote").text() == quote


def test_not_answered_says_why_and_what_to_try(client):
    page = get(client, "/?q=Who won the World Cup in Qatar?")
    assert text_of(page, ".verdict") == "No sentence found that clearly answers this"
    assert "Qatar" in texts(page, ".missing")
    assert texts(page, ".advice li")
    assert not page.css(".quotes blockquote")


def test_earlier_questions_are_asked_again(client):
    asked = ["What does a ticket cost?", "When does the museum open?", "And who\r\nfounded it?"]
    page = post(client, question=asked[2], earlier=asked[:2])
    questions = [text.replace("\r\n", "\n") for text in asked]
    assert [node.text() for node in page.css(".turn > h2")] == questions
    assert [node.attributes["value"] for node in page.css("#ask input[name=earlier]")] == questions
    again = get(client, link_of(one(page, "#link")))
    assert [node.text() for node in again.css(".turn > h2")] == questions
    assert one(page, "#source").text() == one(again, "#source").text()


def test_a_conversation_is_bounded(client):
    earlier = [f"Question {number}?" for number in range(20)] + [" ", "x" * (qa.MAX_QUESTION + 1)]
    page = post(client, question="What does a ticket cost?", earlier=earlier)
    assert len(page.css(".turn")) == conversation.MAX_EARLIER + 1
    assert len(page.css("#ask input[name=earlier]")) == conversation.MAX_EARLIER + 1
    long = post(client, question="y" * 3_000, earlier=["x" * 3_000] * 8)
    assert not long.css("#link")


def test_earlier_questions_that_are_not_shown_are_counted(client):
    questions = [f"Question {number}?" for number in range(50)]
    link = "/?" + "&".join(f"earlier={question}" for question in questions[:-1]) + f"&q={questions[-1]}"
    page = get(client, link)
    assert texts(page, ".turn > h2") == questions[-9:]
    assert text_of(page, ".left-out") == "41 earlier questions are not shown."
    assert text_of(page, "#link") == "Link to the last 9 questions"
    again = get(client, link_of(one(page, "#link")))
    assert texts(again, ".turn > h2") == questions[-9:]
    assert text_of(again, ".left-out") == "41 earlier questions are not shown."
    before = one(page, "#ask input[name=before]").attributes["value"]
    next_one = post(client, question="And then?", earlier=questions[-9:], before=before)
    assert text_of(next_one, ".left-out") == "42 earlier questions are not shown."
    for hostile in ("-1", "x", "9" * 5_000, "１"):
        assert get(client, f"{link}&before={hostile}").css(".left-out")
    assert not get(client, f"/?earlier={questions[0]}&q={questions[1]}").css(".left-out")


def test_the_colours_are_chosen_with_the_conversation_and_what_is_typed(client):
    fields: dict[str, Any] = {
        "earlier": ["What does a ticket cost?"],
        "question": "And\r\nthen",
        "draft": "1",
        "theme": "dark",
    }
    sent_on = client.post("/display", data=fields, headers=PAGE, follow_redirects=False)
    assert (sent_on.status_code, sent_on.headers["location"]) == (307, "/#latest")
    assert "quoth-theme=dark" in sent_on.headers["set-cookie"]
    page = post(client, **fields)
    assert texts(page, ".turn > h2") == ["What does a ticket cost?"]
    assert one(page, "#question").text().strip() == "And\nthen"
    assert one(page, "html").attributes["data-theme"] == "dark"
    assert not page.css("#error:not(:empty)")
    del fields["earlier"]
    front = post(client, **{**fields, "question": "x" * (qa.MAX_QUESTION + 1)})
    assert not front.css(".turn")
    assert len(one(front, "#question").text()) > qa.MAX_QUESTION


@pytest.mark.parametrize("question", ["", "  \r\n "])
def test_an_empty_question_asks_for_one_and_keeps_the_conversation(client, question):
    page = post(client, 422, question=question, earlier=["What does a ticket cost?"])
    assert text_of(page, "#error") == "Type a question first."
    assert texts(page, ".turn > h2") == ["What does a ticket cost?"]
    assert not get(client, f"/?q={'%20' * 3}").css(".turn")


def test_a_question_over_the_limit_stays_in_the_box(client):
    question = "é" * (qa.MAX_QUESTION + 1)
    page = post(client, 422, question=question)
    assert "4,001" in text_of(page, "#error")
    assert "4,000" in text_of(page, "#error")
    assert one(page, "#question").text() == question
    assert get(client, f"/?q={question}", 422).css("#error")
    post(client, question="é\r\n" * (qa.MAX_QUESTION // 2))  # a form sends two characters for a line end


def test_a_question_is_counted_once_however_long_its_conversation(client):
    post(client, question="When does the museum open?", earlier=["What does a ticket cost?"])
    counted = re.findall(r"^quoth_questions_total\{.*\} (\S+)$", client.get("/metrics").text, re.MULTILINE)
    assert sum(map(float, counted)) == 1


def test_errors_are_pages_for_browsers(client):
    assert "'nope'" in text_of(get(client, "/documents/nope", 404), "#detail")
    assert get(client, "/nowhere", 404).css("#detail")
    assert get(client, "/documents?skip=x", 422).css("#detail")
    assert client.get("/documents/nope", headers={"Accept": "application/json"}).json()["status"] == 404
