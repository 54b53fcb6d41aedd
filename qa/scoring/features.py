"""Question and passages in, a row of numbers for each sentence out: one vectorised pass over all candidates.

First the words are matched (`match`), then each group of features is computed from the match alone (`overlap`,
`offers`, and here what the trained weights and the other sentences say). A share is always of the question's weight.
`learned` is the sum of the trained weights of the terms that a sentence, its neighbours or its passage hold; "lead" is
the difference to the best sentence or passage of the question, at most 0.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from qa.arrays import Floats
from qa.scoring.matching.match import Columns, Match
from qa.scoring.offers import describe_shape, offer_answer
from qa.scoring.overlap import compare_above, compare_characters, compare_context, compare_pairs, compare_terms
from qa.scoring.term_weights import BLOCKS, TermWeights

__all__ = ["FEATURES", "GROUPS", "PLAIN_WEIGHTS", "compute_features"]

_DECIMALS = 9  # of a feature

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
    "above": (
        "in_lead",
        "lead_gain",
        "lead_likeness",
        "lead_missing",
        "lead_asks",
        "lead_distance",
        "headings",
        "headings_gain",
        "nearest_heading",
        "with_above",
        "rarest_missing_with_above",
        "names_with_above",
        "spoken",
        "adds",
        "passage_sentences",
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


def _rank_passages(match: Match) -> Columns:
    """Return how the passage was ranked."""
    scores = match.scores
    gap = scores[0] - scores[1] if len(scores) > 1 else scores[0]
    return {
        "retrieval": (scores / scores[0])[match.passage],
        "retrieval_score": scores[match.passage],
        "retrieval_gap": np.full(match.n, gap),
    }


def _weigh(match: Match, weights: TermWeights) -> Columns:
    """Return the trained weights of the terms that were match, and how the sentence stands by them."""
    by_term = weights.of(match.query)
    blocks = match.blocks()
    raw = np.asarray(sum(block @ by_term[number] for number, block in enumerate(blocks)))
    total = raw + weights.retrieval * (match.scores / match.scores[0])[match.passage]
    sentence = by_term[0]
    share = sentence / (sentence.sum() or 1.0)
    in_passage = np.zeros((len(match.hits), len(share)))
    np.maximum.at(in_passage, match.passage, match.soft)
    covered = in_passage @ share
    return {
        "learned": total,
        "learned_words": raw,
        "learned_most": np.full(match.n, sentence.sum()),
        "learned_lead": total - total.max(),
        "learned_rank": _rank_values(total),
        "learned_passage_lead": match.best_of_passage(total) - total.max(),
        "learned_after": blocks[BLOCKS.index("after")] @ share,
        "learned_coverage_lead": (covered - covered.max())[match.passage],
    }


def _relate(columns: Columns, match: Match) -> Columns:
    """Return how the sentence stands beside the best one, feature by feature."""
    plain = np.asarray(sum(weight * columns[name] for name, weight in PLAIN_WEIGHTS.items()))
    relative = {
        f"{name}_relative": values / (values.max() or 1.0)
        for name, values in (
            ("plain", plain),
            *((name, columns[name]) for name in ("pairs", "pairs_of_matter", "trigrams", "trigram_dice")),
            *((name, columns[name]) for name in ("saturated", "around")),
        )
    }
    lead = plain - match.best_of_passage(plain)
    return {"plain": plain, "plain_rank": _rank_values(plain), "plain_lead_in_passage": lead, **relative}


def _rank_values(values: Floats) -> Floats:
    """Return how many values are higher than each, 0 for the highest; equal values, to `_DECIMALS`, share a rank."""
    lowered = np.round(-values, _DECIMALS)
    return np.searchsorted(np.sort(lowered), lowered).astype(np.float64)


def compute_features(match: Match, weights: TermWeights) -> Floats:
    """Return the features of each sentence, (n, len(FEATURES)), in the order of the match.

    No row when n is 0 or the question has no word. Rounded to `_DECIMALS`: what is the same of two sentences is the
    same number for both, in whatever order a sum was taken.
    """
    if not match.n or not len(match.query.names):
        return np.empty((0, len(FEATURES)))
    columns = {
        **compare_terms(match),
        **compare_context(match),
        **compare_above(match),
        **compare_pairs(match),
        **compare_characters(match),
        **offer_answer(match),
        **describe_shape(match),
        **_rank_passages(match),
        **_weigh(match, weights),
    }
    columns |= _relate(columns, match)
    return np.asarray(np.round(np.column_stack([columns[name] for name in FEATURES]), _DECIMALS), dtype=np.float64)
