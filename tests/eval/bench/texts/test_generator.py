"""Generated text has the statistics that it states, is the same for a seed, and is never held as a whole."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import islice

import numpy as np
import pytest

from eval.bench.texts.generator import _RATES, FUNCTION_SHARE, MEAN_SENTENCE, WORDS_AFTER_BEND, Generator, _word

N = 12_288
SHA256 = "c80fae69ddc70ceb"  # of the first thousand, as it begins


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return three batches of passages."""
    return list(Generator(N))


@pytest.fixture(scope="module")
def words(texts: list[str]) -> list[list[str]]:
    """Return the words of each passage, in lower case and without punctuation."""
    return [[word.strip(".,").lower() for word in text.split()] for text in texts]


def test_the_first_passages_are_the_same_however_many_are_made(texts: list[str]) -> None:
    assert list(Generator(5_000)) == texts[:5_000]
    assert list(islice(Generator(10_000_000), 3)) == texts[:3]


def test_the_text_is_that_of_its_seed(texts: list[str]) -> None:
    digest = hashlib.sha256("\n".join(texts[:1_000]).encode()).hexdigest()
    assert digest.startswith(SHA256)
    assert list(Generator(10, seed=1)) != texts[:10]


def test_sentences_and_passages_are_as_long_as_in_english(texts: list[str], words: list[list[str]]) -> None:
    sentences = [len(sentence.split()) for text in texts for sentence in text.split(". ")]
    assert np.mean(sentences) == pytest.approx(MEAN_SENTENCE, abs=0.3)
    assert np.std(np.log(sentences)) == pytest.approx(0.55, abs=0.02)
    assert np.mean([len(each) for each in words]) == pytest.approx(60, abs=1)


def test_function_words_come_at_their_rates(words: list[list[str]]) -> None:
    counts = Counter(word for each in words for word in each)
    total = counts.total()
    assert sum(counts[word] for word in _RATES) / total == pytest.approx(FUNCTION_SHARE, abs=0.005)
    assert counts["the"] / total == pytest.approx(0.07, abs=0.003)


def test_frequency_falls_with_rank_by_zipf(words: list[list[str]]) -> None:
    frequencies = np.array([n for _, n in Counter(word for each in words for word in each).most_common()])
    ranks = np.unique(np.geomspace(100, 5_000, 40).astype(int))
    slope = np.polyfit(np.log(ranks), np.log(frequencies[ranks - 1]), 1)[0]
    assert slope == pytest.approx(-0.95, abs=0.08)


def test_the_vocabulary_grows_by_heaps(words: list[list[str]]) -> None:
    seen: set[str] = set()
    sizes, n_words = [], []
    for n, each in enumerate(words, start=1):
        seen.update(each)
        if n in {N // 4, N}:
            sizes.append(len(seen))
            n_words.append(sum(map(len, words[:n])))
    exponent = np.log(sizes[1] / sizes[0]) / np.log(n_words[1] / n_words[0])
    assert 1 / WORDS_AFTER_BEND < exponent < 0.66  # it nears the first from above


def test_a_passage_keeps_to_its_topics_and_repeats_itself(words: list[list[str]]) -> None:
    holding = [set(each) for each in words if _word(0) in each]

    def found(rank: int) -> int:
        return sum(_word(rank) in each for each in holding)

    same, other = sum(found(64 * n) for n in range(1, 6)), sum(found(64 * n + 1) for n in range(1, 6))
    assert same > 3 * other > 0

    matter = [[word for word in each if word not in _RATES] for each in words[:4_000]]
    mixed = [word for each in matter for word in each]
    np.random.default_rng(0).shuffle(mixed)
    said = iter(mixed)
    shuffled = sum(len(set(islice(said, len(each)))) for each in matter)
    assert sum(len(set(each)) for each in matter) < 0.95 * shuffled
