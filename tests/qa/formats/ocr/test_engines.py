"""Which engine is there, and what Tesseract's table says."""

from __future__ import annotations

import pytest

from qa.formats.ocr import engines
from qa.formats.ocr.engines import ENGINES, find_engine, parse_tesseract


def test_rapidocr_goes_before_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: name)
    assert find_engine() == "rapidocr"
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert find_engine() == "tesseract"
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert find_engine() == ""
    assert {"rapidocr", "tesseract"} == set(ENGINES)


def test_words_that_are_hardly_seen_and_broken_rows_are_left_out() -> None:
    row = "5\t1\t1\t1\t{}\t1\t10\t20\t40\t10\t{}\t{}"
    table = ["head", row.format(1, 96, "rent"), row.format(1, 20, "~;"), "5\t1", row.format(2, 90, "keys")]
    assert [line.text for line in parse_tesseract("\n".join(table))] == ["rent", "keys"]
    assert parse_tesseract("") == []
