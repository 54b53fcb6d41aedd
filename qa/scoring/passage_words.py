"""What of a passage does not depend on the question: its terms and their shapes as arrays, computed once and kept.

Kept for the last passages that were looked at, as neighbouring questions are about the same ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from qa.arrays import Bools, Int64s, Ints, distinct
from qa.question.answer_type import AnswerType
from qa.scoring.candidates import candidates
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS
from qa.text.memo import remembering
from qa.text.stems import fold, function_terms, stemmer
from qa.text.terms import places, trigrams, words
from qa.types import Passage

__all__ = ["Surface", "forget", "offered", "surface", "surfaces_of"]


_MOST_KEPT = 1_024  # passages: about 25 MB of arrays at the default passage size
_SHAPES = 1 << 17  # words whose shapes are remembered
_MOST_PACKED = 1 << 15  # texts
_FUNCTION, _CAPITAL, _FIGURE = 1, 2, 4
_POINTING = SUBJECTS | OBJECTS | POSSESSIVES | DEMONSTRATIVES | {"such"}


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
    trigrams: Int64s
    trigram_sentence: Ints


_kept: dict[Passage, Surface] = {}


def surface(passage: Passage) -> Surface:
    """Return the surface of a passage."""
    return surfaces_of([passage])[0]


def surfaces_of(passages: Sequence[Passage]) -> list[Surface]:
    """Return the surface of each passage; of those that are new, all are made at once, which is quicker."""
    found = {passage: known for passage in passages if (known := _kept.get(passage))}
    new = [passage for passage in dict.fromkeys(passages) if passage not in found]
    if new:
        found.update(zip(new, _made(new), strict=True))
        if len(_kept) + len(new) > _MOST_KEPT:
            _kept.clear()  # what is asked about is soon known again
        _kept.update((passage, found[passage]) for passage in new[:_MOST_KEPT])
    return [found[passage] for passage in passages]


def forget() -> None:
    """Forget what is kept, as if no passage had been looked at."""
    _kept.clear()
    offered.cache_clear()


def _made(passages: Sequence[Passage]) -> Iterator[Surface]:
    texts = [[passage.cut(start, end) for start, end in passage.sentences] for passage in passages]
    found = [[words(text) for text in own] for own in texts]
    flat = [[word for each in own for word in each] for own in found]
    shapes = b"".join(bytes(map(_shapes(passage.language), own)) for passage, own in zip(passages, flat, strict=True))
    shape = np.frombuffer(shapes, dtype=np.uint8)
    sizes = np.array([len(each) for own in found for each in own], dtype=np.intp)
    function, capital, figure = (shape & kind != 0 for kind in (_FUNCTION, _CAPITAL, _FIGURE))
    capital[(np.cumsum(sizes) - sizes)[sizes > 0]] = False
    pointing = [bool(each) and fold(each[0]) in _POINTING for own in found for each in own]
    n_sentences = np.array([len(own) for own in texts], dtype=np.intp)
    first = np.cumsum(n_sentences) - n_sentences
    place = np.arange(len(sizes)) - np.repeat(first, n_sentences)
    sentence = np.repeat(place, sizes)
    codes, owner = _trigrams([text for own in texts for text in own])
    of_passage = np.repeat(np.arange(len(passages)), n_sentences)[owner]
    order = np.argsort(of_passage, kind="stable")
    codes, owner = codes[order], place[owner[order]]
    word_ends = np.cumsum([len(own) for own in flat])
    code_ends = np.cumsum(np.bincount(of_passage, minlength=len(passages)))
    word_start = code_start = sentence_start = 0
    for number, passage in enumerate(passages):
        in_words = slice(word_start, word_start := int(word_ends[number]))
        in_codes = slice(code_start, code_start := int(code_ends[number]))
        in_sentences = slice(sentence_start, sentence_start := sentence_start + len(texts[number]))
        yield Surface(
            words=tuple(found[number]),
            terms=tuple(map(stemmer(passage.language), flat[number])),
            sentence=sentence[in_words],
            function=function[in_words],
            capital=capital[in_words],
            figure=figure[in_words],
            pointing=np.array(pointing[in_sentences], dtype=np.bool_),
            trigrams=codes[in_codes],
            trigram_sentence=owner[in_codes],
        )


@lru_cache(maxsize=64)
def _shapes(language: str) -> Callable[[str], int]:
    """Return the function from a word of `language` to its shape: the sum of what holds of it."""
    stem, grammar = stemmer(language), function_terms(language)

    def shape(word: str) -> int:
        return _FUNCTION * (stem(word) in grammar) + _CAPITAL * word[0].isupper() + _FIGURE * word[0].isdigit()

    return remembering(shape, _SHAPES)


def _trigrams(texts: Sequence[str]) -> tuple[Int64s, Ints]:
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


@lru_cache(maxsize=_MOST_KEPT)
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
