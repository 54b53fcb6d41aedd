"""What a reader adds to the first opinion: `python -m eval.training.reader.second_opinion FOLDER`.

Asks the questions of five articles of SQuAD 2.0 that nothing is trained on. The library finds passages and scores their
sentences; the reader reads windows around the best of them. A sentence's score is the log-odds of the first opinion
and, by a weight, the odds of its best span over none. Shown for several weights: how often the best sentence answers,
and how well its score tells the questions that are answered from the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import click
import numpy as np
from sklearn.metrics import roc_auc_score

import qa
from eval.places import first_right
from eval.records import QuestionSet, SetQuestion
from eval.sets.squad import read_squad
from eval.training.reader.measure import token_f1
from eval.training.scoring_sets import show_progress
from qa.training import OnnxReader, cut_windows, load_evidence_model, load_reader, select

__all__ = ["Opinion", "compute_figures", "read_opinions"]

ARTICLES = slice(5, 10)  # of SQuAD 2.0, which nothing is trained on
PASSAGES, SENTENCES = 5, 12  # that are read
WEIGHTS = (0.0, 0.25, 0.5, 1.0)
_CERTAIN = 1e-6
_UNREAD = -6.0  # odds of a span in a sentence that was not read


@dataclass(frozen=True, slots=True)
class Opinion:
    """What both think of a sentence: log-odds of the first opinion, odds of the best span and its words."""

    span: qa.Span
    first: float
    second: float
    said: str


def read_opinions(library: qa.Library, reader: OnnxReader, question: SetQuestion) -> tuple[list[Opinion], float]:
    """Return the opinions on the sentences found for a question, and the milliseconds that reading took."""
    evidence = select(library.match(question.text, k=PASSAGES), load_evidence_model())
    started = perf_counter()
    read = _read(reader, question.text, evidence[:SENTENCES], library)
    took = (perf_counter() - started) * 1e3
    opinions = []
    for sentence in evidence:
        score = float(np.clip(sentence.score, _CERTAIN, 1 - _CERTAIN))
        odds, said = read.get(sentence.span, (_UNREAD, ""))
        opinions.append(Opinion(sentence.span, float(np.log(score / (1 - score))), odds, said))
    return opinions, took


def _read(
    reader: OnnxReader, question: str, evidence: Sequence[qa.Evidence], library: qa.Library
) -> dict[qa.Span, tuple[float, str]]:
    """Return the odds and the words of the best span of each sentence in the windows around some."""
    read: dict[qa.Span, tuple[float, str]] = {}
    for passage in {(each.passage.document_id, each.passage.ordinal): each.passage for each in evidence}.values():
        wanted = [(each.span.start, each.span.end) for each in evidence if each.passage == passage]
        head = " › ".join(filter(None, (library.document(passage.document_id).title, passage.heading)))
        for window in cut_windows(passage, wanted):
            spans = reader.read_each(question, window.text, head, window.sentences)
            for (start, end), span in zip(window.sentences, spans, strict=True):
                place = qa.Span(passage.document_id, window.start + start, window.start + end)
                held = read.get(place, (-np.inf, ""))
                read[place] = max(held, (span.odds, window.text[span.start : span.end]))
    return read


def compute_figures(asked: Sequence[tuple[SetQuestion, Sequence[Opinion]]], weight: float) -> dict[str, float]:
    """Return how often the best sentence answers, how well its score tells what is answered."""
    right, answered, scores = [], [], []
    for question, opinions in asked:
        best = max(opinions, key=lambda each: each.first + weight * each.second, default=None)
        answered.append(question.answerable)
        scores.append(best.first + weight * best.second if best else -50.0)
        if question.answerable:
            is_right = best is not None and first_right([best.span], question.gold) is not None
            right.append(is_right)
    return {
        "quote_at_1": round(float(np.mean(right)), 4),
        "auroc": round(float(roc_auc_score(answered, scores)), 4),
    }


def _focus(asked: Iterable[tuple[SetQuestion, Sequence[Opinion]]], library: qa.Library) -> float:
    """Return the F1 of the words that the reader finds in the sentences that answer, the best of them."""
    values = []
    for question, opinions in asked:
        inside = [each for each in opinions if first_right([each.span], question.gold) is not None and each.said]
        if question.answerable and inside:
            said = max(inside, key=lambda each: each.second).said
            golds = [gold.cut(library.document(gold.document_id)) for gold in question.gold]
            values.append(max(token_f1(said, gold) for gold in golds))
    return round(float(np.mean(values)), 4)


def choose_questions(questions: QuestionSet, limit: int) -> list[SetQuestion]:
    """Return as many questions with an answer as without, evenly spaced."""
    chosen: list[SetQuestion] = []
    for answerable in (True, False):
        kind = [question for question in questions.questions if question.answerable is answerable]
        n = min(limit // 2, len(kind))
        chosen.extend(kind[at * len(kind) // n] for at in range(n))
    return chosen


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--limit", default=800, show_default=True, help="Questions, half of them without an answer.")
def main(folder: Path, limit: int) -> None:
    """Measure the shipped reader on the sets in FOLDER."""
    questions = read_squad(folder / "squad2/dev-10-articles.json", articles=ARTICLES)
    reader = load_reader()
    asked, times = [], []
    with qa.Library() as library:
        library.add(*questions.documents)
        for question in show_progress(choose_questions(questions, limit), "asked"):
            opinions, took = read_opinions(library, reader, question)
            asked.append((question, opinions))
            times.append(took)
        for weight in WEIGHTS:
            click.echo(f"weight {weight}: {compute_figures(asked, weight)}")
        click.echo(f"words of the sentence that answers, F1: {_focus(asked, library)}")
    click.echo(f"{len(asked)} questions, {median(times):.0f} ms of reading each")


if __name__ == "__main__":
    main()
