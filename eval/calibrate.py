"""Fit the confidence that is shipped: `python -m eval.calibrate SET [SET …] [--adversarial SET]`.

Each answerable question of a SQuAD-format set is asked in several situations, so that the probability means something
in a large library and in a small one, and when the answer is not there:

- of all the set's documents, and of those without the article that answers;
- of its article alone, and of that without the paragraph that answers;
- of a handful of the article's paragraphs, and of the handful before, which does not answer.

What is left out is really removed from the library, so that the rarity of words is what a user would have.

The adversarial set, whose unanswerable questions were written to look answerable, is asked as it is. The label is
whether the best sentence overlaps a gold answer. The logistic regression is scikit-learn's, on standardised features;
the threshold is where quoting begins to be worth it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

import qa
from eval.records import Question, QuestionSet
from eval.runner import first_right
from eval.squad import read_squad

__all__ = ["main"]

THRESHOLD = 0.33  # a wrong quote is shown with its source and its confidence: it costs half of what a right one gains
HANDFUL = 6  # paragraphs


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one answer; whether the documents asked held the answer, and whether the best sentence did."""

    features: Mapping[str, float]
    present: bool
    right: bool


def _article(document_id: str) -> str:
    return document_id.rpartition("-")[0]


def _ask(library: qa.Library, question: Question, *, present: bool) -> Iterator[Example]:
    """Yield the features of the best sentence and whether it is right; nothing when there is no evidence.

    present: whether the library holds the answer.
    """
    found = library.examine(question.text)
    if found.evidence:
        right = first_right([found.evidence[0].span], question.gold) is not None
        yield Example(found.features, present, right)


def _ordinary(questions: QuestionSet, step: int) -> Iterator[Example]:
    """Yield the examples of an ordinary set: every `step`-th answerable question in each situation."""
    articles: dict[str, list[qa.Document]] = defaultdict(list)
    for document in questions.documents:
        articles[_article(document.id)].append(document)
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in questions.questions[::step]:
        if question.answerable:
            asked[question.gold[0].document_id].append(question)
    whole, alone = qa.Library(), qa.Library()
    whole.add(*questions.documents)
    with click.progressbar(articles.values(), label=questions.name) as progress:
        for documents in progress:
            about = [question for document in documents for question in asked[document.id]]
            alone.add(*documents)
            for library in (whole, alone):
                for question in about:
                    yield from _ask(library, question, present=True)
            for document in documents:
                with _without(alone, [document]):
                    for question in asked[document.id]:
                        yield from _ask(alone, question, present=False)
            with _without(whole, documents):
                for question in about:
                    yield from _ask(whole, question, present=False)
            for document in documents:
                alone.remove(document.id)
            yield from _handfuls(documents, asked)


def _handfuls(documents: list[qa.Document], asked: Mapping[str, list[Question]]) -> Iterator[Example]:
    """Yield the examples of an article's paragraphs in small libraries."""
    for start in range(0, len(documents), HANDFUL):
        library = qa.Library()
        held, following = documents[start : start + HANDFUL], documents[start + HANDFUL : start + 2 * HANDFUL]
        library.add(*held)
        for present, about in ((True, held), (False, following)):
            for document in about:
                for question in asked[document.id]:
                    yield from _ask(library, question, present=present)


@contextmanager
def _without(library: qa.Library, documents: list[qa.Document]) -> Iterator[None]:
    """Take documents out of a library for a while."""
    for document in documents:
        library.remove(document.id)
    yield
    library.add(*documents)


def _as_it_is(questions: QuestionSet) -> Iterator[Example]:
    """Yield the examples of an adversarial set."""
    library = qa.Library()
    library.add(*questions.documents)
    with click.progressbar(questions.questions, label=questions.name) as asked:
        for question in asked:
            yield from _ask(library, question, present=question.answerable)


def _fit(examples: list[Example]) -> dict[str, Any]:
    """Return the intercept and the weight of each feature, on the features' own scale."""
    names = list(examples[0].features)
    X = np.array([[example.features[name] for name in names] for example in examples])
    y = np.array([example.right for example in examples])
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    kept = deviation > 0
    scaled = (X[:, kept] - mean[kept]) / deviation[kept]
    model = LogisticRegression(max_iter=1_000).fit(scaled, y)
    weights = np.zeros(len(names))
    weights[kept] = model.coef_[0] / deviation[kept]
    probabilities = model.predict_proba(scaled)[:, 1]
    return {
        "intercept": round(float(model.intercept_[0] - weights @ mean), 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
        "threshold": THRESHOLD,
        "fitted": {
            "examples": len(y),
            "right": int(y.sum()),
            "auroc": round(float(roc_auc_score(y, probabilities)), 4),
            "log_loss": round(float(log_loss(y, probabilities)), 4),
        },
    }


def _held_out(card: dict[str, Any], examples: list[Example]) -> dict[str, Any]:
    """Return what the threshold does to questions that were not fitted on, with their answer there and without."""

    def quoted(example: Example) -> bool:
        logit = card["intercept"] + sum(card["weights"][name] * value for name, value in example.features.items())
        return bool(logit >= np.log(card["threshold"] / (1.0 - card["threshold"])))

    present = [example for example in examples if example.present]
    absent = [example for example in examples if not example.present]
    right = [example.right for example in present if quoted(example)]
    return {
        "present": len(present),
        "present_answered": round(len(right) / len(present), 3),
        "present_precision": round(float(np.mean(right)), 3) if right else None,
        "absent": len(absent),
        "absent_answered": round(float(np.mean([quoted(example) for example in absent])), 3),
    }


@click.command()
@click.argument("sets", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--adversarial", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Asked as it is.")
@click.option("--articles", type=click.IntRange(1), help="Fit on the first of the adversarial set, test on the rest.")
@click.option("--step", type=click.IntRange(1), default=3, show_default=True, help="Use every n-th question.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="By default the file that is shipped.")
def main(
    sets: tuple[Path, ...], adversarial: Path | None, articles: int | None, step: int, output: Path | None
) -> None:
    """Fit the confidence on SQuAD-format sets and write it as JSON."""
    examples = [example for path in sets for example in _ordinary(read_squad(path), step)]
    if adversarial:
        examples += _as_it_is(read_squad(adversarial, articles=slice(articles)))
    card = {"format": 1, "on": [path.stem for path in (*sets, *([adversarial] if adversarial else []))]}
    card |= {"articles": articles, "step": step, "version": qa.__version__} | _fit(examples)
    if adversarial and articles:
        rest = list(_ordinary(read_squad(adversarial, articles=slice(articles, None)), 1))
        card["held_out"] = _held_out(card, rest)
    target = output or Path(str(resources.files("qa").joinpath("confidence.json")))
    target.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{target}: fitted {card['fitted']}, held out {card.get('held_out')}")


if __name__ == "__main__":
    main()
