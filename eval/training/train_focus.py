"""Train the choice of the focus: `python -m eval.training.train_focus SET [SET …] [--half SET --articles N]`.

Each answerable question of a SQuAD-format set is asked of the paragraph that answers it. The weights are fitted on the
sentence that holds the answer: a softmax over its candidates is brought near those with the best F1 (L-BFGS on the
cross entropy, with L2 regularisation). The probability of being right is fitted on the two sentences of the paragraph
that Quoth itself thinks best, right or wrong, by models that have not seen the article (five folds of articles). The
threshold is the least probability at which enough of what is marked in the first of them is right. Nothing is random.

Of the half set the first articles are trained on with the others, the rest are only measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

import qa
from eval.arrays import Floats
from eval.measures.answers import answer_words, words_f1
from eval.measures.intervals import intervals
from eval.places import overlaps
from eval.records import QuestionSet
from eval.sets.squad import read_squad
from qa.training import N_FOCUS_WEIGHTS, FocusCandidates, FocusChoice, FocusModel, focus_candidates

__all__ = ["main"]

FOLDS = 5
N_QUOTED = 2
L2 = 8.0
SHARPNESS = 30  # the target share of a candidate is its F1 to this power: next to nothing for all but the best
LEAST_F1 = 0.5  # a mark is right when it has more than this; a sentence without any such candidate is not trained on
PRECISION = 2 / 3  # how many of the marks that are shown should be right, at least
ITERATIONS = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence beside a question. f1: of each candidate. gold: whether each overlaps a gold answer's place."""

    found: FocusCandidates
    f1: NDArray[np.float32]
    gold: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """A question and sentences of the paragraph that answers it; None for one without candidates.

    right: the first that holds a gold answer. quoted: the best ones by Quoth's choice, at most `N_QUOTED`.
    group: what is kept together in cross-validation.
    """

    group: str
    right: Sentence | None
    quoted: tuple[Sentence | None, ...]


def _examples(questions: QuestionSet) -> Iterator[Example]:
    """Yield an example for each answerable question of a set, in order."""
    library = qa.Library()
    library.add(*questions.documents)
    documents = {document.id: document for document in questions.documents}
    with click.progressbar(questions.questions, label=questions.name) as progress:
        for question in progress:
            if not question.answerable:
                continue
            document = documents[question.gold[0].document_id]
            spans = {qa.Span(document.id, *place) for passage in qa.split(document) for place in passage.sentences}
            holding = (span for span in sorted(spans) if any(_inside(gold, span) for gold in question.gold))
            examination = library.examine(question.text, documents=[document.id])
            right, *quoted = (
                _sentence(examination.question, document, span, question.gold)
                for span in (next(holding, None), *(sentence.span for sentence in examination.evidence[:N_QUOTED]))
            )
            yield Example(f"{questions.name}/{document.id.rpartition('-')[0]}", right, tuple(quoted))


def _inside(inner: qa.Span, outer: qa.Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _sentence(
    question: qa.Question, document: qa.Document, span: qa.Span | None, gold: Sequence[qa.Span]
) -> Sentence | None:
    found = focus_candidates(question, span.cut(document)) if span else None
    if span is None or found is None:
        return None
    answers = [answer_words(place.cut(document)) for place in gold]
    places = [qa.Span(document.id, span.start + start, span.start + end) for start, end in found.places]
    return Sentence(
        found,
        np.array([words_f1(answer_words(place.cut(document)), answers) for place in places], dtype=np.float32),
        np.array([any(overlaps(place, answer) for answer in gold) for place in places]),
    )


def _fit(examples: Iterable[Example]) -> NDArray[np.float32]:
    """Return the weights that bring the softmax over each right sentence's candidates nearest to the target."""
    sentences = [
        example.right for example in examples if example.right is not None and example.right.f1.max() > LEAST_F1
    ]
    features = np.concatenate([sentence.found.features for sentence in sentences])
    indptr = np.arange(0, features.size + 1, features.shape[1])
    X = sp.csr_array(
        (np.ones(features.size, dtype=np.float32), features.ravel(), indptr),
        shape=(len(features), N_FOCUS_WEIGHTS),
    )
    sizes = np.array([len(sentence.f1) for sentence in sentences])
    starts = np.cumsum(sizes) - sizes
    target = np.concatenate([sentence.f1**SHARPNESS for sentence in sentences])
    target /= np.repeat(np.add.reduceat(target, starts), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = X @ weights.astype(np.float32)
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        share = np.exp(scores)
        totals = np.add.reduceat(share, starts)
        share /= np.repeat(totals, sizes)
        entropy = float(np.log(totals).sum()) - float(target @ scores)
        return entropy + 0.5 * L2 * float(weights @ weights), X.T @ (share - target) + L2 * weights

    start = np.zeros(N_FOCUS_WEIGHTS)
    fitted = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return np.asarray(fitted.x, dtype=np.float16).astype(np.float32)  # as it is kept


@dataclass(frozen=True, slots=True)
class Marks:
    """What was chosen for each question; 0 where nothing could be. Columns of equal length, in order.

    signs: shape (n, n_signs). f1, exact, overlap: of the chosen words against the gold answers.
    f1_given: F1 of the words chosen in the sentence that holds the answer. chosen: whether there was a choice.
    """

    signs: Floats
    f1: Floats
    exact: Floats
    overlap: Floats
    f1_given: Floats
    chosen: NDArray[np.bool_]


def _mark(model: FocusModel, examples: Sequence[Example], rank: int = 0) -> Marks:
    """Return the marks in the quoted sentence of this rank, 0 for the first."""
    n = len(examples)
    f1, exact, overlap, f1_given = np.zeros((4, n))
    marks = Marks(np.zeros((n, len(model.signs))), f1, exact, overlap, f1_given, np.zeros(n, dtype=bool))
    for row, example in enumerate(examples):
        if sentence := example.quoted[rank] if rank < len(example.quoted) else None:
            choice = model.choose(sentence.found)
            marks.chosen[row] = True
            marks.signs[row] = choice.signs
            marks.f1[row] = sentence.f1[choice.index]
            marks.exact[row] = marks.f1[row] == 1.0
            marks.overlap[row] = sentence.gold[choice.index]
        if example.right:
            marks.f1_given[row] = example.right.f1[model.choose(example.right.found).index]
    return marks


def _cross_validated(examples: Sequence[Example]) -> list[Marks]:
    """Return the marks, by rank, of every question by a model that was fitted without its article."""
    fold = {group: n % FOLDS for n, group in enumerate(sorted({example.group for example in examples}))}
    parts = []
    for n in range(FOLDS):
        kept = [example for example in examples if fold[example.group] != n]
        left_out = [example for example in examples if fold[example.group] == n]
        if kept and left_out:
            model = FocusModel(_fit(kept))
            parts.append([_mark(model, left_out, rank) for rank in range(N_QUOTED)])
            click.echo(f"fold {n + 1} of {FOLDS}: F1 {parts[-1][0].f1.mean():.3f}")
    return [_joined(ranked) for ranked in zip(*parts, strict=True)]


def _joined(parts: Sequence[Marks]) -> Marks:
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in Marks.__slots__))


def _decide(model: FocusModel, ranked: Sequence[Marks]) -> FocusModel:
    """Return the model with the probability of being right, and the threshold for what is marked."""
    every, first = _joined(ranked), ranked[0]
    right = every.f1[every.chosen] > LEAST_F1
    if right.all() or not right.any():  # nothing to tell apart: always or never marked
        return replace(model, threshold=0.0 if right.any() else 1.0)
    regression = LogisticRegression(C=100.0, max_iter=1_000).fit(every.signs[every.chosen], right)
    intercept, *weights = (round(float(x), 4) for x in (regression.intercept_[0], *regression.coef_[0]))
    fitted = replace(model, intercept=intercept, signs=tuple(weights))
    probability = _probabilities(fitted, first)[first.chosen]
    order = np.argsort(-probability, kind="stable")
    precision = np.cumsum(first.f1[first.chosen][order] > LEAST_F1) / np.arange(1, len(order) + 1)
    enough = np.nonzero(precision >= PRECISION)[0]
    last = order[enough[-1]] if len(enough) else order[0]
    return replace(fitted, threshold=round(float(probability[last]), 4))


def _probabilities(model: FocusModel, marks: Marks) -> Floats:
    """Return the probability of each mark; 0 where nothing was chosen."""
    return np.array(
        [
            model.probability(FocusChoice(0, tuple(signs))) if chosen else 0.0
            for signs, chosen in zip(marks.signs.tolist(), marks.chosen, strict=True)
        ]
    )


def _figures(model: FocusModel, ranked: Sequence[Marks]) -> dict[str, Any]:
    """Return how good the marks in the first sentence are: always marked, and marked from the threshold on.

    Each with its 95 % interval. The calibration error is over the sentences of all ranks.
    """
    marks, every = ranked[0], _joined(ranked)
    probability = _probabilities(model, marks)
    shown = marks.chosen & (probability >= model.threshold)
    n = len(shown)
    within_marked = ("marked_f1", "marked_exact", "marked_overlapping", "marked_right")

    def statistic(index: NDArray[np.int_]) -> list[float]:
        marked = index[shown[index]]
        means = [float(column[index].mean()) for column in (marks.f1, marks.f1_given, marks.f1 * shown, shown)]
        kinds = (marks.f1, marks.exact, marks.overlap, marks.f1 > LEAST_F1)
        return means + [float(column[marked].mean()) if len(marked) else np.nan for column in kinds]

    names = ("f1_always_marked", "f1_always_marked_in_the_right_sentence", "f1", "marked", *within_marked)
    values = statistic(np.arange(n))
    rates = [name not in ("f1", "f1_always_marked", "f1_always_marked_in_the_right_sentence") for name in names]
    counts = [int(shown.sum()) if name in within_marked else n for name in names]
    ranges = intervals(statistic, n, values=values, counts=counts, rates=rates)
    return {
        "questions": n,
        **{
            name: [round(number, 3) for number in (value, *limits)]
            for name, value, limits in zip(names, values, ranges, strict=True)
        },
        "calibration_error": round(_calibration_error(_probabilities(model, every), every), 3),
    }


def _calibration_error(probability: Floats, marks: Marks) -> float:
    """Return the mean gap between probability and share of right marks, over tenths of the marks by probability."""
    order = np.argsort(probability[marks.chosen], kind="stable")
    right = (marks.f1[marks.chosen] > LEAST_F1)[order]
    gaps = [
        abs(part.mean() - right[place].mean()) * len(part)
        for place in np.array_split(np.arange(len(order)), 10)
        if len(part := probability[marks.chosen][order][place])
    ]
    return float(sum(gaps)) / max(len(order), 1)


@click.command()
@click.argument("sets", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--half", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Trained on in part.")
@click.option("--articles", type=click.IntRange(1), default=5, show_default=True, help="How many of the half set.")
@click.option("--measure", is_flag=True, help="Measure on the rest of the half set.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="By default where the shipped one is.")
def main(sets: tuple[Path, ...], half: Path | None, articles: int, measure: bool, output: Path | None) -> None:
    """Train the focus on SQuAD-format sets and write focus.npz and focus.json into a folder."""
    threadpool_limits(limits=1)  # sums over several cores come out differently each time
    read = [read_squad(path) for path in sets]
    if half:
        read.append(read_squad(half, articles=slice(articles)))
    examples = [example for questions in read for example in _examples(questions)]
    ranked = _cross_validated(examples)
    model = _decide(FocusModel(_fit(examples)), ranked)
    card: dict[str, Any] = {
        "format": 1,
        "version": qa.__version__,
        "on": {questions.name: len(questions.questions) for questions in read},
        "articles_of_half": articles if half else None,
        "weights": int(np.count_nonzero(model.weights)),
        "intercept": model.intercept,
        "signs": model.signs,
        "threshold": model.threshold,
        "cross_validated": _figures(model, ranked),
    }
    if half and measure:
        rest = list(_examples(read_squad(half, articles=slice(articles, None))))
        card["held_out"] = _figures(model, [_mark(model, rest, rank) for rank in range(N_QUOTED)])
    folder = output or Path(str(resources.files("qa").joinpath("models")))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "focus.npz").open("wb") as file:
        model.save(file)
    (folder / "focus.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    click.echo(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
