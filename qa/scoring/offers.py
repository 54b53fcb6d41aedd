"""Whether a sentence offers what is asked for, how near to words of the question, and how it is built.

Features of a match alone. Of other languages than English, only figures, prices and times are known to be offered.
"""

from __future__ import annotations

import numpy as np

from qa.arrays import Floats, Ints
from qa.question.kinds.answer_type import EVERYWHERE, SIGNS, AnswerType
from qa.question.kinds.narrower import Narrower
from qa.scoring.matching.match import Columns, Match
from qa.scoring.matching.passage_words import find_offers

__all__ = ["describe_shape", "offer_answer"]

_FAR = 30.0  # words; the distance to what is not there
_TYPES = (
    *("date", "number", "duration", "person", "place", "name", "cause", "manner", "definition", "polar", "contact"),
)


def offer_answer(match: Match) -> Columns:
    """Return whether the sentence offers what is asked for, and how near to what it holds of the question.

    A figure in place of a price, or a date in place of a time of day, is half an offer.
    """
    query, n = match.query, match.n
    kind = query.question.type
    asked = match.exact[:, list(query.asked)].mean(axis=1) if query.asked else np.full(n, -1.0)
    capital = np.concatenate([np.empty(0, dtype=np.bool_), *(each.capital for each in match.surfaces)])
    figure = np.concatenate([np.empty(0, dtype=np.bool_), *(each.figure for each in match.surfaces)])
    new = (match.words < 0) & ~match.function
    columns = {
        "asks": np.full(n, float(_TYPES.index(kind) if kind else len(_TYPES))),
        "asked_noun": asked,
        "new_names": np.bincount(match.sentence[new & capital], minlength=n).astype(np.float64),
        "new_figures": np.bincount(match.sentence[new & figure], minlength=n).astype(np.float64),
        "answer_type": np.full(n, 0.5),
        "answer_distance": np.full(n, -1.0),
    }
    if kind is None or kind == "polar" or (not query.question.in_english and kind not in EVERYWHERE):
        return columns
    if not query.question.in_english and kind in ("date", "duration"):
        kind = "number"  # their words are known in English alone
    newer = np.concatenate([[0], np.cumsum(new)])
    ranges = _find_ranges(match, kind, newer)
    offers = np.bincount(ranges[:, 2], minlength=n) > 0
    columns["answer_type"] = offers.astype(np.float64)
    columns["answer_distance"] = _measure_distance(match, ranges)
    if narrower := query.question.narrower:
        ranges = _find_ranges(match, narrower, newer)
        narrow = np.bincount(ranges[:, 2], minlength=n) > 0
        columns["answer_type"] = np.where(narrow, 1.0, 0.5 * offers)
        columns["answer_distance"] = np.where(narrow, _measure_distance(match, ranges), columns["answer_distance"])
    return columns


def _find_ranges(match: Match, kind: AnswerType | Narrower, newer: Ints) -> Ints:
    """Return the runs of words that sentences offer of a kind, as first word, word after the last, sentence: (k, 3).

    newer: how many words before each, and before the end, are neither of the question nor function words.
    """
    starts = match.first_word[match.first]
    ranges = np.concatenate(
        [np.empty((0, 3), dtype=np.intp)]
        + [
            find_offers(hit.passage, kind) + np.array([word, word, start])
            for hit, word, start in zip(match.hits, starts, match.first, strict=True)
        ]
    )
    return ranges if kind in SIGNS else ranges[newer[ranges[:, 1]] > newer[ranges[:, 0]]]


def _measure_distance(match: Match, ranges: Ints) -> Floats:
    """Return how many words lie between what is offered and the nearest word of the question: (n,), at most `_FAR`."""
    distance = np.full(match.n, _FAR)
    held = np.flatnonzero((match.words >= 0) & ~match.function)
    if len(held) and len(ranges):
        at = np.searchsorted(held, ranges[:, 0])
        right, left = held[np.minimum(at, len(held) - 1)], held[np.maximum(at - 1, 0)]
        owner = ranges[:, 2]
        after = np.where((match.sentence[right] == owner) & (right >= ranges[:, 0]), right - ranges[:, 1] + 1, _FAR)
        ahead = np.where((match.sentence[left] == owner) & (left < ranges[:, 0]), ranges[:, 0] - left, _FAR)
        np.minimum.at(distance, owner, np.clip(np.minimum(after, ahead), 0.0, _FAR))
    return distance


def describe_shape(match: Match) -> Columns:
    """Return length and place of the sentence, and how what it holds of the question is spread over it."""
    n = match.n
    lengths = np.diff(match.first_word)
    held = np.flatnonzero((match.words >= 0) & ~match.function)
    owner = match.sentence[held]
    count = np.bincount(owner, minlength=n)
    low, high = np.full(n, len(match.words)), np.full(n, -1)
    np.minimum.at(low, owner, held)
    np.maximum.at(high, owner, held)
    content = np.bincount(match.sentence[~match.function], minlength=n)
    pointing = np.concatenate([np.empty(0, dtype=np.bool_), *(each.pointing for each in match.surfaces)])
    return {
        "length": lengths.astype(np.float64),
        "place": match.place.astype(np.float64),
        "pointing": pointing.astype(np.float64),
        "density": count / np.maximum(content, 1),
        "spread": np.where(count > 1, (high - low + 1) / np.maximum(count, 1), 0.0),
        "last_held": np.where(count > 0, (high - match.first_word[:-1]) / np.maximum(lengths, 1), 0.0),
    }
