"""The page of one document: any id, any text, and places that are none."""

from __future__ import annotations

import pytest

import qa
from tests.server.pages.conftest import (
    PAGE,
    get,
    harmless,
    link_of,
    one,
    parsed,
    text_of,
)

HOSTILE = (
    "<script>alert(1)</script> & <b onclick=alert(2)>bold</b>\r\n\r\n"
    "😀 The \u202efee\u202c is <i>€14</i>\x00 a day, &amp; no more.\n\n[x](javascript:alert(3))\n"
)


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


def test_an_empty_place_marks_nothing(client):
    assert not get(client, "/documents/museum?start=4&end=4").css("mark")


def test_a_link_to_a_quote_marks_nothing_once_the_document_has_changed(library, client):
    answer = library.ask("When was the museum founded?", min_confidence=0.0)
    quote = answer.quotes[0]
    address = f"/documents/{quote.document_id}?start={quote.start}&end={quote.end}&sha256={quote.sha256[:16]}"
    assert "<mark" in client.get(address).text
    library.add(qa.Document(id=quote.document_id, text="Something else entirely was written here. " * 20))
    page = client.get(address).text
    assert "<mark" not in page
    assert "has changed since it was quoted" in page


def test_what_was_not_read_of_a_file_stands_above_its_text(client, library):
    for number in (0, 2, 5):
        notices = tuple(f"Page {n} has <b>no</b> text." for n in range(number))
        library.add(qa.Document(id=f"n{number}", text="The zebra eats grass.", title=f"N{number}", notices=notices))
    assert not get(client, "/documents/n0").css(".notices")
    few, many = (one(get(client, f"/documents/n{number}"), "header .notices") for number in (2, 5))
    assert [each.text() for each in few.css("ul[lang=en] li")] == [f"Page {n} has <b>no</b> text." for n in range(2)]
    assert few.tag == "div"
    assert many.tag == "details"  # collapsed
    assert "(5 notes)" in one(many, "summary").text()
    rows = {row.css("bdi")[0].text(): row for row in get(client, "/documents").css(".shelf li:has(> input)")}
    assert one(rows["N5"], "details.notices summary").text() == "Notes on reading"
    assert not rows["N0"].css(".notices")
    response = client.get("/documents/n2", headers={**PAGE, "Accept-Language": "de"})
    assert one(parsed(response, 200), ".notices p").text() == "Hinweise zum Lesen dieser Datei:"
