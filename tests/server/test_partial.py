"""A server of the library that does not answer: what is said, and how it is left out. With real ones: tests/cluster."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import qa
from server.commands.cli import main
from tests.server.conftest import MUSEUM

PLACE = "db2:9000"
QUESTION = "What does a ticket cost?"
HTML = {"Accept": "text/html"}


class Torn(qa.Library):
    """A library of which one server never answers."""

    def find(self, *args: Any, partial: bool = False, **options: Any) -> qa.Found:
        return replace(super().find(*args, **options), left_out=left_out(partial=partial))

    def ask(self, *args: Any, partial: bool = False, **options: Any) -> qa.Answer:
        return replace(super().ask(*args, **options), left_out=left_out(partial=partial))


def left_out(*, partial: bool) -> tuple[str, ...]:
    if not partial:
        raise qa.ShardUnavailable(f"The shard at {PLACE} does not answer. Check that it runs.", (PLACE,))
    return (PLACE,)


def torn() -> Torn:
    library = Torn()
    library.add(qa.Document(id="museum", text=MUSEUM, title="Museum", source="museum.txt"))
    return library


@pytest.fixture
def client(make_client) -> Iterator[TestClient]:
    with torn() as library:
        yield make_client(over=library, min_confidence=0)


def fields_of(page: str) -> dict[str, list[str]]:
    """Return the hidden fields of the form that asks without the server."""
    form = re.search(r'<form id="without" method="post" action="/#latest">(.*?)</form>', page, re.DOTALL)
    assert form, page
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[1]):
        fields.setdefault(name, []).append(unescape(value))
    return fields


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/api/search?q=ticket", None), ("POST", "/api/ask", {"question": QUESTION, "min_confidence": 0})],
)
def test_the_endpoint_names_the_server_or_leaves_it_out(client, method, path, body, problem_of):
    problem = problem_of(client.request(method, path, json=body), 503, "shard-unavailable")
    assert PLACE in problem["detail"]
    path += f"{'&' if '?' in path else '?'}partial=true"
    found = client.request(method, path, json=body).json()
    assert found["left_out"] == [PLACE]
    assert found.get("hits") or found["quotes"]


def test_a_page_names_the_server_and_has_a_button_that_answers_without_it(client):
    asked = {"earlier": ["When does the museum open?"], "literal": ["0"], "documents": ["museum"], "question": QUESTION}
    by_link = {("q" if name == "question" else name): value for name, value in asked.items()}
    pages = [client.get("/", params=by_link, headers=HTML), client.post("/", data=asked, headers=HTML)]
    for page in pages:
        assert page.status_code == 503
        assert page.headers["Retry-After"]
        assert PLACE in page.text
        assert fields_of(page.text) == {**asked, "question": [QUESTION], "partial": ["true"]}
    answer = client.post("/", data=fields_of(pages[0].text), headers=HTML)
    assert answer.status_code == 200
    assert answer.text.count('<p class="partial"><b>Partial answer.</b> No response from <bdi>db2:9000</bdi>') == 2
    assert "children under 12 enter free" in answer.text
    again = re.search(r'<a href="([^"]+)" data-again="whole">Ask all servers again</a>', answer.text)
    assert again
    assert "partial" not in again[1]


def test_a_whole_answer_and_other_problems_have_no_such_thing(make_client):
    client = make_client(min_confidence=0)
    assert 'class="partial"' not in client.get("/", params={"q": QUESTION, "partial": "true"}, headers=HTML).text
    assert 'id="without"' not in client.get("/documents/none", headers=HTML).text


def test_the_script_may_ask_without_the_server(client):
    refused = client.post("/next", json={"question": QUESTION}, headers=HTML)
    assert refused.status_code == 503
    assert fields_of(refused.text) == {"question": [QUESTION], "partial": ["true"]}
    answered = client.post("/next", json={"question": QUESTION, "partial": True}, headers=HTML)
    assert answered.status_code == 200
    assert 'class="partial"' in answered.text


def test_a_kept_partial_answer_is_shown_as_one(client):
    answer = client.post("/api/ask?partial=true", json={"question": QUESTION}).json()
    shown = client.post("/conversation", json={"turns": [{"question": QUESTION, "answer": answer}]}, headers=HTML)
    assert PLACE in shown.text
    assert 'class="partial"' in shown.text


def test_the_command_says_that_an_answer_is_partial(monkeypatch):
    monkeypatch.setattr(qa, "Library", lambda *_, **__: torn())
    arguments = ["ask", QUESTION, "--library", "clickhouse://db1/quoth", "--min-confidence", "0"]
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 2
    assert PLACE in refused.stderr
    answered = CliRunner().invoke(main, [*arguments, "--partial"])
    assert answered.exit_code == 0
    assert answered.stdout.startswith(
        f"Partial answer: {PLACE} did not respond, so the documents there were not searched.\n"
    )
