"""A command writes its block of a page, with a stamp, and nothing else of it."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from eval.records import EvalError
from eval.reports.results_page import Stamp, block_of, command_line, record, replace_block

PAGE = "# Figures\n\n<!-- speed: made by quoth bench -->\nold\n<!-- end of speed -->\n\nSaid by people.\n"
STAMP = Stamp("quoth bench --seed 1", "2026-11-30", "2 processors", "0.1.0")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "RESULTS.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_block_is_replaced_with_its_stamp(page: Path) -> None:
    record(page, "speed", "| a |\n| --- |\n| 1 |\n", STAMP)
    text = page.read_text(encoding="utf-8")
    stamp = "30 November 2026 · Quoth 0.1.0 · 2 processors · `quoth bench --seed 1`"
    assert block_of(text, "speed") == f"{stamp}\n\n| a |\n| --- |\n| 1 |"
    assert text.startswith("# Figures\n\n<!-- speed: made by quoth bench -->\n")
    assert text.endswith("<!-- end of speed -->\n\nSaid by people.\n")


def test_twice_is_once(page: Path) -> None:
    record(page, "speed", "new", STAMP)
    once = page.read_text(encoding="utf-8")
    record(page, "speed", "new", STAMP)
    assert page.read_text(encoding="utf-8") == once


def test_a_backslash_is_text() -> None:
    assert block_of(replace_block(PAGE, "speed", r"a \1 b"), "speed") == r"a \1 b"


@pytest.mark.parametrize("text", ["no block", PAGE + PAGE, PAGE.replace("end of speed", "end of it")])
def test_a_page_needs_the_block_once(text: str) -> None:
    with pytest.raises(EvalError, match=r"blocks 'speed', and one is needed"):
        replace_block(text, "speed", "new")


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"none\.md cannot be read"):
        record(tmp_path / "none.md", "speed", "new", STAMP)


def test_no_place_of_this_machine_is_told() -> None:
    assert command_line("quoth eval", ["--all", "/home/a b/data", "notes"]) == "quoth eval --all data notes"


def test_a_stamp_is_of_now() -> None:
    stamp = Stamp.now("quoth bench")
    assert stamp.line.endswith(f"Python {platform.python_version()} · `quoth bench`")
