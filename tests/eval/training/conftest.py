"""A folder with every training set of the scorers, made by hand: articles about towns, and notices of pools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.training import scoring_sets
from eval.training.scoring_sets import EVERYDAY, TRAINING

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


def write_everyday(folder: Path, name: str) -> None:
    """Write a notice for each town, with a question that it answers and one that it does not."""
    (folder / name).mkdir(parents=True)
    lines = []
    for n, town in enumerate(TOWNS):
        file, price = f"{town.lower()}.md", f"Adults: {n + 2} euros"
        text = f"# Pool of {town}\n\n## Tickets\n\n{price}\n\nChildren swim free.\n\n## Café\n\nOpen in summer.\n"
        (folder / name / file).write_text(text, encoding="utf-8")
        asked = {"id": f"{town}-1", "question": f"What does a ticket of the pool of {town} cost?", "kind": "number"}
        lines.append(asked | {"document": file, "gold": [{"document": file, "text": price}]})
        lines.append(
            {"id": f"{town}-2", "question": "Who runs the café?", "kind": "person", "document": file, "gold": []}
        )
    records = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / f"{name}.jsonl").write_text(records, encoding="utf-8")


@pytest.fixture
def sets_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with every training set. The everyday documents of the project are put aside for small ones."""
    monkeypatch.setattr(scoring_sets, "EVERYDAY_FOLDER", tmp_path / "everyday")
    for name in EVERYDAY:
        write_everyday(tmp_path / "everyday", name)
    for shift, training in enumerate(TRAINING):
        path = tmp_path / "sets" / training.file
        if training.file.startswith("selqa"):
            write_selqa(path)
        else:
            write_squad(path, 10 * shift)
    return tmp_path / "sets"
