"""What readers say of answers at the command line, and all the way to an evaluation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import qa
from server.commands.cli import main

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham", "Ilford", "Jarrow", "Kendal", "Luton")
TIME = "2026-11-24T09:30:00.000+00:00"
QUOTH = "from server.commands.cli import main; main(prog_name='quoth')"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a folder of documents and a library of them."""
    monkeypatch.chdir(tmp_path)
    Path("towns").mkdir()
    for n, name in enumerate(TOWNS):
        text = f"Travellers like {name}. The bridge of {name} was built in {1700 + n}. Rain is frequent there."
        Path(f"towns/{name}.txt").write_text(text, encoding="utf-8")
    with qa.Library("mylib") as library:
        library.add_files("towns")
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, (result.output, result.exception)
    return result


def quoth(*arguments: str) -> str:
    """Run the command as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", QUOTH, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def give_for_each_town() -> None:
    """Say of two questions about each town what a reader would."""
    with qa.Library("mylib") as library:
        for info in library.documents():
            name = Path(info.source).stem
            question = f"When was the bridge of {name} built?"
            quote = library.ask(question, min_confidence=0.0).quotes[0]
            document = library.document(quote.document_id)
            found = qa.Excerpt.of(document, quote.start, quote.end)
            assert f"bridge of {name}" in found.text
            library.give_feedback(qa.Feedback(id=f"{name}-yes", question=question, verdict="right", quote=found))
            question = f"Who painted the museum of {name}?"
            library.give_feedback(qa.Feedback(id=f"{name}-no", question=question, verdict="not_here", quote=found))


def test_from_what_readers_say_to_an_evaluation_and_a_calibration():
    give_for_each_town()
    said = quoth("feedback", "export", "set.jsonl", "--library", "mylib")
    assert said == "Wrote 24 questions to set.jsonl: 12 answered, 12 not in the documents.\n"
    figures = [
        json.loads(quoth("eval", "set.jsonl", "--json", *documents))
        for documents in (("--library", "mylib"), ("--documents", "towns"))
    ]
    for found in figures:
        assert (found["set"]["n_documents"], found["set"]["n_questions"]) == (12, 24)
        assert found["systems"]["quoth"]["figures"]["quote@1"]["value"] == 1.0
    for documents in ((), ("--documents", "towns")):
        calibrated = quoth("eval", "--calibrate", "set.jsonl", "--library", "mylib", *documents)
        assert "set: 24 questions, 12 answerable; 24 have a sentence to judge" in calibrated
        assert calibrated.endswith("Kept in mylib.\n")
    with qa.Library("mylib") as library:
        assert library.calibration != qa.Calibration()
        assert len(library.feedback()) == 24


def test_list_shows_it_by_time_and_as_json():
    assert run("feedback", "list", "--library", "mylib").stdout == "There is no feedback.\n"
    with qa.Library("mylib") as library:
        document = library.document(library.documents()[0].id)
        place = qa.Excerpt.of(document, 0, 10)
        hostile = "Bees \x1b[2J\x9b31m\u202e\nand wax?"
        library.give_feedback(
            qa.Feedback(
                id="b",
                question=hostile,
                history=("First?",),
                verdict="wrong",
                note="N" * 2_000,
                quote=place,
                passage=place,
                given="2026-11-24T09:30:00Z",
            )
        )
        library.give_feedback(qa.Feedback(id="a", question="Why?", verdict="not_here", given="2026-11-23T09:30:00Z"))
    shown = run("feedback", "list", "--library", "mylib").stdout
    assert shown.splitlines()[:3] == [
        "a  2026-11-23 09:30  not_here  Why?",
        "b  2026-11-24 09:30  wrong     Bees �[2J�31m� and wax?",
        "    after: First?",
    ]
    assert "    quoted: “Travellers”\n    answers: “Travellers”\n    note: NNN" in shown
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert max(map(len, shown.splitlines())) < 260
    as_json = run("feedback", "list", "--library", "mylib", "--json").stdout
    assert all(character.isprintable() or character == "\n" for character in as_json)
    first, second = json.loads(as_json)["feedback"]
    assert (first["id"], second["question"], second["passage"]["text"]) == ("a", hostile, "Travellers")


def test_export_says_what_is_left_out_and_replaces_nothing_unasked():
    nothing = run("feedback", "export", "set.jsonl", "--library", "mylib", code=1)
    assert nothing.stdout == "No question can be made of 0 judgements; set.jsonl was not written.\n"
    with qa.Library("mylib") as library:
        infos = library.documents()
        places = [qa.Excerpt.of(library.document(info.id), 0, 10) for info in infos[:2]]
        library.give_feedback(qa.Feedback(question="Wrong?", verdict="wrong"))
        library.give_feedback(qa.Feedback(question="Gone?", verdict="right", quote=places[0]))
        for id, verdict, place in (("z", "not_here", None), ("a", "right", places[1])):  # of one instant
            feedback = qa.Feedback(id=id, question="Both?", verdict=verdict, quote=place, given=TIME)  # type: ignore[arg-type]
            library.give_feedback(feedback)
        library.remove(infos[0].id)
    assert run("feedback", "export", "set.jsonl", "--library", "mylib").stdout.splitlines() == [
        "Wrote 1 question to set.jsonl: 1 answered, 0 not in the documents.",
        "Judged more than once, the latest counts: 1.",
        "Readers disagree, the latest counts: 1 question.",
        "Left out, judged wrong without the right passage: 1 question.",
        "Left out, the document is gone or has changed: 1 question.",
    ]
    assert "--force" in run("feedback", "export", "set.jsonl", "--library", "mylib", code=2).stderr
    run("feedback", "export", "set.jsonl", "--library", "mylib", "--force")
    assert "cannot be written" in run("feedback", "export", "no/set.jsonl", "--library", "mylib", code=2).stderr


def test_it_moves_with_its_library():
    give_for_each_town()
    run("export", "all.quoth", "--library", "mylib")
    run("import", "all.quoth", "--library", "other")
    assert run("feedback", "list", "--library", "other").stdout == run("feedback", "list", "--library", "mylib").stdout
    run("check", "--library", "other")


@pytest.mark.parametrize(
    "arguments",
    [("feedback", "list"), ("feedback", "list", "--library", "nowhere"), ("feedback", "export", "--library", "mylib")],
)
def test_wrong_use_ends_with_2_and_a_message(arguments):
    assert "Error: " in run(*arguments, code=2).stderr


@pytest.mark.parametrize("name", ["list", "export"])
def test_every_command_has_help_with_an_example(name):
    assert "Example: quoth feedback " in run("feedback", name, "--help").stdout


def test_who_runs_the_library_may_withdraw_any():
    with qa.Library("mylib") as library:
        library.give_feedback(qa.Feedback(id="a", question="When?", verdict="right", giver="0" * 64))
    assert run("feedback", "withdraw", "a", "--library", "mylib").stdout == "Withdrew the feedback a.\n"
    assert "no feedback" in run("feedback", "withdraw", "a", "--library", "mylib", code=2).stderr
