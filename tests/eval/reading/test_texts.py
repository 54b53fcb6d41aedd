"""The command that shows what a change does to the texts of files."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from eval.reading.texts import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def save(path: Path, *lines: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_line_holds_what_a_file_gave_or_its_error(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a.txt").write_text("The pier is long.\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    out = tmp_path / "out.jsonl"
    assert run("write", folder, out).exit_code == 0
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (first["file"], first["text"]) == ("below/a.txt", "The pier is long.\n")
    assert second["file"] == "empty.txt"
    assert "error" in second
    assert str(tmp_path) not in second["error"]
    assert run("compare", out, out).output.strip() == "2 same"


def test_lost_words_are_told_from_moved_ones(tmp_path: Path) -> None:
    before = save(tmp_path / "b", {"file": "x", "text": "one two\nthree"}, {"file": "y", "text": "a\nb"})
    after = save(
        tmp_path / "a",
        {"file": "x", "text": "one two", "notices": ["Page 2 has no text."]},
        {"file": "y", "text": "b\na"},
    )
    result = run("compare", before, after)
    assert result.exit_code == 0
    assert "lost words, 1: three" in result.output
    assert "notice: Page 2 has no text." in result.output
    assert result.output.count("words,") == 1
    assert result.output.endswith("2 changed\n")


def test_a_file_that_gives_no_text_any_more_ends_with_1(tmp_path: Path) -> None:
    before = save(tmp_path / "b", {"file": "x", "text": "one"}, {"file": "y", "error": "broken"})
    after = save(tmp_path / "a", {"file": "x", "error": "cut off"}, {"file": "y", "text": "read"})
    result = run("compare", before, after)
    assert result.exit_code == 1
    assert "after: cut off" in result.output
    assert "1 gained, 1 lost" in result.output
