"""A conversation as it travels: in links and forms, and as the chat's script sends and keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import qa
from server.pages.conversation import LONGEST_LINK, MAX_EARLIER, AskedQuestion, link_to_conversation, read_questions
from tests.server.pages.conftest import one, text_of, texts

PAGE = {"Accept": "text/html"}
TICKET = "What does a ticket cost?"
QUESTIONS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=20).filter(
    lambda text: text.strip() != ""
)
ASKED = st.lists(
    st.builds(AskedQuestion, QUESTIONS, st.booleans(), st.booleans()), min_size=1, max_size=MAX_EARLIER + 1
)


@given(ASKED, st.lists(st.sampled_from(["museum", "ä/?&"]), unique=True))
def test_a_link_asks_the_same_again(asked, chosen):
    link = link_to_conversation(asked, chosen)
    assert link is not None
    fields = parse_qs(urlsplit(link).query, keep_blank_values=True)
    questions = [*fields.get("earlier", []), *fields["q"]]
    assert read_questions(questions, fields.get("literal", ()), fields.get("more", ())) == asked
    assert fields.get("documents", []) == chosen


def test_a_link_is_bounded():
    assert link_to_conversation([], []) is None
    assert link_to_conversation([AskedQuestion("y" * LONGEST_LINK)], []) is None
    many = [AskedQuestion(f"Question {number}?") for number in range(50)]
    fields = parse_qs(urlsplit(link_to_conversation(many, []) or "").query)
    assert len(fields["earlier"]) == MAX_EARLIER
    assert fields["q"] == ["Question 49?"]


@given(st.lists(st.text(max_size=10), max_size=5), st.lists(st.text(max_size=3), max_size=5))
def test_places_that_are_none_are_passed_over(questions, places):
    asked = read_questions(questions, places, places)
    assert len(asked) <= len(questions)
    for each in asked:
        assert each.literal == each.more


def parsed(response: Any, status: int = 200) -> LexborHTMLParser:
    assert response.status_code == status, response.text
    return LexborHTMLParser(response.text)


def records(page: LexborHTMLParser) -> list[dict[str, Any]]:
    """What the page gives a browser to keep."""
    return [json.loads(node.text()) for node in page.css("script.record")]


def turn_after(client: Any, question: str, *before: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Ask as the script does, and return the record of the one turn that comes back."""
    (record,) = records(parsed(client.post("/next", json={"question": question, "history": list(before), **fields})))
    return record


def test_the_script_asks_one_question_and_gets_one_turn(make_client, library):
    client = make_client(min_confidence=0.0)
    first = turn_after(client, TICKET)
    assert first["answer"]["quotes"][0]["text"] == library.ask(TICKET, min_confidence=0.0).quotes[0].text
    page = parsed(client.post("/next", json={"question": "And when does it open?", "history": [first]}))
    assert [node.text() for node in page.css(".turn > h2")] == ["And when does it open?"]
    (second,) = records(page)
    assert second["answer"]["standalone"] != second["question"]
    link = page.css_first("#link")
    assert link is not None
    assert parse_qs(urlsplit(link.attributes["href"] or "").query)["earlier"] == [TICKET]
    literal = page.css_first("a[data-again=literal]")
    assert literal is not None
    assert records(parsed(client.get(literal.attributes["href"])))[-1]["literal"] is True
    alone = turn_after(client, "And when does it open?", first, literal=True)
    assert alone["answer"]["standalone"] == alone["question"]


def test_what_is_kept_is_the_same_however_it_was_asked(make_client):
    client = make_client(min_confidence=0.0)
    first = turn_after(client, TICKET)
    second = turn_after(client, "And when does it open?", first)
    by_link = records(parsed(client.get("/", params={"earlier": TICKET, "q": "And when does it open?"}, headers=PAGE)))
    assert by_link == [first, second]
    shown_again = parsed(client.post("/conversation", json={"turns": by_link}))
    assert records(shown_again) == by_link
    assert shown_again.css_first("#source article")


@pytest.mark.parametrize("question", ["", " \n", "y" * (qa.MAX_QUESTION + 1)])
def test_a_question_that_cannot_be_asked_comes_back_with_the_reason(client, question):
    page = parsed(client.post("/next", json={"question": question}), 422)
    error, box = page.css_first("#error"), page.css_first("#question")
    assert error is not None
    assert error.text().strip()
    assert box is not None
    assert box.text() == question
    assert not page.css(".turn")


def test_more_quotes_are_asked_for_where_there_may_be_more(make_client, library):
    towers = "\n\n".join(f"The tower of {town} was built in {1801 + n}." for n, town in enumerate("ABCDEFGHIJKL"))
    library.add(qa.Document(id="towers", text=towers))
    client = make_client(min_confidence=0.0)
    page = parsed(client.get("/?q=When was the tower built?", headers=PAGE))
    (few,) = records(page)
    more = page.css_first("a[data-again=more]")
    assert more is not None
    page = parsed(client.get(more.attributes["href"], headers=PAGE))
    (many,) = records(page)
    assert len(few["answer"]["quotes"]) == 3 < len(many["answer"]["quotes"]) <= 10
    assert not page.css("a[data-again=more]")


def test_a_kept_conversation_says_what_has_changed_since(make_client, library):
    client = make_client(min_confidence=0.0)
    kept = turn_after(client, TICKET)
    quoted = kept["answer"]["quotes"][0]["text"]
    museum = library.document("museum")
    changes: list[tuple[Callable[[], object], str]] = [
        (lambda: library.add(qa.Document(id="museum", text="Something else.")), "has changed"),
        (lambda: library.remove("museum"), "no longer here"),
        (lambda: library.add(museum), ""),
    ]
    for change, state in changes:
        change()
        page = parsed(client.post("/conversation", json={"turns": [kept]}))
        assert next(node.text() for node in page.css(".quotes blockquote:not(.aside) p")) == quoted
        states = [node.text() for node in page.css(".quotes > li > .cite .state")]
        assert bool(state) == bool(states)
        assert all(state in each for each in states)
        assert bool(page.css("#source article")) == (not state)


HOSTILE = "</script><script>hacked = 1</script><img src=x onerror=hacked=1>"


def test_a_hostile_record_stays_text(make_client, library):
    library.add(qa.Document(id="h", text=f"The quokka fee is {HOSTILE} a day.", title=HOSTILE))
    client = make_client(min_confidence=0.0)
    kept = turn_after(client, f"What is the quokka fee {HOSTILE}?")
    text = json.dumps({"turns": [kept]}).replace("/documents/h", f"javascript:{HOSTILE}")
    page = parsed(client.post("/conversation", content=text, headers={"Content-Type": "application/json"}))
    assert {node.attributes.get("type") for node in page.css("script")} == {"application/json", "module"}
    assert not page.css("img")
    for node in page.css("[href], [data-source], [cite]"):
        for name in ("href", "data-source", "cite"):
            assert (node.attributes.get(name) or "/").startswith(("/", "#"))


WRONG: list[tuple[tuple[str | int, ...], Any]] = [
    (("answer",), None),
    (("answer", "confidence"), 2),
    (("answer", "confidence"), "x"),
    (("answer", "quotes", 0, "start"), -1),
    (("answer", "quotes", 0, "start"), 10**30),
    (("answer", "quotes", 0, "end"), 0),
    (("answer", "quotes", 0, "score"), 1e308),
    (("answer", "quotes", 0, "citation"), {}),
    (("answer", "quotes", 0, "matched"), {"a": -1}),
    (("answer", "quotes", 0, "matched"), {"a": 1e308}),
    (("answer", "quotes", 0, "focus"), {"text": "a", "start": 9, "end": 3}),
    (("answer", "reason"), "because"),
    (("total",), -1),
    (("question",), "\ud800"),
]
ODD: list[tuple[tuple[str | int, ...], Any]] = [
    (("answer", "quotes", 0, "document_id"), "\ud800\x00"),
    (("answer", "quotes", 0, "disagrees_with"), [1, 1, 99]),
    (("answer", "quotes", 0, "number"), 7),
    (("answer", "quotes", 0, "text"), ""),
    (("answer", "quotes", 0, "focus"), {"text": "a", "start": 0, "end": 10**12}),
    (("answer", "quotes", 0, "matched"), {"a": 0.0, "b": 5e-324}),
    (("answer", "quotes"), []),
    (("answer", "reading_order"), [1, 1, 5, -3]),
    (("answer", "reason"), "no_match"),
    (("documents",), ["gone", "museum", "museum"]),
    (("total",), 10**30),
    (("extra",), {"a": [1]}),
]


def changed(record: dict[str, Any], path: tuple[str | int, ...], value: Any) -> str:
    copy: Any = json.loads(json.dumps(record))
    place = copy
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return json.dumps({"turns": [copy]})


@pytest.mark.parametrize(("path", "value"), WRONG, ids=str)
def test_a_record_that_is_none_is_refused(make_client, path, value):
    client = make_client(min_confidence=0.0)
    text = changed(turn_after(client, TICKET), path, value)
    assert client.post("/conversation", content=text, headers={"Content-Type": "application/json"}).status_code == 422


@pytest.mark.parametrize(("path", "value"), ODD, ids=str)
def test_an_odd_record_is_shown(make_client, path, value):
    client = make_client(min_confidence=0.0)
    text = changed(turn_after(client, TICKET), path, value)
    assert client.post("/conversation", content=text, headers={"Content-Type": "application/json"}).status_code == 200


def test_a_conversation_of_any_length_and_no_answer(client):
    silent = turn_after(client, "Who won the World Cup in Qatar?")
    assert silent["answer"]["answered"] is False
    page = parsed(client.post("/conversation", json={"turns": [silent] * 150}))
    assert len(page.css(".turn")) == 150
    assert client.post("/conversation", json={"turns": []}).status_code == 422
    assert client.post("/conversation", json={"turns": [silent] * 201}).status_code == 422


def test_an_answer_of_an_earlier_version_is_shown_as_it_was_numbered(make_client):
    client = make_client(min_confidence=0.0)
    kept = turn_after(client, TICKET)
    first = kept["answer"]["quotes"][0]
    del first["best"]
    kept["answer"]["quotes"] = [first | {"start": 20, "end": 29}, first | {"number": 2, "start": 3, "end": 9}]
    kept["answer"]["reading_order"] = [2, 1]
    del kept["answer"]["suggestion"]
    page = parsed(client.post("/conversation", json={"turns": [kept]}))
    assert texts(page, ".quotes .number") == ["2", "1"]
    assert text_of(page, ".verdict").endswith(", for quote 1")
    record = json.loads(one(page, "script.record").text())
    assert [quote["best"] for quote in record["answer"]["quotes"]] == [True, False]
