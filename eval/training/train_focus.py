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
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from threadpoolctl import threadpool_limits

import qa
from eval.sets.squad import read_squad
from eval.training.focus.examples import N_QUOTED, make_examples
from eval.training.focus.figures import compute_figures
from eval.training.focus.fitting import cross_validate, decide, fit_weights, mark
from qa.training import FocusModel

__all__ = ["main"]


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
    examples = [example for questions in read for example in make_examples(questions)]
    ranked = cross_validate(examples)
    model = decide(FocusModel(fit_weights(examples)), ranked)
    card: dict[str, Any] = {
        "format": 1,
        "version": qa.__version__,
        "on": {questions.name: len(questions.questions) for questions in read},
        "articles_of_half": articles if half else None,
        "weights": int(np.count_nonzero(model.weights)),
        "intercept": model.intercept,
        "signs": model.signs,
        "threshold": model.threshold,
        "cross_validated": compute_figures(model, ranked),
    }
    if half and measure:
        rest = list(make_examples(read_squad(half, articles=slice(articles, None))))
        card["held_out"] = compute_figures(model, [mark(model, rest, rank) for rank in range(N_QUOTED)])
    folder = output or Path(str(resources.files("qa").joinpath("models")))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "focus.npz").open("wb") as file:
        model.save(file)
    (folder / "focus.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    click.echo(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
