"""Conversations in the format of mtRAG (Katsis et al. 2025): the last question of each, and what passages answer it.

    {"task_id": "…", "contexts": [{"document_id": "…", "text": "…"}], "input": [{"speaker": "user", "text": "…"}, …]}

Each passage becomes a document, and those with the same text one, the first; each of a question's passages answers it
as a whole. Rewrites are pairs of files, `X_questions.jsonl` and `X_rewrite.jsonl`, of lines with an `_id` and a `text`,
of which one holds all questions so far and the other the last one as a person wrote it to stand alone. Left out: what
the assistant said, and tasks without a passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets.fields import parse, question_text, read_text, take, take_text

__all__ = ["Rewrite", "read_mtrag", "read_rewrites"]

_USER = "|user|: "


class Rewrite(NamedTuple):
    """A question after `history`, oldest first, and as a person wrote it to stand alone."""

    history: tuple[str, ...]
    question: str
    rewrite: str


def read_mtrag(path: Path) -> QuestionSet:
    """Return the questions of a file over the passages of all of them; kinds are its collections."""
    documents: dict[str, qa.Document] = {}
    by_text: dict[str, str] = {}
    questions: dict[str, SetQuestion] = {}
    left_out = 0
    for at, record in _lines(path):
        gold = set()
        for n, context in enumerate(take(record, "contexts", list, at=at)):
            inside = f"{at}, contexts[{n}]"
            name, text = take_text(context, "document_id", at=inside), take_text(context, "text", at=inside)
            name = by_text.setdefault(text, name)
            document = documents.setdefault(name, qa.Document(id=name, text=text))
            gold.add(qa.Span(name, 0, len(document.text)))
        asked = [
            question_text({"question": take(turn, "text", str, at=at)}, at=at)
            for turn in take(record, "input", list, at=at)
            if take(turn, "speaker", str, at=at) == "user"
        ]
        if not gold or not asked:
            left_out += 1
            continue
        name = take_text(record, "task_id", at=at)
        kind = take_text(record, "Collection", at=at)
        questions[name] = SetQuestion(name, asked[-1], kind, tuple(sorted(gold)), history=tuple(asked[:-1]))
    if not questions:
        raise EvalError(f"{path} holds no question with a passage. Give mtRAG's file of tasks with their references.")
    notes = (f"Tasks left out, as no passage answers them: {left_out}.",) if left_out else ()
    return QuestionSet(path.stem, tuple(documents.values()), tuple(questions.values()), notes)


def read_rewrites(folder: Path) -> list[Rewrite]:
    """Return the rewritten questions of all pairs of files in a folder, by file and line; empty when there are none."""
    rewrites = []
    for path in sorted(folder.glob("*_rewrite.jsonl")):
        said = dict(_texts(path.with_name(path.name.replace("_rewrite", "_questions"))))
        for name, text in _texts(path):
            if name not in said:
                raise EvalError(f"{path.name}: {name!r} is not among the questions. Give both files of one version.")
            *history, question = said[name].split(f"\n{_USER}")
            rewrites.append(Rewrite(tuple(history), question, text))
    return rewrites


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    for at, record in _lines(path):
        yield take_text(record, "_id", at=at), take_text(record, "text", at=at).removeprefix(_USER).strip()


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield the place and the record of each line that is not blank."""
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if line.strip():
            at = f"{path.name}, line {number}"
            yield at, parse(line, at=at)
