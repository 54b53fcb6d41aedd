"""Which windows the reader is given, and what comes of them."""

from __future__ import annotations

from hypothesis import given

import qa
from qa.reader.consult import consult
from qa.scoring.evidence import load_evidence_model, select
from tests.qa.reader_of_words import WordReader
from tests.qa.strategies import documents, questions


def find(library: qa.Library, question: str) -> list[qa.Evidence]:
    return select(library.match(question), load_evidence_model())


@given(documents(), questions())
def test_what_is_read_is_around_the_best_sentences_and_nothing_else_changes(
    given_documents: list[qa.Document], question: str
) -> None:
    library = qa.Library()
    library.add(*given_documents)
    evidence, reader = find(library, question), WordReader()
    read = consult(reader, question, evidence, {}, 3)
    assert [sentence.span for sentence in read] == [sentence.span for sentence in evidence]
    assert [sentence.score for sentence in read] == [sentence.score for sentence in evidence]
    assert len(reader.read) <= 3
    assert len(set(reader.read)) == len(reader.read) or len(given_documents) > 1
    english = [sentence for sentence in read if sentence.passage.language == "en"]
    assert not english or english[0].read
    for sentence in read:
        if sentence.read:
            assert sentence.span.start <= sentence.read.focus.start <= sentence.read.focus.end <= sentence.span.end


def test_windows_are_given_with_title_and_headings() -> None:
    library = qa.Library()
    (guide,) = library.add(qa.Document(text="# Fees\n\n## Boats\n\nA berth costs 14 euros.", title="Harbour"))
    evidence, reader = find(library, "What does a berth cost?"), WordReader()
    consult(reader, "What does a berth cost?", evidence, {guide: "Harbour"}, 3)
    assert reader.read[0][2].startswith("Harbour")
    assert "Boats" in reader.read[0][2]


def test_other_languages_are_not_read() -> None:
    library = qa.Library()
    library.add(qa.Document(text="Der Eintritt kostet 14 Euro. Das Museum ist offen.", language="de"))
    evidence, reader = find(library, "Was kostet der Eintritt?"), WordReader()
    assert evidence
    assert not any(sentence.read for sentence in consult(reader, "Was kostet der Eintritt?", evidence, {}, 3))
    assert reader.read == []


def test_nothing_found_is_nothing_read() -> None:
    assert consult(WordReader(), "Who?", [], {}, 3) == []
