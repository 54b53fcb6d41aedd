"""Documents are prepared alone or together with the same outcome, and one that cannot be holds up no other."""

from __future__ import annotations

import pytest

import qa
from qa.preparing import prepare as module
from qa.preparing.passages import split
from qa.preparing.prepare import Prepared, Unprepared, prepare_each
from qa.ranking.vocabulary import Vocabulary
from qa.types import Passage
from tests.qa.hostile import HOSTILE

DOCUMENTS = [qa.Document(id=f"d{n}", text=f"The museum opened in {1900 + n}.") for n in range(5)]


def test_a_document_over_which_it_fails_is_named_and_the_others_are_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: qa.Document, size: int) -> list[Passage]:
        if document.id == "d2":
            raise RecursionError("too deep")
        return split(document, size=size)

    monkeypatch.setattr(module, "cut_passages", fail)
    outcomes = prepare_each(DOCUMENTS, size=100, vocabulary=Vocabulary())
    assert [outcome.document for outcome in outcomes] == DOCUMENTS
    assert [type(outcome) for outcome in outcomes] == [Prepared, Prepared, Unprepared, Prepared, Prepared]
    library = qa.Library()
    with pytest.raises(qa.InvalidDocument, match="'d2' was read, but cannot be indexed: it failed with RecursionError"):
        library.add(*DOCUMENTS)
    assert library.n_documents == 0
    with pytest.raises(qa.InvalidDocument, match="'d2'"):
        library.add_many(DOCUMENTS[2:3])
    assert library.n_documents == 0
    with pytest.raises(qa.InvalidDocument, match="'d2'"):
        library.add_many(DOCUMENTS)
    assert library.n_documents == 4


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_added_asked_and_quoted(name: str) -> None:
    hostile = HOSTILE[name](4_000)
    document = qa.Document(
        id="hostile", text=f"The fee is 14 euros.\n{hostile}\nThe museum takes a fee.\n\nfee {hostile} fee"
    )
    with qa.Library() as library:
        library.add(document)
        assert library.document("hostile") == document
        assert library.check() == []
        for question in ("What is the fee?", "When is a fee of the museum due?", hostile[:300]):
            answer = library.ask(question, min_confidence=0.0)
            assert all(document.text[quote.start : quote.end] == quote.text for quote in answer.quotes)
