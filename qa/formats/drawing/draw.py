"""Pages of a PDF as pictures, each drawn in a worker process within limits of time, memory and size.

Left out: what is marked on them (boxes), and keeping pictures, which whoever shows them does.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.errors import FileDamaged, FileTooLarge, ReadError, ReadTimeout
from qa.formats.wire import PAGE_HEAD, unpack
from qa.processes.pool import shared
from qa.processes.process import Job, WorkerFailed

__all__ = ["DrawnPage", "draw_page"]

_DRAWING = Job(
    "qa.formats.drawing.page", "answer", seconds=20.0, memory=2_000_000_000, max_calls=500, max_bytes=2_000_000_000
)
_MAX_SIDE = 20_000.0  # points; PDF allows 14,400


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it is shown. width, height: in points. png: its picture; empty where none was asked for."""

    width: float
    height: float
    png: bytes


def draw_page(data: bytes, number: int, *, scale: float = 0.0) -> DrawnPage:
    """Return page `number`, from 1, of a PDF. scale: pixels a point; 0 for its size alone.

    A large page has fewer pixels. Raises ReadError when it cannot be drawn.
    """
    try:
        return shared(_DRAWING).call(data, {"page": number, "scale": scale}, _take)
    except WorkerFailed as exc:
        raise _explain(exc, number) from exc


def _take(answer: bytes) -> DrawnPage:
    if answer[:1] != b"d":
        unpack(answer)  # raises what the answer says
        raise ValueError("The answer is no page.")
    if len(answer) < PAGE_HEAD.size:
        raise ValueError("The answer is not whole.")
    _, width, height = PAGE_HEAD.unpack_from(answer)
    png = answer[PAGE_HEAD.size :]
    if not (0 < width <= _MAX_SIDE and 0 < height <= _MAX_SIDE) or (png and not png.startswith(b"\x89PNG")):
        raise ValueError("The answer is no page.")
    return DrawnPage(width, height, png)


def _explain(failure: WorkerFailed, number: int) -> ReadError:
    if failure.reason == "time":
        return ReadTimeout(f"Page {number} took more than {_DRAWING.seconds:g} seconds to draw. Open the file itself.")
    if failure.reason == "memory":
        return FileTooLarge(f"Page {number} takes more memory to draw than is allowed. Open the file itself.")
    return FileDamaged(f"Page {number} cannot be drawn: PDFium broke down over it. Open the file itself.")
