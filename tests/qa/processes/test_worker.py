"""Frames between two processes, and what a worker imports."""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.processes import worker
from qa.processes.worker import receive, send


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_frames_come_as_they_were_sent(frames: list[bytes]) -> None:
    stream = io.BytesIO()
    for frame in frames:
        send(stream, frame)
    stream.seek(0)
    assert [receive(stream, 300) for _ in frames] == frames
    with pytest.raises(EOFError, match=r"The stream ended\."):
        receive(stream, 300)


def test_a_frame_over_the_limit_is_refused_before_it_is_read() -> None:
    stream = io.BytesIO(b"\xff" * 8)
    with pytest.raises(ValueError, match="over the limit of 100"):
        receive(stream, 100)


def test_a_frame_that_is_cut_off_is_none() -> None:
    stream = io.BytesIO()
    send(stream, b"whole")
    with pytest.raises(EOFError, match="within a frame"):
        receive(io.BytesIO(stream.getvalue()[:-1]), 100)


def test_a_worker_imports_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(worker.__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert all(name.partition(".")[0] in sys.stdlib_module_names for name in names)
        assert not {"pickle", "marshal", "shelve"} & set(names)
