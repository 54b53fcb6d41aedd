"""The cluster ranks as the embedded index does: the same passages, order and scores, to the bit."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from contextlib import closing

import pytest

import qa
from qa.index import Index, open_index
from qa.index.clickhouse import ranking, terms
from qa.preparing.prepare import prepare

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
