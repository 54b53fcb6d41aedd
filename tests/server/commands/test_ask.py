"""What `quoth ask` and `quoth verify` print, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import corpus
import qa
from server.app import create_app
from server.settings import Settings
from server.shipped import CORPUS_EXAMPLES
from tests.server.commands.conftest import QUESTION, run


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


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


def test_a_question_of_bytes_that_are_not_text_is_asked(notes):
    assert json.loads(run("ask", "How many \udcff bees?", "notes/bees.txt", "--json", "--min-confidence", "0").stdout)


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
