"""What a run of words is like, beside a question and in its sentence, as small whole numbers: the codes of a candidate.

They say which word stands before it, what its first word looks like, how far the nearest word of the question is, what
the question begins with. The patterns are English. Left out: grammar (no parts of speech, no parse), and what stands in
the sentences around.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.arrays import Bools, Int32s, Ints
from qa.focus.words import FUNCTION_WORDS, LEXICON, N_STEMS, PREPOSITIONS, SHAPES, TRAITS, Word, code_of
from qa.question.form import KINDS, Form, alike

__all__ = ["CODES", "code_candidates", "count_before"]

_N_HEADS, _N_OPENINGS, _N_FUNCTION = 512, 256, 32  # hashed: two words may share a code
_L, _S = len(LEXICON), len(SHAPES)
CODES = {  # name: how many values it has
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
"""Each code to how many values it has."""

_ROW = {name: row for row, name in enumerate(CODES)}


def code_candidates(form: Form, words: Sequence[Word], traits: Int32s, i: Ints, j: Ints) -> Int32s:
    """Return the codes of the candidates, shape (n_codes, n_candidates), rows in the order of `CODES`.

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
    codes = np.zeros((len(CODES), len(i)), dtype=np.int32)
    for group in (
        _code_question(form),
        _code_edges(words, matched, beside),
        _code_run(traits, beside),
        _code_matches(form, words, matched, beside),
    ):
        for name, values in group.items():
            codes[_ROW[name]] = values
    return codes


def _code_question(form: Form) -> dict[str, npt.ArrayLike]:
    """Return the codes that are the same for every candidate."""
    return {
        "kind": KINDS.index(form.kind),
        "head": code_of(form.head, _N_HEADS),
        "asks": code_of(form.opening, _N_OPENINGS),
        "before": code_of(form.before, _N_FUNCTION) if form.before in FUNCTION_WORDS else 0,
        "ends": code_of(form.last, _N_FUNCTION) if form.last in FUNCTION_WORDS else 0,
    }


def _code_edges(words: Sequence[Word], matched: Bools, beside: Mapping[str, Ints]) -> dict[str, npt.ArrayLike]:
    """Return the codes of the words around the candidate and at its edges."""
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
    return {name: values for name, values in codes.items() if name in CODES}


def _code_run(traits: Int32s, beside: Mapping[str, Ints]) -> dict[str, npt.ArrayLike]:
    """Return the codes of the candidate as a whole, and of what it was cut out of."""
    i, j, left, right = (beside[name] for name in ("first", "last", "next_left", "right"))
    n = len(traits) - 2
    within = count_before(traits[:-2])
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


def _code_matches(
    form: Form, words: Sequence[Word], matched: Bools, beside: Mapping[str, Ints]
) -> dict[str, npt.ArrayLike]:
    """Return the codes of where the words of the question stand, in the candidate and around it."""
    i, j = beside["first"], beside["last"]
    stems = [word.stem for word in words]
    places = np.nonzero(matched)[0]
    before, within = np.searchsorted(places, i), np.searchsorted(places, j, side="right")
    within, after = within - before, len(places) - within
    n_before = count_before(np.array([bool(stem) for stem in stems]))
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
        "near_left": np.searchsorted(steps, _measure_to_left(places, i), side="right"),
        "near_right": np.searchsorted(steps, _measure_to_right(places, j), side="right"),
        "run_left": _measure_runs(asking)[i],
        "run_right": _measure_runs(asking[::-1])[::-1][j + 1],
        "dense": np.searchsorted([0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9], dense, side="right"),
        "head_at": _locate_head(form.head, stems, beside),
        "topic_first": _locate_topic(form.topic[0], stems, places, i, j) if form.topic else 0,
        "topic_last": _locate_topic(form.topic[-1], stems, places, i, j) if len(form.topic) > 1 else 0,
        "same_word": np.where(neighbour == "", 0, same) + 4 * (form.before in PREPOSITIONS),
    }


def count_before(flags: npt.NDArray[Any]) -> Int32s:
    """Return how many flags are set before each place, and in all, along the first axis."""
    counts = np.zeros((len(flags) + 1, *flags.shape[1:]), dtype=np.int32)
    np.cumsum(flags, axis=0, out=counts[1:])
    return counts


def _measure_to_left(places: Ints, i: Ints) -> Ints:
    """Return how many words each candidate's first is after the nearest place before it; 99 when there is none."""
    at = np.searchsorted(places, i) - 1
    return np.where(at >= 0, i - places[np.maximum(at, 0)], 99) if len(places) else np.full(len(i), 99)


def _measure_to_right(places: Ints, j: Ints) -> Ints:
    """Return how many words each candidate's last is before the nearest place after it; 99 when there is none."""
    at = np.searchsorted(places, j, side="right")
    return (
        np.where(at < len(places), places[np.minimum(at, len(places) - 1)] - j, 99)
        if len(places)
        else np.full(len(j), 99)
    )


def _measure_runs(flags: Bools) -> Int32s:
    """Return how many flags in a row, at most 4, are set just before each place and before the end.

    >>> _measure_runs(np.array([True, True, False])).tolist()
    [0, 1, 2, 0]
    """
    lengths = accumulate(flags.tolist(), lambda length, flag: length + 1 if flag else 0, initial=0)
    return np.minimum(np.fromiter(lengths, dtype=np.int32, count=len(flags) + 1), 4)


def _locate_head(head: str, stems: Sequence[str], beside: Mapping[str, Ints]) -> npt.ArrayLike:
    """Return where the word for what is asked for stands, as seen from the candidate; 0 when there is none."""
    if not head:
        return 0
    i, j, n = beside["first"], beside["last"], len(stems)
    flags = np.array([stem == head for stem in stems])
    before, padded = count_before(flags), np.append(flags, [False, False])
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


def _locate_topic(stem: str, stems: Sequence[str], matched: Ints, i: Ints, j: Ints) -> npt.ArrayLike:
    """Return where a word of the question stands: 1 nowhere, 2 in the candidate, from 3 before it, from 8 after it."""
    places = np.array([at for at in matched.tolist() if alike(stems[at], (stem,))], dtype=np.intp)
    if not len(places):
        return 1
    to_left, to_right = _measure_to_left(places, i), _measure_to_right(places, j)
    within = np.searchsorted(places, j, side="right") > np.searchsorted(places, i)
    steps = [2, 3, 5, 9]
    near = np.where(
        to_left <= to_right,
        3 + np.searchsorted(steps, to_left, side="right"),
        8 + np.searchsorted(steps, to_right, side="right"),
    )
    return np.where(within, 2, near)
