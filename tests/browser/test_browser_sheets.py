"""A page of a PDF as a picture beside the answer: the quote marked on it, pages turned, with and without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from reportlab.pdfgen.canvas import Canvas

import qa
from tests.browser.conftest import serving
from tests.browser.test_browser_accessibility import violations
from tests.qa.pdfs import drawn

PIER = "When does the pier open?"


def _draw(canvas: Canvas) -> None:
    for text in ("The museum opens at nine.", "The pier opens at ten.", "The pool is deep."):
        canvas.drawString(72, 120, text)
        canvas.showPage()


@pytest.fixture(scope="module")
def times() -> Iterator[str]:
    """The address of a server with a PDF of three pages."""
    data = drawn(_draw)
    document = qa.read(data, name="times.pdf")
    with qa.Library() as library, serving(library, min_confidence=0.0) as running:
        library.add(document, originals={document.id: data})
        yield running.url


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("size", [(1280, 800), (375, 667)])
def test_a_page_is_shown_as_a_picture_with_the_quote_marked(open_chat, times, script, size):
    viewport = {"width": size[0], "height": size[1]}
    chat = open_chat(f"{times}/?q={PIER}", java_script_enabled=script, viewport=viewport)
    if script and size[0] < 800:
        chat.citations.first.click()
    chat.page.get_by_role("link", name="Show the page").click()
    picture = chat.page.get_by_role("img", name="Page 2 of the file, as a picture")
    expect(picture).to_be_visible()
    expect(chat.page.locator(".sheet rect")).to_have_count(1)
    expect(chat.page.locator(".where")).to_have_text("Page 2")
    loaded = "image => image.decode().then(() => image.naturalWidth)"
    assert picture.evaluate(loaded) > 800
    on, box = picture.bounding_box(), chat.page.locator(".sheet rect").bounding_box()
    assert abs((box["x"] - on["x"]) / on["width"] - 72 / 595) < 0.02
    assert 0.8 < (box["y"] - on["y"]) / on["height"] < 0.9
    if script:
        inside = (
            "rect => { const { top, bottom } = rect.getBoundingClientRect(); return top > 0 && bottom < innerHeight; }"
        )
        assert chat.page.locator(".sheet rect").evaluate(inside)
        assert violations(chat.page) == []
    chat.page.get_by_role("link", name="Next page").click()
    expect(chat.page.locator(".where")).to_have_text("Page 3")
    expect(chat.page.locator(".sheet rect")).to_have_count(0)
    chat.page.get_by_role("link", name="Larger").click()
    expect(chat.page.get_by_role("link", name="Smaller")).to_be_visible()
    assert not chat.is_too_wide()
    chat.page.get_by_role("link", name="Show the text").click()
    expect(chat.page.locator("mark#quote")).to_have_text("The pier opens at ten.")
    if script:
        expect(chat.questions).to_have_text([PIER])
