"""The words of a question beside the sentences that were found for it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

import qa
from tests.qa.strategies import documents, questions


@given(documents(), questions())
def test_every_array_follows_the_sentences(given_documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*given_documents)
    match = library.match(question)
    n, m = match.n, len(match.query.names)
    for array in (match.counts, match.exact, match.alike, match.soft, match.before, match.after, match.elsewhere):
        assert array.shape == (n, m)
    assert ((match.soft >= 0.0) & (match.soft <= 1.0)).all()
    assert (match.soft <= match.elsewhere).all()
    assert not ((match.exact > 0.0) & (match.alike > 0.0)).any()
    assert np.isclose(sum(match.blocks()), 1 - (1 - match.soft) * (1 - match.before) * (1 - match.after)
                      * (1 - match.elsewhere)).all()  # fmt: skip


def test_a_sentence_is_found_by_its_place(library: qa.Library) -> None:
    match = library.match("Who founded the museum?")
    for row in range(match.n):
        passage = match.hits[match.passage[row]].passage
        assert match.row(qa.Span(passage.document_id, *passage.sentences[match.place[row]])) == row
    with pytest.raises(StopIteration):
        match.row(qa.Span("museum", 1, 2))


def test_neighbours_are_those_of_the_same_passage() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="The harbour is old. It rains."), qa.Document(id="b", text="A harbour."))
    match = library.match("harbour")
    of = {
        (match.hits[p].passage.document_id, s): k
        for k, (p, s) in enumerate(zip(match.passage, match.place, strict=True))
    }
    harbour = match.query.names.index("harbour")
    assert match.before[of["a", 1], harbour] == 1.0
    assert match.before[of["b", 0], harbour] == match.after[of["a", 0], harbour] == 0.0
