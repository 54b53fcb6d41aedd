"""The questions of a set, asked of a library as it stands: which places of its own documents answer them."""

from __future__ import annotations

from dataclasses import replace

import qa
from eval.records import EvalError, QuestionSet, SetQuestion

__all__ = ["place_questions"]


def place_questions(question_set: QuestionSet, library: qa.Library) -> QuestionSet:
    """Return the questions as they can be asked of a library: with the places of its own documents.

    A document of the set is known in the library by its text, letter for letter, whatever its id; where several have
    the text, the answer is in each. A question whose documents are all missing is left out, and a note says so. The
    documents that come back are those of the set that the library holds, without candidates.
    Raises EvalError when no question with an answer is left.
    """
    ids: dict[str, list[str]] = {}
    for info in library.documents():
        ids.setdefault(info.sha256, []).append(info.id)
    held = {document.id: ids.get(document.sha256, []) for document in question_set.documents}

    def move(question: SetQuestion) -> SetQuestion | None:
        gold = {replace(place, document_id=new) for place in question.gold for new in held[place.document_id]}
        asked = tuple(sorted({new for old in question.documents for new in held[old]}))
        if (question.gold and not gold) or (question.documents and not asked):
            return None
        about = next(iter(held.get(question.about, ())), "")
        return replace(question, gold=tuple(sorted(gold)), documents=asked, candidates=(), about=about)

    questions = [move(question) for question in question_set.questions]
    kept = tuple(question for question in questions if question is not None)
    if not any(question.answerable for question in kept):
        raise EvalError(
            f"No question of {question_set.name} has its answer in a document of this library, which would have to "
            "have the very text of one of the set's. Add the set's documents with `quoth add PATH --library DIR`, or "
            "name the library that holds them."
        )
    left_out = len(questions) - len(kept)
    share = f"{left_out} of {len(questions)} questions"
    note = f"Left out, as the library does not hold the documents that answer them: {share}."
    documents = tuple(library.document(name) for name in sorted({name for names in held.values() for name in names}))
    return QuestionSet(question_set.name, documents, kept, (*question_set.notes, *([note] if left_out else [])))
