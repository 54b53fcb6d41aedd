"""Pages of a PDF as pictures: their size, what is on them, and what cannot be drawn."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

import qa
from qa.formats.drawing.page import write_png
from tests.qa.pdfs import drawn


def _draw(canvas: Canvas) -> None:
    canvas.setPageSize((400, 300))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 150, 200, 150, stroke=0, fill=1)  # the upper left quarter
    canvas.showPage()
    canvas.setPageSize((300, 20_000 / 10))
    canvas.showPage()


PDF = drawn(_draw)


def pixels(png: bytes) -> np.ndarray:
    """The picture that a PNG of ours holds, as rows of pixels."""
    at, data = 8, b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        kind, part = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + part) == int.from_bytes(png[at + 8 + length : at + 12 + length])
        if kind == b"IHDR":
            width, height, colours = int.from_bytes(part[:4]), int.from_bytes(part[4:8]), part[9]
        data += part if kind == b"IDAT" else b""
        at += 12 + length
    depth = 3 if colours else 1
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, width * depth + 1)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(height, width, depth)


def test_a_page_has_its_size_and_its_picture():
    size = qa.draw_page(PDF, 1)
    assert (size.width, size.height, size.png) == (400, 300, b"")
    picture = pixels(qa.draw_page(PDF, 1, scale=2.0).png)
    assert picture.shape == (600, 800, 3)
    assert picture[10, 10].tolist() == [255, 0, 0]
    assert picture[590, 790].tolist() == [255, 255, 255]


def test_a_large_page_has_fewer_pixels():
    picture = pixels(qa.draw_page(PDF, 2, scale=9.0).png)
    assert max(picture.shape[:2]) <= 4_000
    assert picture.shape[2] == 1


@pytest.mark.parametrize(("data", "number"), [(PDF, 3), (PDF, 0), (b"no pdf", 1), (PDF[:200], 1), (b"", 1)])
def test_what_cannot_be_drawn_is_an_error(data, number):
    with pytest.raises(qa.ReadError):
        qa.draw_page(data, number, scale=1.0)


def test_many_threads_draw_at_once():
    with ThreadPoolExecutor(6) as pool:
        pages = list(pool.map(lambda _: qa.draw_page(PDF, 1, scale=1.0).png, range(12)))
    assert len(set(pages)) == 1


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 5, 3)])
def test_a_png_holds_the_pixels(shape):
    picture = np.random.default_rng(1).integers(0, 255, shape, np.uint8)
    assert (pixels(write_png(picture)) == picture).all()
