"""What the runs of words in a sentence are like, beside a question: the features that the focus is chosen by.

Every run of up to twelve words that could be an answer is a candidate. Small whole numbers describe it (`codes`). A
*feature* is a pair of codes, and has one weight for each pair of values it can take, so the score of a candidate is a
sum of as many weights, looked up, as there are features.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from qa.arrays import Int32s, Ints
from qa.focus.codes import CODES, code_candidates, count_before
from qa.focus.words import (
    LEXICON,
    TRAITS,
    read_word,
)
from qa.question.form import KINDS, alike
from qa.question.question import Question
from qa.text.words import find_word_spans

__all__ = ["LAYOUT", "N_FOCUS_WEIGHTS", "FocusCandidates", "find_focus_candidates"]

MAX_WORDS = 12  # marks between words count as words


@dataclass(frozen=True, slots=True)
class FocusCandidates:
    """The runs of words of a sentence that could answer, in order of their beginning and then their length.

    places: `(start, end)` in the sentence. tokens: array of shape (n, 2), the first and last word of each.
    features: array of shape (n, n_features), the place of each feature's weight, in [0, N_FOCUS_WEIGHTS).
    coverage: share of the question's words that the sentence holds, function words aside, in [0, 1].
    """

    places: tuple[tuple[int, int], ...]
    tokens: Int32s
    features: Int32s
    coverage: float


_ROW = {name: row for row, name in enumerate(CODES)}
_FEATURES = [
    pair.split("*")
    for pair in """
    one*far_left one*far_right one*next_left one*right one*head_at one*holds one*left_stem one*right_stem one*first_stem
    one*last_stem one*same_word
    kind*left kind*right kind*first kind*last kind*far_left_shape kind*far_right_shape kind*length kind*asked kind*side
    kind*near_left kind*near_right kind*dense kind*head_at kind*capitals kind*holds kind*place kind*marks kind*numbers
    kind*topic_first kind*topic_last kind*run_left kind*run_right kind*left_stem
    head*first_shape head*last_shape head*capitals before*left ends*left
    asks*first_shape asks*last_shape asks*next_left_shape asks*right_shape
    next_left_shape*first_shape last_shape*right_shape first_shape*last_shape next_left_shape*right_shape
    next_left*first_shape right*last_shape near_left*near_right near_left*length near_right*length
    head_at*length holds*length run_left*run_right run_left*next_left run_right*right topic_first*topic_last
    """.split()
]
_ONE = np.array([_ROW[one] for one, _ in _FEATURES])
_OTHER = np.array([_ROW[other] for _, other in _FEATURES])
_N_OTHER = np.array([[CODES[other]] for _, other in _FEATURES], dtype=np.int32)
_ENDS = list(accumulate(CODES[one] * CODES[other] for one, other in _FEATURES))
_OFFSETS = np.array([[0], *([end] for end in _ENDS[:-1])], dtype=np.int32)

N_FOCUS_WEIGHTS = _ENDS[-1]
"""How many weights a model of the focus has."""

LAYOUT = zlib.crc32(repr((CODES, _FEATURES, LEXICON, KINDS)).encode())
"""Stands for what each weight means: a model fits only the layout that it was trained for."""


def find_focus_candidates(question: Question, sentence: str) -> FocusCandidates | None:
    """Return the runs of words of `sentence` that could answer `question`, with their features.

    None when there is none, or when no English word of the question asks for something.

    >>> candidates = find_focus_candidates(Question("Who left?"), "Ito left.")
    >>> candidates.places, candidates.features.shape == (2, len(_FEATURES)), candidates.coverage
    (((0, 3), (4, 8)), True, 1.0)
    """
    form = question.form
    spans = find_word_spans(sentence)
    if form is None or not spans:
        return None
    words = [read_word(sentence[start:end], not at) for at, (start, end) in enumerate(spans)]
    traits = np.array([word.traits for word in words] + [0, 0])[:, None] >> np.arange(len(TRAITS)) & 1
    i, j = _find_runs(traits[:-2])
    if not len(i):
        return None
    codes = code_candidates(form, words, traits, i, j)
    features = codes[_ONE] * _N_OTHER + codes[_OTHER] + _OFFSETS
    topic, held = set(form.topic), {word.stem for word in words if word.stem}
    return FocusCandidates(
        places=tuple((spans[first][0], spans[last][1]) for first, last in zip(i.tolist(), j.tolist(), strict=True)),
        tokens=np.stack([i, j], axis=1).astype(np.int32),
        features=np.ascontiguousarray(features.T),
        coverage=sum(alike(stem, held) for stem in topic) / max(len(topic), 1),
    )


def _find_runs(traits: Int32s) -> tuple[Ints, Ints]:
    """Return the first and the last word of each candidate, at most `MAX_WORDS` apart.

    It holds no bracket, semicolon or double quotation mark, and neither begins nor ends with a word that leans on
    another (the, of, and), or with a mark, but for a currency and a percent sign. The whole sentence is none: to mark
    all of it would say nothing.
    """
    barriers = count_before(traits[:, TRAITS["barrier"]])
    starts = np.nonzero(traits[:, TRAITS["begins"]])[0]
    i = np.repeat(starts, MAX_WORDS)
    j = i + np.tile(np.arange(MAX_WORDS), len(starts))
    i, j = i[j < len(traits)], j[j < len(traits)]
    words = count_before(traits[:, TRAITS["word"]])
    part = words[j + 1] - words[i] < words[-1]
    kept = (traits[j, TRAITS["ends"]] == 1) & (barriers[j + 1] == barriers[i]) & part
    return i[kept], j[kept]
