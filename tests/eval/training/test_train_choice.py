"""The command that fits the choice of further sentences, on hand-made sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import qa
from eval.training.train_choice import main
from qa.training import list_companions

COLOURS = ("red", "blue", "green", "white", "black", "brown", "grey", "pink", "gold", "teal")


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    """Ten paragraphs; for half of the questions two sentences answer."""
    paragraphs = []
    for n, colour in enumerate(COLOURS):
        text = f"The {colour} pier is for ferries. The {colour} pier is for boats, too. Nobody swims. It rains."
        answers = [{"text": "ferries", "answer_start": text.index("ferries")}]
        if n % 2:
            answers.append({"text": "boats", "answer_start": text.index("boats")})
        asked = {"id": colour, "question": f"What is the {colour} pier for?", "answers": answers}
        paragraphs.append({"context": text, "qas": [asked]})
    path = tmp_path / "piers.json"
    path.write_text(json.dumps({"data": [{"title": "Piers", "paragraphs": paragraphs}]}), encoding="utf-8")
    return path


def records() -> list[dict[str, Any]]:
    return [
        {
            "question": f"Who built the {colour} tower?",
            "article": "Towers",
            "section": colour,
            "candidates": [f"The {colour} tower is tall.", f"Lund built the {colour} tower.", "It is open."],
            "answers": [1],
        }
        for colour in COLOURS
    ]


@pytest.fixture
def selqa(tmp_path: Path) -> Path:
    path = tmp_path / "towers.json"
    path.write_text(json.dumps(records()), encoding="utf-8")
    return path


def test_what_is_fitted_is_what_the_library_reads(squad: Path, selqa: Path, tmp_path: Path) -> None:
    cards = []
    for n in range(2):
        output = tmp_path / f"{n}.json"
        arguments = [
            "--open",
            squad,
            "--part",
            squad,
            "--articles",
            "1",
            "--given",
            squad,
            "--selqa",
            selqa,
            "--step",
            "1",
            "--output",
            output,
        ]
        result = CliRunner().invoke(main, list(map(str, arguments)))
        assert result.exit_code == 0, result.output
        cards.append(output.read_text(encoding="utf-8"))
    assert cards[0] == cards[1]
    card = json.loads(cards[0])
    library = qa.Library()
    library.add(qa.Document(text="The pier is for ferries. The pier is for boats."))
    found = list_companions(qa.Question("What is the pier for?"), library.examine("What is the pier for?").evidence)
    assert list(card["weights"]) == list(found[0].features)
    assert card["on"] == ["piers", "piers", "piers", "towers"]
    for row in card["cross_validated"].values():
        assert row["best_alone"]["quotes"] == 1
        assert row["chosen"]["recall"] >= row["best_alone"]["recall"]


def test_nothing_to_fit_on_is_told_so() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 2
    assert "give --open, --part, --given or --selqa" in result.output
