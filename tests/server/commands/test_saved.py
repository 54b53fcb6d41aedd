"""What was saved of the chat, checked again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.bodies.verification import GivenAnswer
from server.commands.saved import GivenConversation, NotSaved, read_saved
from tests.server.commands.conftest import QUESTION, run


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


def test_an_answer_is_told_from_a_conversation_by_its_format():
    assert isinstance(read_saved(b'{"quotes": []}'), GivenAnswer)
    assert isinstance(read_saved(conversation().encode()), GivenConversation)
    with pytest.raises(NotSaved, match="use a newer Quoth"):
        read_saved(conversation(version=9).encode())
