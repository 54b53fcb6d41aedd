"""Passages as they are kept, and their scores: what is packed comes back, and the best are taken whatever ties."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.clickhouse.scoring import Best, Read, Reader, Scored, Scorer, pack_passage, select_best, unpack_text
from qa.preparing.prepare import prepare

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def passage_of(number: int, text: str = "", language: str = "en") -> Read:
    """Return a passage of a document that has this number for its id."""
    return Read(number, f'{language} ["{number:03}", 0, 0, {len(text)}, null]\n{text}'.encode())


def test_a_passage_is_kept_with_all_that_is_known_of_it() -> None:
    text = "A heading\n\nWhere is it?\n\nTwo lines\nof text. And more."
    document = qa.Document(text=text, id="a b", title="Hafen", language="de", headings=((0, 9),), heading_levels=(3,))
    (prepared,) = prepare([document], size=20)
    passages = qa.split(document, size=20)
    for ordinal, place in enumerate(prepared.places):
        kept = pack_passage(document, ordinal, place)
        passage = Read(7, kept).passage()
        assert passage == passages[ordinal]
        assert Read(7, kept).indexed == f"Hafen\nA heading\n{passage.text}"
        assert (passage.document_id, passage.ordinal, passage.language) == ("a b", ordinal, "de")
        assert passage.text == document.text[place.start : place.end] == unpack_text(kept)
        assert (passage.start, passage.end, passage.heading) == (place.start, place.end, place.heading)


def test_what_an_earlier_version_kept_is_read_without_the_name_of_its_document() -> None:
    kept = b'en ["a", 2, 5, 13, "Fees", null, 3, [[5, 13]]]\nThe sea.'
    passage = Read(7, kept).passage()
    assert (passage.ordinal, passage.sentences, passage.leads, passage.line) == (2, ((5, 13),), (), 3)
    assert Read(7, kept).indexed == "Fees\nThe sea."


@given(document_id=texts.filter(bool), text=texts)
def test_whatever_a_document_is_called_its_passages_come_back(document_id: str, text: str) -> None:
    document = qa.Document(text=f"{text}\nThe sea.", id=document_id)
    (prepared,) = prepare([document])
    for ordinal, place in enumerate(prepared.places):
        passage = Read(0, pack_passage(document, ordinal, place)).passage()
        assert (passage.document_id, passage.ordinal) == (document_id, ordinal)
        assert document.text[passage.start : passage.end] == passage.text


@given(scores=st.lists(st.sampled_from([0.1, 0.2, 0.3]), max_size=12), n=st.integers(1, 6))
def test_of_those_that_tie_the_first_by_document_are_taken(scores: Sequence[float], n: int) -> None:
    scored = [(score, Scored(passage_of(number), score, 0.0)) for number, score in enumerate(scores)]
    expected = sorted(scored, key=lambda each: (-each[0], each[1].read.key))[:n]
    assert sorted(select_best(scored[::-1], n), key=lambda each: (-each[0], each[1].read.key)) == expected


def test_the_best_are_kept_over_several_additions() -> None:
    best = Best(2)
    best.add([Scored(passage_of(1), 0.2, 0.0)])
    assert best.last == 0.0, "fewer than are wanted"
    best.add([Scored(passage_of(2), 0.5, 0.0), Scored(passage_of(3), 0.1, 0.0)])
    assert {one.read.number for one in best.passages} == {1, 2}
    assert best.last == 0.2
    assert best.seen == {1, 2, 3}


def test_passages_are_scored_in_their_order_by_the_terms_that_they_hold() -> None:
    scorer = Scorer(Reader(), {"museum": 0.5, "tide": 0.25}, {"en": 4.0}, {})
    passages = [
        passage_of(1, "The harbour."),
        passage_of(2, "The museum of the tide."),
        passage_of(3, "The tide, the tide."),
        passage_of(4, "The tide."),
    ]
    scored = scorer.score(passages)
    assert [one.read.number for one in scored] == [1, 2, 3, 4]
    nothing, both, twice, once = (one.score for one in scored)
    assert nothing == 0.0
    assert both > twice > 0.0
    assert both > once > 0.0
    assert scorer.score([]) == []
    heavy = Scorer(Reader(), {"tide": 900.0}, {"en": 4.0}, {})
    assert [one.score for one in heavy.score(passages[3:])] == [1.0], "never above 1"
