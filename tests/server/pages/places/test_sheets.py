"""Pages of a PDF as pictures with a quote marked: addresses, boxes, what is kept, and what is refused."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas
from starlette.testclient import TestClient

import qa
from server.app import create_app
from server.pages.places.sheets import SheetCache
from server.settings import Settings
from tests.qa.pdfs import drawn
from tests.server.pages.conftest import get, link_of, one, text_of


def _draw(canvas: Canvas) -> None:
    for text in ("The museum opens at nine.", "The pier opens at ten.", "The pool is deep."):
        canvas.drawString(72, 700, text)
        canvas.showPage()


PDF = drawn(_draw)


@pytest.fixture
def library():
    with qa.Library() as library:
        document = qa.read(PDF, name="times.pdf")
        library.add(document, qa.Document(id="text", text="No pages here."), originals={document.id: PDF})
        yield library


@pytest.fixture
def client(library):
    with TestClient(create_app(library, Settings(min_confidence=0.0)), base_url="http://localhost") as client:
        yield client


def test_the_page_is_shown_with_the_quote_marked(client):
    answer = get(client, "/?q=When does the pier open?")
    page = get(client, link_of(one(answer, "#source a[data-sheet]")))
    assert text_of(page, ".where") == "Page 2"
    assert text_of(page, ".turning span") == "2 of 3"
    box, image = one(page, ".sheet rect#quote"), one(page, ".sheet img")
    left, top, width, height = (float(link_of(box, name)) for name in ("x", "y", "width", "height"))
    sheet = [float(each) for each in link_of(one(page, ".sheet svg"), "viewBox").split()]
    assert 70 < left < 74
    assert sheet[3] - 715 < top < sheet[3] - 700
    assert 80 < width < 200
    assert 5 < height < 25
    for address in (link_of(image, "src"), link_of(image, "srcset").removesuffix(" 2x")):
        picture = client.get(address)
        assert picture.headers["content-type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")
    after = get(client, link_of(one(page, ".turning a[rel=next]")))
    assert not after.css("rect")
    assert not after.css("a[rel=next]")
    larger = get(client, link_of(page.css(".turning a")[-1]))
    assert larger.css(".sheet.zoomed")
    text = get(client, link_of(one(page, ".facts a[data-sheet]")).removesuffix("#quote"))
    assert one(text, "mark#quote").text() == "The pier opens at ten."


def test_what_is_no_page_is_refused(client, library):
    (pdf,) = (info.id for info in library.documents() if info.id != "text")
    for path, status in (
        (f"/documents/{pdf}/pages/4", 422),
        (f"/documents/{pdf}/pages/x", 422),
        (f"/documents/{pdf}/pages/1?scale=9", 422),
        ("/documents/nope/pages/1", 404),
        ("/documents/text/pages/1", 404),
        (f"/documents/{pdf}?page=9", 422),
        ("/documents/text?page=1", 422),
    ):
        assert client.get(path).status_code == status, path
    assert not get(client, "/documents/text").css("[data-sheet]")


def test_a_document_whose_id_looks_like_a_page_is_shown(client, library):
    library.add(qa.Document(id="a/pages/1", text="It is a text."))
    assert one(get(client, "/documents/a/pages/1"), ".text").text() == "It is a text."


def test_the_last_pictures_are_kept_within_bounds(library, monkeypatch):
    (info,) = (info for info in library.documents() if info.id != "text")
    n_drawn = 0
    draw = qa.draw_page

    def count(data: bytes, number: int, *, scale: float) -> qa.DrawnPage:
        nonlocal n_drawn
        n_drawn += 1
        return draw(data, number, scale=scale)

    monkeypatch.setattr(qa, "draw_page", count)
    cache = SheetCache()
    for _ in range(3):
        cache.draw(library, info, 1, 1.5)
    assert n_drawn == 1
    small = SheetCache(most=1)
    for _ in range(2):
        small.draw(library, info, 1, 1.5)
    assert n_drawn == 3
