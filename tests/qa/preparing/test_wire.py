"""What a worker answers is what preparing gives here; what cannot be true is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.prepare import Prepared, prepare
from qa.preparing.wire import Answerer, answer, pack, unpack
from qa.text.unicode import without_surrogates
from tests.qa.oracle import LANGUAGES, WORDS


def spell(prepared: Sequence[Prepared]) -> Iterator[tuple[object, ...]]:
    """Yield documents with their places and terms, these by name."""
    for each in prepared:
        names, terms = each.terms.names, each.terms
        words, pairs = ([names[place] for place in places.tolist()] for places in (terms.words, terms.pairs))
        yield each.document, list(each.places), words, terms.lengths.tolist(), pairs, terms.pair_rows.tolist()


texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=9), max_size=20).map(" ".join).map(without_surrogates)
documents_ = st.lists(st.builds(qa.Document, text=texts, language=st.sampled_from(LANGUAGES)), max_size=5)


@given(st.lists(documents_, min_size=1, max_size=3), st.integers(1, 60))
def test_an_answer_says_what_preparing_gives(given_: list[list[qa.Document]], size: int) -> None:
    answerer = Answerer()
    for documents in given_:
        prepared = unpack(answerer.answer(pack(documents, size)), documents)
        assert list(spell(prepared)) == list(spell(prepare(documents, size=size)))
        for one in prepared:
            passages = qa.split(one.document, size=size)
            assert [json.loads(place.sentences) for place in one.places] == [
                [list(sentence) for sentence in passage.sentences] for passage in passages
            ]


@given(st.data())
def test_an_answer_that_cannot_be_true_is_refused_or_harmless(data: st.DataObject) -> None:
    documents = [qa.Document(text="The museum. 多少钱", language="zh"), qa.Document(text="A harbour.")]
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
            edges = [edge for sentence in json.loads(place.sentences) for edge in sentence]
            assert edges == sorted(edges)
            assert all(place.start <= edge <= place.end for edge in edges)
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


def test_a_worker_answers_as_an_answerer_does() -> None:
    request = pack([qa.Document(text="A harbour. A ferry.")], 50)
    assert answer(request, {}) == Answerer().answer(request)
