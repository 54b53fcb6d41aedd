"""Fit the confidence: whether the best sentence answers the question.

Its examples are answers to questions whose answer is there, has been taken out, or never was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import log_loss, roc_auc_score

import qa
from eval.arrays import Floats
from eval.places import first_right
from eval.records import QuestionSet, SetQuestion
from eval.training.boosting import Growth, fit_trees
from eval.training.evidence import ask_everyday
from eval.training.scoring_sets import fold_of, show_progress, type_in_a_hurry
from qa.training import (
    CONFIDENCE_FEATURES,
    EvidenceModel,
    Trees,
    compute_confidence_features,
    probability,
    select,
)

__all__ = ["ConfidenceExample", "fit_confidence", "make_everyday_examples", "make_examples"]

HANDFUL = 6  # documents of a small library
# What an answer counts for in fitting the confidence. So weighted, somewhat more than half of the questions have their
# answer there; of the others, four in ten were written to look answerable.
SITUATION_WEIGHTS = {
    "present": 1.0,
    "present, small": 1.0,
    "removed": 0.5,
    "removed, small": 0.5,
    "adversarial": 2.0,
    "everyday, all": 3.0,
    "everyday, alone": 3.0,
    "everyday, not said, all": 3.0,
    "everyday, not said, alone": 3.0,
    "everyday, removed": 1.0,
    "everyday, elsewhere": 2.0,
}
CONFIDENCE_TREES = Growth(n_trees=300, depth=6, leaves=16, least=40, rate=0.05)
# As for evidence: a sentence that scores higher, or whose headings hold more of the question, is never less likely
# right, and no word that is missing makes it more so.
RISING = frozenset({"log_odds", "coverage", "headings", "nearest_heading"})
FALLING = frozenset({"missing_weight", "rarest_missing", "rarest_missing_with_above"})


@dataclass(frozen=True, slots=True, eq=False)
class ConfidenceExample:
    """An answer's features, whether its best sentence is right, and in which situation it was asked."""

    features: Floats
    right: bool
    situation: str


def _ask(
    library: qa.Library, question: SetQuestion, model: EvidenceModel, situation: str, **options: Any
) -> list[ConfidenceExample]:
    """Return the example of an answer, in a list; an empty one when nothing shares a word with the question."""
    match = library.match(question.text, **options)
    evidence = select(match, model)
    if not evidence:
        return []
    right = (
        bool(question.gold)
        and "removed" not in situation
        and first_right([evidence[0].span], question.gold) is not None
    )
    return [ConfidenceExample(compute_confidence_features(evidence, match, model.term_weights).array, right, situation)]


def make_examples(
    questions: QuestionSet, models: Sequence[EvidenceModel], every: int, *, small: bool
) -> Iterator[ConfidenceExample]:
    """Yield the examples of every so many questions in each situation.

    models: one for each fold, fitted without it.
    """
    asked = type_in_a_hurry(questions.questions[::every])
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        everything = frozenset(document.id for document in questions.documents)
        for question in show_progress(asked, f"{questions.name}: confidence"):
            if not question.gold:
                yield from _ask(library, question, models[0], "adversarial")
                continue
            model, scope = models[fold_of(question)], frozenset(question.documents) or everything
            yield from _ask(library, question, model, "present", documents=question.documents or None)
            rest = scope - {gold.document_id for gold in question.gold}
            if rest:
                yield from _ask(library, question, model, "removed", documents=rest)
    if small:
        yield from _in_small_libraries(questions, asked[::2], models)


def make_everyday_examples(questions: QuestionSet, models: Sequence[EvidenceModel]) -> Iterator[ConfidenceExample]:
    """Yield the examples of a set of everyday documents, asked of the document alone, of another, of all, and without
    it."""
    for where, library, question in ask_everyday(questions):
        model = models[fold_of(question)]
        situation = f"everyday, {where}" if question.gold or where == "elsewhere" else f"everyday, not said, {where}"
        yield from _ask(library, question, model, situation)
        if where == "all" and question.gold:
            rest = frozenset(document.id for document in questions.documents) - {question.about}
            yield from _ask(library, question, model, "everyday, removed", documents=rest)


def _in_small_libraries(
    questions: QuestionSet, asked: Sequence[SetQuestion], models: Sequence[EvidenceModel]
) -> Iterator[ConfidenceExample]:
    """Yield the examples of asking a handful of documents: the one that answers, and the handful after it."""
    about: dict[str, list[SetQuestion]] = defaultdict(list)
    for question in asked:
        if question.gold:
            about[question.gold[0].document_id].append(question)
    handfuls = [questions.documents[start : start + HANDFUL] for start in range(0, len(questions.documents), HANDFUL)]
    before: list[SetQuestion] = []
    for handful in show_progress(handfuls, f"{questions.name}: small libraries"):
        own = [question for document in handful for question in about[document.id]]
        with qa.Library(trained=False) as library:
            library.add(*handful)
            for situation, group in (("present, small", own), ("removed, small", before)):
                for question in group:
                    yield from _ask(library, question, models[fold_of(question)], situation)
        before = own


def fit_confidence(examples: Sequence[ConfidenceExample]) -> tuple[Trees, dict[str, Any]]:
    X = np.array([example.features for example in examples])
    y = np.array([example.right for example in examples])
    situations = [example.situation for example in examples]
    weights = np.array([SITUATION_WEIGHTS[situation] for situation in situations])
    monotone = [(name in RISING) - (name in FALLING) for name in CONFIDENCE_FEATURES]
    trees = fit_trees(X, y, CONFIDENCE_TREES, weights, monotone=monotone)
    p = probability(trees.decision(X))
    return trees, {
        "examples": {situation: situations.count(situation) for situation in SITUATION_WEIGHTS},
        "weights": SITUATION_WEIGHTS,
        "right": int(y.sum()),
        "auroc_on_them": round(float(roc_auc_score(y, p)), 4),
        "log_loss_on_them": round(float(log_loss(y, p)), 4),
    }
