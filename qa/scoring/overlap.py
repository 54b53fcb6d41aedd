"""What of a question a sentence holds, and what its neighbours hold of it: terms, pairs of them, and characters.

Features of a match alone. A share is always of the question's weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from qa.arrays import Floats, Ints, distinct, runs
from qa.scoring.matching.match import Columns, Match

__all__ = ["compare_above", "compare_characters", "compare_context", "compare_pairs", "compare_terms"]


def compare_terms(match: Match) -> Columns:
    """Return the features of the terms that each sentence holds."""
    query, shares = match.query, match.query.sought_shares
    telling = query.sought & (query.idf > 0)
    idf = np.where(query.sought, query.idf, 0.0)
    lengths = np.diff(match.first_word).astype(np.float64)
    mean = lengths.mean() or 1.0
    saturated = match.counts / (match.counts + 0.9 * (0.5 + 0.5 * lengths / mean)[:, None])
    held = np.where(match.exact.astype(bool) & telling, query.idf, np.inf).min(axis=1)
    capital = query.capital.sum()
    return {
        "coverage": match.exact @ query.shares,
        "derived": match.alike @ query.shares,
        "matter": match.exact @ shares,
        "matter_soft": match.soft @ shares,
        "saturated": saturated @ shares,
        "rarest_held": (match.exact * idf).max(axis=1),
        "rarest_missing": ((1.0 - match.soft) * idf).max(axis=1),
        "commonest_held": np.where(np.isfinite(held), held, 0.0),
        "names_held": match.exact @ query.capital / capital if capital else np.full(match.n, -1.0),
    }


def compare_context(match: Match) -> Columns:
    """Return the features of the terms that its neighbours, passage, heading and title hold and it does not."""
    query, shares = match.query, match.query.sought_shares
    lacking = 1.0 - match.exact
    either = np.maximum(np.maximum(match.before, match.after), match.exact)
    idf = np.where(query.sought, query.idf, 0.0)
    elsewhere = np.maximum(match.elsewhere, match.soft)
    return {
        "previous": (match.before * lacking) @ query.shares,
        "next": (match.after * lacking) @ shares,
        "around": either @ shares,
        "passage": elsewhere @ query.shares,
        "title": (match.titles @ shares)[match.passage],
        "title_gain": (match.titles[match.passage] * lacking) @ shares,
        "rarest_missing_in_passage": ((1.0 - elsewhere) * idf).max(axis=1),
    }


def compare_above(match: Match) -> Columns:
    """Return the features of what leads to each sentence and of the headings above it, and what it adds to a question.

    Likeness is that of Dice (1945), of the content words of the question and of what leads to the sentence.
    """
    query, shares, above = match.query, match.query.sought_shares, match.above
    lacking = 1.0 - match.soft
    whole = np.maximum(np.maximum(match.soft, above.lead), above.headings)
    whole = np.where(match.spoken[:, None], np.maximum(whole, match.before), whole)
    held = above.lead @ query.sought
    idf = np.where(query.sought, query.idf, 0.0)
    capital = query.capital.sum()
    new = ~match.function & (match.words < 0)
    return {
        "in_lead": above.lead @ shares,
        "lead_gain": (above.lead * lacking) @ shares,
        "lead_likeness": 2.0 * held / np.maximum(above.size + query.sought.sum(), 1),
        "lead_missing": np.where(above.distance >= 0, (1.0 - above.lead) @ shares, 1.0),
        "lead_asks": above.asking.astype(np.float64),
        "lead_distance": above.distance.astype(np.float64),
        "headings": above.headings @ shares,
        "headings_gain": (above.headings * lacking * (1.0 - above.lead)) @ shares,
        "nearest_heading": above.nearest @ shares,
        "with_above": whole @ shares,
        "rarest_missing_with_above": ((1.0 - whole) * idf).max(axis=1),
        "names_with_above": whole @ query.capital / capital if capital else np.full(match.n, -1.0),
        "spoken": match.spoken.astype(np.float64),
        "adds": np.bincount(match.sentence[new], minlength=match.n).astype(np.float64),
        "passage_sentences": np.bincount(match.passage, minlength=len(match.hits))[match.passage].astype(np.float64),
    }


def compare_pairs(match: Match) -> Columns:
    """Return how many neighbouring words of the question that are neighbours in the sentence, by weight."""
    query = match.query
    content = np.flatnonzero(~match.function)
    asked = [number for number in query.sequence.tolist() if not query.function[number]]
    weights = {(a, b): float(query.sought_shares[a] + query.sought_shares[b]) for a, b in map(sorted, pairwise(asked))}
    total = sum(weights.values()) or 1.0
    return {
        "pairs": _sum_pairs(match, np.arange(len(match.words)), query.pairs),
        "pairs_of_matter": _sum_pairs(match, content, weights, either_way=True) / total,
    }


def _sum_pairs(
    match: Match, words: Ints, weights: Mapping[tuple[int, int], float], *, either_way: bool = False
) -> Floats:
    """Return the summed weights of the different pairs of neighbours among `words` that each sentence holds: (n,).

    either_way: in either order; the weights are then of ascending pairs.
    """
    if not weights:
        return np.zeros(match.n)
    m = len(match.query.names)
    pairs = np.array(sorted(a * m + b for a, b in weights))
    left, right = words[:-1], words[1:]
    a, b = match.words[left], match.words[right]
    if either_way:
        a, b = np.minimum(a, b), np.maximum(a, b)
    both = (a >= 0) & (b >= 0) & (match.sentence[left] == match.sentence[right])
    codes = a[both] * m + b[both]
    at = np.minimum(np.searchsorted(pairs, codes), len(pairs) - 1)
    known = pairs[at] == codes
    held = distinct(match.sentence[left[both][known]] * len(pairs) + at[known])
    weight = np.array([weights[divmod(int(code), m)] for code in pairs])
    share = np.bincount(held // len(pairs), weights=weight[held % len(pairs)], minlength=match.n)
    return share.astype(np.float64)


def compare_characters(match: Match) -> Columns:
    """Return the share of trigrams of characters that both have: forms and spellings that terms miss."""
    asked = match.query.trigrams
    shared, size = [], []
    for each in match.surfaces:
        n = len(each.pointing)
        first = np.searchsorted(each.trigrams, asked)  # few are looked for in many
        after = np.searchsorted(each.trigrams, asked, side="right")
        shared.append(np.bincount(each.trigram_sentence[runs(first, after - first)], minlength=n))
        size.append(np.bincount(each.trigram_sentence, minlength=n))
    held = np.concatenate(shared)
    return {"trigrams": held / len(asked), "trigram_dice": 2.0 * held / (len(asked) + np.concatenate(size))}
