"""The cluster ranks as the embedded index does: the same passages, order and scores, to the bit."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index import Index, open_index
from qa.index.clickhouse import ranking, terms
from qa.index.clickhouse.ranking import Proposed, WeightedTerm, find_best, write_statement
from qa.index.clickhouse.scoring import Read, Scored
from qa.index.clickhouse.terms import make_keys
from qa.preparing.prepare import prepare
from tests.qa.index.clickhouse.recorder import make_state

WORDS = "museum ticket harbour old ship volcano nine euro opens sea bridge tower garden river stone".split()


def corpus(seed: int, n: int) -> list[qa.Document]:
    """Return documents of few words in sentences of few lengths, so that many passages tie."""
    choose = random.Random(seed)  # noqa: S311
    languages = ["en", "en", "en", "de", "ru"]
    return [
        qa.Document(
            id=f"d{choose.randrange(10**6)}-{number}",
            text=" ".join(choose.choices(WORDS, k=choose.choice([3, 3, 3, 5, 40]))) + ".",
            language=choose.choice(languages),
        )
        for number in range(n)
    ]


def answers(index: Index, questions: list[str], k: int) -> list[list[tuple[str, int, float]]]:
    with index.view() as view:
        found = [view.search(question, k) for question in questions]
    return [[(hit.passage.document_id, hit.passage.ordinal, hit.score) for hit in hits] for hits in found]


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
@pytest.mark.parametrize("k", [1, 10, 300])
def test_answers_are_those_of_the_embedded_index_to_the_bit(
    new_library: Callable[..., str], k: int, *, cluster: bool
) -> None:
    choose = random.Random(7)  # noqa: S311
    questions = [" ".join(choose.choices(WORDS, k=choose.choice([1, 2, 4, 9]))) for _ in range(60)]
    questions.append(" ".join(f"{word} x{number}" for number, word in enumerate(WORDS * 20)))
    with closing(open_index()) as embedded, closing(open_index(new_library(cluster=cluster))) as other:
        for seed in (1, 2, 3):
            documents = prepare(corpus(seed, 250))
            for index in (embedded, other):
                index.add(documents)
                index.remove(*(each.document.id for each in documents[::3]))
        assert answers(other, questions, k) == answers(embedded, questions, k)


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
def test_answers_are_the_same_whatever_is_left_out_and_whichever_terms_share_a_number(
    new_library: Callable[..., str], monkeypatch: pytest.MonkeyPatch, *, cluster: bool
) -> None:
    monkeypatch.setattr(ranking, "FEW", 0)
    monkeypatch.setattr(ranking, "LEFT_OUT", (0.5, 0.2))
    monkeypatch.setattr(ranking, "WORTH", 1.0)
    monkeypatch.setattr(ranking, "SPARE", 3)
    monkeypatch.setattr(terms, "_remembered", lambda name: terms.Term(len(name), zlib.crc32(name.encode())))
    choose = random.Random(8)  # noqa: S311
    questions = [" ".join(choose.choices(WORDS, k=choose.choice([1, 2, 4, 9]))) for _ in range(60)]
    with closing(open_index()) as embedded, closing(open_index(new_library(cluster=cluster))) as other:
        documents = prepare(corpus(4, 600))
        for index in (embedded, other):
            index.add(documents)
            index.remove(*(each.document.id for each in documents[::3]))
        assert answers(other, questions, 10) == answers(embedded, questions, 10)


N_SHARDS = 2
weights = st.lists(st.sampled_from([0.4, 0.2, 0.1, 0.04, 0.02, 0.004]), min_size=1, max_size=6)
shares = st.lists(st.sampled_from([0.0, 0.0, 0.3, 0.5, 0.9]), min_size=6, max_size=6)


@given(weights=weights, passages=st.lists(shares, max_size=40), n=st.integers(1, 8), limit=st.integers(1, 6))
def test_the_best_are_found_whatever_is_left_out(
    weights: list[float], passages: list[list[float]], n: int, limit: int
) -> None:
    weights = sorted(weights, reverse=True)
    asked = [
        WeightedTerm(str(place), weight, sum(1 for own in passages if own[place]))
        for place, weight in enumerate(weights)
    ]
    exact = {
        number: sum((weight * share for weight, share in zip(weights, own, strict=False)), start=0.0)
        for number, own in enumerate(passages)
    }

    def find(some: Sequence[WeightedTerm], limit: int, at_least: float) -> list[Proposed]:
        found: list[Proposed] = []
        for shard in range(N_SHARDS):
            sums = [
                (number, sum(one.weight * own[place] for place, one in enumerate(some)))
                for number, own in enumerate(passages)
                if number % N_SHARDS == shard and any(own[: len(some)])
            ]
            kept = sorted((each for each in sums if each[1] >= at_least), key=lambda each: -each[1])
            found += kept[:limit] if limit else kept
        return sorted(found, key=lambda each: -each[1])

    def score(numbers: Sequence[int]) -> list[Scored]:
        return [Scored(Read(n, f'en ["{n:03}", 0]\n'.encode()), exact[n], 0.0) for n in numbers]

    with patch.multiple(ranking, FEW=0, LIMIT=limit, SPARE=2, WORTH=0.5):
        found = find_best(asked, n, max(len(passages), 1), find, score)
    held = [number for number, own in enumerate(passages) if any(own[: len(weights)])]
    expected = sorted(held, key=lambda number: (-exact[number], number))[:n]
    assert sorted(one.read.number for one in found) == sorted(expected)


def test_the_statement_asks_for_what_is_wanted_and_no_name_of_a_term_is_in_it() -> None:
    names = ["sea'; DROP TABLE postings --", "de:meer"]
    asked = [WeightedTerm(names[0], 0.5, 3), WeightedTerm(names[1], 0.25, 2)]
    state = make_state(sums={"en": (2, 10), "de": (1, 7)}, any_dead=True)
    query = write_statement(state, asked, make_keys(names, frozenset()), {3, 1}, 10, 0.125)
    assert "DROP" not in query
    assert "meer" not in query
    assert "AND revision IN (1, 3)" in query
    assert "HAVING least >= 0.125" in query
    assert query.endswith("LIMIT 10")
    assert "NOT IN (SELECT revision FROM quoth.dead" in query


def test_the_statement_has_no_limit_and_no_choice_where_none_is_wanted() -> None:
    query = write_statement(make_state(), [WeightedTerm("sea", 0.5, 3)], make_keys(["sea"], frozenset()), None, 0, 0.0)
    assert "LIMIT" not in query
    assert "HAVING" not in query
    assert "revision IN" not in query
    assert "/ 5.0" in query, "the mean length of the passages"
