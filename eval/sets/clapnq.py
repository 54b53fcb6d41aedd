"""Sets in the format of ClapNQ (Rosenthal et al. 2025): real users' questions, each with a passage and, of that, the
sentences that answer.

    {"id": "…", "input": "question", "passages": [{"title": "…", "text": "…", "sentences": ["…", …]}],
     "output": [{"selected_sentences": ["…", …]}]}

One JSON object a line; each passage becomes a document, its text as it is given. Gold are the sentences that at least
one annotator selected, each at its own place in the list of sentences. Left out: the answers in annotators' own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets.fields import parse, question_text, read_text, take, take_text

__all__ = ["read_clapnq"]


def read_clapnq(*paths: Path) -> QuestionSet:
    """Return one set over the passages of all files, named after the first; questions keep their order.

    Passages with the same text are one document, the first. Ids are the file's name and the line, as in `dev-007`.
    """
    documents: dict[str, qa.Document] = {}
    questions: dict[str, SetQuestion] = {}
    merged = 0
    for path in paths:
        lines = read_text(path).splitlines()
        width = len(str(len(lines)))
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            at = f"{path.name}, line {number}"
            record = parse(line, at=at)
            question_id = take_text(record, "id", at=at)
            if question_id in questions:
                raise EvalError(f"{at}: id {question_id!r} was used before. Give each question its own.")
            places: dict[str, list[qa.Span]] = {}
            for n, passage in enumerate(take(record, "passages", list, at=at)):
                inside = f"{at}, passages[{n}]"
                text = take_text(passage, "text", at=inside)
                title = take({"title": "", **passage}, "title", str, at=inside)
                new_id = f"{path.stem}-{number:0{width}}" + (f"-{n}" if n else "")
                merged += text in documents
                document = documents.setdefault(text, qa.Document(text=text, id=new_id, title=title))
                _locate(take(passage, "sentences", list, at=inside), document, places, at=inside)
            gold = _read_selected(record, places, at=at)
            kind = "answerable" if gold else "unanswerable"
            questions[question_id] = SetQuestion(question_id, _read_question(record, at=at), kind, gold)
    if not questions:
        raise EvalError(f"{', '.join(map(str, paths))}: no questions. Write one JSON object a line.")
    notes = (f"Passages merged into an earlier one with the same text: {merged}.",) if merged else ()
    return QuestionSet(paths[0].stem, tuple(documents.values()), tuple(questions.values()), notes)


def _read_question(record: Mapping[str, Any], *, at: str) -> str:
    return question_text({"question": take(record, "input", str, at=at)}, at=at)


def _locate(sentences: list[Any], document: qa.Document, places: dict[str, list[qa.Span]], *, at: str) -> None:
    """Add the place of each sentence of a passage to `places`; a sentence that is there twice has two."""
    end = 0
    for n, sentence in enumerate(sentences):
        if not isinstance(sentence, str) or not sentence.strip():
            raise EvalError(f"{at}, sentences[{n}] holds {str(sentence)[:60]!r}. It must be a text with words.")
        start = document.text.find(sentence, end)
        if start < 0:
            raise EvalError(
                f"{at}, sentences[{n}]: the passage does not hold {sentence[:60]!r} after the sentences before it. "
                "Copy it letter for letter, in the passage's order."
            )
        end = start + len(sentence)
        places.setdefault(sentence, []).append(qa.Span(document.id, start, end))


def _read_selected(record: Mapping[str, Any], places: Mapping[str, list[qa.Span]], *, at: str) -> tuple[qa.Span, ...]:
    gold: set[qa.Span] = set()
    for n, output in enumerate(take(record, "output", list, at=at)):
        for sentence in take(output, "selected_sentences", list, at=f"{at}, output[{n}]"):
            if not isinstance(sentence, str) or sentence not in places:
                raise EvalError(
                    f"{at}, output[{n}]: {str(sentence)[:60]!r} was selected, and is none of the passages' sentences. "
                    "Copy it letter for letter."
                )
            gold.update(places[sentence])
    return tuple(sorted(gold))
