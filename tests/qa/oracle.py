"""What an index must answer: the estimator, fitted anew to all passages by document id and place.

A passage is fitted with what it is found by: the words that its document is called by, the headings above, its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import pytest

import qa
from qa.index import Index
from qa.preparing.passages import name_document, write_indexed
from qa.preparing.prepare import prepare
from qa.ranking.formulas import column_name

PASSAGE_SIZE = 30  # characters: a few words make several passages

WORDS = "museum ticket harbour old Haus Häuser neu книга книги 多少钱 the of der und 😀 the the".split()
LANGUAGES = ["en", "de", "ru", "zh", "und"]
CARRIED: Mapping[str, float] = {"museum": 0.5, "Haus": 0.25, "книги": 0.1, "少": 0.3}
HELD = {  # for where a few documents do
    name: qa.Document(
        id=name, text=text, title=title, source=source, language=language, page_starts=(0,), headings=headings
    )
    for name, title, source, text, language, headings in [
        (
            *("museum", "museum", "", "The museum opens at nine. A ticket costs 14 euros.\n\nIt is old."),
            *("en", ()),
        ),
        (
            *("haus", "Alte Häuser", "files/harbour plan.txt"),
            *("Fenster\n\nDas neue Haus hat viele Fenster. Die alten Häuser nicht.", "de", ((0, 7),)),
        ),
        ("empty", "Ticket", "", "", "en", ()),
    ]
}
QUESTIONS = [
    *("Where is the old museum of tickets?", "Welches Haus ist neu?", "книги музей", "多少钱", "nothing known"),
    *("harbour plan", "Fenster"),
]


def put(index: Index, *documents: qa.Document) -> None:
    """Add documents in short passages."""
    index.add(prepare(documents, size=PASSAGE_SIZE))


def change(index: Index, held: dict[str, qa.Document], what: list[qa.Document] | int) -> None:
    """Add documents, or remove the one at a place, in an index and in what it should hold."""
    if not isinstance(what, int):
        put(index, *what)
        held |= {document.id: document for document in what}
    elif held:
        gone = sorted(held)[what % len(held)]
        index.remove(gone)
        del held[gone]


def write_found_by(document: qa.Document) -> list[str]:
    """Return the texts that the passages of a document, in short passages, are found by."""
    name = name_document(document.title, document.source, document.id)
    return [write_indexed(name, p.heading, p.text) for p in qa.split(document, size=PASSAGE_SIZE)]


def answers_as_the_estimator(
    index: Index, documents: Mapping[str, qa.Document], questions: Sequence[str] = QUESTIONS
) -> None:
    """All that an index says of its passages is what the estimator says of them, to the last bits of a sum."""
    passages = [p for name in sorted(documents) for p in qa.split(documents[name], size=PASSAGE_SIZE)]
    texts = [text for name in sorted(documents) for text in write_found_by(documents[name])]
    oracle = qa.TfidfRetriever().fit(texts, languages=[p.language for p in passages])
    names = [*WORDS, "hous", "haus", "книг", "多 少", "volcano"]
    with index.view() as view:
        assert [info.id for info in view.documents()] == sorted(documents)
        assert view.n_passages == oracle.n_passages_
        assert list(view.languages) == list(oracle.languages_)
        for language in LANGUAGES:
            columns = [column_name(name, language) for name in names]
            assert view.holds(names, language) == [column in oracle.vocabulary_ for column in columns]
            assert view.idf(names, language) == oracle.idf_of(columns).tolist()
        halves = [None, sorted(documents)[::2]]
        none: Mapping[str, float] = {}
        for question, k, chosen, earlier in product(questions, (1, 3, 500), halves, (none, CARRIED)):
            among = None if chosen is None else np.array([p.document_id in chosen for p in passages], dtype=bool)
            rows, scores = oracle.nearest(question, k, among, earlier)
            wanted = [(passages[row], score) for row, score in zip(rows, scores, strict=True) if score]
            hits = view.search(question, k, chosen, earlier)
            assert [hit.passage for hit in hits] == [passage for passage, _ in wanted], (
                question,
                k,
                [(h.passage.document_id, h.passage.ordinal, h.score) for h in hits],
                [(p.document_id, p.ordinal, s) for p, s in wanted],
            )
            assert [hit.score for hit in hits] == pytest.approx([score for _, score in wanted], abs=1e-12)
