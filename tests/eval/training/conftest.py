"""A folder with every training set of the scorers, made by hand: articles about towns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.training.scoring_sets import TRAINING

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham")


def write_squad(path: Path, shift: int) -> None:
    """Write an article for each town, of two paragraphs with a question that it answers and one that it does not."""
    articles: list[dict[str, Any]] = []
    for n, town in enumerate(TOWNS):
        paragraphs = []
        for thing in ("bridge", "museum"):
            year = str(1700 + shift + n)
            context = f"Travellers like {town}. The {thing} of {town} was built in {year}. Rain is frequent in {town}."
            answer = {"text": year, "answer_start": context.index(year)}
            qas: list[dict[str, Any]] = [
                {"question": f"When was the {thing} of {town} built?", "answers": [answer]},
                {"question": f"Who painted the {thing} of {town}?", "answers": []},
            ]
            paragraphs.append({"context": context, "qas": qas})
        articles.append({"title": town, "paragraphs": paragraphs})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")


def write_selqa(path: Path) -> None:
    records = [
        {
            "question": f"When was the tower of {town} built?",
            "candidates": [f"{town} has a tower.", f"The tower was built in {1800 + n}.", "It rains."],
            "answers": [1],
        }
        for n, town in enumerate(TOWNS)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(records), encoding="utf-8")


@pytest.fixture
def sets_folder(tmp_path: Path) -> Path:
    """Return a folder with every training set."""
    for shift, training in enumerate(TRAINING):
        path = tmp_path / "sets" / training.file
        if training.file.startswith("selqa"):
            write_selqa(path)
        else:
            write_squad(path, 10 * shift)
    return tmp_path / "sets"
