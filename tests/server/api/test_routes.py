"""The endpoint: each route, and the shape of what it gives."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

import qa
from tests.server.conftest import ask

ANSWER_KEYS = [
    "question", "standalone", "answered", "confidence", "reason", "text", "quotes", "reading_order", "runner_up",
    "nearest", "missing_terms", "suggestion", "languages", "beyond", "left_out", "reader", "timing_ms", "version",
]  # fmt: skip
QUOTE_KEYS = [
    "number", "best", "text", "document_id", "start", "end", "score", "focus", "matched", "citation", "also",
    "continues", "disagrees_with",
]  # fmt: skip
CITATION_KEYS = ["title", "source", "sha256", "page", "line", "heading", "url", "boxes", "recognised"]


def test_ask_gives_the_answer_as_documented(client, library):
    answer = ask(client, "What does a ticket cost?", min_confidence=0)
    assert list(answer) == ANSWER_KEYS
    assert answer["answered"] is True
    assert answer["reason"] is None
    assert answer["version"] == qa.__version__
    quote = answer["quotes"][0]
    assert list(quote) == QUOTE_KEYS
    assert list(quote["citation"]) == CITATION_KEYS
    assert quote["document_id"] == "museum"
    document = library.document("museum")
    assert quote["text"] == document.text[quote["start"] : quote["end"]]
    assert "€14" in quote["text"]
    assert quote["citation"]["sha256"] == hashlib.sha256(document.text.encode()).hexdigest()
    assert answer["timing_ms"].keys() >= {"retrieve", "select", "total"}


def test_ask_says_why_the_documents_do_not_answer(client):
    answer = ask(client, "Who won the World Cup in 2022?")
    assert answer["answered"] is False
    assert answer["reason"] in {"no_match", "low_confidence"}
    assert answer["quotes"] == []
    assert answer["text"] == ""
    assert "Cup" in answer["missing_terms"]


def test_ask_takes_every_field(client):
    first = ask(client, "When does the museum open?", min_confidence=0)
    history = [{"question": "When does the museum open?", "answer": first}, {"question": "Thanks", "answer": None}]
    answer = ask(
        client, "And what does it cost?", history=history, documents=["museum"], max_quotes=1, min_confidence=0.0
    )
    assert len(answer["quotes"]) == 1
    assert answer["question"] == "And what does it cost?"
    assert answer["standalone"] != answer["question"]


def test_only_the_documents_that_are_named_are_asked(client):
    answer = ask(client, "When is the highest tide at the museum?", documents=["museum"], min_confidence=0)
    assert {quote["document_id"] for quote in answer["quotes"]} == {"museum"}


def test_without_a_setting_the_librarys_threshold_decides(client, library):
    question = "What does a ticket cost?"
    library.calibrate(qa.Calibration(threshold=1.0))
    assert ask(client, question)["reason"] == "low_confidence"
    assert ask(client, question, min_confidence=0)["answered"] is True
    library.calibrate(qa.Calibration(threshold=0.0))
    assert ask(client, question)["answered"] is True


def test_the_setting_is_the_default_of_min_confidence_and_0_still_beats_it(make_client):
    client = make_client(min_confidence=1.0)
    question = "When does the museum open?"
    assert ask(client, question)["answered"] is False
    assert ask(client, question, min_confidence=0)["answered"] is True


def test_the_answer_is_the_same_each_time(client):
    def timeless(answer: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in answer.items() if key != "timing_ms"}

    question = "When does the museum open?"
    assert timeless(ask(client, question)) == timeless(ask(client, question))


def test_search_ranks_passages(client):
    body = client.get("/api/search", params={"q": "highest tide", "k": 5}).json()
    assert body["question"] == "highest tide"
    scores = [hit["score"] for hit in body["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert body["hits"][0]["passage"]["document_id"] == "notes/tides 100%.md"
    assert client.get("/api/search", params={"q": "zebra"}).json()["hits"] == []
    assert len(client.get("/api/search", params={"q": "tide museum", "k": 1}).json()["hits"]) == 1


def test_documents_are_listed_by_id_and_read_one_by_one(client, library):
    listed = client.get("/api/documents").json()["documents"]
    assert [info["id"] for info in listed] == ["museum", "notes/tides 100%.md"]
    for info in listed:
        document = client.get(f"/api{info['url']}").json()
        assert document["text"] == library.document(info["id"]).text
        assert info["n_characters"] == len(document["text"])
        assert document["language"] == info["language"] == "en"
        assert document.keys() == {
            "id", "title", "source", "media_type", "language", "sha256", "notices", "text", "page_starts", "url",
        }  # fmt: skip


def test_documents_are_listed_in_parts(client, library):
    library.add(*(qa.Document(id=f"note {number}", text="A note.") for number in range(5)))
    everything = client.get("/api/documents").json()
    assert everything["next"] is None
    for limit in (1, 2, 3, 7, 100):
        listed: list[Any] = []
        after: str | None = ""
        while after is not None:
            part = client.get("/api/documents", params={"limit": limit, "after": after}).json()
            assert 0 < len(part["documents"]) <= limit
            listed += part["documents"]
            after = part["next"]
        assert listed == everything["documents"]
    assert client.get("/api/documents", params={"after": "note 2~"}).json()["documents"][0]["id"] == "note 3"
    assert client.get("/api/documents", params={"after": "zzz"}).json() == {"documents": [], "next": None}


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1.5"])
def test_a_limit_that_is_none_is_a_problem(client, limit, problem_of):
    problem = problem_of(client.get("/api/documents", params={"limit": limit}), 422, "invalid-request")
    assert problem["errors"][0]["field"] == "query.limit"


def test_a_removed_document_is_gone_at_once(client, problem_of):
    assert client.delete("/api/documents/notes%2Ftides%20100%25.md").status_code == 204
    problem_of(client.get("/api/documents/notes%2Ftides%20100%25.md"), 404, "document-not-found")
    problem_of(client.delete("/api/documents/notes%2Ftides%20100%25.md"), 404, "document-not-found")
    assert [info["id"] for info in client.get("/api/documents").json()["documents"]] == ["museum"]


def test_verify_finds_what_became_of_each_quote(client, library):
    answer = ask(client, "What does a ticket cost?", min_confidence=0)
    body = client.post("/api/verify", json=answer).json()
    assert body["verified"] is True
    assert {quote["status"] for quote in body["quotes"]} == {"verified"}

    answer["quotes"][0]["text"] = "Tickets cost €12."
    altered = client.post("/api/verify", json=answer).json()
    assert altered["verified"] is False
    assert altered["quotes"][0]["status"] == "altered"

    library.add(qa.Document(id="museum", text="The museum is closed.", title="Museum"))
    assert client.post("/api/verify", json=answer).json()["quotes"][0]["status"] == "stale"
    library.remove("museum")
    assert client.post("/api/verify", json=answer).json()["quotes"][0]["status"] == "missing"


def test_an_answer_without_quotes_has_nothing_that_fails(client):
    silent = ask(client, "Who won the World Cup in 2022?")
    assert client.post("/api/verify", json=silent).json() == {"verified": True, "quotes": []}
