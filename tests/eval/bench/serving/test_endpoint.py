"""The command that times the endpoint, with a few questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.bench.serving import endpoint


def test_the_command_asks_and_writes_into_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "shipped_questions", lambda: ["What does Quoth do?"])
    page = tmp_path / "page.md"
    page.write_text("<!-- endpoint: made by a command -->\n<!-- end of endpoint -->\n", encoding="utf-8")
    done = CliRunner().invoke(endpoint.main, ["--rounds", "2", "--record", str(page)])
    assert done.exit_code == 0, done.output
    assert "| an answer from the documents of the set brief |" in done.output
    assert "after 2 questions." in page.read_text(encoding="utf-8")


def test_generated_texts_come_with_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "N_QUESTIONS", 3)
    assert len(endpoint.generate(20, tmp_path)) == 3
    assert (tmp_path / "library").is_dir()


def test_the_shipped_questions_are_those_of_brief() -> None:
    assert len(endpoint.shipped_questions()) == 184
