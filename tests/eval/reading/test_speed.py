"""The command that measures reading, on little of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eval.failure import Failure
from eval.reading import speed


def test_a_version_is_measured_beside_another_and_pdfium(tmp_path: Path) -> None:
    rows = speed.measure([sys.executable] * 2, tmp_path, n_pages=2, n_files=3, rounds=1)
    assert [row[0] for row in rows] == ["Quoth", "another version (1)", "PDFium's plain text"]
    assert all(" s" in row[1] for row in rows)


def test_an_interpreter_that_cannot_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho no qa >&2\nexit 1\n")
    broken.chmod(0o755)
    with pytest.raises(Failure, match="no qa"):
        speed.measure([str(broken)], tmp_path, n_pages=1, n_files=1, rounds=1)
