"""A command writes its block of a page, with a stamp, and nothing else of it."""

from __future__ import annotations

import platform
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.cli import eval_command
from eval.records import EvalError
from eval.reports.results_page import Stamp, command_line, record, record_run, replace_block

PAGE = "# Figures\n\n<!-- speed: made by quoth bench -->\nold\n<!-- end of speed -->\n\nSaid by people.\n"
STAMP = Stamp("quoth bench --seed 1", "2026-11-30", "2 processors", "0.1.0")


def block_of(text: str, name: str) -> str | None:
    """Return what stands between the marks of a block, or None where a text has no such block."""
    mark = re.escape(name)
    pattern = rf"^<!-- {mark}: [^\n]*-->\n(.*?)^<!-- end of {mark} -->$"
    match = re.search(pattern, text, re.DOTALL | re.MULTILINE)
    return match[1].strip() if match else None


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


def test_no_password_is_told() -> None:
    told = command_line("quoth bench", ["bench", "--library", "clickhouse://quoth:secret@db1:9000/quoth"])
    assert told == "quoth bench --library clickhouse://db1:9000/quoth"


def test_eval_records_a_set_in_the_block_of_its_name(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text("<!-- brief: made by quoth eval -->\n<!-- end of brief -->\n", encoding="utf-8")
    run = CliRunner().invoke(eval_command, ["--limit", "5", "--output", str(tmp_path), "--record", str(page)])
    assert run.exit_code == 0, run.output
    block = block_of(page.read_text(encoding="utf-8"), "brief") or ""
    assert block.splitlines()[2].startswith("5 questions over 2 documents, ")
    assert "| quote@1 | " in block


def test_eval_names_the_block_that_a_page_lacks(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text("nothing", encoding="utf-8")
    run = CliRunner().invoke(eval_command, ["--limit", "5", "--output", str(tmp_path), "--record", str(page)])
    assert run.exit_code == 2
    assert "0 blocks 'brief'" in run.output


def test_a_run_writes_no_page_unless_one_is_given(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["quoth", "bench", "--seed", "1"])
    record_run(None, "speed", "new", "quoth bench")
    assert page.read_text(encoding="utf-8") == PAGE
    record_run(page, "speed", "new", "quoth bench")
    block = block_of(page.read_text(encoding="utf-8"), "speed") or ""
    assert block.startswith(f"{Stamp.now('quoth bench --seed 1').line}\n")
    assert block.endswith("\n\nnew")
