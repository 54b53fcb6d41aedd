"""What the chat is measured with; the browser itself is not needed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import qa
from eval.bench.serving import chat


def test_much_is_ten_answers_and_a_large_document(tmp_path: Path) -> None:
    towers, almanac = chat.write_much(tmp_path)
    with qa.Library() as library:
        library.add_files(towers)
        answer = library.ask("When was the tower built?", max_quotes=10, min_confidence=0.0)
    assert len(answer.quotes) + sum(len(quote.also) for quote in answer.quotes) == 10
    assert almanac.stat().st_size > 2_000_000
    assert almanac.read_text(encoding="utf-8").endswith(f"{chat.LAST_PAGE}\n")


def test_without_playwright_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    done = CliRunner().invoke(chat.main)
    assert done.exit_code == 1
    assert "pip install 'quoth[dev]'" in done.output


def test_without_chromium_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("playwright")
    monkeypatch.setattr(chat, "chromium_path", lambda playwright: None)
    done = CliRunner().invoke(chat.main)
    assert done.exit_code == 1
    assert "CHROMIUM=PATH" in done.output
