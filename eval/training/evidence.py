"""Fit the evidence model: which sentence of those that match a question answers it.

The weights of terms come first, then trees over all features, on the candidates among which it is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click
import numpy as np

import qa
from eval.arrays import Bools
from eval.places import overlaps
from eval.records import QuestionSet, SetQuestion
from eval.training.boosting import Growth, fit_trees
from eval.training.listwise import fit_term_weights
from eval.training.scoring_sets import FOLDS, fold_of, show_progress, type_in_a_hurry
from qa.training import FEATURES, GROUPS, EvidenceModel, Match, TermWeights, Trees, compute_features, select

__all__ = [
    "EvidenceExample",
    "ablate",
    "ask_everyday",
    "fit_evidence",
    "make_everyday_examples",
    "make_examples",
    "share_right",
    "share_right_left_out",
]

BEST_PLAIN, BEST_LEARNED = 20, 10  # candidates that trees are fitted on: the best of either score, where it is decided
# More of these never makes a sentence score lower, and more of the others never higher: where languages and documents
# are unlike those trained on, a sentence that is better in every respect still comes first.
RISING = frozenset(
    "coverage derived matter matter_soft saturated around passage pairs pairs_of_matter retrieval learned "
    "learned_words learned_lead plain plain_lead_in_passage plain_relative pairs_relative pairs_of_matter_relative "
    "saturated_relative around_relative in_lead lead_likeness with_above names_with_above".split()
)
FALLING = frozenset({"rarest_missing", "plain_rank", "learned_rank", "rarest_missing_with_above", "lead_missing"})
EVERYDAY_WEIGHT = 3.0  # what a sentence of an everyday document counts for beside one of a public set
EVIDENCE_TREES = Growth(n_trees=150, depth=6, leaves=16, least=150, rate=0.08)


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceExample:
    """A question with an answer in its library.

    source: file of its set. right: (n,) which sentences of the match answer, none where its document does not. fold: by
    article. weight: what its sentences count for.
    """

    source: str
    match: Match
    right: Bools
    fold: int
    weight: float = 1.0


def _label(match: Match, question: SetQuestion) -> Bools:
    gold_documents = {gold.document_id for gold in question.gold}
    return np.array(
        [
            hit.passage.document_id in gold_documents
            and any(overlaps(qa.Span(hit.passage.document_id, *place), gold) for gold in question.gold)
            for hit in match.hits
            for place in hit.passage.sentences
        ],
        dtype=np.bool_,
    )


def make_examples(questions: QuestionSet, source: str) -> Iterator[EvidenceExample]:
    """Yield the examples of a set for the evidence model."""
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        for question in show_progress(type_in_a_hurry(questions.questions), questions.name):
            if question.gold:
                match = library.match(question.text, documents=question.documents or None)
                if match.n and match.query.names:
                    yield EvidenceExample(source, match, _label(match, question), fold_of(question))


def ask_everyday(questions: QuestionSet) -> Iterator[tuple[str, qa.Library, SetQuestion]]:
    """Yield each question of everyday documents thrice, with where it is asked: of `all` documents, of its own `alone`,
    and `elsewhere`, of another one alone."""
    asked = type_in_a_hurry(questions.questions)
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        for question in show_progress(asked, f"{questions.name}, all documents"):
            yield "all", library, question
    about: dict[str, list[SetQuestion]] = defaultdict(list)
    for question in asked:
        about[question.about].append(question)
    before = questions.documents[-1].id
    for document in show_progress(questions.documents, f"{questions.name}, each alone"):
        with qa.Library(trained=False) as library:
            library.add(document)
            for question in about[document.id]:
                yield "alone", library, question
            for question in about[before]:
                yield "elsewhere", library, question
        before = document.id


def make_everyday_examples(questions: QuestionSet) -> Iterator[EvidenceExample]:
    """Yield the examples of a set of everyday documents: each question asked of its document alone, and of all."""
    for where, library, question in ask_everyday(questions):
        if where == "elsewhere":
            continue
        match = library.match(question.text)
        if match.n and match.query.names:
            yield EvidenceExample(questions.name, match, _label(match, question), fold_of(question), EVERYDAY_WEIGHT)


def fit_evidence(examples: Sequence[EvidenceExample], columns: Sequence[str] = FEATURES) -> tuple[TermWeights, Trees]:
    """Return the parts of the evidence model for examples; features that are not among `columns` are held at 0."""
    answered = [example for example in examples if example.right.any()]
    weights = fit_term_weights([example.match for example in answered], [example.right for example in answered])
    kept = np.array([name in columns for name in FEATURES])
    X = np.concatenate([compute_features(example.match, weights) for example in examples])
    y = np.concatenate([example.right for example in examples])
    counted = np.repeat([example.weight for example in examples], [len(example.right) for example in examples])
    near = X[:, FEATURES.index("plain_rank")] < BEST_PLAIN
    near |= X[:, FEATURES.index("learned_rank")] < BEST_LEARNED
    monotone = [(name in RISING) - (name in FALLING) for name in FEATURES]
    trees = fit_trees(np.where(kept, X[near], 0.0), y[near], EVIDENCE_TREES, counted[near], monotone=monotone)
    return weights, trees


def share_right(model: EvidenceModel, examples: Iterable[EvidenceExample]) -> float:
    """Return for how many examples the best sentence answers, as a share of those that any sentence answers."""
    right = [_is_right(model, example) for example in examples if example.right.any()]
    return float(np.mean(right))


def _is_right(model: EvidenceModel, example: EvidenceExample) -> bool:
    evidence = select(example.match, model)
    return bool(evidence) and bool(example.right[example.match.row(evidence[0].span)])


def share_right_left_out(models: Sequence[EvidenceModel], examples: Sequence[EvidenceExample]) -> float:
    """Return the share right, each example by the model that did not see its fold."""
    right = [_is_right(models[example.fold], example) for example in examples if example.right.any()]
    return round(float(np.mean(right)), 4)


def ablate(examples: Sequence[EvidenceExample]) -> dict[str, float]:
    """Return the share right on the last fold, trained on the others: with all features, and without each group."""
    train = [example for example in examples if example.fold != FOLDS - 1]
    test = [example for example in examples if example.fold == FOLDS - 1]
    table = {"plain score, untrained": share_right(EvidenceModel(TermWeights.equal(), None), test)}
    for label, without in (("all features", ()), *((f"without {name}", names) for name, names in GROUPS.items())):
        columns = [name for name in FEATURES if name not in without]
        table[label] = share_right(EvidenceModel(*fit_evidence(train, columns)), test)
        click.echo(f"{label}: {table[label]:.4f}", err=True)
    return {label: round(value, 4) for label, value in table.items()}
