"""What of a passage does not depend on the question: its terms and their shapes as arrays, computed once and kept.

Kept for the last passages that were looked at, as neighbouring questions are about the same ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from qa.answer_type import AnswerType, candidates
from qa.arrays import distinct
from qa.remember import remembering
from qa.stems import stemmer
from qa.text import fold, function_terms, places, trigrams, words
from qa.types import Passage

__all__ = ["Surface", "offered", "surface"]

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]

_KEPT = 1_024  # passages: about 25 MB of arrays at the default passage size
_SHAPES = 1 << 17  # words whose shapes are remembered
_MOST_PACKED = 1 << 15  # texts
_FUNCTION, _CAPITAL, _FIGURE = 1, 2, 4
_POINTING = frozenset("he she it they this these those that his her its their such him them".split())


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A passage of s sentences and n words; sentences are numbered from 0 within it.

    words: of each sentence, as written. terms: of each word, in order. sentence: (n,) the sentence of each word.
    function, capital, figure: (n,) whether it is a function word, begins with a capital inside its sentence, begins
    with a digit.
    pointing: (s,) whether the sentence begins with a word that points back, as "it" does.
    trigrams, trigram_sentence: codes of the trigrams of each sentence, each once, and their sentence; ascending.
    """

    words: tuple[list[str], ...]
    terms: tuple[str, ...]
    sentence: Ints
    function: Bools
    capital: Bools
    figure: Bools
    pointing: Bools
    trigrams: npt.NDArray[np.int64]
    trigram_sentence: Ints


@lru_cache(maxsize=_KEPT)
def surface(passage: Passage) -> Surface:
    """Return the surface of a passage."""
    texts = [passage.cut(start, end) for start, end in passage.sentences]
    found = [words(text) for text in texts]
    flat = [word for each in found for word in each]
    sizes = np.array([len(each) for each in found], dtype=np.intp)
    shape = np.frombuffer(bytes(map(_shapes(passage.language), flat)), dtype=np.uint8)
    capital = shape & _CAPITAL != 0
    first = np.cumsum(sizes) - sizes
    capital[first[sizes > 0]] = False
    codes, owner = _trigrams(texts)
    return Surface(
        words=tuple(found),
        terms=tuple(map(stemmer(passage.language), flat)),
        sentence=np.repeat(np.arange(len(texts)), sizes),
        function=shape & _FUNCTION != 0,
        capital=capital,
        figure=shape & _FIGURE != 0,
        pointing=np.array([bool(each) and fold(each[0]) in _POINTING for each in found], dtype=np.bool_),
        trigrams=codes,
        trigram_sentence=owner,
    )


@lru_cache(maxsize=64)
def _shapes(language: str) -> Callable[[str], int]:
    """Return the function from a word of `language` to its shape: the sum of what holds of it."""
    stem, grammar = stemmer(language), function_terms(language)

    def shape(word: str) -> int:
        return _FUNCTION * (stem(word) in grammar) + _CAPITAL * word[0].isupper() + _FIGURE * word[0].isdigit()

    return remembering(shape, _SHAPES)


def _trigrams(texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], Ints]:
    """Return the trigrams of each text, each once, and the number of their text; by code, then by text."""
    padded = [f"  {text.lower()}  " for text in texts]
    units = "".join(padded).encode("utf-16-le")
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    if len(units) > 2 * len(owner) or len(texts) > _MOST_PACKED:  # with an emoji, say
        each = [trigrams(text) for text in texts]
        codes, owner = np.concatenate(each), np.repeat(np.arange(len(each)), [len(found) for found in each])
        order = np.lexsort((owner, codes))
        return codes[order], owner[order]
    # Three characters of 16 bits and the number of the text make one number, which sorts much quicker than two do.
    read = np.frombuffer(units, dtype=np.uint16).astype(np.int64)
    packed = ((read[:-2] << 16 | read[1:-1]) << 16 | read[2:]) << 15 | owner[2:]
    packed = distinct(packed[owner[:-2] == owner[2:]])
    codes = packed >> 15
    codes = (codes & 0xFFFF << 32) << 10 | (codes & 0xFFFF << 16) << 5 | codes & 0xFFFF
    return codes, packed & _MOST_PACKED - 1


@lru_cache(maxsize=_KEPT)
def offered(passage: Passage, kind: AnswerType) -> Ints:
    """Return what the sentences offer of a kind, as `(first word, word after the last, sentence)`: (n, 3)."""
    found: list[tuple[int, int, int]] = []
    before = 0
    for number, ((start, end), written) in enumerate(zip(passage.sentences, surface(passage).words, strict=True)):
        text = passage.cut(start, end)
        offers = candidates(kind, text, frozenset())
        if offers:
            starts, ends = zip(*places(text, written), strict=True) if written else ((), ())
            for left, right in offers:
                first, after = before + bisect_right(ends, left), before + bisect_left(starts, right)
                if after > first:
                    found.append((first, after, number))
        before += len(written)
    return np.array(found, dtype=np.intp).reshape(-1, 3)
