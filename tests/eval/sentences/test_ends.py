"""Ends that are marked beside those found."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.records import EvalError
from eval.sentences.__main__ import TEXTS, main
from eval.sentences.ends import read_texts, score, split


def test_ends_are_counted_without_the_last_and_wherever_spaces_stand() -> None:
    for marked in ("One.¶ Two.", "One. ¶Two.", "One.¶ Two.¶"):
        text = split("a", "en", marked)
        assert text.text == "One. Two."
        assert text.marked == text.placed == frozenset({4})


def test_figures() -> None:
    result = score([split("a", "en", "One. Two.¶ Three."), split("b", "en", "Four,¶ five")])
    assert (result.n_right, result.n_marked, result.n_placed) == (1, 2, 2)
    assert (result.precision, result.recall, result.f1) == (0.5, 0.5, 0.5)
    assert score([]).f1 == 1.0


def test_what_goes_wrong_is_shown() -> None:
    assert split("a", "en", "One. Two.¶ Four,¶ five").show() == "One.>¶< Two.¶ Four,<¶> five"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('\n{"id": "a"}\n')
    with pytest.raises(EvalError, match=r"texts\.jsonl, line 2"):
        read_texts(path)


def test_the_command_prints_all_and_each_language(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "a", "language": "en", "text": "Four,¶ five"}\n')
    shown = CliRunner().invoke(main, [str(path), "--list"])
    assert shown.exit_code == 0, shown.output
    assert "all           1     1" in shown.output
    assert "Four,<¶> five" in shown.output


def test_the_set_is_split_as_it_is_marked() -> None:
    """Every language, so that a change that loses one is seen."""
    texts = read_texts(TEXTS)
    assert len(texts) >= 250
    assert score(texts).f1 >= 0.97
    for language in {text.language for text in texts}:
        assert score(text for text in texts if text.language == language).f1 >= 0.95, language
