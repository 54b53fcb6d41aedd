"""What of a passage does not depend on the question: its terms and their shapes as arrays, computed once and kept.

Kept for the last passages that were looked at, as neighbouring questions are about the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from qa.answer_type import AnswerType, candidates
from qa.text import fold, function_terms, tokens, trigrams
from qa.types import Passage

__all__ = ["Surface", "offered", "surface"]

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]

_KEPT = 1_024  # passages: about 25 MB of arrays at the default passage size
_POINTING = frozenset("he she it they this these those that his her its their such him them".split())


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A passage of s sentences and n words; sentences are numbered from 0 within it.

    terms: of each word, in order. sentence: (n,) the sentence of each word. function, capital, figure: (n,) whether it
    is a function word, begins with a capital inside its sentence, begins with a digit.
    starts, ends: (n,) offsets of each word in the document.
    pointing: (s,) whether the sentence begins with a word that points back, as "it" does.
    trigrams, trigram_sentence: codes of the trigrams of each sentence, each once, and their sentence.
    """

    terms: tuple[str, ...]
    sentence: Ints
    function: Bools
    capital: Bools
    figure: Bools
    starts: Ints
    ends: Ints
    pointing: Bools
    trigrams: npt.NDArray[np.int64]
    trigram_sentence: Ints


@lru_cache(maxsize=_KEPT)
def surface(passage: Passage) -> Surface:
    """Return the surface of a passage."""
    grammar = function_terms(passage.language)
    stems: list[str] = []
    sentence: list[int] = []
    places: list[tuple[int, int]] = []
    shapes: list[tuple[bool, bool]] = []
    pointing: list[bool] = []
    grams = [np.empty(0, dtype=np.int64)]
    for number, (start, end) in enumerate(passage.sentences):
        text = passage.cut(start, end)
        found = tokens(text, passage.language)
        for place, (stem, left, right) in enumerate(found):
            stems.append(stem)
            places.append((start + left, start + right))
            shapes.append((place > 0 and text[left].isupper(), text[left].isdigit()))
        sentence += [number] * len(found)
        pointing.append(bool(found) and fold(text[found[0][1] : found[0][2]]) in _POINTING)
        grams.append(trigrams(text))
    shape = np.array(shapes, dtype=np.bool_).reshape(-1, 2)
    offsets = np.array(places, dtype=np.intp).reshape(-1, 2)
    return Surface(
        terms=tuple(stems),
        sentence=np.array(sentence, dtype=np.intp),
        function=np.array([stem in grammar for stem in stems], dtype=np.bool_),
        capital=shape[:, 0],
        figure=shape[:, 1],
        starts=offsets[:, 0],
        ends=offsets[:, 1],
        pointing=np.array(pointing, dtype=np.bool_),
        trigrams=np.concatenate(grams),
        trigram_sentence=np.repeat(np.arange(len(grams) - 1), [len(codes) for codes in grams[1:]]),
    )


@lru_cache(maxsize=_KEPT)
def offered(passage: Passage, kind: AnswerType) -> Ints:
    """Return what the sentences offer of a kind, as `(first word, word after the last, sentence)`: (n, 3)."""
    words = surface(passage)
    found = [
        (start + left, start + right, number)
        for number, (start, end) in enumerate(passage.sentences)
        for left, right in candidates(kind, passage.cut(start, end), frozenset())
    ]
    places = np.array(found, dtype=np.intp).reshape(-1, 3)
    first = np.searchsorted(words.ends, places[:, 0], side="right")
    after = np.searchsorted(words.starts, places[:, 1], side="left")
    ranges = np.column_stack([first, after, places[:, 2]])
    return ranges[after > first]
