"""Records of the library as JSON: every word at its place, every citation with a link."""

from __future__ import annotations

from urllib.parse import urlsplit

import qa
from server.titles import find_boxes
from tests.qa.boxed import boxed
from tests.server.conftest import ask


def test_focus_and_runner_up_are_words_of_their_document(client, library):
    answers = [
        ask(client, question, min_confidence=0, max_quotes=1)
        for question in ("When does the museum open?", "Who founded the museum?", "When is the highest tide?")
    ]
    text = {info.id: library.document(info.id).text for info in library.documents()}
    for answer in answers:
        for quote in filter(None, [*answer["quotes"], answer["runner_up"]]):
            assert text[quote["document_id"]][quote["start"] : quote["end"]] == quote["text"]
            if focus := quote["focus"]:
                assert text[quote["document_id"]][focus["start"] : focus["end"]] == focus["text"]
    assert any(answer["runner_up"] for answer in answers)


def test_nearest_passages_have_titles_and_links(client, library):
    nearest = ask(client, "Which tide drowned the museum's lighthouse?", min_confidence=1)["nearest"]
    assert nearest
    for passage in nearest:
        assert passage.keys() == {
            *("document_id", "title", "start", "end", "text", "heading", "page", "line", "sentences", "url")
        }
        document = library.document(passage["document_id"])
        assert passage["line"] == document.text.count("\n", 0, passage["start"]) + 1
        for start, end in passage["sentences"]:
            assert passage["start"] <= start < end <= passage["end"]
        assert passage["title"] == document.title
        assert passage["text"] == document.text[passage["start"] : passage["end"]]


def test_a_citation_of_a_pdf_has_its_boxes(client, library):
    assert (
        ask(client, "When is the highest tide of the year?", min_confidence=0)["quotes"][0]["citation"]["boxes"] == []
    )
    text = "The granary was built of oak in 1740.\nThe mill beside it burned down.\n"
    library.add(boxed("granary", text))
    quote = ask(client, "When was the granary built?", min_confidence=0, max_quotes=1)["quotes"][0]
    assert quote["text"] == "The granary was built of oak in 1740."
    assert quote["citation"]["boxes"] == [{"page": 1, "left": 0.0, "top": 20.0, "right": 370.0, "bottom": 32.0}]


def test_a_place_that_has_changed_since_has_no_boxes(library):
    library.add(boxed("granary", "The granary was built of oak in 1740."))
    (quote,) = library.ask("When was the granary built?", min_confidence=0, max_quotes=1).quotes
    assert len(find_boxes(library, quote)) == 1
    library.add(boxed("granary", "It was built of oak in 1740."))
    assert find_boxes(library, quote) == []
    library.remove("granary")
    assert find_boxes(library, quote) == []


def test_a_citation_links_to_its_document_whatever_the_id(client):
    quote = ask(client, "When is the highest tide of the year?", min_confidence=0)["quotes"][0]
    url = quote["citation"]["url"]
    assert url == f"/documents/notes%2Ftides%20100%25.md?start={quote['start']}&end={quote['end']}"
    assert client.get(url).status_code == 200
    assert client.get(f"/api{urlsplit(url).path}").json()["id"] == "notes/tides 100%.md"


def test_every_source_of_a_fact_is_cited_and_checked_and_sources_that_disagree_are_named(client, library):
    library.add(
        qa.Document(id="leaflet", text="Do come. The pier opens at nine.", title="Leaflet"),
        qa.Document(id="poster", text="The pier opens at 9!", title="Poster"),
        qa.Document(id="blog", text="The pier opens at ten.", title="Blog"),
    )
    answer = ask(client, "When does the pier open?", min_confidence=0)
    assert answer["reading_order"] == [1, 2]
    assert {quote["number"]: quote["disagrees_with"] for quote in answer["quotes"]} == {1: [2], 2: [1]}
    (fact,) = (quote for quote in answer["quotes"] if quote["also"])
    (place,) = fact["also"]
    assert {fact["document_id"], place["document_id"]} == {"leaflet", "poster"}
    assert list(place) == ["text", "document_id", "start", "end", "citation"]
    assert list(place["citation"]) == [
        "title",
        "source",
        "sha256",
        "page",
        "line",
        "heading",
        "url",
        "boxes",
        "recognised",
    ]
    assert library.document(place["document_id"]).text[place["start"] : place["end"]] == place["text"]
    assert client.get(place["citation"]["url"]).status_code == 200

    found = client.post("/api/verify", json=answer).json()["quotes"]
    assert sorted((each["number"], each["document_id"]) for each in found) == sorted(
        (quote["number"], each["document_id"]) for quote in answer["quotes"] for each in (quote, *quote["also"])
    )
    library.remove(place["document_id"])
    body = client.post("/api/verify", json=answer).json()
    assert body["verified"] is False
    assert [each["document_id"] for each in body["quotes"] if each["status"] == "missing"] == [place["document_id"]]
