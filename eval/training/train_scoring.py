"""Train the models that are shipped: `python -m eval.training.train_scoring FOLDER`.

Reads the training sets out of a folder of public sets (`TRAINING` says which) and writes `evidence.npz` and
`confidence.npz` with a card each. Two models, one after the other:

evidence     which sentence of those found answers: the weights of terms, then trees over all features.
confidence   whether the best sentence does: trees over the features of the best sentence. Its examples are answers to
             questions whose answer is there, has been taken out, or never was, scored by evidence models that did not
             see the question (three folds by article); else confidence would learn from scores that are too good.

Every question is asked of a library of all its set's documents, or of its own documents where the set says so; every
fourth is asked in lower case and without its question mark, as people type. One seed; two runs write the same bytes.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.metrics import log_loss, roc_auc_score
from threadpoolctl import threadpool_limits

import qa
from eval.arrays import Bools, Floats
from eval.places import first_right, overlaps
from eval.records import QuestionSet, SetQuestion
from eval.sets.selqa import read_selqa
from eval.sets.squad import read_squad
from eval.training.boosting import SEED, Growth, fit_trees
from eval.training.listwise import fit_term_weights
from qa.training import (
    CONFIDENCE_FEATURES,
    FEATURES,
    FORMAT,
    GROUPS,
    PROPERTIES,
    EvidenceModel,
    Match,
    TermWeights,
    Trees,
    confidence_features,
    feature_matrix,
    probability,
    select,
)

__all__ = ["main"]


FOLDS = 3
BEST_PLAIN, BEST_LEARNED = 20, 10  # candidates that trees are fitted on: the best of either score, where it is decided
HANDFUL = 6  # documents of a small library
# More of these never makes a sentence score lower, and more of the others never higher: where languages and documents
# are unlike those trained on, a sentence that is better in every respect still comes first.
RISING = frozenset(
    "coverage derived matter matter_soft saturated around passage pairs pairs_of_matter retrieval learned "
    "learned_words learned_lead plain plain_lead_in_passage plain_relative pairs_relative pairs_of_matter_relative "
    "saturated_relative around_relative".split()
)
FALLING = frozenset({"rarest_missing", "plain_rank", "learned_rank"})
EVIDENCE_TREES = Growth(n_trees=150, depth=6, leaves=16, least=150, rate=0.08)
# What an answer counts for in fitting the confidence. So weighted, somewhat more than half of the questions have their
# answer there; of the others, four in ten were written to look answerable.
SITUATION_WEIGHTS = {
    "present": 1.0,
    "present, small": 1.0,
    "removed": 0.5,
    "removed, small": 0.5,
    "adversarial": 2.0,
}
CONFIDENCE_TREES = Growth(n_trees=150, depth=5, leaves=8, least=60, rate=0.05)


@dataclass(frozen=True, slots=True)
class Training:
    """A training set: its file in the folder, its reader and licence, and which of its questions teach confidence.

    every: every so many questions teach confidence; 0 for none. small: they are asked of small libraries too.
    """

    file: str
    read: Callable[[Path], QuestionSet]
    licence: str
    every: int
    small: bool = False


TRAINING = (
    Training("squadshifts/new_wiki.json", read_squad, "CC BY 4.0", every=3, small=True),
    Training(
        "squad2/dev-10-articles.json", partial(read_squad, articles=slice(5)), "CC BY-SA 4.0", every=1, small=True
    ),
    Training("selqa/selqa-ass-dev.json", read_selqa, "Apache-2.0", every=2),
    Training("policyqa/dev.json", partial(read_squad, apart=True), "MIT", every=4),
)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question with an answer in its library.

    source: file of its set. right: (n,) which sentences of the match answer. fold: by article.
    """

    source: str
    found: Match
    right: Bools
    fold: int


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """An answer's features, whether its best sentence is right, and in which situation it was asked."""

    features: Floats
    right: bool
    situation: str


def _fold(question: SetQuestion) -> int:
    """Return the fold of the article that a question is about, the same on every run."""
    article = question.gold[0].document_id.rpartition("-")[0] or question.gold[0].document_id
    return zlib.crc32(article.encode()) % FOLDS


def _typed(questions: Sequence[SetQuestion]) -> list[SetQuestion]:
    """Return the questions, every fourth as somebody in a hurry would type it."""
    return [
        replace(question, text=question.text.lower().rstrip("? ")) if number % 4 == 3 else question
        for number, question in enumerate(questions)
    ]


def _right(found: Match, question: SetQuestion) -> Bools:
    gold_documents = {gold.document_id for gold in question.gold}
    return np.array(
        [
            hit.passage.document_id in gold_documents
            and any(overlaps(qa.Span(hit.passage.document_id, *place), gold) for gold in question.gold)
            for hit in found.hits
            for place in hit.passage.sentences
        ],
        dtype=np.bool_,
    )


def _progress(items: Sequence[Any], label: str) -> Iterator[Any]:
    with click.progressbar(items, label=label, file=sys.stderr) as shown:
        yield from shown


def _examples(questions: QuestionSet, source: str) -> Iterator[Example]:
    """Yield the examples of a set for the evidence model."""
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        for question in _progress(_typed(questions.questions), questions.name):
            if question.gold:
                found = library.match(question.text, documents=question.documents or None)
                if found.n and found.query.names:
                    yield Example(source, found, _right(found, question), _fold(question))


def fit_evidence(examples: Sequence[Example], columns: Sequence[str] = FEATURES) -> tuple[TermWeights, Trees]:
    """Return the parts of the evidence model for examples; features that are not among `columns` are held at 0."""
    weights = fit_term_weights([example.found for example in examples], [example.right for example in examples])
    kept = np.array([name in columns for name in FEATURES])
    X = np.concatenate([feature_matrix(example.found, weights) for example in examples])
    y = np.concatenate([example.right for example in examples])
    near = X[:, FEATURES.index("plain_rank")] < BEST_PLAIN
    near |= X[:, FEATURES.index("learned_rank")] < BEST_LEARNED
    monotone = [(name in RISING) - (name in FALLING) for name in FEATURES]
    return weights, fit_trees(np.where(kept, X[near], 0.0), y[near], EVIDENCE_TREES, monotone=monotone)


def share_right(model: EvidenceModel, examples: Iterable[Example]) -> float:
    """Return for how many examples the best sentence answers, as a share of those with any sentence."""
    right = [
        bool(example.right[np.argmax(model.scores(feature_matrix(example.found, model.term_weights)))])
        for example in examples
    ]
    return float(np.mean(right))


def _share_right_left_out(models: Sequence[EvidenceModel], examples: Sequence[Example]) -> float:
    """Return the share right, each example by the model that did not see its fold."""
    right = [share_right(models[example.fold], [example]) for example in examples]
    return round(float(np.mean(right)), 4)


# -- confidence --------------------------------------------------------------------------------------------------------


def _outcome(
    library: qa.Library, question: SetQuestion, model: EvidenceModel, situation: str, **options: Any
) -> list[Outcome]:
    """Return the outcome of asking, in a list; an empty one when nothing shares a word with the question."""
    found = library.match(question.text, **options)
    evidence = select(found, model)
    if not evidence:
        return []
    right = situation.startswith("present") and first_right([evidence[0].span], question.gold) is not None
    return [Outcome(confidence_features(evidence, found, model.term_weights).array, right, situation)]


def _outcomes(questions: QuestionSet, models: Sequence[EvidenceModel], every: int, *, small: bool) -> Iterator[Outcome]:
    """Yield the outcomes of every so many questions in each situation.

    models: one for each fold, fitted without it.
    """
    asked = _typed(questions.questions[::every])
    with qa.Library(trained=False) as library:
        library.add(*questions.documents)
        everything = frozenset(document.id for document in questions.documents)
        for question in _progress(asked, f"{questions.name}: confidence"):
            if not question.gold:
                yield from _outcome(library, question, models[0], "adversarial")
                continue
            model, scope = models[_fold(question)], frozenset(question.documents) or everything
            yield from _outcome(library, question, model, "present", documents=question.documents or None)
            rest = scope - {gold.document_id for gold in question.gold}
            if rest:
                yield from _outcome(library, question, model, "removed", documents=rest)
    if small:
        yield from _in_small_libraries(questions, asked[::2], models)


def _in_small_libraries(
    questions: QuestionSet, asked: Sequence[SetQuestion], models: Sequence[EvidenceModel]
) -> Iterator[Outcome]:
    """Yield the outcomes of asking a handful of documents: the one that answers, and the handful after it."""
    about: dict[str, list[SetQuestion]] = defaultdict(list)
    for question in asked:
        if question.gold:
            about[question.gold[0].document_id].append(question)
    handfuls = [questions.documents[start : start + HANDFUL] for start in range(0, len(questions.documents), HANDFUL)]
    before: list[SetQuestion] = []
    for handful in _progress(handfuls, f"{questions.name}: small libraries"):
        own = [question for document in handful for question in about[document.id]]
        with qa.Library(trained=False) as library:
            library.add(*handful)
            for situation, group in (("present, small", own), ("removed, small", before)):
                for question in group:
                    yield from _outcome(library, question, models[_fold(question)], situation)
        before = own


def _fit_confidence(outcomes: Sequence[Outcome]) -> tuple[Trees, dict[str, Any]]:
    X = np.array([outcome.features for outcome in outcomes])
    y = np.array([outcome.right for outcome in outcomes])
    situations = [outcome.situation for outcome in outcomes]
    weights = np.array([SITUATION_WEIGHTS[situation] for situation in situations])
    trees = fit_trees(X, y, CONFIDENCE_TREES, weights)
    p = probability(trees.decision(X))
    return trees, {
        "examples": {situation: situations.count(situation) for situation in SITUATION_WEIGHTS},
        "weights": SITUATION_WEIGHTS,
        "right": int(y.sum()),
        "auroc_on_them": round(float(roc_auc_score(y, p)), 4),
        "log_loss_on_them": round(float(log_loss(y, p)), 4),
    }


# -- files -------------------------------------------------------------------------------------------------------------


def _save(folder: Path, name: str, trees: Trees, card: dict[str, Any], **arrays: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / f"{name}.npz",
        format=np.array(FORMAT),
        feature=trees.feature.astype(np.uint8),
        threshold=trees.threshold,
        value=trees.value.astype(np.float32),
        baseline=np.array(trees.baseline),
        **arrays,
    )
    (folder / f"{name}.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _ablation(examples: Sequence[Example]) -> dict[str, float]:
    """Return the share right on the last fold, trained on the others: with all features, and without each group."""
    train = [example for example in examples if example.fold != FOLDS - 1]
    test = [example for example in examples if example.fold == FOLDS - 1]
    table = {"plain score, untrained": share_right(EvidenceModel(TermWeights.equal(), None), test)}
    for label, without in (("all features", ()), *((f"without {name}", names) for name, names in GROUPS.items())):
        columns = [name for name in FEATURES if name not in without]
        table[label] = share_right(EvidenceModel(*fit_evidence(train, columns)), test)
        click.echo(f"{label}: {table[label]:.4f}", err=True)
    return {label: round(value, 4) for label, value in table.items()}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="By default where they are shipped.")
@click.option("--ablation", is_flag=True, help="Also train without each group of features, and put it on the card.")
def main(folder: Path, output: Path | None, ablation: bool) -> None:
    """Train on the sets in FOLDER and write the models."""
    threadpool_limits(limits=1)  # sums over several cores come out differently each time
    sets = [(training, training.read(folder / training.file)) for training in TRAINING]
    examples = [example for training, questions in sets for example in _examples(questions, training.file)]
    folds = [EvidenceModel(*fit_evidence([each for each in examples if each.fold != fold])) for fold in range(FOLDS)]
    held_out = {
        training.file: _share_right_left_out(folds, [each for each in examples if each.source == training.file])
        for training, _ in sets
    }
    click.echo(f"Right on the fold left out: {held_out}", err=True)
    weights, trees = fit_evidence(examples)
    target = output or Path(str(resources.files("qa").joinpath("models")))
    card: dict[str, Any] = {
        "seed": SEED,
        "version": qa.__version__,
        "sets": {training.file: {"licence": training.licence, "questions": len(q.questions)} for training, q in sets},
    }
    about = {"examples": len(examples), "right_on_the_fold_left_out": held_out}
    if ablation:
        about["ablation"] = _ablation(examples)
    _save(
        target,
        "evidence",
        trees,
        card | about,
        features=np.array(FEATURES),
        properties=np.array(PROPERTIES),
        coefficients=weights.coefficients,
        retrieval=np.array(weights.retrieval),
    )
    outcomes = [
        outcome
        for training, questions in sets
        if training.every
        for outcome in _outcomes(questions, folds, training.every, small=training.small)
    ]
    confidence, fitted = _fit_confidence(outcomes)
    _save(target, "confidence", confidence, card | fitted, features=np.array(CONFIDENCE_FEATURES))
    click.echo(f"Wrote {target}: evidence.npz, confidence.npz and their cards.")


if __name__ == "__main__":
    main()
