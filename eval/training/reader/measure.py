"""How well a reader tells what is answered from what is not, and finds the words that answer: on questions kept aside.

`python -m eval.training.reader.measure FOLDER` measures the one that is shipped.

A passage is read as it comes, in windows of whole sentences that overlap; nothing tells where its answer is. The best
span is that of the window with the best odds.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import numpy as np
from sklearn.metrics import roc_auc_score

from eval.training.reader.samples.make import gather
from eval.training.reader.samples.records import Example
from eval.training.reader.samples.windows import keep_sentences
from qa.training import ReadSpan, load_reader

__all__ = ["Figures", "ReadWindow", "cut_windows", "measure", "token_f1"]

ReadWindow = Callable[[str, str, str], ReadSpan]
"""Question, text of a window and its head in; what is read out."""

_WINDOW = 620  # characters
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Figures:
    """auroc: of the odds, answer or none. f1: of the words of the best span, where there is an answer. n: questions."""

    n: int
    auroc: float
    f1: float
    auroc_by_set: dict[str, float]


def measure(read: ReadWindow, examples: Sequence[Example]) -> Figures:
    """Return the figures of a reader over examples of both kinds."""
    odds: dict[str, list[float]] = defaultdict(list)
    answered: dict[str, list[bool]] = defaultdict(list)
    overlaps = []
    for example in examples:
        score, said = _read_passage(read, example)
        odds[example.source].append(score)
        answered[example.source].append(bool(example.answers))
        if example.answers and "all_parts" not in example.kind:
            overlaps.append(max(token_f1(said, example.text[start:end]) for start, end in example.answers))
    by_set = {
        source: round(float(roc_auc_score(answered[source], odds[source])), 4)
        for source in sorted(odds)
        if len({*answered[source]}) == 2
    }
    every = [value for values in odds.values() for value in values]
    truth = [value for values in answered.values() for value in values]
    overall = round(float(roc_auc_score(truth, every)), 4)
    return Figures(len(every), overall, round(float(np.mean(overlaps)), 4), by_set)


def _read_passage(read: ReadWindow, example: Example) -> tuple[float, str]:
    """Return the odds of the best span of a passage, and its words."""
    best, said = -np.inf, ""
    for start, end in cut_windows(example.text):
        window = example.text[start:end]
        reading = read(example.question, window, example.head)
        if reading.odds > best:
            best, said = reading.odds, window[reading.start : reading.end]
    return best, said


def cut_windows(text: str, size: int = _WINDOW) -> Iterator[tuple[int, int]]:
    """Yield windows of whole sentences that cover a text; each begins in the middle of the one before."""
    sentences = keep_sentences(text)
    first = 0
    while first < len(sentences):
        last = first
        while last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= size:
            last += 1
        yield sentences[first][0], sentences[last][1]
        if last + 1 == len(sentences):
            return
        middle = (sentences[first][0] + sentences[last][1]) // 2
        first = next((n for n in range(first + 1, last + 1) if sentences[n][0] >= middle), last + 1)


def token_f1(said: str, right: str) -> float:
    """Return the harmonic mean of precision and recall of words.

    >>> token_f1("in May 1999", "May 1999"), token_f1("", "May")
    (0.8, 0.0)
    """
    ours, theirs = Counter(_WORD.findall(said.casefold())), Counter(_WORD.findall(right.casefold()))
    shared = sum((ours & theirs).values())
    return 2 * shared / (sum(ours.values()) + sum(theirs.values())) if shared else 0.0


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--limit", type=int, help="How many of the questions kept aside.")
def main(folder: Path, limit: int | None) -> None:
    """Measure the shipped reader on questions of the sets in FOLDER that are kept aside."""
    figures = measure(load_reader().read, gather(folder).aside[:limit])
    click.echo(json.dumps(asdict(figures), indent=2))


if __name__ == "__main__":
    main()
