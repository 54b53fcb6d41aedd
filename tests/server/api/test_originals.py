"""The file behind a citation: opened at its page, byte for byte, and never anything else."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import quote as percent_encode

import pytest
from reportlab.pdfgen.canvas import Canvas
from starlette.testclient import TestClient

import qa
from tests.qa.pdfs import drawn
from tests.server.pages.conftest import get, link_of, one
from tests.server.uploads.conftest import ASYNC
from tests.waiting import until

QUESTION = "When does the pier open?"


def _draw(canvas: Canvas) -> None:
    for text in ("The museum opens at nine.", "The pier opens at ten."):
        canvas.drawString(72, 700, text)
        canvas.showPage()


PDF = drawn(_draw)


def shown(client: TestClient, library: qa.Library) -> str:
    """Ask, open the cited place, and return the address of the file that is offered there."""
    (quote, *_) = library.ask(QUESTION, min_confidence=0.0).quotes
    assert quote.page == 2
    page = get(client, f"/documents/{percent_encode(quote.document_id, safe='')}?start={quote.start}&end={quote.end}")
    link = one(page, "a[href^='/original']")
    assert link.text() == "Original file, page 2"
    return link_of(link)


@pytest.mark.parametrize("headers", [{}, ASYNC], ids=["at once", "job"])
def test_an_uploaded_pdf_opens_at_the_page_of_the_quote(make_client, headers):
    library = qa.Library()
    client = make_client(over=library)
    response = client.post("/api/documents", files=[("files", ("Häfen & Co.pdf", PDF))], headers=headers)
    assert response.status_code in {201, 202}
    until(lambda: bool(library.documents()))
    address, _, fragment = shown(client, library).partition("#")
    assert fragment == "page=2"
    found = client.get(address)
    assert found.status_code == 200
    assert found.content == PDF
    assert found.headers["content-type"] == "application/pdf"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in found.headers["content-security-policy"]
    assert found.headers["content-disposition"] == "inline; filename*=UTF-8''H%C3%A4fen%20%26%20Co.pdf"
    (info,) = library.documents()
    library.remove(info.id)
    assert client.get(address).status_code == 404


def test_a_pdf_on_this_machine_is_opened_from_its_place_while_it_is_unchanged(make_client, problem_of, tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    library = qa.Library()
    library.add_files(path)
    client = make_client(over=library)
    address = shown(client, library)
    assert client.get(address).content == PDF
    path.write_bytes(PDF + b"\n")
    assert "it was changed, moved or not kept" in problem_of(client.get(address), 404, "no-original")["detail"]
    path.unlink()
    problem_of(client.get(address), 404, "no-original")


def test_only_pdf_files_are_given(make_client, problem_of, tmp_path: Path):
    library = qa.Library()
    page, packed = tmp_path / "page.html", tmp_path / "a.pdf.gz"
    page.write_text("<p>The pier opens at ten.</p><script>alert(1)</script>", encoding="utf-8")
    packed.write_bytes(gzip.compress(PDF))
    client = make_client(over=library)
    for document_id in library.add_files(page, packed):
        problem_of(client.get("/original", params={"id": document_id}), 404, "no-original")
    assert not get(client, f"/documents/{library.add_files(page)[0]}").css("a[href^='/original']")
    problem_of(client.get("/original", params={"id": "nobody"}), 404, "document-not-found")
    problem_of(client.get("/original"), 404, "document-not-found")


def test_an_original_is_not_given_for_a_text_that_replaced_it(make_client):
    library = qa.Library()
    client = make_client(over=library)
    client.post("/api/documents", files=[("files", ("a.pdf", PDF))])
    (info,) = library.documents()
    assert library.original(info.id) == PDF
    library.add(qa.Document(id=info.id, text="Other words.", media_type="application/pdf"))
    assert library.original(info.id) is None
    with pytest.raises(qa.DocumentNotFound):
        library.original("nobody")
