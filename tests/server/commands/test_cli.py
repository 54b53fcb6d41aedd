"""The command line: what each command prints, and how it ends."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from starlette.testclient import TestClient

import corpus
import qa
from server.app import create_app
from server.commands.cli import main
from server.commands.console import Failure
from server.settings import Settings
from server.shipped import CORPUS_EXAMPLES

HIVE = "Bees make honey.\n\nA hive holds 40,000 bees in summer."
QUESTION = "How many bees does a hive hold?"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good file and one bad one; the current folder is the one above."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "bees.txt").write_text(HIVE, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"text\0binary")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str, code: int = 0, input: str | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=input)
    assert result.exit_code == code, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


# -- ask --------------------------------------------------------------------------------------------------------------


def test_ask_prints_quotes_with_their_citations(notes):
    result = run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "0")
    assert "“A hive holds 40,000 bees in summer.” [1]" in result.stdout
    assert "bees.txt, line 3, confidence " in result.stdout
    assert result.stderr == ""


def test_ask_tells_of_a_bad_file_and_asks_the_others(notes):
    result = run("ask", QUESTION, "notes", "--min-confidence", "0")
    assert "40,000" in result.stdout
    assert "bad.txt" in result.stderr


def test_ask_is_silent_honestly_and_ends_with_1(notes):
    result = run("ask", "Which beekeeper won the chess tournament?", "notes/bees.txt", "--min-confidence", "1", code=1)
    assert result.stdout.startswith("Not in these documents. ")
    assert "No document contains: " in result.stdout
    assert "tournament" in result.stdout


def test_ask_names_the_nearest_passages(notes):
    result = run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "1", code=1)
    assert "Nearest passages:\n  - bees.txt: Bees make honey. A hive holds" in result.stdout


@pytest.mark.parametrize("question", ["", "   "])
def test_a_blank_question_has_its_own_reason(question):
    assert "The question is empty." in run("ask", question, code=1).stdout


@pytest.mark.parametrize("question", CORPUS_EXAMPLES)
def test_ask_as_json_is_what_the_endpoint_gives(question):
    entries = [entry for folder in corpus.folders() for entry in folder.iterdir() if entry.name.endswith(".md")]
    with qa.Library() as library:
        library.add(*(qa.read(entry.read_bytes(), name=entry.name) for entry in entries))
        client = TestClient(create_app(library, Settings()), base_url="http://127.0.0.1")
        expected = client.post("/api/ask", json={"question": question, "max_quotes": 2}).json()
    result = run("ask", question, "--json", "--max-quotes", "2", code=0 if expected["answered"] else 1)
    assert timeless(json.loads(result.stdout)) == timeless(expected)
    assert list(json.loads(result.stdout)) == list(expected)


def test_ask_reads_its_defaults_from_the_environment(notes, monkeypatch):
    monkeypatch.setenv("QUOTH_MIN_CONFIDENCE", "1")
    run("ask", QUESTION, "notes/bees.txt", code=1)
    run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "0")


def test_a_document_cannot_drive_the_terminal(tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Bees \x1b[2J make \x9b31m honey \u202e and wax\x07.", encoding="utf-8")
    for arguments in ((), ("--min-confidence", "0"), ("--json", "--min-confidence", "0")):
        result = CliRunner().invoke(main, ["ask", "What do bees make?", str(hostile), *arguments])
        assert result.exit_code in (0, 1), result.output
        assert all(character.isprintable() or character in "\n" for character in result.output), result.output
    assert "\x9b" in json.loads(result.stdout)["text"]


def test_a_question_of_bytes_that_are_not_text_is_asked(notes):
    assert json.loads(run("ask", "How many \udcff bees?", "notes/bees.txt", "--json", "--min-confidence", "0").stdout)


def test_ask_shows_other_sources_disagreement_and_what_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("The pier opens at nine. Bring a hat. The pier opens for all.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The pier opens at 9!", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Do come.\n\nThe pier opens at ten.", encoding="utf-8")
    output = run("ask", "When does the pier open?", str(tmp_path), "--min-confidence", "0").stdout
    assert re.search(r"^    also in [ab]\.txt, line 1$", output, re.MULTILINE)
    assert output.count("    these sources disagree: a different figure is in [") == 2
    assert "    these sources disagree: a different figure is in [1]" in output


# -- libraries --------------------------------------------------------------------------------------------------------


def test_the_language_of_files_is_found_or_given(notes):
    Path("notes/haus.txt").write_text("Die Häuser sind alt.", encoding="utf-8")
    run("add", "notes/haus.txt", "--library", "mylib")
    assert re.search(r", de, added \d{4}-\d\d-\d\d  haus\.txt", run("list", "--library", "mylib").stdout)
    run("add", "notes/haus.txt", "--library", "mylib", "--language", "nl")
    assert ", nl, added " in run("list", "--library", "mylib").stdout
    wrong = run("add", "notes/haus.txt", "--library", "mylib", "--language", "German", code=2)
    assert "'German': give its BCP 47 code" in wrong.stderr


def test_add_list_ask_remove(notes):
    added = run("add", "notes", "--library", "mylib", code=1)
    assert added.stdout == "Added 1 document. 1 file failed.\n"
    assert "bad.txt" in added.stderr
    assert run("add", "notes/bees.txt", "--library", "mylib").stdout == "1 file unchanged.\n"

    listed = json.loads(run("list", "--library", "mylib", "--json").stdout)["documents"]
    assert [info["title"] for info in listed] == ["bees.txt"]
    document_id = listed[0]["id"]
    assert document_id in run("list", "--library", "mylib").stdout
    assert "40,000" in run("ask", QUESTION, "--library", "mylib", "--min-confidence", "0").stdout

    assert run("remove", document_id, "--library", "mylib").stdout == "Removed 1 document.\n"
    assert run("list", "--library", "mylib").stdout == "There are no documents.\n"
    assert "There are no documents to ask" in run("ask", QUESTION, "--library", "mylib", code=1).stdout


def test_a_folder_is_brought_up_to_date(notes):
    run("add", "notes", "--library", "mylib", code=1)
    Path("notes/bad.txt").write_text("Nothing is bad here.", encoding="utf-8")
    Path("notes/bees.txt").unlink()
    assert run("add", "notes", "--library", "mylib").stdout == "Added 1 document. Removed 1 document.\n"
    assert run("add", "notes", "--library", "mylib").stdout == "1 file unchanged.\n"


def test_a_library_is_checked(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    assert run("check", "--library", "mylib").stdout == "Checked 1 document: no problems.\n"
    with sqlite3.connect("mylib/library.sqlite") as connection:
        connection.execute("UPDATE passages SET text = replace(text, 'bees', 'ants')")
    connection.close()
    assert "has not the text that it was added with" in run("check", "--library", "mylib", code=1).stdout
    assert "There is no library" in run("check", "--library", "other", code=2).stderr


def test_a_library_moves_as_one_file(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    assert run("export", "all.quoth", "--library", "mylib").stdout == "Exported 1 document to all.quoth.\n"
    assert "--force" in run("export", "all.quoth", "--library", "mylib", code=2).stderr
    run("export", "all.quoth", "--library", "mylib", "--force")
    assert run("import", "all.quoth", "--library", "other").stdout == "Imported 1 document.\n"
    assert "40,000" in run("ask", QUESTION, "--library", "other", "--min-confidence", "0").stdout
    assert "no export" in run("import", "notes/bees.txt", "--library", "other", code=2).stderr


def test_paths_with_a_library_are_added_to_it(notes):
    run("ask", QUESTION, "notes/bees.txt", "--library", "mylib", "--min-confidence", "0")
    assert "bees.txt" in run("list", "--library", "mylib").stdout


def test_the_library_of_the_environment_is_used(notes, monkeypatch):
    monkeypatch.setenv("QUOTH_LIBRARY", "mylib")
    run("add", "notes/bees.txt")
    assert "bees.txt" in run("list").stdout


def test_paths_alone_leave_the_library_of_the_environment_as_it_is(notes, monkeypatch):
    monkeypatch.setenv("QUOTH_LIBRARY", "mylib")
    run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "0")
    assert not Path("mylib").exists()


def test_an_unknown_id_removes_nothing(notes):
    run("add", "notes/bees.txt", "--library", "mylib")
    (info,) = json.loads(run("list", "--library", "mylib", "--json").stdout)["documents"]
    assert "'unknown'" in run("remove", info["id"], "unknown", "--library", "mylib", code=2).stderr
    assert info["id"] in run("list", "--library", "mylib").stdout
    run("remove", info["id"], info["id"], "--library", "mylib")


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "notes/bad.txt", "--library", "mylib"),
        ("add", "notes/bad.txt"),
        ("add", "--library", "mylib"),
        ("list",),
        ("list", "--library", "nowhere"),
        ("list", "--library", "notes/bees.txt"),
        ("ask", QUESTION, "--library", "nowhere"),
        ("ask", QUESTION, "missing.txt"),
        ("ask", QUESTION, "notes/bad.txt"),
        ("ask", "a" * 4_001),
        ("ask", QUESTION, "--max-quotes", "21"),
        ("ask", QUESTION, "--min-confidence", "2"),
        ("ask",),
        ("remove", "--library", "mylib"),
        ("verify",),
        ("verify", "missing.json"),
        ("serve", "missing.txt", "--port", "0"),
        ("serve", "--port", "65536"),
        ("serve", "--host", "192.0.2.1"),
        ("nonsense",),
        ("--nonsense",),
    ],
)
def test_wrong_use_and_errors_end_with_2_and_a_message(notes, arguments):
    result = run(*arguments, code=2)
    assert "Error: " in result.stderr
    assert not Path("nowhere").exists()


def test_a_failed_file_moves_the_bar_and_is_told_after_it(notes, monkeypatch):
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stderr>", raising=False)
    result = run("add", "notes", "--library", "mylib", code=1)
    assert "100%" in result.stderr
    assert "passages/s" in result.stderr
    assert result.stderr.index("100%") < result.stderr.index("bad.txt")


# -- verify -----------------------------------------------------------------------------------------------------------


def test_verify_checks_an_answer_against_paths_and_libraries(notes):
    answer = run("ask", QUESTION, "notes/bees.txt", "--json", "--min-confidence", "0").stdout
    Path("answer.json").write_text(answer, encoding="utf-8")
    assert "[1] verified: " in run("verify", "answer.json", "notes/bees.txt").stdout
    assert json.loads(run("verify", "-", "notes/bees.txt", "--json", input=answer).stdout)["verified"] is True
    assert "[1] missing: " in run("verify", "answer.json", code=1).stdout

    (notes / "bees.txt").write_text("Bees make wax.", encoding="utf-8")
    assert "[1] stale: " in run("verify", "answer.json", "notes/bees.txt", code=1).stdout


def test_verify_finds_an_altered_quote(notes):
    answer = json.loads(run("ask", QUESTION, "notes/bees.txt", "--json", "--min-confidence", "0").stdout)
    answer["quotes"][0]["text"] = "A hive holds 50,000 bees in summer."
    assert "[1] altered: " in run("verify", "-", "notes/bees.txt", code=1, input=json.dumps(answer)).stdout


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"quotes": [{"text": 1}]}', "\x00", '{"quotes": null}'])
def test_verify_refuses_what_is_no_answer(content):
    assert "is not the JSON of an answer" in run("verify", "-", code=2, input=content).stderr


def conversation(*answers: object, **fields: object) -> str:
    turns = [{"question": f"Question {n}?\x1b[2J", "answer": answer} for n, answer in enumerate(answers, 1)]
    return json.dumps({"format": "quoth-conversation", "version": 1, "name": "Bees", "turns": turns, **fields})


def test_verify_checks_every_answer_of_a_conversation(notes):
    answer = json.loads(run("ask", QUESTION, "notes/bees.txt", "--json", "--min-confidence", "0").stdout)
    silent = {**answer, "quotes": []}
    altered = json.loads(json.dumps(answer))
    altered["quotes"][0]["text"] = "A hive holds 50,000 bees in summer."
    Path("good.json").write_text(conversation(answer, silent), encoding="utf-8")
    assert run("verify", "good.json", "notes/bees.txt").stdout.splitlines()[:2] == [
        "Turn 1: Question 1?�[2J",
        "    [1] verified: The document holds these words at this place.",
    ]
    assert (
        "Turn 2: Question 2?�[2J\n    The answer has no quotes" in run("verify", "good.json", "notes/bees.txt").stdout
    )

    bad = conversation(answer, altered, extra="passed over")
    shown = run("verify", "-", "notes/bees.txt", code=1, input=bad).stdout
    assert shown.index("verified: ") < shown.index("Turn 2: ") < shown.index("altered: ")
    body = json.loads(run("verify", "-", "notes/bees.txt", "--json", code=1, input=bad).stdout)
    assert (body["name"], body["verified"]) == ("Bees", False)
    assert [(turn["turn"], turn["verified"]) for turn in body["turns"]] == [(1, True), (2, False)]
    assert body["turns"][1]["quotes"][0]["status"] == "altered"
    assert "nothing to check" in run("verify", "-", "notes/bees.txt", input=conversation()).stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (conversation(version=2), "is of the format 'quoth-conversation', version 2; this Quoth knows"),
        (conversation(format="other"), "is of the format 'other', version 1"),
        (conversation(version=0), "is not the JSON of a conversation: version: "),
        (conversation(turns=None), "is not the JSON of a conversation: turns: "),
        (conversation({"quotes": []}, None), "is not the JSON of a conversation: turns.1.answer: "),
        (conversation({"quotes": [{"text": 1}]}), "is not the JSON of a conversation: turns.0.answer.quotes.0.text: "),
        (conversation(turns=[{"answer": {"quotes": []}}]), "turns.0.question: Field required"),
        (conversation(name="\ud800"), "Invalid JSON"),
        (conversation(turns=[{}] * 10_001), "is not the JSON of a conversation: turns: "),
        (conversation(format=7), "is not the JSON of an answer"),
    ],
)
def test_verify_refuses_what_is_no_conversation(content, message):
    assert message in run("verify", "-", code=2, input=content).stderr


# -- the rest ---------------------------------------------------------------------------------------------------------


def test_settings_are_shown_with_their_values(monkeypatch):
    monkeypatch.setenv("QUOTH_PORT", "9000")
    monkeypatch.setenv("QUOTH_PROT", "9000")
    result = run("settings")
    assert "QUOTH_PORT=9000\n" in result.stdout
    assert "Default: 8000." in result.stdout
    assert "QUOTH_ALLOWED_HOSTS=localhost,127.0.0.1,[::1]\n" in result.stdout
    for name in Settings.model_fields:
        assert f"QUOTH_{name.upper()}=" in result.stdout
    assert "QUOTH_PROT" in result.stderr


def test_settings_end_with_the_minimum_confidence_in_force(monkeypatch, tmp_path):
    last = "An answer must be at least {} confident.\n"
    assert run("settings").stdout.endswith(last.format(qa.DEFAULT_MIN_CONFIDENCE))
    with qa.Library(tmp_path / "lib") as library:
        library.calibrate(qa.Calibration(threshold=0.625))
    monkeypatch.setenv("QUOTH_LIBRARY", str(tmp_path / "lib"))
    assert run("settings").stdout.endswith(last.format(0.625))
    monkeypatch.setenv("QUOTH_MIN_CONFIDENCE", "0.5")
    assert run("settings").stdout.endswith(last.format(0.5))
    monkeypatch.delenv("QUOTH_MIN_CONFIDENCE")
    monkeypatch.setenv("QUOTH_LIBRARY", str(tmp_path / "nowhere"))
    result = run("settings", code=2)
    assert "QUOTH_PORT=8000\n" in result.stdout
    assert "no library at" in result.stderr


def test_a_bad_setting_ends_with_2_and_names_itself(monkeypatch):
    monkeypatch.setenv("QUOTH_PORT", "many")
    for arguments in (("settings",), ("ask", QUESTION), ("serve",), ("list",)):
        assert "QUOTH_PORT is 'many'" in run(*arguments, code=2).stderr


def test_the_version():
    assert run("--version").stdout == f"quoth {qa.__version__}\n"


def test_every_command_has_help_with_an_example():
    context = click.Context(main)
    names = main.list_commands(context)
    assert names == sorted(
        "add ask bench check eval export feedback import init list remove serve settings verify".split()
    )
    for name in names:
        text = run(name, "--help").stdout
        if name != "eval":
            assert "Example: " in text
            assert "quoth " in text.partition("Example: ")[2]
        assert name in run("--help").stdout


HEAVY = {"asyncio", "fastapi", "lxml", "numba", "pydantic", "scipy", "sklearn", "uvicorn"}


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    code = (
        "import sys; from server.commands.cli import main\n"
        f"try: main({[*arguments]!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    return {*done.stdout.splitlines()[-1].split()}


def test_help_is_quick_because_nothing_heavy_is_imported():
    assert not loaded_by("--help") & (HEAVY | {"numpy"})


def test_a_question_to_a_library_is_quick_because_little_is_imported(tmp_path):
    with qa.Library(tmp_path / "library") as library:
        library.add(qa.Document(id="tower", text="The tower was built in 1931."))
    assert not loaded_by("ask", "When was the tower built?", "--library", str(tmp_path / "library")) & HEAVY


def test_output_is_utf_8_whatever_the_system_says():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-c", "from server.commands.cli import main; main()", "ask", "العربية 😀", "--json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert json.loads(done.stdout.decode("utf-8"))["question"] == "العربية 😀"


def test_an_unexpected_error_is_not_hidden(monkeypatch):
    def fail(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(qa.Library, "ask", fail)
    assert isinstance(CliRunner().invoke(main, ["ask", QUESTION]).exception, ZeroDivisionError)
    assert Failure("x").exit_code == 2
