"""What a worker answers is what preparing gives here; what cannot be true is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.places import read_places
from qa.preparing.prepare import Prepared, prepare
from qa.preparing.wire import Answerer, answer, pack, unpack
from qa.text.stems import term
from qa.text.unicode import without_surrogates
from tests.qa.oracle import LANGUAGES, WORDS


def spell(prepared: Sequence[Prepared]) -> Iterator[tuple[object, ...]]:
    """Yield documents with their places and terms, these by name."""
    for each in prepared:
        names, terms = each.terms.names, each.terms
        words, pairs = ([names[place] for place in places.tolist()] for places in (terms.words, terms.pairs))
        yield each.document, list(each.places), words, terms.lengths.tolist(), pairs, terms.pair_rows.tolist()


texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=9), max_size=20).map(" ".join).map(without_surrogates)
LINES = ["Where is it?", "Q: What is old?", "A: It is.", "Bring:", "- a ticket", "Fees", "2.1 The harbour is old."]


@st.composite
def written(draw: st.DrawFn) -> qa.Document:
    """A document of lines that lead to others, with or without a heading, a title and a source."""
    lines = draw(st.lists(texts | st.sampled_from(LINES), max_size=6))
    text = draw(st.sampled_from(["\n", "\n\n"])).join(lines)
    end = len(lines[0]) if lines else 0
    headings = draw(st.sampled_from([(), ((0, end),)])) if end else ()
    return qa.Document(
        text=text,
        title=draw(st.sampled_from(["", "Old museum", "d"])),
        source=draw(st.sampled_from(["", "files/harbour.txt"])),
        headings=headings,
        heading_levels=(2,) * len(headings) if draw(st.booleans()) else (),
        language=draw(st.sampled_from(LANGUAGES)),
    )


documents_ = st.lists(written(), max_size=5)


@given(st.lists(documents_, min_size=1, max_size=3), st.integers(1, 60))
def test_an_answer_says_what_preparing_gives(given_: list[list[qa.Document]], size: int) -> None:
    answerer = Answerer()
    for documents in given_:
        prepared = unpack(answerer.answer(pack(documents, size)), documents)
        assert list(spell(prepared)) == list(spell(prepare(documents, size=size)))
        for one in prepared:
            passages = qa.split(one.document, size=size)
            assert [read_places(place.sentences) for place in one.places] == [
                (passage.sentences, passage.leads) for passage in passages
            ]


@given(st.data())
def test_an_answer_that_cannot_be_true_is_refused_or_harmless(data: st.DataObject) -> None:
    led = qa.Document(text="Where?\n\nA museum.", language="en", headings=((0, 6),), heading_levels=(2,))
    documents = [qa.Document(text="The museum. 多少钱", language="zh"), qa.Document(text="A harbour."), led]
    answer = bytearray(Answerer().answer(pack(documents, 12)))
    for at in data.draw(st.lists(st.integers(0, len(answer) - 1), min_size=1, max_size=3)):
        answer[at] = data.draw(st.integers(0, 255))
    try:
        prepared = unpack(bytes(answer), documents)
    except (ValueError, TypeError, RecursionError, OverflowError):
        return
    for one in prepared:
        assert "".join(one.document.text[place.start : place.end] for place in one.places) == one.document.text
        for place in one.places:
            sentences, leads = read_places(place.sentences)
            edges = [edge for sentence in sentences for edge in sentence]
            assert edges == sorted(edges)
            assert all(place.start <= edge <= place.end for edge in edges)
            for (start, _), lead in zip(sentences, leads, strict=False):
                assert lead is None or place.start <= lead[0] < lead[1] <= start
    assert len(list(spell(prepared))) == len(documents)


@pytest.mark.parametrize(
    "sentences", ["[[3, 2]]", "[[0, 4], [3, 5]]", "[[0, 99]]", "[[00, 2]]", "[[0]]", "[", "[[0, 2],[3, 4]]"]
)
def test_sentences_out_of_place_are_refused(sentences: str) -> None:
    documents = [qa.Document(text="The museum."), qa.Document(text="A harbour.")]
    answer = Answerer().answer(pack(documents, 50))
    assert answer.count(b'"[[0, 10]]"') == 1
    with pytest.raises(ValueError, match="sentences"):
        unpack(answer.replace(b'"[[0, 10]]"', json.dumps(sentences).encode()), documents)


def test_what_leads_to_sentences_is_said() -> None:
    documents = [qa.Document(text="Where?\n\nA museum.", language="en")]
    answered = Answerer().answer(pack(documents, 50))
    assert answered.count(b'"[[8, 17, 0, 6]]"') == 1
    (prepared,) = unpack(answered, documents)
    assert read_places(prepared.places[0].sentences) == (((8, 17),), ((0, 6),))


@pytest.mark.parametrize("lead", ["0, 9", "6, 6", "7, 6", "0, 99", "9, 17", "0", "0, 6, 1", "null, null", "-1, 2"])
def test_leads_out_of_place_are_refused(lead: str) -> None:
    documents = [qa.Document(text="Where?\n\nA museum.", language="en")]
    answered = Answerer().answer(pack(documents, 50))
    with pytest.raises(ValueError, match=r"leads|sentences"):
        unpack(answered.replace(b"[[8, 17, 0, 6]]", f"[[8, 17, {lead}]]".encode()), documents)


def test_passages_are_found_by_what_their_document_is_called_and_the_headings_above() -> None:
    text = "Fees\n\nIt costs 4 euros."
    document = qa.Document(text=text, title="Museum", source="files/harbour.txt", headings=((0, 4),), language="en")
    (prepared,) = unpack(Answerer().answer(pack([document], 50)), [document])
    names = prepared.terms.names
    words = [names[place] for place in prepared.terms.words.tolist()]
    assert words[:2] == [term("museum"), term("harbour")]
    assert words.count(term("fees")) == 2


def test_a_worker_answers_as_an_answerer_does() -> None:
    request = pack([qa.Document(text="A harbour. A ferry.")], 50)
    assert answer(request, {}) == Answerer().answer(request)
