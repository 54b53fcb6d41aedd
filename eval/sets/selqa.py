"""Sets in the format of SelQA (Jurczyk et al. 2016), answer sentence selection: which sentences of a section answer.

    [{"question": "…", "article": "…", "section": "…", "candidates": ["sentence", …], "answers": [5]}]

One JSON list; each section becomes a document, its sentences joined by a space. So a set serves two tasks: to find the
answer among all sections, and to rank the candidates of each question, whose places its record keeps.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets.fields import load, question_text, take

__all__ = ["read_selqa"]


def read_selqa(path: Path) -> QuestionSet:
    """Return the set in a JSON file; questions keep their order and are numbered from 0.

    Sections with the same sentences are one document, the first. Blank candidates are left out. A question's kind is
    `paraphrase` or `original` where the file says so.
    """
    records = load(path)
    if not isinstance(records, list) or not records:
        raise EvalError(f"{path} holds no list of questions. Give a file in SelQA's format: question, candidates, …")
    documents: dict[str, qa.Document] = {}
    questions = []
    blank = 0
    width = len(str(len(records) - 1))
    for number, record in enumerate(records):
        at = f"{path.name}, [{number}]"
        text = question_text(record, at=at)
        sentences = _read_sentences(record, at=at)
        section = " ".join(sentence for sentence in sentences if sentence)
        if not section:
            raise EvalError(f"{at}: all of 'candidates' are blank. Write them out, or delete the entry.")
        names = (take({"article": "", "section": "", **record}, name, str, at=at) for name in ("article", "section"))
        title = ", ".join(filter(None, names))
        document = documents.setdefault(section, qa.Document(text=section, id=f"{number:0{width}}", title=title))
        blank += sentences.count("")
        places, start = [], 0
        for sentence in sentences:
            places.append(qa.Span(document.id, start, start + len(sentence)))
            start += len(sentence) + bool(sentence)
        gold = {places[i] for i in _read_answers(record, len(places), at=at) if sentences[i]}
        questions.append(
            SetQuestion(
                id=f"{number:0{width}}",
                text=text,
                kind=_kind_of(record, answerable=bool(gold)),
                gold=tuple(sorted(gold)),
                candidates=tuple(place for place, sentence in zip(places, sentences, strict=True) if sentence),
            )
        )
    notes = (f"Blank candidates left out: {blank}.",) if blank else ()
    return QuestionSet(path.stem, tuple(documents.values()), tuple(questions), notes)


def _read_sentences(record: Any, *, at: str) -> list[str]:
    """Return the candidates without white space around them; blank ones stay, so that numbers still fit."""
    sentences = take(record, "candidates", list, at=at)
    for i, sentence in enumerate(sentences):
        if not isinstance(sentence, str):
            raise EvalError(f"{at}: candidates[{i}] holds {str(sentence)[:60]!r}. It must be a text.")
    return [sentence.strip() for sentence in sentences]


def _read_answers(record: Any, n: int, *, at: str) -> list[int]:
    answers = take(record, "answers", list, at=at)
    for answer in answers:
        if type(answer) is not int or not 0 <= answer < n:
            raise EvalError(
                f"{at}: 'answers' holds {str(answer)[:60]!r}. "
                f"Each must be the number of a candidate, from 0 to {n - 1}."
            )
    return answers


def _kind_of(record: Any, *, answerable: bool) -> str:
    if not answerable:
        return "unanswerable"
    return {True: "paraphrase", False: "original"}.get(record.get("is_paraphrase"), "answerable")
