"""Boxes of words come back from a row, and what is none of them is refused before it takes much memory."""

from __future__ import annotations

import zlib

import pytest

from qa.index.embedded.store.packing import deflate, inflate
from tests.qa.boxed import boxed


def test_boxes_come_back() -> None:
    text = "The tide rises twice a day. " * 40
    boxes = boxed("a", text).word_boxes
    packed = deflate(boxes)
    assert packed is not None
    assert len(packed) < len(boxes)
    assert inflate(packed, len(text)) == boxes
    assert deflate(b"") is None
    assert inflate(None, 5) == b""


@pytest.mark.parametrize("data", [b"", b"\xff", zlib.compress(b"x")[:-1], zlib.compress(b"x" * 1_000_000), "x"])
def test_bytes_that_are_no_boxes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="boxes of words"):
        inflate(data, 10)
