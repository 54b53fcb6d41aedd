"""Train the models that are shipped: `python -m eval.training.train_scoring FOLDER`.

Reads the training sets out of a folder of public sets (`scoring_sets` says which) and writes `evidence.npz`,
`confidence.npz` and `second.npz` with a card each. Three models, one after the other:

evidence     which sentence of those that match answers: the weights of terms, then trees over all features.
confidence   whether the best sentence does: trees over the features of the best sentence. Its examples are answers to
             questions whose answer is there, has been taken out, or never was, scored by evidence models that did not
             see the question (three folds by article); else confidence would learn from scores that are too good.
second       what both opinions make of a sentence that the small reader has read, and the confidence in the best one
             then: fewer of the same examples, first opinions that did not see the question. Left out where the reader
             is not installed.

Every question is asked of a library of all its set's documents, or of its own documents where the set says so; every
fourth is asked in lower case and without its question mark, as people type. Questions on everyday documents are asked
of their document alone and of all of them. One seed; two runs write the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from threadpoolctl import threadpool_limits

import qa
from eval.records import QuestionSet
from eval.training import confidence, evidence, second
from eval.training.boosting import SEED
from eval.training.scoring_sets import EVERYDAY, FOLDS, TRAINING, TrainingSet, read_everyday
from qa.training import (
    CONFIDENCE_FEATURES,
    FEATURES,
    FORMAT,
    PROPERTIES,
    READ_CONFIDENCE_FEATURES,
    EvidenceModel,
    Trees,
    choose_reader,
)

__all__ = ["main"]

SECOND_EVERY = 3  # questions in a situation of which one is read


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


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="By default where they are shipped.")
@click.option("--ablation", is_flag=True, help="Also train without each group of features, and put it on the card.")
def main(folder: Path, output: Path | None, ablation: bool) -> None:
    """Train on the sets in FOLDER and write the models."""
    threadpool_limits(limits=1)  # sums over several cores come out differently each time
    sets = [(training, training.read(folder / training.file)) for training in TRAINING]
    everyday = [read_everyday(name) for name in EVERYDAY]
    examples = [example for training, questions in sets for example in evidence.make_examples(questions, training.file)]
    examples += [example for questions in everyday for example in evidence.make_everyday_examples(questions)]
    folds = [
        EvidenceModel(*evidence.fit_evidence([each for each in examples if each.fold != fold])) for fold in range(FOLDS)
    ]
    held_out = {
        name: evidence.share_right_left_out(folds, [each for each in examples if each.source == name])
        for name in (*(training.file for training, _ in sets), *EVERYDAY)
    }
    click.echo(f"Right on the fold left out: {held_out}", err=True)
    weights, trees = evidence.fit_evidence(examples)
    target = output or Path(str(resources.files("qa").joinpath("models")))
    card: dict[str, Any] = {
        "seed": SEED,
        "version": qa.__version__,
        "sets": {training.file: {"licence": training.licence, "questions": len(q.questions)} for training, q in sets}
        | {
            questions.name: {"licence": "of this project", "questions": len(questions.questions)}
            for questions in everyday
        },
    }
    about = {"examples": len(examples), "right_on_the_fold_left_out": held_out}
    if ablation:
        about["ablation"] = evidence.ablate(examples)
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
    answers = [*confidence.make_examples(list_situations(sets, everyday), folds)]
    trees, fitted = confidence.fit_confidence(answers)
    _save(target, "confidence", trees, card | fitted, features=np.array(CONFIDENCE_FEATURES))
    click.echo(f"Wrote {target}: evidence.npz, confidence.npz and their cards.")
    reader = choose_reader("auto")
    if reader is None:
        click.echo("second.npz is left as it is: the reader is not installed, or off.")
        return
    firsts = [confidence.fit_confidence([each for each in answers if each.fold != fold])[0] for fold in range(FOLDS)]
    asked = second.take_every(list_situations(sets, everyday), SECOND_EVERY)
    read = [*second.make_examples(asked, reader, folds, firsts)]
    scores, trees, fitted = second.fit_second(read, folds)
    numbers = {"intercept": scores.intercept, "weights": dict(scores.weights)}
    _save(target, "second", trees, card | numbers | fitted, features=np.array(READ_CONFIDENCE_FEATURES))
    click.echo(f"Wrote {target}: second.npz and its card.")


def list_situations(
    sets: Sequence[tuple[TrainingSet, QuestionSet]], everyday: Sequence[QuestionSet]
) -> Iterator[confidence.AskedSomewhere]:
    """Yield the questions that teach confidence, in each situation."""
    for training, questions in sets:
        yield from confidence.list_situations(questions, training.every, small=training.small)
    for questions in everyday:
        yield from confidence.list_everyday_situations(questions)


if __name__ == "__main__":
    main()
