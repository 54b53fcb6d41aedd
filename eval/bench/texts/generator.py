"""Text with the statistics of English and the words of nobody: seeded, streamed, as much of it as is asked for.

words      Function words are English's own, at their rates in the Brown corpus (Kučera & Francis 1967): 46 % of all.
           Content words are made of syllables. The probability of the r-th falls as 1 / (r + q) up to r = b
           (Mandelbrot 1953) and as (r + q)^-γ beyond, with b = 7,873 and γ = 1.77 as in English books (Gerlach &
           Altmann 2013), so the vocabulary goes on growing: as N^(1/γ) in the end (Heaps 1978). Three in ten are
           inflected: -s, -ed, -ing.
topics     Each passage has two of 64; six content words in ten are of one of them. And one in eight repeats an
           earlier one of its passage.
sentences  2, 3 or 4 in a passage, some 60 words; a sentence's length is log-normal (Williams 1940), of 20 words in the
           mean with a standard deviation of .55 in the logarithm.

Passages come in batches with random numbers of their own, so the first passages are the same however many are made.
Left out: grammar, names and numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from eval.arrays import Bools, Floats

__all__ = ["FUNCTION_SHARE", "MAX_PASSAGES", "MEAN_SENTENCE", "WORDS_AFTER_BEND", "Generator"]

MAX_PASSAGES = 100_000_000
FUNCTION_SHARE = 0.46
"""Share of function words among all words."""
MEAN_SENTENCE = 20.0
"""Words of a sentence in the mean."""
WORDS_AFTER_BEND = 1.77
"""γ, the exponent of rare words."""

_BEND = 7_873.0  # b
_SHIFT = 60.0  # q: the most frequent content word, as "time" in English, is one in 700 words
_SPREAD = 0.55  # of the logarithm of a sentence's length
_SHORTEST, _LONGEST = 3, 80  # words of a sentence
_SENTENCES = np.array([2, 3, 3, 4])
_TOPICS = 64
_OF_TOPIC = 0.6  # share of the content words that are of one of the passage's topics
_REPEATED = 0.125  # share of the content words that were said before in the passage
_BATCH = 4_096  # passages
_ENDINGS = ("", "s", "ed", "ing")
_ENDING_SHARES = np.cumsum([0.7, 0.18, 0.06])
_COMMA = 0.06  # share of the words within a sentence that a comma follows

_ONSETS, _VOWELS, _CODAS = "bdfghjklmnprstvwzc", "aeiou", "nlrmtdkp"
_SYLLABLES = tuple(onset + vowel for onset in _ONSETS for vowel in _VOWELS)
_KINDS = tuple((n, len(_SYLLABLES) ** n * len(_CODAS)) for n in (2, 3, 4))  # syllables, and how many such words
_N_WORDS = sum(size for _, size in _KINDS)
_SCRAMBLE = 7_368_787  # a prime that divides no size: neighbours in rank look nothing alike
_KEPT = 1 << 17  # words that are kept made, with their endings

# Occurrences in a million words, to the nearest hundred.
_RATES = {
    "the": 69_900, "of": 36_400, "and": 28_900, "to": 26_100, "a": 23_200, "in": 21_300, "that": 10_600, "is": 10_100,
    "was": 9_800, "he": 9_500, "for": 9_500, "it": 8_800, "with": 7_300, "as": 7_200, "his": 7_000, "on": 6_700,
    "be": 6_400, "at": 5_400, "by": 5_300, "this": 5_100, "had": 5_100, "not": 4_600, "are": 4_400, "but": 4_400,
    "from": 4_400, "or": 4_200, "have": 3_900, "an": 3_700, "they": 3_600, "which": 3_600, "one": 3_300, "you": 3_300,
    "were": 3_300, "her": 3_000, "all": 3_000, "she": 2_900, "there": 2_700, "would": 2_700, "their": 2_700,
    "we": 2_700, "him": 2_600, "been": 2_500, "has": 2_400, "when": 2_300, "who": 2_300, "will": 2_200, "more": 2_200,
    "no": 2_200, "if": 2_200, "out": 2_100, "so": 2_000, "what": 1_900, "up": 1_900, "its": 1_900, "about": 1_800,
    "into": 1_800, "than": 1_800, "them": 1_800, "can": 1_800, "only": 1_700, "other": 1_700, "some": 1_600,
    "could": 1_600, "these": 1_600, "two": 1_400, "may": 1_400, "then": 1_400, "do": 1_400, "any": 1_300, "my": 1_300,
    "now": 1_300, "such": 1_300, "our": 1_300, "over": 1_200, "most": 1_200, "after": 1_100, "also": 1_100,
    "did": 1_000, "many": 1_000, "before": 1_000, "must": 1_000, "through": 1_000,
}  # fmt: skip

Ids = npt.NDArray[np.int64]
Words = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Generator:
    """Makes `n_passages` texts, from 1 to `MAX_PASSAGES`; the same for the same seed, which is at least 0."""

    n_passages: int
    seed: int = 0

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in order. Few are in memory at a time."""
        for number, first in enumerate(range(0, self.n_passages, _BATCH)):
            yield from _batch(np.random.default_rng([self.seed, number]))[: self.n_passages - first]


def _batch(rng: np.random.Generator) -> list[str]:
    """Return a batch of passages."""
    sentences = rng.choice(_SENTENCES, _BATCH)
    mean = math.log(MEAN_SENTENCE) - _SPREAD**2 / 2
    drawn = np.exp(rng.normal(mean, _SPREAD, sentences.sum()))
    lengths = np.clip(np.rint(drawn), _SHORTEST, _LONGEST).astype(np.int64)
    ends = np.cumsum(lengths)
    passage_ends = ends[np.cumsum(sentences) - 1]
    n = int(ends[-1])
    passages = np.repeat(np.arange(_BATCH), np.diff(passage_ends, prepend=0))

    is_function = rng.random(n) < FUNCTION_SHARE
    words = np.empty(n, dtype=object)
    names, shares = _function_words()
    words[is_function] = names[np.searchsorted(shares, rng.random(int(is_function.sum())), side="right")]
    words[~is_function] = _draw_content_words(passages[~is_function], rng)
    _punctuate(words, ends, rng)
    said = words.tolist()
    return [" ".join(said[start:end]) for start, end in pairwise([0, *passage_ends.tolist()])]


def _draw_content_words(passages: Ids, rng: np.random.Generator) -> Words:
    """Return a content word for each place, given the passage that each is in, in order."""
    n = len(passages)
    ranks = _ranks(rng.random(n))
    topics = rng.integers(_TOPICS, size=(_BATCH, 2))[passages, rng.integers(2, size=n)]
    of_topic = rng.random(n) < _OF_TOPIC
    # A word's topic is its rank modulo the number of topics, so neighbours in rank share the place of all of them.
    ranks = np.where(of_topic, ranks - ranks % _TOPICS + topics, ranks)
    endings = np.searchsorted(_ENDING_SHARES, rng.random(n), side="right")
    firsts = np.searchsorted(passages, passages)
    places = np.arange(n)
    repeated = (rng.random(n) < _REPEATED) & (places > firsts)
    earlier = firsts + (rng.random(n) * (places - firsts)).astype(np.int64)
    ranks = np.where(repeated, ranks[earlier], ranks)
    words = np.empty(n, dtype=object)
    kept = ranks < _KEPT
    words[kept] = _kept_words()[endings[kept], ranks[kept]]
    rare = zip(ranks[~kept].tolist(), endings[~kept].tolist(), strict=True)
    words[~kept] = [_word(rank) + _ENDINGS[ending] for rank, ending in rare]
    return words


def _ranks(uniform: Floats) -> Ids:
    """Return ranks from 0 on, by inversion of the continuous distribution function, cut where there is no word left.

    Its density at x is 1 / (x + q) up to b, and (b + q)^(γ - 1) (x + q)^-γ beyond.
    """
    fall = WORDS_AFTER_BEND - 1.0
    before = math.log((_BEND + _SHIFT) / _SHIFT)
    cut = ((_N_WORDS - _TOPICS + _SHIFT) / (_BEND + _SHIFT)) ** -fall
    mass = uniform * (before + (1.0 - cut) / fall)
    beyond = np.maximum(1.0 - fall * np.maximum(mass - before, 0.0), cut)
    common: Bools = mass < before
    x = np.where(common, _SHIFT * np.exp(np.minimum(mass, before)), (_BEND + _SHIFT) * beyond ** (-1.0 / fall)) - _SHIFT
    ranks: Ids = x.astype(np.int64)
    return ranks


def _punctuate(words: Words, ends: Ids, rng: np.random.Generator) -> None:
    """Begin sentences with a capital and end them with a full stop, with commas within, in place."""
    commas = rng.random(len(words)) < _COMMA
    commas[ends - 1] = False
    words[commas] = [word + "," for word in words[commas].tolist()]
    words[ends - 1] = [word + "." for word in words[ends - 1].tolist()]
    starts = np.concatenate([[0], ends[:-1]])
    words[starts] = [word[0].upper() + word[1:] for word in words[starts].tolist()]


def _word(rank: int) -> str:
    """Return the word of a rank: frequent ones are short.

    >>> _word(0) != _word(1), len(_word(0)), len(_word(100_000))
    (True, 5, 7)
    """
    n_syllables, size = _KINDS[0]
    for longer in _KINDS[1:]:
        if rank < size:
            break
        rank -= size
        n_syllables, size = longer
    number, coda = divmod(rank * _SCRAMBLE % size, len(_CODAS))
    word = _CODAS[coda]
    for _ in range(n_syllables):
        number, syllable = divmod(number, len(_SYLLABLES))
        word = _SYLLABLES[syllable] + word
    return word


@cache
def _kept_words() -> Words:
    """Return the frequent content words, by ending and rank."""
    bare = [_word(rank) for rank in range(_KEPT)]
    return np.array([[word + ending for word in bare] for ending in _ENDINGS], dtype=object)


@cache
def _function_words() -> tuple[Words, Floats]:
    """Return the function words, and up to which share each goes."""
    shares = np.cumsum(list(_RATES.values())) / sum(_RATES.values())
    shares[-1] = 1.0
    return np.array(list(_RATES), dtype=object), shares
