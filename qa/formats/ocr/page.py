"""One page of a PDF, recognised in a worker process: drawn as a picture, its lines found and laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from statistics import median

import numpy as np
import pypdfium2

from qa.boxes.frame import Frame
from qa.errors import EmptyDocument, FileDamaged, ReadError
from qa.formats.archive import unpack
from qa.formats.media import is_compressed
from qa.formats.ocr.engines import ENGINES, RecognisedLine
from qa.formats.pdf.layout import lay_out
from qa.formats.pdf.page import LinePart, Page, PageLine
from qa.formats.wire import pack, pack_error
from qa.formats.writing.content import Content

__all__ = ["answer", "make_page", "read_picture"]

_DPI = 200.0  # as engines are made for
_MAX_SIDE = 3_000  # pixels
_SAME_ROW = 0.5  # of the height of the lower one: so much of it stands beside the other
_ALIKE = 1.22  # times the usual height: a line of the usual size, which is seen a little larger or smaller


def answer(data: bytes, options: Mapping[str, object]) -> bytes:
    """Return as bytes the content of a page, or the error that recognising it ends with.

    options: page, its number from 0; engine, a name of ENGINES.
    """
    try:
        return pack("application/pdf", read_picture(data, int(str(options["page"])), str(options["engine"])))
    except ReadError as exc:
        return pack_error(exc)
    except Exception as exc:  # whatever an engine does over a hostile picture
        return pack_error(FileDamaged(f"The engine failed with {type(exc).__name__}."))


def read_picture(data: bytes, number: int, engine: str) -> Content:
    """Return the text of page `number`, from 0, as the engine sees it. Raises EmptyDocument when it sees none."""
    if is_compressed(data):
        data = unpack(data, "")
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[number]) as page:
        width, height = page.get_size()
        scale = min(_DPI / 72, _MAX_SIDE / max(width, height, 1.0))
        picture = page.render(scale=scale, grayscale=True).to_numpy()
    lines = ENGINES[engine](np.ascontiguousarray(picture.reshape(picture.shape[:2])))
    content = lay_out([make_page(lines, width=width, height=height, scale=scale)])
    if not content.text.strip():
        raise EmptyDocument("No text was recognised.")
    return content


def make_page(lines: Sequence[RecognisedLine], *, width: float, height: float, scale: float) -> Page:
    """Return recognised lines as those of a page of so many points, those beside one another as parts of one.

    scale: pixels a point.
    """
    usual = median(line.bottom - line.top for line in lines) if lines else 1.0
    rows: list[list[RecognisedLine]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        row = next((row for row in reversed(rows[-3:]) if _is_beside(row, line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    made = [_make_line(sorted(row, key=lambda line: line.left), usual, height, scale) for row in rows]
    return Page(made, frame=Frame.of_page((0.0, 0.0, width, height), 0))


def _is_beside(row: Iterable[RecognisedLine], line: RecognisedLine) -> bool:
    return all(
        min(other.bottom, line.bottom) - max(other.top, line.top)
        > _SAME_ROW * min(other.bottom - other.top, line.bottom - line.top)
        and min(other.right, line.right) - max(other.left, line.left) < 0.5 * (line.bottom - line.top)
        for other in row
    )


def _make_line(row: list[RecognisedLine], usual: float, height: float, scale: float) -> PageLine:
    tall = max(line.bottom - line.top for line in row)
    first = row[0]
    return PageLine(
        parts=tuple(LinePart(line.text, line.left / scale, line.right / scale) for line in row),
        bottom=height - max(line.bottom for line in row) / scale,
        top=height - min(line.top for line in row) / scale,
        size=(usual if usual / _ALIKE < tall < usual * _ALIKE else tall) * 0.75 / scale,  # of letters in their line
        first_width=(first.right - first.left) / scale * len(first.text.split()[0]) / len(first.text),
    )
