"""The pages as HTML: what they show, that they show it word for word, and that nothing in a document becomes markup."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

import qa
from server.app import COMPRESSION, create_app
from server.pages import chat as pages
from server.pages import conversation, reading
from server.pages import document_list as shelf
from server.settings import Settings

PAGE = {"Accept": "text/html"}
HOSTILE = (
    "<script>alert(1)</script> & <b onclick=alert(2)>bold</b>\r\n\r\n"
    "😀 The \u202efee\u202c is <i>€14</i>\x00 a day, &amp; no more.\n\n[x](javascript:alert(3))\n"
)


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


def test_the_first_page_offers_the_box_the_examples_and_the_documents(client):
    page = get(client, "/")
    assert one(page, "#question").attributes["maxlength"] == str(qa.MAX_QUESTION)
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
        assert "There are no documents to ask." in text_of(get(client, "/?q=Why"), ".turn")
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


def test_focus_words_are_marked_by_their_place(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    start = quote.start + quote.text.index("€14")
    answered = replace(answer_of(quote), quotes=(replace(quote, focus=qa.Span(quote.document_id, start, start + 3)),))
    page = get(stub_client(library, answered), "/?q=x")
    assert one(page, ".quotes mark").text() == "€14"
    assert one(page, "#source mark em").text() == "€14"
    assert one(page, "#source mark").text() == quote.text
    shown = get(stub_client(library, answered), link_of(page.css(".quotes a[data-source]")[0], "data-source"))
    assert one(shown, "mark em").text() == "€14"


def answer_of(*quotes: qa.Quote) -> qa.Answer:
    return qa.Answer(
        question="x", standalone="x", answered=True, confidence=0.996, reason=None, quotes=quotes, runner_up=quotes[0]
    )


def stub_client(library: qa.Library, answer: qa.Answer) -> TestClient:
    """Return a client of an application whose library gives one answer, whatever is asked."""

    class Stub:
        def ask(self, question: str, **_: object) -> qa.Answer:
            return replace(answer, question=question)

        def __getattr__(self, name: str) -> object:
            return getattr(library, name)

    return TestClient(create_app(cast(qa.Library, Stub()), Settings()), base_url="http://127.0.0.1")


def test_ten_quotes_each_have_a_number_a_source_and_a_reason(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    ten = tuple(replace(quote, number=number, page=number) for number in range(1, 11))
    page = get(stub_client(library, answer_of(*ten)), "/?q=x")
    assert texts(page, ".number") == [str(number) for number in range(1, 11)]
    assert len(page.css(".quotes details.why")) == 10
    assert "page 10" in texts(page, ".quotes > li > .cite")[9].replace("\xa0", " ")
    assert text_of(page, ".verdict") == "Very likely, over 99%"


def test_quotes_are_shown_in_the_order_of_reading_and_say_what_is_left_out(library):
    quote = library.ask("When does the museum open?", min_confidence=0.0).quotes[0]
    best = replace(quote, number=1, start=50, end=60, continues=True)
    before, after = replace(quote, number=2, start=10, end=49), replace(quote, number=3, start=90, end=99)
    elsewhere = replace(quote, number=4, document_id="other")
    page = get(stub_client(library, answer_of(best, before, after, elsewhere)), "/?q=x")
    assert texts(page, ".number") == ["2", "1", "3", "4"]
    assert [item.attributes["value"] for item in page.css(".quotes > li")] == ["2", "1", "3", "4"]
    assert [len(item.css("p.omitted")) for item in page.css(".quotes > li")] == [0, 0, 1, 0]
    assert text_of(page, ".verdict") == "Very likely, over 99%, for quote 1"
    assert one(page, "[aria-current]").parent.parent.attributes["value"] == "1"  # type: ignore[union-attr]
    assert "of 100 answers" in one(page, "[value='1'] details.why").text()
    assert "of 100 answers" not in one(page, "[value='2'] details.why").text()


def test_other_sources_and_disagreement_are_shown_with_links_to_each(make_client, library):
    library.add(
        qa.Document(id="leaflet", text="Do come. The pier opens at nine.", title="Leaflet"),
        qa.Document(id="poster", text="The pier opens at 9!", title="<b>Poster"),
        qa.Document(id="blog", text="The pier opens at ten.", title="Blog"),
    )
    client = make_client(min_confidence=0.0)
    page = get(client, "/?q=When does the pier open?")
    answer = library.ask("When does the pier open?", min_confidence=0.0)
    (place,) = next(quote.also for quote in answer.quotes if quote.also)
    link = one(page, ".also a")
    assert text_of(page, ".also").startswith("Also in ")
    assert place.title in link.text()
    for url in (link_of(link).removesuffix("#quote"), link_of(link, "data-source")):
        assert one(get(client, url), "mark#quote").text() == place.text
    assert texts(page, ".disagrees") == [
        "Quote 2 gives a different figure.",
        "Quote 1 gives a different figure.",
    ]
    assert text_of(page, ".disagreement h3") == "These sources disagree"
    assert len(page.css(".disagreement .sides > li")) == 2
    harmless(page)


def test_a_source_removed_or_replaced_since_is_not_shown(library):
    quote = library.ask("What does a ticket cost?", min_confidence=0.0).quotes[0]
    for stale in (replace(quote, document_id="gone"), replace(quote, sha256="0" * 64)):
        page = get(stub_client(library, answer_of(stale)), "/?q=x")
        assert "hidden" in one(page, "#source").attributes
        assert not page.css("#source article")


def test_not_answered_says_why_and_what_to_try(client):
    page = get(client, "/?q=Who won the World Cup in Qatar?")
    assert text_of(page, ".verdict") == "Not in these documents"
    assert "Qatar" in texts(page, ".missing")
    assert texts(page, ".advice li")
    assert not page.css(".quotes blockquote")


def test_nearest_passages_are_cut_and_lead_to_the_document(library):
    passages = tuple(hit.passage for hit in library.search("museum ticket tide"))
    nothing = qa.Answer(
        question="x", standalone="y", answered=False, confidence=0.001, reason="low_confidence", nearest=passages
    )
    client = stub_client(library, nothing)
    page = get(client, "/?q=x")
    assert len(page.css(".near > li")) == len(passages) > 0
    assert "under 1%" in one(page, ".turn").text()
    assert "Understood as: y" in text_of(page, ".understood")
    for item, passage in zip(page.css(".near > li"), passages, strict=True):
        assert one(item, ".passage > span").text() in passage.text
        marks = get(client, link_of(one(item, "a")).removesuffix("#quote")).css("mark")
        assert "".join(mark.text() for mark in marks) == passage.text


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
    assert len(page.css("#ask input[name=earlier]")) == conversation.MAX_EARLIER
    long = post(client, question="y" * 3_000, earlier=["x" * 3_000] * 8)
    assert not long.css("#link")


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


@pytest.mark.parametrize("document_id", ["a/b", "/etc/passwd", "../x", "é 😀?#&+", 'x"><script>', "a//b"])
def test_any_id_has_a_page(client, library, document_id):
    library.add(qa.Document(id=document_id, text="The zebra eats grass.", title="Zebra"))
    page = get(client, "/?q=What+does+the+zebra+eat%3F")
    url = link_of(next(a for a in get(client, "/documents").css(".contents a") if a.text() == "Zebra"))
    assert text_of(get(client, url), ".text") == "The zebra eats grass."
    assert page.css("#main")


def test_hostile_text_is_shown_to_the_letter(client, library):
    library.add(qa.Document(id="h", text=HOSTILE, title="<img src=x onerror=alert(4)>", source="<svg onload=x>"))
    start = HOSTILE.index("The")
    end = HOSTILE.index(" a day")
    page = get(client, f"/documents/h?start={start}&end={end}")
    seen = HOSTILE.replace("\0", "\ufffd")
    assert one(page, ".text").text() == seen
    assert one(page, "mark").text() == seen[start:end]
    assert one(page, "h1").text() == "<img src=x onerror=alert(4)>"
    harmless(page)


def harmless(page: LexborHTMLParser) -> None:
    """Check that a page has no script, style, handler or address of its own making, as the policy also demands."""
    scripts = [script for script in page.css("script") if script.attributes["type"] != "application/json"]
    assert [link_of(script, "src").split("?")[0] for script in scripts] == ["/static/chat.js"]
    assert not page.css("style, iframe, object, img")
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "data-source", "cite"):
            assert (node.attributes.get(name) or "/").startswith(("/", "#"))


def test_every_page_is_harmless_and_has_one_title_one_heading_and_unique_ids(client):
    for url in (
        "/",
        "/?q=What does a ticket cost?",
        "/?q=Who?",
        "/documents",
        "/documents/museum",
        "/remove?id=museum",
        "/?q=What does a ticket cost?&documents=museum",
        "/docs",
        "/nowhere",
    ):
        page = LexborHTMLParser(client.get(url, headers=PAGE).text)
        harmless(page)
        assert len(page.css("h1")) == len(page.css("title")) == len(page.css("main")) == 1, url
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "query",
    [
        "start=x&end=9", "start=5&end=2", "start=0&end=999999", "start=-1&end=4", "start=3", "end=3", "start=&end=",
        "start=1.5&end=3", "start=٣&end=٤", "start=0&end=1&around=much", "start=0&end=1&around=999999",
        "start=0&end=1&focus_start=1", "start=1e3&end=9", f"start=0&end={'9' * 500}",
    ],
)  # fmt: skip
def test_a_place_that_is_none_is_a_clear_problem(client, query):
    page = get(client, f"/documents/museum?{query}", 422)
    assert len(text_of(page, "#detail")) < 300
    assert text_of(page, "#detail").endswith(".")


def test_errors_are_pages_for_browsers(client):
    assert "'nope'" in text_of(get(client, "/documents/nope", 404), "#detail")
    assert get(client, "/nowhere", 404).css("#detail")
    assert get(client, "/documents?skip=x", 422).css("#detail")
    assert client.get("/documents/nope", headers={"Accept": "application/json"}).json()["status"] == 404


def test_an_empty_place_marks_nothing(client):
    assert not get(client, "/documents/museum?start=4&end=4").css("mark")


def test_a_source_beside_an_answer_is_an_excerpt(client, library):
    text = "\n\n".join(f"Paragraph {number} of the long one." for number in range(2_000))
    library.add(qa.Document(id="long", text=text))
    start = text.index("Paragraph 1000")
    page = get(client, f"/documents/long?start={start}&end={start + 14}&around=3000")
    shown = one(page, ".text").text()
    assert one(page, "mark").text() == "Paragraph 1000"
    assert shown in text
    assert 4_000 < len(shown) <= 6_014
    whole = one(page, ".facts a[href^='/documents']")
    assert one(get(client, link_of(whole).removesuffix("#quote")), ".text").text() == text


def test_a_very_long_document_comes_in_parts_that_lead_to_each_other(client, library, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_WHOLE", 5_000)
    monkeypatch.setattr(reading, "PART", 1_000)
    text = "\n\n".join(f"Paragraph {number} of the very long one." for number in range(400))
    library.add(qa.Document(id="long", text=text))
    for direction, begin in (
        ("next", "/documents/long"),
        ("prev", f"/documents/long?start={len(text)}&end={len(text)}"),
    ):
        parts, url = [], begin
        while url:
            page = get(client, url)
            parts.append(one(page, ".text").text())
            links = page.css(f"article a[rel={direction}]")
            url = link_of(links[0]) if links else ""
        assert "\n\n".join(parts if direction == "next" else reversed(parts)) == text


@pytest.mark.parametrize(
    "unit", ["A plain sentence of some words, over and over again. " * 6 + "\n\n", "a\n\n", "\n", "a "]
)
def test_two_megabytes_are_shown(unit, client, library):
    text = (unit * (2_100_000 // len(unit) + 1)) + "end"
    document = qa.Document(id="long", text=text)
    library.add(document)
    for span in (qa.Span("long", 1_000_000, 1_000_050), qa.Span("long", 0, len(text))):
        page = get(client, f"/documents/long?start={span.start}&end={span.end}")
        marked = "".join(mark.text() for mark in page.css("mark"))
        assert span.cut(document).startswith(marked)
        assert len(marked) >= min(reading.PART, span.end - span.start)


def test_many_documents_are_listed_in_pages(client, library, monkeypatch):
    monkeypatch.setattr(pages, "LISTED", 3)
    monkeypatch.setattr(shelf, "LISTED_PER_PAGE", 4)
    library.add(*(qa.Document(id=f"n{number}", text=f"Note {number}.") for number in range(8)))
    page = get(client, "/")
    assert len(page.css(".contents li")) == 3
    assert "Show all 10 documents" in text_of(page, "#main")
    titles: list[str] = []
    url = "/documents"
    while url:
        page = get(client, url)
        titles += texts(page, ".contents a:not(.remove)")
        url = next(("/documents" + link_of(a).removeprefix("/documents") for a in page.css("a[rel=next]")), "")
    assert titles == [info.title for info in library.listed().documents]


def test_the_reference_has_every_route_and_field(client):
    page = get(client, "/docs")
    shown = one(page, "main").text()
    schema = client.get("/openapi.json").json()
    for path, methods in schema["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in shown
    names = {name for body in schema["components"]["schemas"].values() for name in body.get("properties", {})}
    listed = {part for node in page.css("tbody th code") for part in re.split(r"\[\]|\.", node.text())}
    assert names <= listed
    assert "-F files=@notes.txt" in shown
    for link in page.css("nav[aria-label=Routes] a"):
        assert page.css_first(f"[id='{link_of(link)[1:]}']")


def test_the_first_view_is_light(client):
    static = sorted((Path(pages.__file__).parents[1] / "static").iterdir())
    sent = [client.get("/?q=What does a ticket cost?", headers=PAGE).content, *(path.read_bytes() for path in static)]
    assert sum(len(gzip.compress(content, COMPRESSION)) for content in sent) < 60_000


def test_a_link_to_a_quote_marks_nothing_once_the_document_has_changed(library, client):
    answer = library.ask("When was the museum founded?", min_confidence=0.0)
    quote = answer.quotes[0]
    address = f"/documents/{quote.document_id}?start={quote.start}&end={quote.end}&sha256={quote.sha256[:16]}"
    assert "<mark" in client.get(address).text
    library.add(qa.Document(id=quote.document_id, text="Something else entirely was written here. " * 20))
    page = client.get(address).text
    assert "<mark" not in page
    assert "has changed since it was quoted" in page
