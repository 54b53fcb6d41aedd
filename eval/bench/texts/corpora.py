"""The texts that are measured and the questions about them: generated, of one's own documents, or of a question set.

A text is a passage, and every system ranks the same ones, known by their numbers. Generated texts have some 60 words;
documents of one's own and of a question set are cut as Quoth cuts them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import click
import numpy as np

import qa
from eval.bench.texts.generator import Generator
from eval.bench.texts.questions import question_about
from eval.bench.texts.texts import Corpus, Text, TextQuestion, read_texts, write_texts
from eval.places import overlaps
from eval.records import EvalError, QuestionSet
from eval.systems.baseline import in_order

__all__ = ["generate", "make_questions", "write_files", "write_set"]

ASKED_ABOUT = 10_000
"""Generated questions are about the first so many texts, so that larger corpora are asked the same ones."""


def generate(n_passages: int, file: Path, *, seed: int) -> Corpus:
    """Write generated texts to a file; progress goes to stderr."""
    texts = (Text(text, "en") for text in Generator(n_passages, seed))
    with click.progressbar(texts, length=n_passages, label=f"Making {n_passages:,} passages", file=sys.stderr) as bar:
        return write_texts(bar, file)


def write_files(paths: Sequence[Path], file: Path) -> Corpus:
    """Write the passages of documents to a file; files that cannot be read are told, and left out.

    Raises EvalError when there is no text.
    """
    failed: list[str] = []

    def note(outcome: qa.FileOutcome) -> None:
        if outcome.error:
            failed.append(outcome.path)

    with qa.Library() as library:
        click.echo("Reading documents …", err=True)
        library.add_files(*paths, progress=note)
        documents = [library.document(info.id) for info in library.documents()]
    if failed:
        click.echo(f"Left out, as they could not be read: {', '.join(failed[:10])}; {len(failed):,} in all.", err=True)
    corpus = write_texts(_passages(documents), file)
    if not corpus.n_passages:
        raise EvalError(f"{', '.join(map(str, paths))} holds no text. Name a folder of documents.")
    return corpus


def write_set(question_set: QuestionSet, file: Path, n_questions: int) -> tuple[Corpus, list[TextQuestion]]:
    """Write the passages of a set's documents to a file; return the questions that they answer, at most so many."""
    if any(question.history or question.documents for question in question_set.questions):
        raise EvalError(
            f"{question_set.name} has questions of a conversation or about some documents only, which rivals cannot "
            "be asked. Give another --set."
        )
    passages = in_order(question_set.documents, qa.DEFAULT_PASSAGE_SIZE)
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        rows.setdefault(passage.document_id, []).append(row)
    asked = []
    for question in question_set.questions:
        gold = {
            row for span in question.gold for row in rows.get(span.document_id, ()) if overlaps(passages[row], span)
        }
        if gold:
            asked.append(TextQuestion(question.text, tuple(sorted(gold))))
    if not asked:
        raise EvalError(f"No question of {question_set.name} has an answer in its documents. Give another --set.")
    n = min(n_questions, len(asked))
    thinned = [asked[i * len(asked) // n] for i in range(n)]
    return write_texts((Text(passage.text, passage.language) for passage in passages), file), thinned


def make_questions(corpus: Corpus, n_questions: int, *, seed: int, among: int | None = None) -> list[TextQuestion]:
    """Return questions about the first texts of a corpus, each answered by the one that it was made of.

    among: how many texts those are at the most, by default `ASKED_ABOUT`.
    Raises EvalError when the texts have too few words.
    """
    texts = [text.text for text in islice(read_texts(corpus.file), min(among or ASKED_ABOUT, ASKED_ABOUT))]
    rng = np.random.default_rng([seed, len(texts)])
    asked: list[TextQuestion] = []
    for _ in range(20 * n_questions):  # some texts are too short to be asked about
        row, other = rng.integers(len(texts), size=2).tolist()
        question = question_about(texts[row], texts[other], rng)
        if question:
            asked.append(TextQuestion(question, (row,)))
        if len(asked) == n_questions:
            return asked
    raise EvalError("The documents have too few words to ask about. Give longer ones, or questions with --set.")


def _passages(documents: Iterable[qa.Document]) -> Iterator[Text]:
    for passage in in_order(list(documents), qa.DEFAULT_PASSAGE_SIZE):
        yield Text(passage.text, passage.language)
