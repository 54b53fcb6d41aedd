"""What the tests of an evaluation share: a row with defaults, a small library's worth of documents, quick intervals."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qa
from eval.measures.metrics import figures
from eval.measures.results import Results, SystemResults, summarise
from eval.records import QuestionSet, ResultRow, SetQuestion

MUSEUM = "The museum opens at nine. A ticket costs 14 euros. Dr. Smith founded it in 1931."
LIBRARY = "The library lends books for three weeks. It closes on Sundays. A card costs nothing."


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Intervals are tested on their own; elsewhere a thousand draws are time without gain."""
    monkeypatch.setattr("eval.measures.intervals.N_DRAWS", 20)


@pytest.fixture
def make_row() -> Callable[..., ResultRow]:
    """Return a maker of rows: answerable and right by default, first passage, confidence .9, answered."""

    def make(**changed: Any) -> ResultRow:
        gold = (qa.Span("d", 0, 5),) if changed.get("answerable", True) else ()
        values: dict[str, Any] = {
            "id": "q",
            "question": "What?",
            "kind": "fact",
            "answerable": True,
            "rank": 1,
            "quote": "Words.",
            "right": True,
            "confidence": 0.9,
            "answered": True,
            "quotes": (qa.Span("d", 0, 6),),
            "gold": gold,
            "gold_texts": ("Words",) if gold else (),
            "missing_terms": (),
            "latency_ms": 2.0,
        }
        return ResultRow(**values | changed)

    return make


@pytest.fixture
def question_set() -> QuestionSet:
    """Two documents, three answerable questions and one that is not."""
    documents = (qa.Document(id="museum", text=MUSEUM), qa.Document(id="library", text=LIBRARY))

    def gold(document: qa.Document, words: str) -> tuple[qa.Span]:
        start = document.text.index(words)
        return (qa.Span(document.id, start, start + len(words)),)

    return QuestionSet(
        "small",
        documents,
        (
            SetQuestion("q1", "What does a ticket cost?", "number", gold(documents[0], "14 euros")),
            SetQuestion("q2", "When does the museum open?", "number", gold(documents[0], "nine")),
            SetQuestion("q3", "When does the library close?", "date", gold(documents[1], "Sundays")),
            SetQuestion("q4", "Who won the World Cup in 2022?", "none"),
        ),
    )


@pytest.fixture
def make_results(question_set: QuestionSet) -> Callable[..., Results]:
    """Return a maker of results over the small set from rows of Quoth and, perhaps, of the baseline."""

    def make(*systems: list[ResultRow]) -> Results:
        names = ("Quoth", "naive TF-IDF")
        found: list[SystemResults] = [
            summarise(name, rows, min_confidence=0.5) for name, rows in zip(names, systems, strict=False)
        ]
        return Results.of(question_set, found, passage_size=1000)

    return make


@pytest.fixture
def value() -> Callable[..., float | None]:
    """Return a function from rows and a name to the figure's value."""
    return lambda rows, name: figures(rows, with_intervals=False)[name].value


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of a question set of JSON lines, beside a folder `documents` with the two documents."""

    def write(*records: Any, name: str = "set.jsonl") -> Path:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        (folder / "museum.txt").write_text(MUSEUM, encoding="utf-8")
        (folder / "library.txt").write_text(LIBRARY, encoding="utf-8")
        path = tmp_path / name
        lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


COLOURS = ("red", "blue", "green", "white")


def task(number: int, passages: list[tuple[str, str]], *said: str) -> dict[str, Any]:
    return {
        "task_id": f"t{number}",
        "Collection": "piers",
        "contexts": [{"document_id": name, "text": text} for name, text in passages],
        "input": [{"speaker": speaker, "text": text} for text, speaker in zip(said, ("user", "agent") * 9)],  # noqa: B905
    }


@pytest.fixture
def conversations(tmp_path: Path) -> Path:
    """Four conversations about piers, one task without a passage, and two rewrites."""
    tasks = [
        task(
            n, [(colour, f"The {colour} pier. It opened in 19{n}0.")], f"Where is the {colour} pier?", "There.", "Why?"
        )
        for n, colour in enumerate(COLOURS)
    ]
    tasks += [task(8, [("again", tasks[0]["contexts"][0]["text"])], "Where is the red pier?"), task(9, [], "Who?")]
    files = {
        "reference": tasks,
        "piers_questions": [
            {"_id": "a", "text": "|user|: Where is the red pier?\n|user|: When did it open?"},
            {"_id": "b", "text": "|user|: Where is the red pier?\n|user|: Where is the blue pier?"},
        ],
        "piers_rewrite": [
            {"_id": "a", "text": "|user|: When did the red pier open?"},
            {"_id": "b", "text": "|user|: Where is the blue pier?"},
        ],
    }
    for name, records in files.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path
