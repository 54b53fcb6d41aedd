"""Fit the second opinion: which sentence is best once the small reader has read some, and the confidence in it.

Its examples are those of the confidence, fewer of them, as reading takes time. Scores and confidence of the first
opinion come from models that did not see the question; so do the new scores that the new confidence is fitted on.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import log_loss, roc_auc_score

import qa
from eval.arrays import Bools, Floats
from eval.training.boosting import Growth, fit_trees
from eval.training.confidence import SITUATION_WEIGHTS, AskedSomewhere
from eval.training.regression import fit_regression
from eval.training.scoring_sets import FOLDS
from qa.training import (
    MOST_WINDOWS,
    READ_CONFIDENCE_FEATURES,
    READ_FEATURES,
    EvidenceModel,
    Match,
    Regression,
    SecondModel,
    Trees,
    WindowReader,
    compute_confidence_features,
    compute_read_confidence,
    compute_read_features,
    consult,
    probability,
    select,
)

__all__ = ["SecondExample", "fit_second", "make_examples", "take_every"]

TREES = Growth(n_trees=120, depth=3, leaves=6, least=60, rate=0.05)
RISING = frozenset({"read_odds", "first_confidence", "with_above", "headings", "nearest_heading"})
FALLING = frozenset({"missing_weight", "rarest_missing", "rarest_missing_with_above"})


@dataclass(frozen=True, slots=True, eq=False)
class SecondExample:
    """What was found for a question and read, best first by the first opinion.

    right: (n,) which sentences answer. first_confidence: log-odds of the first opinion. weight: what it counts for.
    """

    match: Match
    evidence: Sequence[qa.Evidence]
    right: Bools
    first_confidence: float
    situation: str
    fold: int

    @property
    def weight(self) -> float:
        """What it counts for."""
        return SITUATION_WEIGHTS[self.situation]


def take_every(asked: Iterable[AskedSomewhere], every: int) -> Iterator[AskedSomewhere]:
    """Yield one of so many questions, the same ones on every run, each in other situations than its like."""
    for each in asked:
        if zlib.crc32(f"{each.situation} {each.question.text}".encode()) % every == 0:
            yield each


def make_examples(
    asked: Iterable[AskedSomewhere], reader: WindowReader, models: Sequence[EvidenceModel], confidence: Sequence[Trees]
) -> Iterator[SecondExample]:
    """Yield the example of each question that the reader is asked. models, confidence: one for each fold, fitted
    without it."""
    for each in asked:
        match, model = each.library.match(each.question.text, documents=each.documents), models[each.fold]
        question = match.query.question
        evidence = select(match, model)
        if not evidence or question.is_topic or question.language != "en":
            continue
        titles = {sentence.span.document_id: "" for sentence in evidence}
        titles = {document_id: each.library.info(document_id).title for document_id in titles}
        first = compute_confidence_features(evidence, match, model.term_weights).array
        read = consult(reader, question.text, evidence, titles, MOST_WINDOWS)
        if any(sentence.read for sentence in read):
            right = np.array([each.is_right(sentence.span) for sentence in read])
            odds = float(confidence[each.fold].decision(first[None])[0])
            yield SecondExample(match, read, right, odds, each.situation, each.fold)


def fit_second(
    examples: Sequence[SecondExample], models: Sequence[EvidenceModel]
) -> tuple[Regression, Trees, dict[str, Any]]:
    """Return the two parts of the second opinion, and what is to be said of them.

    models: of the first opinion, one for each fold, which the examples are from.
    """
    folds = [_fit_evidence([each for each in examples if each.fold != fold]) for fold in range(FOLDS)]
    rows, right, firsts = [], [], []
    for example in examples:
        evidence = SecondModel(folds[example.fold], None).rescore(example.evidence)
        features = compute_confidence_features(evidence, example.match, models[example.fold].term_weights)
        rows.append(compute_read_confidence(features, example.first_confidence, example.evidence, evidence))
        spans = [sentence.span for sentence in example.evidence]
        right.append(bool(example.right[spans.index(evidence[0].span)]))
        firsts.append(bool(example.right[0]))
    X, y = np.array(rows), np.array(right)
    weights = np.array([example.weight for example in examples])
    held = np.zeros(len(y))
    fold = np.array([example.fold for example in examples])
    for number in range(FOLDS):
        trees = _fit_confidence(X[fold != number], y[fold != number], weights[fold != number])
        held[fold == number] = probability(trees.decision(X[fold == number]))
    answerable = np.array([example.right.any() for example in examples])
    situations = [example.situation for example in examples]
    card = {
        "examples": {name: situations.count(name) for name in SITUATION_WEIGHTS if name in situations},
        "on_the_fold_left_out": {
            "right_first": round(float(y[answerable].mean()), 4),
            "right_first_by_the_first_opinion": round(float(np.array(firsts)[answerable].mean()), 4),
            "auroc": round(float(roc_auc_score(y, held)), 4),
            "auroc_of_the_first_opinion": round(
                float(roc_auc_score(firsts, [example.first_confidence for example in examples])), 4
            ),
            "log_loss": round(float(log_loss(y, held, sample_weight=weights)), 4),
        },
    }
    return _fit_evidence(examples), _fit_confidence(X, y, weights), card


def _fit_evidence(examples: Sequence[SecondExample]) -> Regression:
    """Return the log-odds that a sentence that was read answers."""
    X = np.concatenate([compute_read_features(example.evidence) for example in examples])
    read = [[sentence.read is not None for sentence in example.evidence] for example in examples]
    y = np.concatenate([example.right[of_it] for example, of_it in zip(examples, read, strict=True)])
    weights = np.repeat([example.weight for example in examples], [sum(of_it) for of_it in read])
    intercept, slopes = fit_regression(X, y, weights)
    return Regression(intercept, dict(zip(READ_FEATURES, slopes.tolist(), strict=True)))


def _fit_confidence(X: Floats, y: Bools, weights: Floats) -> Trees:
    monotone = [(name in RISING) - (name in FALLING) for name in READ_CONFIDENCE_FEATURES]
    return fit_trees(X, y, TREES, weights, monotone=monotone)
