"""Question and passages in, a row of numbers for each sentence out: one vectorised pass over all candidates.

First the words are matched (`match`), then each group of features is computed from the match alone. A share is always
of the question's weight. `learned` is the sum of the trained weights of the terms that a sentence, its neighbours or
its passage hold; "lead" is the difference to the best sentence or passage of the question, at most 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from qa.arrays import Floats, Ints, distinct, runs
from qa.question.answer_type import SIGNS
from qa.scoring.match import Columns, Match
from qa.scoring.passage_words import offered
from qa.scoring.term_weights import BLOCKS, TermWeights

__all__ = ["FEATURES", "GROUPS", "PLAIN_WEIGHTS", "feature_matrix"]


_FAR = 30.0  # words; the distance to what is not there
_DECIMALS = 9  # of a feature
_TYPES = ("date", "number", "duration", "person", "place", "name", "cause", "manner", "definition", "polar")

# Weights of the untrained score, set by hand near the optimum on questions of SQuADShifts' new Wikipedia set (quote@1
# .75); they sum to 1, and so the score is in [0, 1].
PLAIN_WEIGHTS: Mapping[str, float] = {
    "coverage": 0.30,  # share of the question's weight that the sentence holds
    "derived": 0.10,  # share that it holds only in another form: a word that begins alike
    "previous": 0.10,  # share that it lacks and the sentence before holds
    "passage": 0.12,  # share that the passage, its heading or its document's title holds
    "pairs": 0.12,  # share of the question's pairs of neighbouring words that the sentence holds
    "retrieval": 0.20,  # score of the passage, relative to the best one's
    "answer_type": 0.06,  # 1 when it offers what is asked for, 0 when it does not, 1/2 when that is not known
}


# The columns of a feature matrix, in order, by what they are computed from.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "terms": (
        "coverage",
        "derived",
        "matter",
        "matter_soft",
        "saturated",
        "rarest_held",
        "rarest_missing",
        "commonest_held",
        "names_held",
    ),
    "context": (
        "previous",
        "next",
        "around",
        "passage",
        "title",
        "title_gain",
        "rarest_missing_in_passage",
    ),
    "pairs": ("pairs", "pairs_of_matter"),
    "characters": ("trigrams", "trigram_dice"),
    "answer": ("asks", "asked_noun", "new_names", "new_figures", "answer_type", "answer_distance"),
    "shape": ("length", "place", "pointing", "density", "spread", "last_held"),
    "retrieval": ("retrieval", "retrieval_score", "retrieval_gap"),
    "learned": (
        "learned",
        "learned_words",
        "learned_most",
        "learned_lead",
        "learned_rank",
        "learned_passage_lead",
        "learned_after",
        "learned_coverage_lead",
    ),
    "relative": (
        "plain",
        "plain_rank",
        "plain_lead_in_passage",
        "plain_relative",
        "pairs_relative",
        "pairs_of_matter_relative",
        "trigrams_relative",
        "trigram_dice_relative",
        "saturated_relative",
        "around_relative",
    ),
}
FEATURES: tuple[str, ...] = tuple(name for names in GROUPS.values() for name in names)


# -- groups of features ------------------------------------------------------------------------------------------------


def _terms(found: Match) -> Columns:
    """What of the question the sentence holds."""
    query, shares = found.query, found.query.matter_shares
    matter = query.matter & (query.idf > 0)
    idf = np.where(query.matter, query.idf, 0.0)
    lengths = np.diff(found.first_word).astype(np.float64)
    mean = lengths.mean() or 1.0
    saturated = found.counts / (found.counts + 0.9 * (0.5 + 0.5 * lengths / mean)[:, None])
    held = np.where(found.exact.astype(bool) & matter, query.idf, np.inf).min(axis=1)
    capital = query.capital.sum()
    return {
        "coverage": found.exact @ query.shares,
        "derived": found.alike @ query.shares,
        "matter": found.exact @ shares,
        "matter_soft": found.soft @ shares,
        "saturated": saturated @ shares,
        "rarest_held": (found.exact * idf).max(axis=1),
        "rarest_missing": ((1.0 - found.soft) * idf).max(axis=1),
        "commonest_held": np.where(np.isfinite(held), held, 0.0),
        "names_held": found.exact @ query.capital / capital if capital else np.full(found.n, -1.0),
    }


def _context(found: Match) -> Columns:
    """What the sentences beside it, its passage, heading and title hold that it does not."""
    query, shares = found.query, found.query.matter_shares
    lacking = 1.0 - found.exact
    either = np.maximum(np.maximum(found.before, found.after), found.exact)
    idf = np.where(query.matter, query.idf, 0.0)
    elsewhere = np.maximum(found.elsewhere, found.soft)
    return {
        "previous": (found.before * lacking) @ query.shares,
        "next": (found.after * lacking) @ shares,
        "around": either @ shares,
        "passage": elsewhere @ query.shares,
        "title": (found.titles @ shares)[found.passage],
        "title_gain": (found.titles[found.passage] * lacking) @ shares,
        "rarest_missing_in_passage": ((1.0 - elsewhere) * idf).max(axis=1),
    }


def _pairs(found: Match) -> Columns:
    """Neighbouring words of the question that are neighbours in the sentence."""
    query = found.query
    matter = np.flatnonzero(~found.function)
    asked = [number for number in query.sequence.tolist() if not query.function[number]]
    weights = {(a, b): float(query.matter_shares[a] + query.matter_shares[b]) for a, b in map(sorted, pairwise(asked))}
    total = sum(weights.values()) or 1.0
    return {
        "pairs": _pair_share(found, np.arange(len(found.words)), query.pairs),
        "pairs_of_matter": _pair_share(found, matter, weights, either_way=True) / total,
    }


def _pair_share(
    found: Match, words: Ints, weights: Mapping[tuple[int, int], float], *, either_way: bool = False
) -> Floats:
    """Sum the weights of the different pairs of neighbours among `words` that each sentence holds: (n,).

    either_way: in either order; the weights are then of ascending pairs.
    """
    if not weights:
        return np.zeros(found.n)
    m = len(found.query.names)
    pairs = np.array(sorted(a * m + b for a, b in weights))
    left, right = words[:-1], words[1:]
    a, b = found.words[left], found.words[right]
    if either_way:
        a, b = np.minimum(a, b), np.maximum(a, b)
    both = (a >= 0) & (b >= 0) & (found.sentence[left] == found.sentence[right])
    codes = a[both] * m + b[both]
    at = np.minimum(np.searchsorted(pairs, codes), len(pairs) - 1)
    known = pairs[at] == codes
    held = distinct(found.sentence[left[both][known]] * len(pairs) + at[known])
    weight = np.array([weights[divmod(int(code), m)] for code in pairs])
    share = np.bincount(held // len(pairs), weights=weight[held % len(pairs)], minlength=found.n)
    return share.astype(np.float64)


def _characters(found: Match) -> Columns:
    """Trigrams of characters that question and sentence share: forms and spellings that terms miss."""
    asked = found.query.trigrams
    shared, size = [], []
    for each in found.surfaces:
        n = len(each.pointing)
        first = np.searchsorted(each.trigrams, asked)  # few are looked for in many
        after = np.searchsorted(each.trigrams, asked, side="right")
        shared.append(np.bincount(each.trigram_sentence[runs(first, after - first)], minlength=n))
        size.append(np.bincount(each.trigram_sentence, minlength=n))
    held = np.concatenate(shared)
    return {"trigrams": held / len(asked), "trigram_dice": 2.0 * held / (len(asked) + np.concatenate(size))}


def _answer(found: Match) -> Columns:
    """Whether the sentence offers what is asked for, and how near to what it holds of the question."""
    query, n = found.query, found.n
    kind = query.question.type
    asked = found.exact[:, list(query.asked)].mean(axis=1) if query.asked else np.full(n, -1.0)
    capital = np.concatenate([np.empty(0, dtype=np.bool_), *(each.capital for each in found.surfaces)])
    figure = np.concatenate([np.empty(0, dtype=np.bool_), *(each.figure for each in found.surfaces)])
    new = (found.words < 0) & ~found.function
    columns = {
        "asks": np.full(n, float(_TYPES.index(kind) if kind else len(_TYPES))),
        "asked_noun": asked,
        "new_names": np.bincount(found.sentence[new & capital], minlength=n).astype(np.float64),
        "new_figures": np.bincount(found.sentence[new & figure], minlength=n).astype(np.float64),
        "answer_type": np.full(n, 0.5),
        "answer_distance": np.full(n, -1.0),
    }
    if kind is None or kind == "polar":
        return columns
    starts = found.first_word[found.first]
    ranges = np.concatenate(
        [np.empty((0, 3), dtype=np.intp)]
        + [
            offered(hit.passage, kind) + np.array([word, word, start])
            for hit, word, start in zip(found.hits, starts, found.first, strict=True)
        ]
    )
    newer = np.concatenate([[0], np.cumsum(new)])
    if kind not in SIGNS:
        ranges = ranges[newer[ranges[:, 1]] > newer[ranges[:, 0]]]
    offers = np.bincount(ranges[:, 2], minlength=n)
    columns["answer_type"] = np.minimum(offers, 1).astype(np.float64)
    columns["answer_distance"] = _distance(found, ranges)
    return columns


def _distance(found: Match, ranges: Ints) -> Floats:
    """Return how many words lie between what is offered and the nearest word of the question: (n,), at most `_FAR`."""
    distance = np.full(found.n, _FAR)
    held = np.flatnonzero((found.words >= 0) & ~found.function)
    if len(held) and len(ranges):
        at = np.searchsorted(held, ranges[:, 0])
        right, left = held[np.minimum(at, len(held) - 1)], held[np.maximum(at - 1, 0)]
        owner = ranges[:, 2]
        after = np.where((found.sentence[right] == owner) & (right >= ranges[:, 0]), right - ranges[:, 1] + 1, _FAR)
        ahead = np.where((found.sentence[left] == owner) & (left < ranges[:, 0]), ranges[:, 0] - left, _FAR)
        np.minimum.at(distance, owner, np.clip(np.minimum(after, ahead), 0.0, _FAR))
    return distance


def _shape(found: Match) -> Columns:
    """Length and place of the sentence, and how what it holds of the question is spread over it."""
    n = found.n
    lengths = np.diff(found.first_word)
    held = np.flatnonzero((found.words >= 0) & ~found.function)
    owner = found.sentence[held]
    count = np.bincount(owner, minlength=n)
    low, high = np.full(n, len(found.words)), np.full(n, -1)
    np.minimum.at(low, owner, held)
    np.maximum.at(high, owner, held)
    matter = np.bincount(found.sentence[~found.function], minlength=n)
    pointing = np.concatenate([np.empty(0, dtype=np.bool_), *(each.pointing for each in found.surfaces)])
    return {
        "length": lengths.astype(np.float64),
        "place": found.place.astype(np.float64),
        "pointing": pointing.astype(np.float64),
        "density": count / np.maximum(matter, 1),
        "spread": np.where(count > 1, (high - low + 1) / np.maximum(count, 1), 0.0),
        "last_held": np.where(count > 0, (high - found.first_word[:-1]) / np.maximum(lengths, 1), 0.0),
    }


def _retrieval(found: Match) -> Columns:
    """How the passage was ranked."""
    scores = found.scores
    gap = scores[0] - scores[1] if len(scores) > 1 else scores[0]
    return {
        "retrieval": (scores / scores[0])[found.passage],
        "retrieval_score": scores[found.passage],
        "retrieval_gap": np.full(found.n, gap),
    }


def _learned(found: Match, weights: TermWeights) -> Columns:
    """The trained weights of the terms that were found, and how the sentence stands by them."""
    by_term = weights.of(found.query)
    blocks = found.blocks()
    raw = np.asarray(sum(block @ by_term[number] for number, block in enumerate(blocks)))
    total = raw + weights.retrieval * (found.scores / found.scores[0])[found.passage]
    sentence = by_term[0]
    share = sentence / (sentence.sum() or 1.0)
    in_passage = np.zeros((len(found.hits), len(share)))
    np.maximum.at(in_passage, found.passage, found.soft)
    covered = in_passage @ share
    return {
        "learned": total,
        "learned_words": raw,
        "learned_most": np.full(found.n, sentence.sum()),
        "learned_lead": total - total.max(),
        "learned_rank": _rank(total),
        "learned_passage_lead": found.best_of_passage(total) - total.max(),
        "learned_after": blocks[BLOCKS.index("after")] @ share,
        "learned_coverage_lead": (covered - covered.max())[found.passage],
    }


def _relative(columns: Columns, found: Match) -> Columns:
    """How the sentence stands beside the best one, feature by feature."""
    plain = np.asarray(sum(weight * columns[name] for name, weight in PLAIN_WEIGHTS.items()))
    relative = {
        f"{name}_relative": values / (values.max() or 1.0)
        for name, values in (
            ("plain", plain),
            *((name, columns[name]) for name in ("pairs", "pairs_of_matter", "trigrams", "trigram_dice")),
            *((name, columns[name]) for name in ("saturated", "around")),
        )
    }
    lead = plain - found.best_of_passage(plain)
    return {"plain": plain, "plain_rank": _rank(plain), "plain_lead_in_passage": lead, **relative}


def _rank(values: Floats) -> Floats:
    """Return how many values are higher than each, 0 for the highest; equal values, to `_DECIMALS`, share a rank."""
    lowered = np.round(-values, _DECIMALS)
    return np.searchsorted(np.sort(lowered), lowered).astype(np.float64)


def feature_matrix(found: Match, weights: TermWeights) -> Floats:
    """Return the features of each sentence, (n, len(FEATURES)), in the order of the match.

    No row when n is 0 or the question has no word. Rounded to `_DECIMALS`: what is the same of two sentences is the
    same number for both, in whatever order a sum was taken.
    """
    if not found.n or not len(found.query.names):
        return np.empty((0, len(FEATURES)))
    columns = {
        **_terms(found),
        **_context(found),
        **_pairs(found),
        **_characters(found),
        **_answer(found),
        **_shape(found),
        **_retrieval(found),
        **_learned(found, weights),
    }
    columns |= _relative(columns, found)
    return np.asarray(np.round(np.column_stack([columns[name] for name in FEATURES]), _DECIMALS), dtype=np.float64)
