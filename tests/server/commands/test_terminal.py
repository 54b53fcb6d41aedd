"""How answers and documents look in a terminal."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from click.testing import CliRunner

import qa
from server.bodies.translate import translate_documents, translate_verifications
from server.commands.cli import main
from server.commands.terminal import format_answer, format_documents, format_verified, join_lines, shorten
from server.silence import Topic
from tests.server.commands.conftest import QUESTION, run


def test_ask_names_the_nearest_passages(notes):
    result = run("ask", QUESTION, "notes/bees.txt", "--min-confidence", "1", code=1)
    assert "Nearest passages:\n  - bees.txt: Bees make honey. A hive holds" in result.stdout


def test_ask_names_the_language_of_the_documents_where_the_question_is_in_another(tmp_path):
    (tmp_path / "a.txt").write_text("Der Verein hat seinen Sitz in Bremen. Er wird vom Vorstand geleitet.", "utf-8")
    outcome = run("ask", "Where is the chairman and who is he?", str(tmp_path), code=1)
    assert "another language than the documents. Language of the documents: German." in outcome.stdout


def test_a_document_cannot_drive_the_terminal(tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Bees \x1b[2J make \x9b31m honey \u202e and wax\x07.", encoding="utf-8")
    for arguments in ((), ("--min-confidence", "0"), ("--json", "--min-confidence", "0")):
        result = CliRunner().invoke(main, ["ask", "What do bees make?", str(hostile), *arguments])
        assert result.exit_code in (0, 1), result.output
        assert all(character.isprintable() or character in "\n" for character in result.output), result.output
    assert "\x9b" in json.loads(result.stdout)["text"]


def test_ask_shows_other_sources_disagreement_and_what_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("The pier opens at nine. Bring a hat. The pier opens for all.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The pier opens at 9!", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Do come.\n\nThe pier opens at ten.", encoding="utf-8")
    output = run("ask", "When does the pier open?", str(tmp_path), "--min-confidence", "0").stdout
    assert re.search(r"^    also in [ab]\.txt, line 1$", output, re.MULTILINE)
    assert re.findall(r"^    these sources disagree: \[(\d)\] says otherwise$", output, re.MULTILINE) == ["2", "1"]


def test_quotes_are_shown_by_number_and_confidence_at_the_best():
    with qa.Library() as library:
        library.add(qa.Document(id="a", text="The pier is long. The pier opens at nine.", title="A"))
        answer = library.ask("When does the pier open?", min_confidence=0.0, max_quotes=1)
        (best,) = answer.quotes
        other = replace(best, number=1, best=False, text="The pier is long.", start=0, end=17)
        shown = replace(answer, confidence=0.54, quotes=(replace(best, number=2), other))
        lines = list(format_answer(shown, str))
        verified = translate_verifications(library.verify(shown))
    assert lines == [
        "“The pier is long.” [1]",
        "    A, line 1",
        "[…]",
        "“The pier opens at nine.” [2]",
        "    A, line 1, confidence 54%",
    ]
    assert [line[:13] for line in format_verified(verified)] == ["[1] verified:", "[2] verified:"]


def test_each_reason_for_silence_is_said_as_far_as_it_is_true():
    silent = qa.Answer("x", "x", answered=False, confidence=0.0, reason="no_match", missing_terms=("Zebra",))
    near = qa.Passage("d", 0, 0, 4, "Text")
    assert list(format_answer(silent, str)) == [
        "Not in these documents. No passage matches the words of the question.",
        "No document contains: Zebra",
    ]
    first, *_ = format_answer(replace(silent, nearest=(near,)), str)
    assert first.startswith("No sentence found that clearly answers this. Passages share words with the question, but ")
    partial = list(format_answer(replace(silent, left_out=("host:9000",)), str))
    assert partial[0].startswith("Partial answer: host:9000")
    assert partial[1].startswith("No sentence found that clearly answers this.")
    assert len(partial) == 2
    topics = (Topic("d", "Ferry\x1b", ("Fares", "Times")), Topic("e", "Bus", ()))
    lines = list(format_answer(replace(silent, reason="not_a_question", missing_terms=()), str, lambda: topics))
    assert lines[0].startswith("Quoth answers questions about documents. It quotes ")
    assert lines[1:] == ["  - Ferry�: Fares, Times", "  - Bus"]
    assert list(format_answer(replace(silent, reason="empty_question", missing_terms=()), str)) == [
        "The question is empty."
    ]
    meant = replace(silent, suggestion="What does a ticket\x1b cost?", missing_terms=())
    assert next(format_answer(meant, str)) == "Did you mean: What does a ticket� cost?"


def test_text_is_put_on_one_line_and_cut():
    assert join_lines("a\n\tb\x1b c") == "a b� c"
    assert shorten("x" * 240) == "x" * 240
    assert shorten("x" * 241) == "x" * 239 + "…"


def test_a_document_is_a_line_with_its_source_where_that_is_not_the_title():
    with qa.Library() as library:
        library.add(qa.Document(id="a", text="Ants.", title="Ants", source="a.txt"))
        library.add(qa.Document(id="b", text="Bees.", title="b.txt", source="b.txt"))
        first, second = format_documents(translate_documents(library))
    assert first.startswith("a  1 passages, 5 characters, ")
    assert first.endswith("  Ants (a.txt)")
    assert second.endswith("  b.txt")


def test_a_list_says_of_which_documents_not_everything_was_read(tmp_path):
    with qa.Library(tmp_path / "lib") as library:
        library.add(qa.Document(id="a", text="Ants.", notices=("Page 3 has\x1b no text.", "Page 5 has no text.")))
        library.add(qa.Document(id="b", text="Bees."))
    arguments = ("list", "--library", str(tmp_path / "lib"))
    first, second, hint = run(*arguments).stdout.splitlines()
    assert ", with notes  " in first
    assert "with notes" not in second
    assert hint == "List the notes on how documents were read with --verbose."
    lines = run(*arguments, "--verbose").stdout.splitlines()
    assert lines == [first, "    Page 3 has� no text.", "    Page 5 has no text.", second]
    assert [each["notices"] for each in json.loads(run(*arguments, "--json").stdout)["documents"]] == [
        ["Page 3 has\x1b no text.", "Page 5 has no text."],
        [],
    ]
