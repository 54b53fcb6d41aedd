"""What a file holds as bytes, from the worker process that read it: JSON of a content or of an error, and back.

What comes back is checked like any other input: a file may have taken the worker over.
"""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Mapping

import qa.errors
from qa.boxes.word_boxes import WordBoxes
from qa.errors import ReadError
from qa.formats.writing.content import Content

__all__ = ["PAGE_HEAD", "pack", "pack_error", "unpack"]

PAGE_HEAD = struct.Struct(">cff")
"""What a drawn page begins with: `d`, then width and height as it is shown, in points. The picture follows."""

_MAX_MESSAGE = 2_000  # characters
_MAX_NOTICES = 50  # of a file; more are counted
_MAX_NOTICE = 500  # characters

_ERRORS: Mapping[str, type[ReadError]] = {
    name: kind for name in qa.errors.__all__ if issubclass(kind := getattr(qa.errors, name), ReadError)
}


def pack(media_type: str, content: Content) -> bytes:
    """Return a media type and content as bytes."""
    fields = {
        "media_type": media_type,
        "text": content.text,
        "title": content.title,
        "source": content.source,
        "headings": content.headings,
        "heading_levels": content.heading_levels,
        "language": content.language,
        "page_starts": content.page_starts,
        "notices": _bound_notices(content.notices),
        "scanned": content.scanned,
        "word_boxes": b64encode(content.word_boxes).decode(),
    }
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")


def pack_error(error: ReadError) -> bytes:
    """Return an error as bytes."""
    return json.dumps({"error": type(error).__name__, "message": str(error)}).encode()


def unpack(answer: bytes) -> tuple[str, Content]:
    """Return the media type and content that an answer holds, or raise the ReadError that it names.

    Raises ValueError or RecursionError when it is of no such shape.
    """
    fields = json.loads(answer)
    if not isinstance(fields, dict):
        raise ValueError("The answer is no object.")
    if "error" in fields:
        kind = _ERRORS.get(str(fields["error"]))
        if kind is None:
            raise ValueError(f"{str(fields['error'])[:80]!r} is no error of reading.")
        raise kind(str(fields.get("message"))[:_MAX_MESSAGE])
    try:
        words = [fields[key] for key in ("media_type", "text", "title", "source", "language")]
        headings = tuple((start, end) for start, end in fields["headings"])
        levels, page_starts = tuple(fields["heading_levels"]), tuple(fields["page_starts"])
        notices, scanned = tuple(fields["notices"]), tuple(fields["scanned"])
        word_boxes = b64decode(fields["word_boxes"], validate=True)
    except (KeyError, TypeError) as exc:
        raise ValueError("The answer is not whole.") from exc
    numbers = [*page_starts, *scanned, *levels, *(edge for heading in headings for edge in heading)]
    if not all(type(word) is str for word in (*words, *notices)) or not all(type(number) is int for number in numbers):
        raise ValueError("The answer has fields of other types.")
    media_type, text, title, source, language = words
    WordBoxes.unpack(word_boxes, len(text))  # raises ValueError when they are none
    notices = _bound_notices(notices)
    return media_type, Content(
        *(text, title, source, headings, language, page_starts, notices, scanned, word_boxes), heading_levels=levels
    )


def _bound_notices(notices: tuple[str, ...]) -> tuple[str, ...]:
    """Return notices of bounded number and length; what is left out is counted in the last one."""
    kept = tuple(notice[:_MAX_NOTICE] for notice in notices[:_MAX_NOTICES])
    left_out = len(notices) - len(kept)
    return (*kept[:-1], f"{left_out + 1:,} more notices were left out.") if left_out else kept
