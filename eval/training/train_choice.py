"""Fit the choice of further sentences: `python -m eval.training.train_choice [--open SET] [--given SET] …`.

Each answerable question is asked, and every sentence that may be quoted beside the best one is an example; the label is
whether it overlaps a gold answer. `--open`: a SQuAD-format set, asked of all its documents. `--part`: the same, of its
first articles only. `--given`: one asked of the document that answers alone, for questions that do not say what they
are about. `--selqa`: SelQA's answer sentence selection (Jurczyk et al. 2016), each section a document, asked of that
alone. All sets weigh the same, whatever their size. Where the document is given, more of the sentences answer; sets
asked so have an intercept of their own, which is left out of what is shipped and of what is measured.

The logistic regression is scikit-learn's, on standardised features. A sentence is quoted from the probability on that
gives the best mean F-measure (van Rijsbergen 1979) of the set of quotes in cross-validation, where no document is in
two folds. With `--beta 2`, recall counts twice as much as precision: more of a list is quoted, and more that does not
answer. Thresholds of their own for questions that ask for a point, such as a date, and for open ones came out alike
(0.24 and 0.21), so there is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

import qa
from eval.arrays import Bools, Floats
from eval.measures.scores import sentence_scores
from eval.places import overlaps
from eval.records import QuestionSet
from eval.sets.selqa import read_selqa
from eval.sets.squad import read_squad
from eval.training.regression import fit_regression
from qa.training import list_companions, probability

__all__ = ["main"]

MOST = 3  # quotes of an answer, as by default
FOLDS = 5
THRESHOLDS = tuple(round(0.01 * n, 2) for n in range(5, 51))


@dataclass(frozen=True, slots=True)
class ChoiceExample:
    """A question's sentences beside the best one. X: features, a row for each. y: whether it answers. spans: places.

    given: only the document that answers was asked.
    """

    set_name: str
    given: bool
    gold: tuple[qa.Span, ...]
    best: qa.Span
    names: tuple[str, ...]
    X: Floats
    y: Bools
    spans: tuple[qa.Span, ...]


def _make_examples(questions: QuestionSet, step: int, *, given: bool) -> Iterator[ChoiceExample]:
    """Yield the examples of every `step`-th answerable question. given: ask only the document that answers."""
    library = qa.Library()
    library.add(*questions.documents)
    with click.progressbar(questions.questions[::step], label=questions.name) as asked:
        for question in asked:
            if not question.answerable:
                continue
            documents = [question.gold[0].document_id] if given else None
            examination = library.examine(question.text, documents=documents)
            others = list_companions(examination.question, examination.evidence)
            if others:
                spans = tuple(other.evidence.span for other in others)
                yield ChoiceExample(
                    set_name=questions.name,
                    given=given,
                    gold=question.gold,
                    best=examination.evidence[0].span,
                    names=tuple(others[0].features),
                    X=np.array([list(other.features.values()) for other in others]),
                    y=np.array([any(overlaps(span, gold) for gold in question.gold) for span in spans]),
                    spans=spans,
                )


def _fit(examples: Sequence[ChoiceExample]) -> tuple[float, Floats]:
    """Return the intercept and the weights, on the features' own scale."""
    given = [np.full((len(example.y), 1), float(example.given)) for example in examples]
    X = np.vstack([np.hstack([example.X, column]) for example, column in zip(examples, given, strict=True)])
    y = np.concatenate([example.y for example in examples])
    names = [example.set_name for example in examples]
    shares = {name: 1.0 / names.count(name) for name in names}
    weight = np.concatenate([np.full(len(example.y), shares[example.set_name]) for example in examples])
    intercept, weights = fit_regression(X, y, weight / weight.mean())
    return intercept, weights[:-1]


def _cross_validate(examples: Sequence[ChoiceExample]) -> list[Floats]:
    """Return the probabilities of each example's sentences by a model that saw nothing of its document."""
    groups = [f"{example.set_name} {example.gold[0].document_id}" for example in examples]
    probabilities: list[Floats] = [np.zeros(0)] * len(examples)
    for fitted, held in GroupKFold(FOLDS).split(np.zeros(len(examples)), groups=groups):
        intercept, weights = _fit([examples[i] for i in fitted])
        for i in held:
            probabilities[i] = probability(intercept + examples[i].X @ weights)
    return probabilities


def _score(example: ChoiceExample, probability: Floats, threshold: float) -> tuple[float, float, float, float]:
    """Return the number of quotes and their precision, recall and F1, when quoting from `threshold` on."""
    order = [i for i in np.argsort(-probability, kind="stable") if probability[i] >= threshold][: MOST - 1]
    quotes = [example.best, *(example.spans[i] for i in order)]
    return (len(quotes), *sentence_scores(quotes, example.gold))


def _f_beta(scores: tuple[float, float, float, float], beta: float) -> float:
    _, precision, recall, _ = scores
    divisor = beta**2 * precision + recall
    return (1 + beta**2) * precision * recall / divisor if divisor else 0.0


def _choose_threshold(examples: Sequence[ChoiceExample], probabilities: Sequence[Floats], beta: float) -> float:
    """Return the threshold of the best F-measure, averaged over each set's questions and then over the sets."""

    def value(threshold: float) -> float:
        by_set: dict[str, list[float]] = {}
        for example, of_each in zip(examples, probabilities, strict=True):
            by_set.setdefault(example.set_name, []).append(_f_beta(_score(example, of_each, threshold), beta))
        return float(np.mean([np.mean(values) for values in by_set.values()]))

    return max(THRESHOLDS, key=value)


def _table(examples: Sequence[ChoiceExample], probabilities: Sequence[Floats], threshold: float) -> dict[str, Any]:
    """Return the figures of each set: as chosen, and as they were if the best sentence alone were quoted."""

    def row(rows: Iterable[tuple[float, float, float, float]]) -> dict[str, float]:
        means = np.mean(list(rows), axis=0)
        return {
            name: round(float(v), 3) for name, v in zip(("quotes", "precision", "recall", "f1"), means, strict=True)
        }

    table = {}
    for name in dict.fromkeys(example.set_name for example in examples):
        pairs = [pair for pair in zip(examples, probabilities, strict=True) if pair[0].set_name == name]
        table[name] = {
            "questions": len(pairs),
            "best_alone": row(_score(example, p, 2.0) for example, p in pairs),
            "chosen": row(_score(example, p, threshold) for example, p in pairs),
        }
    return table


_set = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--open", "open_sets", multiple=True, type=_set, help="SQuAD format, asked of all documents.")
@click.option("--part", "part_sets", multiple=True, type=_set, help="Like --open, but only the first --articles.")
@click.option("--articles", type=click.IntRange(1), default=5, show_default=True, help="How many of a --part to use.")
@click.option("--given", "given_sets", multiple=True, type=_set, help="SQuAD format, asked of the right document.")
@click.option("--selqa", "selqa_sets", multiple=True, type=_set, help="SelQA's answer sentence selection.")
@click.option("--step", type=click.IntRange(1), default=2, show_default=True, help="Use every n-th question.")
@click.option("--beta", type=click.FloatRange(0.1, 10.0), default=1.0, show_default=True, help="Weight of recall.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="By default the file that is shipped.")
def main(
    *,
    open_sets: tuple[Path, ...],
    part_sets: tuple[Path, ...],
    articles: int,
    given_sets: tuple[Path, ...],
    selqa_sets: tuple[Path, ...],
    step: int,
    beta: float,
    output: Path | None,
) -> None:
    """Fit the choice of further sentences and write it as JSON."""
    threadpool_limits(limits=1)  # sums over several cores come out differently each time
    readings = [
        *((read_squad(path), step, False) for path in open_sets),
        *((read_squad(path, articles=slice(articles)), 1, False) for path in part_sets),
        *((read_squad(path), step, True) for path in given_sets),
        *((read_selqa(path), 1, True) for path in selqa_sets),
    ]
    if not readings:
        raise click.UsageError("There is nothing to fit on: give --open, --part, --given or --selqa.")
    examples = [example for each, by, given in readings for example in _make_examples(each, by, given=given)]
    probabilities = _cross_validate(examples)
    threshold = _choose_threshold(examples, probabilities, beta)
    intercept, weights = _fit(examples)
    card = {
        "format": 1,
        "on": [each.name for each, _, _ in readings],
        "step": step,
        "articles": articles if part_sets else None,
        "beta": beta,
        "version": qa.__version__,
        "intercept": round(intercept, 4),
        "weights": {name: round(float(w), 4) for name, w in zip(examples[0].names, weights, strict=True)},
        "threshold": threshold,
        "cross_validated": _table(examples, probabilities, threshold),
    }
    target = output or Path(str(resources.files("qa").joinpath("models", "choice.json")))
    target.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{target}: threshold {threshold}")
    click.echo(json.dumps(card["cross_validated"], indent=2))


if __name__ == "__main__":
    main()
