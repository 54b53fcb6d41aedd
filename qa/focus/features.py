"""What the runs of words in a sentence are like, beside a question: the features that the focus is chosen by.

Every run of up to twelve words that could be an answer is a candidate. It is described by small whole numbers, *codes*:
the word before it, the shape of its first word, how far the nearest word of the question is, what the question begins
with. A *feature* is a pair of codes, and has one weight for each pair of values it can take, so the score of a
candidate is a sum of as many weights, looked up, as there are features.

The patterns are English. Left out: grammar (no parts of speech, no parse), and what stands in the sentences around.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Int32s, Ints
from qa.focus.words import (
    FUNCTION_WORDS,
    LEXICON,
    N_STEMS,
    PREPOSITIONS,
    SHAPES,
    TRAITS,
    Word,
    code_of,
    known_word,
)
from qa.question.form import KINDS, Form, alike
from qa.question.question import Question
from qa.text.marks import word_spans

__all__ = ["LAYOUT", "N_FOCUS_WEIGHTS", "FocusCandidates", "focus_candidates"]

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


_N_HEADS, _N_OPENINGS, _N_FUNCTION = 512, 256, 32  # hashed: two words may share a code
_L, _S = len(LEXICON), len(SHAPES)
_CODES = {  # name: how many values it has
    "one": 1,
    # the question
    "kind": len(KINDS), "head": _N_HEADS, "asks": _N_OPENINGS, "before": _N_FUNCTION, "ends": _N_FUNCTION,
    # the words around the candidate and at its edges; `left` passes over an article
    "left": _L, "next_left": _L, "far_left": _L, "right": _L, "far_right": _L, "first": _L, "last": _L,
    "next_left_shape": _S, "far_left_shape": _S, "right_shape": _S, "far_right_shape": _S, "first_shape": _S,
    "last_shape": _S, "left_stem": N_STEMS, "right_stem": N_STEMS, "first_stem": N_STEMS, "last_stem": N_STEMS,
    # the candidate as a whole
    "length": 8, "place": 12, "marks": 16, "capitals": 16, "numbers": 4, "holds": 64,
    # the candidate and the question
    "asked": 4, "side": 5, "near_left": 7, "near_right": 7, "run_left": 5, "run_right": 5, "dense": 8, "head_at": 9,
    "topic_first": 13, "topic_last": 13, "same_word": 8,
}  # fmt: skip
_CODE = {name: row for row, name in enumerate(_CODES)}
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
_ONE = np.array([_CODE[one] for one, _ in _FEATURES])
_OTHER = np.array([_CODE[other] for _, other in _FEATURES])
_N_OTHER = np.array([[_CODES[other]] for _, other in _FEATURES], dtype=np.int32)
_ENDS = list(accumulate(_CODES[one] * _CODES[other] for one, other in _FEATURES))
_OFFSETS = np.array([[0], *([end] for end in _ENDS[:-1])], dtype=np.int32)

N_FOCUS_WEIGHTS = _ENDS[-1]
"""How many weights a model of the focus has."""

LAYOUT = zlib.crc32(repr((_CODES, _FEATURES, LEXICON, KINDS)).encode())
"""Stands for what each weight means: a model fits only the layout that it was trained for."""


def focus_candidates(question: Question, sentence: str) -> FocusCandidates | None:
    """Return the runs of words of `sentence` that could answer `question`, with their features.

    None when there is none, or when no English word of the question asks for something.

    >>> candidates = focus_candidates(Question("Who left?"), "Ito left.")
    >>> candidates.places, candidates.features.shape == (2, len(_FEATURES)), candidates.coverage
    (((0, 3), (4, 8)), True, 1.0)
    """
    form = question.form
    spans = word_spans(sentence)
    if form is None or not spans:
        return None
    words = [known_word(sentence[start:end], not at) for at, (start, end) in enumerate(spans)]
    traits = np.array([word.traits for word in words] + [0, 0])[:, None] >> np.arange(len(TRAITS)) & 1
    i, j = _runs(traits[:-2])
    if not len(i):
        return None
    codes = _codes(form, words, traits, i, j)
    features = codes[_ONE] * _N_OTHER + codes[_OTHER] + _OFFSETS
    topic, held = set(form.topic), {word.stem for word in words if word.stem}
    return FocusCandidates(
        places=tuple((spans[first][0], spans[last][1]) for first, last in zip(i.tolist(), j.tolist(), strict=True)),
        tokens=np.stack([i, j], axis=1).astype(np.int32),
        features=np.ascontiguousarray(features.T),
        coverage=sum(alike(stem, held) for stem in topic) / max(len(topic), 1),
    )


def _runs(traits: Int32s) -> tuple[Ints, Ints]:
    """Return the first and the last word of each candidate, at most `MAX_WORDS` apart.

    It holds no bracket, semicolon or double quotation mark, and neither begins nor ends with a word that leans on
    another (the, of, and), or with a mark, but for a currency and a percent sign. The whole sentence is none: to mark
    all of it would say nothing.
    """
    barriers = _counts(traits[:, TRAITS["barrier"]])
    starts = np.nonzero(traits[:, TRAITS["begins"]])[0]
    i = np.repeat(starts, MAX_WORDS)
    j = i + np.tile(np.arange(MAX_WORDS), len(starts))
    i, j = i[j < len(traits)], j[j < len(traits)]
    words = _counts(traits[:, TRAITS["word"]])
    part = words[j + 1] - words[i] < words[-1]
    kept = (traits[j, TRAITS["ends"]] == 1) & (barriers[j + 1] == barriers[i]) & part
    return i[kept], j[kept]


def _codes(form: Form, words: Sequence[Word], traits: Int32s, i: Ints, j: Ints) -> Int32s:
    """Return the codes of the candidates, shape (n_codes, n_candidates), rows in the order of `_CODES`.

    traits: array of shape (n_words + 2, n_traits) of zeros and ones; the last two rows are for what is beyond.
    """
    matched = np.array([bool(word.stem) and form.about(word.stem) for word in words])
    # Beyond the sentence, place n stands for its start and n + 1 for its end.
    n = len(words)
    next_left, far_left = np.where(i > 0, i - 1, n), np.where(i > 1, i - 2, n)
    beside = {
        "left": np.where(traits[next_left, TRAITS["article"]], far_left, next_left),
        "next_left": next_left,
        "far_left": far_left,
        "right": j + 1 + (j + 1 == n),
        "far_right": np.minimum(j + 2, n) + (j + 2 >= n),
        "first": i,
        "last": j,
    }
    codes = np.zeros((len(_CODES), len(i)), dtype=np.int32)
    for group in (
        _question_codes(form),
        _edge_codes(words, matched, beside),
        _run_codes(traits, beside),
        _matching_codes(form, words, matched, beside),
    ):
        for name, values in group.items():
            codes[_CODE[name]] = values
    return codes


def _question_codes(form: Form) -> dict[str, npt.ArrayLike]:
    """Return what is the same for every candidate."""
    return {
        "kind": KINDS.index(form.kind),
        "head": code_of(form.head, _N_HEADS),
        "asks": code_of(form.opening, _N_OPENINGS),
        "before": code_of(form.before, _N_FUNCTION) if form.before in FUNCTION_WORDS else 0,
        "ends": code_of(form.last, _N_FUNCTION) if form.last in FUNCTION_WORDS else 0,
    }


def _edge_codes(words: Sequence[Word], matched: Bools, beside: Mapping[str, Ints]) -> dict[str, npt.ArrayLike]:
    """Return which words stand around the candidate and at its edges."""
    beyond = [SHAPES["start"], SHAPES["end"]]
    lexical = np.array([word.lexical for word in words] + beyond)
    shape = np.array([word.shape for word in words] + beyond)
    stem = np.array([word.hashed for word in words] + [1, 2])
    as_asked = np.where([word.capital for word in words], SHAPES["asked_name"], SHAPES["asked"])
    for known in (lexical, shape):  # a word of the question is that before all else
        known[:-2][matched] = as_asked[matched]
    codes: dict[str, npt.ArrayLike] = {}
    for name, place in beside.items():
        codes |= {name: lexical[place], f"{name}_shape": shape[place], f"{name}_stem": stem[place]}
    return {name: values for name, values in codes.items() if name in _CODE}


def _run_codes(traits: Int32s, beside: Mapping[str, Ints]) -> dict[str, npt.ArrayLike]:
    """Return what the candidate is as a whole, and what it was cut out of."""
    i, j, left, right = (beside[name] for name in ("first", "last", "next_left", "right"))
    n = len(traits) - 2
    within = _counts(traits[:-2])
    within = within[j + 1] - within[i]  # how many of its words have each trait
    has = dict(zip(TRAITS, traits.T, strict=True))
    n_words, n_capitals = within[:, TRAITS["word"]], within[:, TRAITS["capital"]]
    in_name = n_capitals + within[:, TRAITS["function"]] >= n_words
    capitals = np.where(n_capitals == 0, 0, np.where(n_capitals == n_words, 3, np.where(in_name, 2, 1)))
    capital, number, quotes = has["capital"], has["number"], has["quotes"]
    at_end = (right == n + 1) | ((has["stop"][right] == 1) & (beside["far_right"] == n + 1))
    return {
        "length": np.searchsorted([2, 3, 4, 5, 6, 8, 10], n_words, side="right"),
        "place": np.searchsorted([0.001, 0.2, 0.4, 0.6, 0.8], i / n, side="right") * 2 + at_end,
        "marks": has["opens"][left] + 2 * has["closes"][right] + 4 * quotes[left] + 8 * quotes[right],
        "capitals": capitals * 4 + (capital[i] & capital[left] & (i > 1)) + 2 * (capital[j] & capital[right]),
        "numbers": (number[i] & number[left]) + 2 * (number[j] & number[right]),
        "holds": (within[:, :_N_HELD] > 0) @ (1 << np.arange(_N_HELD)),
    }


_N_HELD = TRAITS["preposition"] + 1  # the first traits: which of them the candidate holds makes a code


def _matching_codes(
    form: Form, words: Sequence[Word], matched: Bools, beside: Mapping[str, Ints]
) -> dict[str, npt.ArrayLike]:
    """Return where the words of the question stand, in the candidate and around it."""
    i, j = beside["first"], beside["last"]
    stems = [word.stem for word in words]
    places = np.nonzero(matched)[0]
    before, within = np.searchsorted(places, i), np.searchsorted(places, j, side="right")
    within, after = within - before, len(places) - within
    n_before = _counts(np.array([bool(stem) for stem in stems]))
    n_words = n_before[j + 1] - n_before[i]
    steps = [2, 3, 4, 6, 9, 50]
    asking = np.array([stem in form.stems for stem in stems])
    order = np.arange(len(words))
    nearness = matched / (1.0 + np.abs(order[:, None] - order))  # of each word of the question, to each word
    around = np.tril(nearness, -1).sum(axis=1)[i] + np.triu(nearness, 1).sum(axis=1)[j]
    dense = around / max(float(around.max()), 1e-9)
    neighbour = np.array([*(word.lower for word in words), "", ""])[beside["left"]]
    same = (neighbour == form.before) + 2 * (neighbour == form.last)
    return {
        "asked": np.where(within == 0, 0, np.where(within == n_words, 3, np.where(2 * within >= n_words, 2, 1))),
        "side": np.where(before > 0, np.where(after > 0, 1, 2), np.where(after > 0, 3, np.where(within > 0, 4, 0))),
        "near_left": np.searchsorted(steps, _to_left(places, i), side="right"),
        "near_right": np.searchsorted(steps, _to_right(places, j), side="right"),
        "run_left": _run_lengths(asking)[i],
        "run_right": _run_lengths(asking[::-1])[::-1][j + 1],
        "dense": np.searchsorted([0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9], dense, side="right"),
        "head_at": _head_at(form.head, stems, beside),
        "topic_first": _topic_at(form.topic[0], stems, places, i, j) if form.topic else 0,
        "topic_last": _topic_at(form.topic[-1], stems, places, i, j) if len(form.topic) > 1 else 0,
        "same_word": np.where(neighbour == "", 0, same) + 4 * (form.before in PREPOSITIONS),
    }


def _counts(flags: npt.NDArray[Any]) -> Int32s:
    """Return how many flags are set before each place, and in all, along the first axis."""
    counts = np.zeros((len(flags) + 1, *flags.shape[1:]), dtype=np.int32)
    np.cumsum(flags, axis=0, out=counts[1:])
    return counts


def _to_left(places: Ints, i: Ints) -> Ints:
    """Return how many words each candidate's first is after the nearest place before it; 99 when there is none."""
    at = np.searchsorted(places, i) - 1
    return np.where(at >= 0, i - places[np.maximum(at, 0)], 99) if len(places) else np.full(len(i), 99)


def _to_right(places: Ints, j: Ints) -> Ints:
    """Return how many words each candidate's last is before the nearest place after it; 99 when there is none."""
    at = np.searchsorted(places, j, side="right")
    return (
        np.where(at < len(places), places[np.minimum(at, len(places) - 1)] - j, 99)
        if len(places)
        else np.full(len(j), 99)
    )


def _run_lengths(flags: Bools) -> Int32s:
    """Return how many flags in a row, at most 4, are set just before each place and before the end.

    >>> _run_lengths(np.array([True, True, False])).tolist()
    [0, 1, 2, 0]
    """
    lengths = accumulate(flags.tolist(), lambda length, flag: length + 1 if flag else 0, initial=0)
    return np.minimum(np.fromiter(lengths, dtype=np.int32, count=len(flags) + 1), 4)


def _head_at(head: str, stems: Sequence[str], beside: Mapping[str, Ints]) -> npt.ArrayLike:
    """Return where the word for what is asked for stands, as seen from the candidate; 0 when there is none."""
    if not head:
        return 0
    i, j, n = beside["first"], beside["last"], len(stems)
    flags = np.array([stem == head for stem in stems])
    before, padded = _counts(flags), np.append(flags, [False, False])
    where = np.full(len(i), 7 if flags.any() else 8)
    for code, holds in (  # what comes later counts for more
        (6, before[i] > before[np.maximum(i - 4, 0)]),  # shortly before it
        (5, before[np.minimum(j + 5, n)] > before[j + 1]),  # soon after it
        (4, padded[beside["left"]]),  # right before it
        (3, padded[beside["right"]]),  # right after it
        (2, before[j + 1] > before[i]),  # in it
        (1, padded[j]),  # its last word
    ):
        where[holds] = code
    return where


def _topic_at(stem: str, stems: Sequence[str], matched: Ints, i: Ints, j: Ints) -> npt.ArrayLike:
    """Return where a word of the question stands: 1 nowhere, 2 in the candidate, from 3 before it, from 8 after it."""
    places = np.array([at for at in matched.tolist() if alike(stems[at], (stem,))], dtype=np.intp)
    if not len(places):
        return 1
    to_left, to_right = _to_left(places, i), _to_right(places, j)
    within = np.searchsorted(places, j, side="right") > np.searchsorted(places, i)
    steps = [2, 3, 5, 9]
    near = np.where(
        to_left <= to_right,
        3 + np.searchsorted(steps, to_left, side="right"),
        8 + np.searchsorted(steps, to_right, side="right"),
    )
    return np.where(within, 2, near)
