"""Another site can make a browser open a page of this server, and nothing else: it neither asks nor measures."""

from __future__ import annotations

import pytest

FOREIGN = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "nonsense"},
    {"origin": "https://evil.example"},
    {"origin": "http://127.0.0.1:9999"},
    {"origin": "null"},
    {"origin": "http://[::1"},
    {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
]
LINK = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
PATHS = [
    ("GET", "/"),
    ("GET", "/?q=When+does+it+open?"),
    ("GET", "/api/search?question=museum"),
    ("GET", "/api/documents"),
    ("GET", "/documents/museum?find=founded"),
    ("GET", "/documents?find=museum"),
    ("GET", "/static/icon.svg"),
    ("GET", "/healthz"),
    ("HEAD", "/?q=museum"),
    ("OPTIONS", "/api/ask"),
    ("POST", "/api/ask"),
    ("POST", "/"),
    ("DELETE", "/api/documents/museum"),
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("case", PATHS)
def test_another_site_can_change_ask_and_measure_nothing(client, library, monkeypatch, case, headers):
    for name in ("ask", "search", "document", "documents", "listed", "remove"):
        monkeypatch.setattr(type(library), name, lambda *_, **__: pytest.fail("it was worked on"))
    method, path = case
    response = client.request(method, path, headers=headers)
    assert response.status_code == 403
    if method != "HEAD":
        assert response.json()["type"] == "/problems/cross-site-request"


@pytest.mark.parametrize(
    ("mode", "dest"), [("navigate", "iframe"), ("navigate", "object"), ("no-cors", "image"), ("cors", "empty")]
)
def test_what_another_page_holds_is_refused(client, mode, dest, problem_of):
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest}
    problem_of(client.get("/?q=museum", headers=headers), 403, "cross-site-request")


def test_a_form_of_another_site_opens_no_page(client, problem_of):
    problem_of(client.post("/", data={"question": "When?"}, headers=LINK), 403, "cross-site-request")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1"},
        {"sec-fetch-site": "none"},
        {"origin": "http://127.0.0.1"},
    ],
)
def test_the_chat_and_programs_may_post(client, headers):
    assert client.post("/api/ask", json={"question": "When?"}, headers=headers).status_code == 200


def test_another_site_may_link_here(client):
    assert client.get("/", headers=LINK).status_code == 200
    assert client.get("/documents/museum?start=0&end=10", headers=LINK).status_code == 200


def test_a_question_in_a_link_elsewhere_waits_in_the_box(client, library, monkeypatch):
    monkeypatch.setattr(type(library), "ask", lambda *_, **__: pytest.fail("it was asked"))
    page = client.get("/?q=What+does+a+<ticket>+cost%3F&documents=museum", headers=LINK)
    assert page.status_code == 200
    assert "What does a &lt;ticket&gt; cost?</textarea>" in page.text
    assert 'name="documents" value="museum"' in page.text


def test_a_question_in_an_own_link_is_asked(client):
    page = client.get("/?q=What+does+a+ticket+cost%3F", headers={**LINK, "sec-fetch-site": "none"})
    assert "€14" in page.text


def test_an_origin_that_is_allowed_may_ask_and_read(make_client, problem_of):
    client = make_client(allowed_origins="https://wiki.example")
    headers = {"origin": "https://wiki.example", "sec-fetch-site": "cross-site"}
    answer = client.post("/api/ask", json={"question": "What does a ticket cost?"}, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "https://wiki.example"
    asked = {"access-control-request-method": "DELETE", "access-control-request-headers": "content-type"}
    preflight = client.options("/api/documents/museum", headers={**headers, **asked})
    assert preflight.status_code == 200
    other = {**headers, "origin": "https://wiki.example.evil.example"}
    problem_of(client.post("/api/ask", json={"question": "When?"}, headers=other), 403, "cross-site-request")
