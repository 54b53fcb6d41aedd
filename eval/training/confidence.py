"""Fit the confidence: whether the best sentence answers the question.

Its examples are answers to questions whose answer is there, has been taken out, or never was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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

__all__ = [
    "SITUATION_WEIGHTS",
    "AskedSomewhere",
    "ConfidenceExample",
    "fit_confidence",
    "list_everyday_situations",
    "list_situations",
    "make_examples",
]

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
    """An answer's features, whether its best sentence is right, in which situation it was asked, and the fold."""

    features: Floats
    right: bool
    situation: str
    fold: int


@dataclass(frozen=True, slots=True, eq=False)
class AskedSomewhere:
    """A question that is asked of a library in a situation. documents: ids to ask; None for all.

    fold: of the models that did not see it.
    """

    library: qa.Library
    question: SetQuestion
    situation: str
    fold: int
    documents: frozenset[str] | None = None

    def is_right(self, sentence: qa.Span) -> bool:
        """Tell whether a sentence answers the question there: what was taken out, or is elsewhere, is no answer."""
        return "removed" not in self.situation and first_right([sentence], self.question.gold) is not None


def list_situations(questions: QuestionSet, every: int, *, small: bool) -> Iterator[AskedSomewhere]:
    """Yield every so many questions in each situation. small: in libraries of a handful of documents too."""
    asked = type_in_a_hurry(questions.questions[::every])
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        everything = frozenset(document.id for document in questions.documents)
        for question in show_progress(asked, f"{questions.name}: confidence"):
            if not question.gold:
                yield AskedSomewhere(library, question, "adversarial", 0)
                continue
            fold, scope = fold_of(question), frozenset(question.documents) or everything
            among = frozenset(question.documents) or None
            yield AskedSomewhere(library, question, "present", fold, among)
            rest = scope - {gold.document_id for gold in question.gold}
            if rest:
                yield AskedSomewhere(library, question, "removed", fold, rest)
    if small:
        yield from _list_in_small_libraries(questions, asked[::2])


def list_everyday_situations(questions: QuestionSet) -> Iterator[AskedSomewhere]:
    """Yield the questions of everyday documents, asked of the document alone, of another, of all, and without it."""
    for where, library, question in ask_everyday(questions):
        situation = f"everyday, {where}" if question.gold or where == "elsewhere" else f"everyday, not said, {where}"
        yield AskedSomewhere(library, question, situation, fold_of(question))
        if where == "all" and question.gold:
            rest = frozenset(document.id for document in questions.documents) - {question.about}
            yield AskedSomewhere(library, question, "everyday, removed", fold_of(question), rest)


def _list_in_small_libraries(questions: QuestionSet, asked: Sequence[SetQuestion]) -> Iterator[AskedSomewhere]:
    """Yield questions that are asked of a handful of documents: the one that answers, and the handful after it."""
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
                    yield AskedSomewhere(library, question, situation, fold_of(question))
        before = own


def make_examples(asked: Iterable[AskedSomewhere], models: Sequence[EvidenceModel]) -> Iterator[ConfidenceExample]:
    """Yield the example of each question for which anything is found. models: one for each fold, fitted without it."""
    for each in asked:
        model = models[each.fold]
        match = each.library.match(each.question.text, documents=each.documents)
        evidence = select(match, model)
        if evidence:
            features = compute_confidence_features(evidence, match, model.term_weights).array
            yield ConfidenceExample(features, each.is_right(evidence[0].span), each.situation, each.fold)


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
