"""The command that measures follow-ups, on hand-made files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from eval.followups.__main__ import main
from tests.eval.conftest import COLOURS


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("reference", "{}", "contexts"),
        ("reference", '{"contexts": [], "input": []}', "no question with a passage"),
        ("piers_rewrite", '{"_id": "c", "text": "Who?"}', "not among the questions"),
    ],
)
def test_files_that_cannot_be_used(conversations: Path, name: str, text: str, message: str) -> None:
    (conversations / f"{name}.jsonl").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, [str(conversations), "--output", str(conversations)])
    assert done.exit_code == 1
    assert message in done.output


def test_the_command_measures_what_a_history_gives(conversations: Path) -> None:
    piers = [
        {"context": f"The {c} pier is for {c} boats.", "qas": [asked(c, "pier"), asked(c, "boats")]} for c in COLOURS
    ]
    squad = conversations / "piers.json"
    data = [{"title": "A", "paragraphs": piers[:2]}, {"title": "B", "paragraphs": piers[2:]}]
    squad.write_text(json.dumps({"data": data}), encoding="utf-8")
    done = CliRunner().invoke(main, [str(conversations), "--squad", str(squad), "--output", str(conversations)])
    assert done.exit_code == 0, done.output
    rows = {
        row["part"]: row for row in json.loads((conversations / "followups.json").read_text(encoding="utf-8"))["rows"]
    }
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
