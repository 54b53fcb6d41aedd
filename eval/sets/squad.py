"""Sets in the format of SQuAD 1.1 and 2.0 (Rajpurkar et al. 2016, 2018): each paragraph becomes a document.

Document ids are `{article}-{paragraph}`, counted from 0 and padded with zeros. Paragraphs with the same text are one
document, the first: a system can't tell them apart, and either would be right. An answer whose offset does not fit is
moved to the nearest occurrence of its text. What was mended or left out is counted in the notes.
`plausible_answers` are not read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import qa
from eval.records import EvalError, QuestionSet, SetQuestion
from eval.sets.fields import load, question_text, take

__all__ = ["nearest", "read_squad"]

_NOTES = {
    "merged": "Paragraphs merged into an earlier one with the same text: {n}.",
    "mended": "Answers moved to the nearest occurrence of their text, as their offset was wrong: {n}.",
    "dropped": "Answers dropped, as their paragraph does not hold them: {n}.",
    "lost": "Questions left out, as all their answers were dropped: {n}.",
    "renamed": "Questions given a new id, as theirs was used before: {n}.",
    "joined": "Questions joined with an earlier one of the same words about the same article: {n}.",
    "apart": "Each question is asked of the paragraphs of its own article.",
}


def read_squad(path: Path, *, articles: slice = slice(None), apart: bool = False) -> QuestionSet:
    """Return the set in a JSON file; questions keep their order.

    articles: which of its articles to read; all of them by default.
    apart: whether each question is asked of its own article alone, where questions do not say which they mean; the
    same question about several of an article's paragraphs is then one, which each of them answers.
    """
    data = take(load(path), "data", list, at=path.name)
    documents: dict[str, qa.Document] = {}
    questions: dict[str, SetQuestion] = {}
    counts: Counter[str] = Counter()
    article_width = len(str(max(len(data) - 1, 0)))
    for a, article in list(enumerate(data))[articles]:
        at = f"{path.name}, data[{a}]"
        paragraphs = take(article, "paragraphs", list, at=at)
        width = len(str(max(len(paragraphs) - 1, 0)))
        held: dict[str, None] = {}  # ids of this article's documents, in order
        about: list[SetQuestion] = []  # of this article
        for p, paragraph in enumerate(paragraphs):
            place = f"{at}.paragraphs[{p}]"
            text = take(paragraph, "context", str, at=place)
            counts["merged"] += text in documents
            document = documents.setdefault(
                text,
                qa.Document(text=text, id=f"{a:0{article_width}}-{p:0{width}}", title=str(article.get("title") or "")),
            )
            held.setdefault(document.id)
            for i, record in enumerate(take(paragraph, "qas", list, at=place)):
                question = _read_question(record, document, counts, at=f"{place}.qas[{i}]")
                if question is not None:
                    about.append(replace(question, id=question.id or f"{document.id}-{i}"))
        for question in _join(about, tuple(held), counts) if apart else about:
            unused = _free_id(question.id, questions)
            counts["renamed"] += unused != question.id
            questions[unused] = replace(question, id=unused)
    if not questions:
        raise EvalError(f"{path} holds no questions. Give a file in SQuAD's format: data, paragraphs, qas.")
    counts["apart"] = apart
    notes = tuple(note.format(n=counts[key]) for key, note in _NOTES.items() if counts[key])
    return QuestionSet(path.stem, tuple(documents.values()), tuple(questions.values()), notes)


def nearest(text: str, words: str, offset: int) -> int | None:
    """Return the start of the occurrence of `words` in `text` nearest to `offset`, the earlier of two; None if none.

    >>> nearest("a b a", "a", 3), nearest("a b a", "a", 2), nearest("a b a", "c", 0)
    (4, 0, None)
    """
    offset = min(max(offset, 0), len(text))
    before = text.rfind(words, 0, offset + len(words))
    after = text.find(words, offset)
    starts = [start for start in (before, after) if start >= 0]
    return min(starts, key=lambda start: abs(start - offset), default=None)


def _read_question(record: Any, document: qa.Document, counts: Counter[str], *, at: str) -> SetQuestion | None:
    text = question_text(record, at=at)
    question_id = str(record.get("id") or "")
    answers = [] if record.get("is_impossible") else take({"answers": [], **record}, "answers", list, at=at)
    if not answers:
        return SetQuestion(question_id, text, "unanswerable")
    places = {_locate(answer, document, counts, at=f"{at}.answers[{i}]") for i, answer in enumerate(answers)}
    gold = tuple(sorted(place for place in places if place is not None))
    counts["lost"] += not gold
    return SetQuestion(question_id, text, "answerable", gold) if gold else None


def _join(questions: list[SetQuestion], documents: tuple[str, ...], counts: Counter[str]) -> list[SetQuestion]:
    """Return the questions of an article, to be asked of its documents, those of the same words as one."""
    same: dict[str, SetQuestion] = {}
    for question in questions:
        first = same.setdefault(question.text.casefold(), question)
        counts["joined"] += first is not question
        gold = tuple(sorted({*first.gold, *question.gold}))
        kind = "answerable" if gold else "unanswerable"
        same[question.text.casefold()] = replace(first, kind=kind, gold=gold, documents=documents)
    return list(same.values())


def _locate(answer: Any, document: qa.Document, counts: Counter[str], *, at: str) -> qa.Span | None:
    stated = take(answer, "text", str, at=at)
    words = stated.strip()  # white space at the ends would reach into the sentences beside it
    offset = take(answer, "answer_start", int, at=at) + len(stated) - len(stated.lstrip())
    start = nearest(document.text, words, offset) if words else None
    counts["dropped"] += start is None
    if start is None:
        return None
    counts["mended"] += start != offset
    return qa.Span(document.id, start, start + len(words))


def _free_id(wanted: str, taken: dict[str, SetQuestion]) -> str:
    if wanted not in taken:
        return wanted
    n = 2
    while f"{wanted}#{n}" in taken:
        n += 1
    return f"{wanted}#{n}"
