"""The command that shows that answers stay: what is written, that it depends on nothing else, and what is compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import qa
from eval import sameness
from eval.records import QuestionSet
from eval.sameness import main, plain, question_sets, write

Lines = list[dict[str, Any]]


def read(path: Path) -> Lines:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def save(path: Path, lines: Lines) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def before(tmp_path: Path, question_set: QuestionSet) -> Path:
    path = tmp_path / "before.jsonl"
    write(iter([question_set]), path, limit=10)
    return path


@pytest.fixture
def compare(before: Path, tmp_path: Path) -> Callable[..., Result]:
    """Return a function that changes the lines that were written and compares them with those of before."""

    def run(change: Callable[[Lines], object], *options: str) -> Result:
        lines = read(before)
        change(lines)
        after = save(tmp_path / "after.jsonl", lines)
        return CliRunner().invoke(main, ["compare", str(before), str(after), *options])

    return run


def test_a_line_holds_the_whole_answer_but_its_timings(before: Path, question_set: QuestionSet) -> None:
    about, first, *_, last = read(before)
    assert about == {"set": "small", "id": "", "sha256": question_set.sha256, "n_questions": 4}
    with qa.Library() as library:
        library.add(*question_set.documents)
        answer = library.ask("What does a ticket cost?")
    assert first["answer"] == json.loads(json.dumps(plain(answer)))
    assert first["answer"]["quotes"][0]["score"] == answer.quotes[0].score
    assert first["answer"]["quotes"][0]["matched"] == [list(pair) for pair in answer.quotes[0].matched.items()]
    assert "timing_ms" not in first["answer"]
    assert first["hits"][0][:3] == ["museum", 0, len(question_set.documents[0].text)]
    assert first["gold_alone"]["quotes"], "answerable questions are asked of their document alone as well"
    assert "gold_alone" not in last


def test_what_is_written_does_not_hang_on_where_the_library_is_kept(
    before: Path, tmp_path: Path, question_set: QuestionSet
) -> None:
    kept = tmp_path / "kept.jsonl"
    write(iter([question_set]), kept, limit=10, kept=True)
    assert kept.read_bytes() == before.read_bytes()
    write(iter([question_set]), kept, limit=10, trained=False)
    assert kept.read_bytes() != before.read_bytes(), "an untrained library has scores of its own"


def test_the_shipped_sets_are_asked_even_of_an_empty_folder(tmp_path: Path) -> None:
    assert [each.name for each in question_sets(tmp_path)] == ["corpus", "corpus-followups"]


def test_the_command_writes_what_a_folder_has(tmp_path: Path) -> None:
    (tmp_path / "mtrag").mkdir()
    task = {
        "task_id": "t",
        "Collection": "piers",
        "contexts": [{"document_id": "red", "text": "The red pier is long. It opened in 1910."}],
        "input": [
            {"speaker": "user", "text": "Where is the red pier?"},
            {"speaker": "user", "text": "When did it open?"},
        ],
    }
    save(tmp_path / "mtrag" / "reference.jsonl", [task])
    out = tmp_path / "out.jsonl"
    options = ["--set", "mtrag", "--limit", "5", "--kept"]
    result = CliRunner().invoke(main, ["write", str(tmp_path), str(out), *options])
    assert result.exit_code == 0, result.output
    _, line = read(out)
    assert (line["set"], line["question"], line["history"]) == (
        "mtrag", "When did it open?", ["Where is the red pier?"],
    )  # fmt: skip
    assert "pier" in line["answer"]["standalone"], "it is asked after its history"


def test_a_broken_set_is_said_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "mtrag").mkdir()
    (tmp_path / "mtrag" / "reference.jsonl").write_text("{", encoding="utf-8")
    result = CliRunner().invoke(main, ["write", str(tmp_path), str(tmp_path / "out.jsonl"), "--set", "mtrag"])
    assert result.exit_code == 1
    assert "reference.jsonl, line 1" in result.output


def test_the_same_answers_are_the_same_in_any_order_of_lines(compare: Callable[..., Result]) -> None:
    result = compare(lambda lines: lines.reverse())
    assert result.exit_code == 0, result.output
    assert "small: 4 questions, none of its lines differ" in result.output
    assert "All is the same." in result.output


def test_the_last_bit_of_a_score_is_a_difference(compare: Callable[..., Result]) -> None:
    def change(lines: Lines) -> None:
        lines[1]["answer"]["quotes"][0]["score"] += 2**-50

    result = compare(change)
    assert result.exit_code == 1
    assert "small q1\n  answer.quotes[0].score: " in result.output
    assert "small: 4 questions, 1 of its lines differ" in result.output
    assert "small q1" not in compare(change, "--show", "0").output
    assert compare(change, "--ignore", "score").exit_code == 0


def test_many_fields_of_a_question_are_cut_short(
    compare: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sameness, "MOST_FIELDS", 1)
    result = compare(lambda lines: lines[1].update(question="x" * 200, history=["before"], hits=[]))
    assert "and 2 more" in result.output
    assert "x" * 200 not in result.output
    assert "…" in result.output


def test_a_field_of_one_file_only_is_told_once(compare: Callable[..., Result]) -> None:
    def change(lines: Lines) -> None:
        for line in lines[1:]:
            line["answer"]["hint"] = None
            del line["at_zero"]["reason"]

    result = compare(change)
    assert result.exit_code == 1
    assert "none of its lines differ" in result.output
    assert result.output.count("answer.hint, only after: 4 times") == 1
    assert result.output.count("at_zero.reason, only before: 4 times") == 1
    assert compare(change, "--ignore", "hint", "--ignore", "reason").exit_code == 0


def test_questions_and_sets_of_one_file_only_are_differences(compare: Callable[..., Result]) -> None:
    def change(lines: Lines) -> None:
        lines.append({**lines.pop(2), "set": "other"})
        lines[0]["sha256"] = "0"

    result = compare(change)
    assert result.exit_code == 1
    assert "small as a whole\n  sha256: " in result.output
    assert 'small q2\n  the whole line: {"set": "small"' in result.output
    assert "other q2\n  the whole line: absent -> " in result.output
    assert "other: 1 questions, 1 of its lines differ" in result.output
    common = compare(change, "--common")
    assert common.exit_code == 0, "what both files have is the same"
    assert "small: 3 questions, none of its lines differ" in common.output


def test_files_with_nothing_in_common_are_not_the_same(compare: Callable[..., Result]) -> None:
    result = compare(lambda lines: [line.update(set="other") for line in lines], "--common")
    assert result.exit_code == 1
    assert "no question to compare" in result.output
