"""Two small halves, of which the one that is only reported is known by words that stand nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXTS = {
    "choose": {
        "ferry.txt": "The ferry leaves at seven. A crossing costs 9 euros.",
        "lido.txt": "The lido opens in May. A locker costs 2 euros. The ferry is not ours.",
    },
    "report": {"quagga.txt": "The quagga sleeps at noon. A zebu costs 700 crowns."},
}


def ask(
    question_id: str, document: str, question: str, *gold: str, kind: str = "number", **more: Any
) -> dict[str, Any]:
    return {
        "id": question_id,
        "document": document,
        "question": question,
        "kind": kind,
        "gold": [{"document": document, "text": text} for text in gold],
        **more,
    }


QUESTIONS = {
    "choose": [
        ask("c1", "ferry.txt", "When does the ferry leave?", "The ferry leaves at seven."),
        ask(
            "c2",
            "ferry.txt",
            "and what does a crossing cost?",
            "A crossing costs 9 euros.",
            history=["When does it leave?"],
        ),
        ask("c3", "lido.txt", "Who painted the ceiling?", kind="not_stated"),
        ask("c4", "lido.txt", "When does the ferry sail?", "The ferry is not ours.", kind="odd"),
    ],
    "report": [
        ask("r1", "quagga.txt", "What does a zebu cost?", "A zebu costs 700 crowns.", kind="secretive"),
        ask("r2", "quagga.txt", "When does the okapi snore?", kind="hushed"),
    ],
}


@pytest.fixture
def write_halves(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of both halves into a folder; other questions of a half may be given by its name."""

    def write(**questions: list[dict[str, Any]]) -> Path:
        for half, texts in TEXTS.items():
            documents = tmp_path / half / "documents"
            documents.mkdir(parents=True, exist_ok=True)
            for name, text in texts.items():
                (documents / name).write_text(text, encoding="utf-8")
            lines = [json.dumps(each) for each in questions.get(half, QUESTIONS[half])]
            (tmp_path / half / f"{half}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return tmp_path

    return write
