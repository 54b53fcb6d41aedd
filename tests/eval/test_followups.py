"""Questions with a history: how they are read and asked, and the command that measures them, on hand-made files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import qa
from eval.followups.__main__ import main
from eval.records import EvalError
from eval.sets.choose import read_set
from eval.sets.jsonl import MAX_HISTORY
from eval.sets.mtrag import read_mtrag, read_rewrites
from eval.systems.baseline import tfidf
from eval.systems.quoth import quoth

FOLLOW_UP = {
    "id": "f1",
    "history": ["What does a ticket to the museum cost?"],
    "question": "Who founded it?",
    "gold": [{"document": "museum.txt", "text": "Dr. Smith founded it in 1931."}],
}
COLOURS = ("red", "blue", "green", "white")


def task(number: int, passages: list[tuple[str, str]], *said: str) -> dict[str, Any]:
    return {
        "task_id": f"t{number}",
        "Collection": "piers",
        "contexts": [{"document_id": name, "text": text} for name, text in passages],
        "input": [{"speaker": speaker, "text": text} for text, speaker in zip(said, ("user", "agent") * 9)],  # noqa: B905
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four conversations about piers, one task without a passage, and two rewrites."""
    tasks = [
        task(
            n, [(colour, f"The {colour} pier. It opened in 19{n}0.")], f"Where is the {colour} pier?", "There.", "Why?"
        )
        for n, colour in enumerate(COLOURS)
    ]
    tasks += [task(8, [("again", tasks[0]["contexts"][0]["text"])], "Where is the red pier?"), task(9, [], "Who?")]
    files = {
        "reference": tasks,
        "piers_questions": [
            {"_id": "a", "text": "|user|: Where is the red pier?\n|user|: When did it open?"},
            {"_id": "b", "text": "|user|: Where is the red pier?\n|user|: Where is the blue pier?"},
        ],
        "piers_rewrite": [
            {"_id": "a", "text": "|user|: When did the red pier open?"},
            {"_id": "b", "text": "|user|: Where is the blue pier?"},
        ],
    }
    for name, records in files.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path


def test_a_history_is_read_and_told_apart(write_lines: Callable[..., Path]) -> None:
    question_set = read_set(write_lines(FOLLOW_UP))
    (question,) = question_set.questions
    assert question.history == ("What does a ticket to the museum cost?",)
    alone = replace(question_set, questions=(replace(question, history=()),))
    without = {key: value for key, value in FOLLOW_UP.items() if key != "history"}
    assert read_set(write_lines(without)).sha256 == alone.sha256 != question_set.sha256


@pytest.mark.parametrize("history", ["Who?", [7], [""], ["Who?"] * (MAX_HISTORY + 1)], ids=repr)
def test_a_history_that_cannot_be_asked(write_lines: Callable[..., Path], history: Any) -> None:
    with pytest.raises(EvalError, match="history"):
        read_set(write_lines(FOLLOW_UP | {"history": history}))


def test_earlier_questions_are_asked_first(write_lines: Callable[..., Path]) -> None:
    question_set = read_set(write_lines(FOLLOW_UP))
    (question,) = question_set.questions
    with quoth().make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as system:
        (turn,) = system.turns(question.history)
        assert isinstance(turn.answer, qa.Answer)
        assert "14 euros" in turn.answer.text
        assert system.answer(question.text, None, [turn]).text == "Dr. Smith founded it in 1931."
    with tfidf().make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as naive:
        history = naive.turns(["When does the library close?"])
        joined = naive.search("When does the library close? And then?", 5)
        assert list(naive.search("And then?", 5, None, history)) == list(joined)
        assert naive.search("And then?", 5) == []


def test_conversations_become_questions_over_all_passages(folder: Path) -> None:
    question_set = read_mtrag(folder / "reference.jsonl")
    assert [document.id for document in question_set.documents] == list(COLOURS)
    assert [question.history for question in question_set.questions][-2:] == [("Where is the white pier?",), ()]
    assert question_set.questions[-1].gold[0].document_id == "red"  # it is known by its text
    assert question_set.notes == ("Tasks left out, as no passage answers them: 1.",)


def test_rewrites_stand_beside_their_questions(folder: Path) -> None:
    first, _ = read_rewrites(folder)
    assert first == (("Where is the red pier?",), "When did it open?", "When did the red pier open?")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("reference", "{}", "contexts"),
        ("reference", '{"contexts": [], "input": []}', "no question with a passage"),
        ("piers_rewrite", '{"_id": "c", "text": "Who?"}', "not among the questions"),
    ],
)
def test_files_that_cannot_be_used(folder: Path, name: str, text: str, message: str) -> None:
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, [str(folder), "--output", str(folder)])
    assert done.exit_code == 1
    assert message in done.output


def test_the_command_measures_what_a_history_gives(folder: Path) -> None:
    piers = [
        {"context": f"The {c} pier is for {c} boats.", "qas": [asked(c, "pier"), asked(c, "boats")]} for c in COLOURS
    ]
    squad = folder / "piers.json"
    data = [{"title": "A", "paragraphs": piers[:2]}, {"title": "B", "paragraphs": piers[2:]}]
    squad.write_text(json.dumps({"data": data}), encoding="utf-8")
    done = CliRunner().invoke(main, [str(folder), "--squad", str(squad), "--output", str(folder)])
    assert done.exit_code == 0, done.output
    rows = {row["part"]: row for row in json.loads((folder / "followups.json").read_text(encoding="utf-8"))["rows"]}
    assert rows["follow-ups: alone"]["figures"]["hit@1"][0] == 0.0
    assert rows["follow-ups: understood"]["figures"]["hit@1"][0] == 1.0
    assert rows["rewritten: understood"]["figures"]["recall"][0] == 1.0
    assert rows["not rewritten: asked otherwise"]["figures"]["share"][0] == 0.0
    assert rows["piers: after another article, change"]["figures"]["hit@1"][0] == 0.0
    assert "follow-ups: understood" in done.output


def asked(colour: str, thing: str) -> dict[str, Any]:
    start = f"The {colour} pier is for {colour} boats.".index(colour)
    answers = [{"text": colour, "answer_start": start}]
    return {"id": f"{colour}-{thing}", "question": f"Where are the {colour} {thing}?", "answers": answers}
