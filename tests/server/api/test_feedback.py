"""What readers say of answers, over HTTP: as JSON and by the form."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from httpx2 import Response
from selectolax.lexbor import LexborHTMLParser

import qa
from server.app import create_app

QUESTION = "What does a ticket cost?"


@pytest.fixture
def quote(client) -> dict[str, Any]:
    """The first quote of an answer, as it is given back."""
    (found,) = client.post("/api/ask", json={"question": QUESTION, "min_confidence": 0, "max_quotes": 1}).json()[
        "quotes"
    ]
    return {
        **{name: found[name] for name in ("document_id", "start", "end", "text")},
        "sha256": found["citation"]["sha256"],
    }


@pytest.fixture
def form(quote) -> dict[str, str]:
    """What the form sends."""
    return {
        "question": QUESTION,
        "verdict": "right",
        **{f"quote_{name}": str(quote[name]) for name in ("start", "end", "sha256")},
        "quote_document": quote["document_id"],
        "back": "/?q=What+does+a+ticket+cost%3F",
    }


def kept(client) -> list[dict[str, Any]]:
    response = client.get("/api/feedback")
    assert response.status_code == 200
    found: list[dict[str, Any]] = response.json()["feedback"]
    return found


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_it_is_given_listed_changed_and_withdrawn(client, quote, problem_of):
    passage = {"document_id": "museum", "start": 0, "end": 10, "text": "The museum"}
    given = {"question": QUESTION, "history": ["When?"], "verdict": "wrong", "quote": quote, "passage": passage}
    response = client.post("/api/feedback", json=given)
    assert response.status_code == 201
    (found,) = kept(client)
    assert response.json() == {"id": found["id"]}
    assert list(found) == ["id", "question", "history", "verdict", "note", "quote", "passage", "given"]
    assert found["quote"] == quote
    assert found["passage"] == {**passage, "sha256": quote["sha256"]}
    assert (found["question"], found["history"], found["note"]) == (QUESTION, ["When?"], "")
    assert found["given"].endswith("+00:00")

    again = client.post(
        "/api/feedback", json={"id": found["id"], "question": QUESTION, "verdict": "right", "note": "!"}
    )
    assert again.status_code == 201
    (found,) = kept(client)
    assert (found["verdict"], found["note"], found["quote"]) == ("right", "!", None)

    assert client.delete(f"/api/feedback/{found['id']}").status_code == 204
    assert kept(client) == []
    problem_of(client.delete(f"/api/feedback/{found['id']}"), 404, "feedback-not-found")


WRONG_PLACES = [
    ({"text": "Tickets cost €15"}, 422, "invalid-span"),
    ({"text": ""}, 422, "invalid-request"),
    ({"text": "a" * 2_001}, 422, "invalid-request"),
    ({"start": -1}, 422, "invalid-request"),
    ({"start": "44"}, 422, "invalid-request"),
    ({"start": True}, 422, "invalid-request"),
    ({"start": 10**30}, 422, "invalid-span"),
    ({"end": 10**6}, 422, "invalid-span"),
    ({"end": 0}, 422, "invalid-span"),
    ({"document_id": "unknown"}, 404, "document-not-found"),
    ({"document_id": "nul \x00"}, 404, "document-not-found"),
    ({"document_id": "a" * 1_001}, 422, "invalid-request"),
    ({"extra": 1}, 422, "invalid-request"),
]


@pytest.mark.parametrize(("change", "status", "slug"), WRONG_PLACES)
def test_a_wrong_place_is_a_problem(*, client, quote, change, status, slug, problem_of):
    passage = {name: quote[name] for name in ("document_id", "start", "end", "text")}
    for places in ({"quote": {**quote, **change}}, {"passage": {**passage, **change}}):
        response = client.post("/api/feedback", json={"question": QUESTION, "verdict": "wrong", **places})
        problem_of(response, status, slug)
    assert kept(client) == []


@pytest.mark.parametrize(
    ("change", "status", "slug"),
    [
        ({"id": "a/b"}, 422, "invalid-option"),
        ({"id": "a" * 65}, 422, "invalid-option"),
        ({"id": "\x00"}, 422, "invalid-option"),
        ({"id": 7}, 422, "invalid-request"),
        ({"question": " "}, 422, "invalid-option"),
        ({"question": "a" * 4_001}, 422, "question-too-long"),
        ({"question": None}, 422, "invalid-request"),
        ({"history": ["a"] * 21}, 422, "invalid-request"),
        ({"history": ["a" * 4_001]}, 422, "question-too-long"),
        ({"history": "Who?"}, 422, "invalid-request"),
        ({"verdict": "maybe"}, 422, "invalid-request"),
        ({"verdict": None}, 422, "invalid-request"),
        ({"note": "a" * 2_001}, 422, "invalid-request"),
        ({"given": "2026-11-24T09:30:00Z"}, 422, "invalid-request"),
        ({"quote": {"text": "Tickets"}}, 422, "invalid-request"),
        (
            {"verdict": "not_here", "passage": {"document_id": "museum", "start": 0, "end": 3, "text": "The"}},
            422,
            "invalid-option",
        ),
    ],
)
def test_wrong_feedback_is_a_problem(client, change, status, slug, problem_of):
    response = client.post("/api/feedback", json={"question": QUESTION, "verdict": "wrong", **change})
    problem_of(response, status, slug)
    assert kept(client) == []


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        (b"{", 400, "unreadable-body"),
        (b"[" * 200_000, 400, "unreadable-body"),
        (b"[]", 422, "invalid-request"),
        (b'{"question": "\\ud800", "verdict": "right"}', 422, "invalid-request"),
        (b'{"question": "?", "verdict": "right", "history": ["\\udfff"]}', 422, "invalid-request"),
        (b'{"question": "?", "verdict": "right", "note": "' + b"a" * 1_000_000 + b'"}', 413, "body-too-large"),
    ],
)
def test_a_hostile_body_is_a_problem(client, body, status, slug, problem_of):
    response = client.post("/api/feedback", content=body, headers={"content-type": "application/json"})
    problem_of(response, status, slug)
    assert kept(client) == []


def test_a_quote_of_what_the_document_was_is_refused(client, library, quote, problem_of):
    library.add(qa.Document(id="museum", text=library.document("museum").text + " More."))
    response = client.post("/api/feedback", json={"question": QUESTION, "verdict": "wrong", "quote": quote})
    assert "Ask again" in problem_of(response, 422, "invalid-span")["detail"]


def test_the_documents_own_words_are_kept_where_a_browser_shows_others(client, library):
    library.add(qa.Document(id="odd", text="A\0b\ufffdc\r\nd😀."))
    passage = {"document_id": "odd", "start": 0, "end": 9, "text": "A\ufffdb\ufffdc\r\nd😀"}
    response = client.post("/api/feedback", json={"question": "Odd?", "verdict": "wrong", "passage": passage})
    assert response.status_code == 201, response.text
    (found,) = kept(client)
    assert found["passage"]["text"] == "A\0b\ufffdc\r\nd😀"


def test_words_from_a_reader_are_text_whatever_they_hold(client):
    hostile = "<script>alert(1)</script>\x00\x1b[2J\u202e"
    client.post("/api/feedback", json={"question": hostile, "verdict": "wrong", "note": hostile})
    response = client.get("/api/feedback")
    assert response.headers["content-type"] == "application/json"
    assert response.json()["feedback"][0]["note"] == hostile


def test_a_server_that_is_read_only_keeps_none_and_lists_what_there_is(make_client, library, form, problem_of):
    library.give_feedback(qa.Feedback(id="a", question=QUESTION, verdict="right"))
    client = make_client(read_only=True)
    problem_of(client.post("/api/feedback", json={"question": QUESTION, "verdict": "right"}), 403, "read-only")
    problem_of(client.delete("/api/feedback/a"), 403, "read-only")
    problem_of(client.post("/feedback", data=form), 403, "read-only")
    assert [each["id"] for each in kept(client)] == ["a"]


def test_another_site_cannot_give_any(client, form, problem_of):
    headers = {"sec-fetch-site": "cross-site"}
    problem_of(client.post("/feedback", data=form, headers=headers), 403, "cross-site-request")
    problem_of(client.post("/api/feedback", json={}, headers=headers), 403, "cross-site-request")
    assert kept(client) == []


def test_the_form_is_no_part_of_the_interface(library):
    paths = create_app(library).openapi()["paths"]
    assert "/feedback" not in paths
    assert paths["/api/feedback"].keys() == {"get", "post"}
    assert {"201", "403", "404", "422"} <= paths["/api/feedback"]["post"]["responses"].keys()


# -- the form ----------------------------------------------------------------------------------------------------------


def back_of(response: Response) -> str:
    """The address that the page after the form leads back to."""
    assert response.status_code == 200
    assert response.request.method == "GET"  # a reload keeps nothing twice
    link = LexborHTMLParser(response.text).css_first("main a")
    assert link is not None
    return link.attributes["href"] or ""


def test_the_form_keeps_it_and_leads_back(client, form, quote):
    data = {**form, "id": "mine", "earlier": ["When does it\r\nopen?", "And why?"], "note": "Good.\r\nThanks."}
    assert back_of(client.post("/feedback", data=data)) == form["back"]
    (found,) = kept(client)
    assert found["quote"] == quote
    assert (found["id"], found["question"], found["note"]) == ("mine", QUESTION, "Good.\nThanks.")
    assert found["history"] == ["When does it\nopen?", "And why?"]


def test_the_form_of_an_answer_without_quotes(client):
    assert back_of(client.post("/feedback", data={"question": QUESTION, "verdict": "not_here"})) == "/"
    (found,) = kept(client)
    assert (found["verdict"], found["quote"]) == ("not_here", None)


@pytest.mark.parametrize(
    ("back", "location"),
    [
        ("/", "/"),
        ("/?q=a&earlier=b#answer", "/?q=a&earlier=b#answer"),
        ("/?q=é", "/?q=é"),
        ("", "/"),
        ("//evil.example", "/"),
        ("///evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        (" /", "/"),
        ("/\t/evil.example", "/"),
        ("/a\r\nSet-Cookie: a=b", "/"),
        ("/a\n", "/"),
        ("/\x00", "/"),
        ("/\x85", "/"),
        ("/" + "a" * 5_999, "/" + "a" * 5_999),
        ("/" + "a" * 6_000, "/"),
    ],
)
def test_nobody_is_sent_elsewhere(client, form, back, location):
    assert back_of(client.post("/feedback", data={**form, "back": back})) == location
    assert back_of(client.get("/feedback", params={"back": back})) == location


@pytest.mark.parametrize(
    ("change", "status", "slug"),
    [
        ({"verdict": ""}, 422, "invalid-option"),
        ({"question": ""}, 422, "invalid-option"),
        ({"earlier": ["a"] * 21}, 422, "invalid-option"),
        ({"id": "../x"}, 422, "invalid-option"),
        ({"note": "a" * 2_001}, 422, "invalid-option"),
        ({"quote_document": "unknown"}, 404, "document-not-found"),
        ({"quote_start": "x"}, 422, "invalid-option"),
        ({"quote_start": ""}, 422, "invalid-option"),
        ({"quote_start": "²"}, 422, "invalid-option"),
        ({"quote_end": "9" * 13}, 422, "invalid-option"),
        ({"quote_end": "9" * 12}, 422, "invalid-span"),
        ({"quote_sha256": ""}, 422, "invalid-option"),
        ({"quote_sha256": "0" * 64}, 422, "invalid-span"),
    ],
)
def test_a_wrong_form_is_a_problem(*, client, form, change, status, slug, problem_of):
    problem_of(client.post("/feedback", data={**form, **change}), status, slug)
    page = client.post("/feedback", data={**form, **change}, headers={"accept": "text/html"})
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")
    assert kept(client) == []


def test_bytes_that_are_no_text_are_no_failure_of_the_server(client, form):
    body = urlencode(form).replace("What", "%FF%00%ED%A0%80")
    response = client.post(
        "/feedback",
        content=body,
        headers={"content-type": "application/x-www-form-urlencoded"},
        follow_redirects=False,
    )
    assert response.status_code in {303, 400, 422}
    assert json.loads(client.get("/api/feedback").text)


# -- whose it is, and how much -----------------------------------------------------------------------------------------


def test_only_the_browser_that_gave_it_may_replace_or_withdraw_it(make_client, library, form, problem_of):
    own, other = make_client(), make_client()
    given = own.post("/api/feedback", json={"id": "mine", "question": QUESTION, "verdict": "right"})
    assert "HttpOnly" in given.headers["set-cookie"]
    assert "SameSite=strict" in given.headers["set-cookie"]
    again = {"id": "mine", "question": QUESTION, "verdict": "wrong"}
    problem_of(other.post("/api/feedback", json=again), 403, "feedback-refused")
    problem_of(other.post("/feedback", data={**form, "id": "mine"}), 403, "feedback-refused")
    problem_of(other.delete("/api/feedback/mine"), 403, "feedback-refused")
    assert [each["verdict"] for each in kept(own)] == ["right"]
    assert "set-cookie" not in own.post("/api/feedback", json=again).headers
    assert own.delete("/api/feedback/mine").status_code == 204
    library.give_feedback(qa.Feedback(id="local", question=QUESTION, verdict="right"))
    problem_of(own.delete("/api/feedback/local"), 403, "feedback-refused")
    library.withdraw_feedback("local")


def test_the_form_makes_a_browser_known_too(client, form):
    response = client.post("/feedback", data={**form, "id": "mine"}, follow_redirects=False)
    assert response.status_code == 303
    assert client.delete("/api/feedback/mine").status_code == 204


def test_whose_it_is_is_not_told(client):
    client.post("/api/feedback", json={"question": QUESTION, "verdict": "right"})
    assert "giver" not in client.get("/api/feedback").text


def test_it_is_listed_a_page_at_a_time(client, library, problem_of):
    times = ["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", *["2026-01-03T00:00:00Z"] * 5]
    for number, given in enumerate(times):
        library.give_feedback(qa.Feedback(id=f"f{number}", question=QUESTION, verdict="right", given=given))
    listed, after = [], ""
    while after is not None:
        body = client.get("/api/feedback", params={"after": after, "limit": 2}).json()
        listed += [each["id"] for each in body["feedback"]]
        assert len(body["feedback"]) <= 2
        after = body["next"]
    assert listed == ["f1", "f0", "f2", "f3", "f4", "f5", "f6"]
    for limit in ("0", "1001", "9223372036854775807", "-1", "x"):
        problem_of(client.get("/api/feedback", params={"limit": limit}), 422, "invalid-request")


def test_one_that_is_too_large_is_refused(client, problem_of):
    given = {"question": QUESTION, "verdict": "wrong", "history": ["é" * 4_000] * 20}
    problem = problem_of(client.post("/api/feedback", json=given), 422, "invalid-option")
    assert "the limit is 40,000" in problem["detail"]
    fair = {"question": "é" * 4_000, "verdict": "wrong", "history": ["What?"] * 20, "note": "é" * 2_000}
    assert client.post("/api/feedback", json=fair).status_code == 201
