"""What readers have said of a library's answers, as a question set in Quoth's own format.

A place is written with the digest of its document's text, so that it is found in the library and in a folder of the
same files alike, and with the name of the file for when that has changed. Left out: questions of which nobody has said
where the answer is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import Any

import qa

__all__ = ["FeedbackSet", "export_feedback"]

_READ_AT_ONCE = 16  # documents


@dataclass(frozen=True, slots=True)
class FeedbackSet:
    """Questions for an evaluation, and what became of the rest.

    rows: what `json.dumps` takes, a line of the set each, in the order of the feedback. n_feedback: how much there was.
    repeated: feedback on a question that was judged again since. contradicted: questions judged in different ways, of
    which the latest counts. unknown: wrong, and nobody has marked what answers. lost: every place that answers is of a
    document that is gone or has changed.
    """

    rows: tuple[dict[str, Any], ...]
    n_feedback: int
    repeated: int
    contradicted: int
    unknown: int
    lost: int

    @property
    def n_answerable(self) -> int:
        """How many questions have an answer in the documents."""
        return sum(bool(row["gold"]) for row in self.rows)


def export_feedback(library: qa.Library) -> FeedbackSet:
    """Return the feedback of readers as questions with the places that answer them.

    Feedback on the same question after the same history, white space aside, is of one question: the latest counts, or
    of those with the same verdict the latest that says where the answer is.
    """
    by_question: dict[tuple[str, ...], list[qa.Feedback]] = {}
    feedback = library.feedback()
    for each in feedback:
        key = tuple(" ".join(text.split()) for text in (*each.history, each.question))
        by_question.setdefault(key, []).append(each)
    names = _name_documents(library)
    document = lru_cache(_READ_AT_ONCE)(library.document)
    rows: list[dict[str, Any]] = []
    left_out: Counter[str] = Counter()
    for said in by_question.values():
        latest = said[-1]
        agreeing = [each for each in reversed(said) if each.verdict == latest.verdict]
        chosen = next((each for each in agreeing if not _tell_lacking(each, names, document)), latest)
        lacking = _tell_lacking(chosen, names, document)
        if lacking:
            left_out[lacking] += 1
        else:
            rows.append(_write_row(chosen, names, document))
    judged = [{each.verdict for each in said} for said in by_question.values()]
    return FeedbackSet(
        rows=tuple(rows),
        n_feedback=len(feedback),
        repeated=len(feedback) - len(by_question),
        contradicted=sum(len(verdicts) > 1 for verdicts in judged),
        unknown=left_out["unknown"],
        lost=left_out["lost"],
    )


def _name_documents(library: qa.Library) -> dict[str, str]:
    """Return the name of each document in a set, by its id: that of its file, else the id."""
    return {info.id: PurePath(info.source).name or info.id for info in library.documents()}


def _list_claimed(feedback: qa.Feedback) -> list[qa.Excerpt]:
    """Return the places that a reader says answer."""
    quote = feedback.quote if feedback.verdict == "right" else None
    return [place for place in (quote, feedback.passage) if place]


def _list_held(
    feedback: qa.Feedback, names: dict[str, str], document: Callable[[str], qa.Document]
) -> list[qa.Excerpt]:
    """Return those of the places that are still there, as they were."""
    return [
        place
        for place in _list_claimed(feedback)
        if place.document_id in names and place.holds(document(place.document_id))
    ]


def _tell_lacking(feedback: qa.Feedback, names: dict[str, str], document: Callable[[str], qa.Document]) -> str:
    """Return why a feedback is no question of a set: `unknown`, `lost`, or "" for one that is."""
    if _list_claimed(feedback):
        return "" if _list_held(feedback, names, document) else "lost"
    return "unknown" if feedback.verdict == "wrong" else ""


def _write_row(feedback: qa.Feedback, names: dict[str, str], document: Callable[[str], qa.Document]) -> dict[str, Any]:
    gold = [
        {
            "document": names[place.document_id],
            "text": place.text,
            "start": place.start,
            "end": place.end,
            "sha256": place.sha256,
        }
        for place in _list_held(feedback, names, document)
    ]
    row: dict[str, Any] = {"id": feedback.id, "question": feedback.question, "kind": feedback.verdict, "gold": gold}
    return row | ({"history": list(feedback.history)} if feedback.history else {})
