from __future__ import annotations

import json
from pathlib import Path

from eval.training.reader.samples.sources import read_public


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def make_article(n: int) -> dict[str, object]:
    context = f"Town {n} lies by the sea. It has a bridge."
    questions = [
        {"question": f"Where is town {n}?", "answers": [{"text": "by the sea", "answer_start": 3}]},
        {"question": f"Where is no town {n}?", "is_impossible": True, "answers": []},
    ]
    return {"title": f"Town_{n}", "paragraphs": [{"context": context, "qas": questions}]}


def test_five_articles_of_squad2_are_learnt_from_and_no_more(tmp_path: Path) -> None:
    write(tmp_path / "squadshifts/new_wiki.json", {"data": [make_article(100)]})
    write(tmp_path / "policyqa/dev.json", {"data": [make_article(200)]})
    write(tmp_path / "squad2/dev-10-articles.json", {"data": [make_article(n) for n in range(10)]})
    section = {"question": "What?", "article": "A", "section": "B", "candidates": ["One.", "Two."], "answers": [1]}
    write(tmp_path / "selqa/selqa-ass-dev.json", [section])
    examples = [*read_public(tmp_path)]
    assert [example.head for example in examples if example.source == "squad2"] == [
        f"Town {n}" for n in range(5) for _ in range(2)
    ]
    answered = [example.text[slice(*example.answers[0])] for example in examples if example.answers]
    assert answered == ["by the sea"] * 7 + ["Two."]
    assert examples[-1].head == "A, B"
