"""Examples from documents as the library cuts and finds them: passages of our own, and the ones it takes for them.

For a question of everyday documents the passage that answers, with title and headings in front; for one that the
document does not answer, the passages that the library would rather quote. Passages that it finds beside those that
answer are what the reader has to tell from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import qa
from eval.places import overlaps
from eval.records import QuestionSet, SetQuestion
from eval.training.reader.samples.records import Example

__all__ = ["read_everyday_passages", "read_rivals"]

_N_UNSAID = 2  # passages that do not answer, of a question that its document does not answer


def _write_example(question: SetQuestion, passage: qa.Passage, title: str, source: str, kind: str) -> Example:
    inside = {
        (max(gold.start, passage.start) - passage.start, min(gold.end, passage.end) - passage.start)
        for gold in question.gold
        if overlaps(gold, passage)
    }
    head = " › ".join(filter(None, (title, passage.heading)))
    return Example(question.text, passage.text, tuple(sorted(inside)), head, source, kind)


def read_everyday_passages(questions: QuestionSet) -> Iterator[Example]:
    """Yield examples of everyday documents: of each question its passages, and one of its document that it is not."""
    titles = {document.id: document.title for document in questions.documents}
    with qa.Library() as library:
        library.add(*questions.documents)
        for question in questions.questions:
            own = [question.about or question.gold[0].document_id]
            ranked = [hit.passage for hit in library.search(question.text, k=10, documents=own)]
            right = [each for each in ranked if any(overlaps(each, gold) for gold in question.gold)]
            for passage in right:
                yield _write_example(question, passage, titles[own[0]], questions.name, "everyday")
            others = [each for each in ranked if each not in right]
            for passage in others[: 1 if question.gold else _N_UNSAID]:
                yield _write_example(question, passage, titles[own[0]], questions.name, "beside")


def read_rivals(documents: Sequence[qa.Document], questions: Sequence[SetQuestion], source: str) -> Iterator[Example]:
    """Yield, for each question that is answered, the passage of another document that the library finds for it."""
    titles = {document.id: document.title for document in documents}
    with qa.Library() as library:
        library.add(*documents)
        for question in questions:
            own = {gold.document_id for gold in question.gold}
            for hit in library.search(question.text, k=5) if own else ():
                if hit.passage.document_id not in own:
                    passage = hit.passage
                    yield _write_example(question, passage, titles[passage.document_id], source, "rival")
                    break
