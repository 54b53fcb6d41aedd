"""The best passages of a segment are those that adding up all postings finds, however few of them are read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import top
from qa.index.segments import maxscore
from qa.index.segments.building import Builder
from qa.index.segments.maxscore import AskedTerm, Scratch, best
from qa.index.segments.segment import Segment
from qa.ranking.vocabulary import read_terms

Floats = npt.NDArray[np.float64]

WORDS = [*(f"w{n}" for n in range(12)), "多", "少", "钱"]
CHANCES = np.array([1 / (rank + 1) for rank in range(len(WORDS))])


def segment_of(seed: int, n_passages: int) -> Segment:
    """A segment of passages whose words are as uneven as those of a language."""
    rng = np.random.default_rng(seed)
    builder = Builder()
    for number in range(n_passages):
        words = rng.choice(WORDS, size=rng.integers(1, 12), p=CHANCES / CHANCES.sum())
        builder.add(f"d{number:04d}", number + 1, "zh", read_terms("zh", [" ".join(words)]))
    segment = builder.build()
    assert segment is not None
    return segment


def all_added(
    segment: Segment, asked: list[AskedTerm], n: int, among: npt.NDArray[np.bool_] | None
) -> list[tuple[int, float]]:
    """What `best` must return: every posting of every term is read."""
    total = np.zeros(segment.n_passages)
    for one in asked:
        rows, counts, _ = segment.postings(np.array([one.term]))
        total[rows] += counts / (counts + one.below[segment.lengths[rows]]) * one.weight
    if among is not None:
        total[~among] = 0.0
    total = np.minimum(total, 1.0)
    chosen = top(total, n)
    return [(row, score) for row, score in zip(chosen.tolist(), total[chosen].tolist(), strict=True) if score]


@given(st.data())
def test_what_is_left_out_changes_nothing(data: st.DataObject) -> None:
    segment = segment_of(data.draw(st.integers(0, 20)), data.draw(st.integers(1, 150)))
    names = [name.decode() for name in segment.terms.all()]
    numbers = {name: number for number, name in enumerate(names)}
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=8, unique=True))
    weights = data.draw(st.lists(st.floats(0.01, 1.0), min_size=len(chosen), max_size=len(chosen)))
    below = 0.9 * (0.25 + 0.75 * np.arange(20) / 6)
    asked = sorted(
        (AskedTerm(numbers[name], weight / sum(weights), below) for name, weight in zip(chosen, weights, strict=True)),
        key=lambda one: -one.weight,
    )
    n = data.draw(st.integers(1, 30))
    among = None
    if data.draw(st.booleans()):
        among = np.random.default_rng(data.draw(st.integers(0, 9))).random(segment.n_passages) < 0.5
    wanted = all_added(segment, asked, n, among)
    least = data.draw(st.sampled_from([0.0, *(score for _, score in wanted)]))
    scratch = Scratch(segment.n_passages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maxscore, "WORTH_A_LOOK", data.draw(st.sampled_from([2, 1_000])))
        patch.setattr(maxscore, "_TOGETHER", data.draw(st.sampled_from([0, 20, 10_000])))
        rows, scores = best(segment, asked, n, among, least, scratch)
    found = list(zip(rows.tolist(), scores.tolist(), strict=True))
    assert [one for one in found if one[1] >= least] == [one for one in wanted if one[1] >= least]
    assert not scratch.take().any()


def test_the_postings_of_common_words_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maxscore, "_TOGETHER", 100)
    builder = Builder()
    for number in range(2_000):
        builder.add(f"d{number:04d}", number + 1, "en", read_terms("en", [f"the of number{number % 100} and the rest"]))
    segment = builder.build()
    assert segment is not None
    read: list[int] = []
    whole = segment.postings

    def postings(terms: npt.NDArray[np.intp]) -> object:
        read.extend(terms.tolist())
        return whole(terms)

    monkeypatch.setattr(segment, "postings", postings)
    numbers = [segment.terms.find(name) for name in ("number7", "the", "of", "and")]
    below = 0.9 * (0.25 + 0.75 * np.arange(7) / 6)
    asked = [
        AskedTerm(n, weight, below) for n, weight in zip(numbers, (0.7, 0.1, 0.1, 0.1), strict=True) if n is not None
    ]
    rows, _ = best(segment, asked, 10, None, 0.0, Scratch(segment.n_passages))
    assert rows.tolist() == list(range(7, 1_000, 100))
    assert read == [numbers[0]]


def test_a_question_without_a_known_term_finds_nothing() -> None:
    segment = segment_of(1, 5)
    rows, scores = best(segment, [], 3, None, 0.0, Scratch(5))
    assert (rows.tolist(), scores.tolist()) == ([], [])
