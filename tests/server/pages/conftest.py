"""Pages as they are asked for and read in these tests."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.settings import Settings

PAGE = {"Accept": "text/html"}


def get(client: TestClient, url: str, status: int = 200) -> LexborHTMLParser:
    return parsed(client.get(url, headers=PAGE), status)


def post(client: TestClient, status: int = 200, **fields: object) -> LexborHTMLParser:
    return parsed(client.post("/", data=fields, headers=PAGE), status)


def parsed(response, status: int) -> LexborHTMLParser:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(response.text)


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    [node] = page.css(selector)
    return node


def text_of(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(one(page, selector).text().split())


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def link_of(node: LexborNode, name: str = "href") -> str:
    return node.attributes[name] or ""


def harmless(page: LexborHTMLParser) -> None:
    """Check that a page has no script, style, handler or address of its own making, as the policy also demands."""
    scripts = [script for script in page.css("script") if script.attributes["type"] != "application/json"]
    assert [link_of(script, "src").split("?")[0] for script in scripts] == ["/static/chat.js"]
    assert not page.css("style, iframe, object, img")
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "data-source", "cite"):
            assert (node.attributes.get(name) or "/").startswith(("/", "#"))


def answer_of(*quotes: qa.Quote) -> qa.Answer:
    return qa.Answer(
        question="x",
        standalone="x",
        answered=True,
        confidence=0.996,
        reason=None,
        quotes=quotes,
        runner_up=replace(quotes[0], best=False),
    )


def stub_client(library: qa.Library, answer: qa.Answer) -> TestClient:
    """Return a client of an application whose library gives one answer, whatever is asked."""

    class Stub:
        def ask(self, question: str, **_: object) -> qa.Answer:
            return replace(answer, question=question)

        def __getattr__(self, name: str) -> object:
            return getattr(library, name)

    return TestClient(create_app(cast(qa.Library, Stub()), Settings()), base_url="http://127.0.0.1")
