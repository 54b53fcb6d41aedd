"""Measure how follow-up questions are understood: `python -m eval.followups FOLDER`, a folder with mtRAG's files.

found      the passages that answer the last question of each conversation, over those of all: asked alone, joined to
           all questions before, and as the library understands it. What words count for was chosen with these in sight.
rewritten  the words of matter that the question as understood shares with the one that a person wrote to stand alone.
           mtRAG's rewrites are of other conversations than its references, so they cannot be searched with here.
no loss    questions of SQuAD sets (`--squad`), after questions on another article or on the same one, against the
           same questions without: each was written without a conversation.

The histories are questions alone, since the data has no answers of the library's. Left out: silence.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

import qa
from eval.measures.answers import answer_words
from eval.measures.intervals import intervals
from eval.measures.results import machine
from eval.places import first_right
from eval.records import K, QuestionSet, SetQuestion
from eval.reports.results_page import Stamp, command_line, fenced, record
from eval.sets.mtrag import Rewrite, read_mtrag, read_rewrites
from eval.sets.squad import read_squad

__all__ = ["Row", "after_others", "found", "main", "rewritten"]

MOST_BEFORE = 3
"""Questions before one that was written without a conversation: from one to so many."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: figures over n questions, each with its 95 % interval, nan for none."""

    part: str
    n: int
    figures: Mapping[str, tuple[float, float, float]]


def _row(part: str, columns: Mapping[str, Sequence[float]]) -> Row:
    """Return the mean of each column, which all have an entry for each question."""
    table: Array = np.array(list(columns.values()), dtype=np.float64).T
    n = len(table)
    if not n:
        return Row(part, 0, {name: (float("nan"),) * 3 for name in columns})
    means = table.mean(axis=0).tolist()
    rates = [set(column) <= {0.0, 1.0} for column in columns.values()]
    found = intervals(
        lambda draw: table[draw].mean(axis=0).tolist(), n, values=means, counts=[n] * len(means), rates=rates
    )
    return Row(part, n, {name: (mean, *ends) for name, mean, ends in zip(columns, means, found, strict=True)})


def _turns(questions: Sequence[str]) -> list[qa.Turn]:
    return [qa.Turn(question) for question in questions]


def found(question_set: QuestionSet) -> list[Row]:
    """Return hit@1 and hit@5 of each way of asking, for follow-ups, every other of them, and first questions."""
    ways: Mapping[str, Callable[[SetQuestion], tuple[str, Sequence[str]]]] = {
        "alone": lambda question: (question.text, ()),
        "joined": lambda question: (" ".join([*question.history, question.text])[-qa.MAX_QUESTION :], ()),
        "understood": lambda question: (question.text, question.history),
    }
    follow_ups = [question for question in question_set.questions if question.history]
    parts = {
        "follow-ups": follow_ups,
        "every other from the first": follow_ups[::2],
        "every other from the second": follow_ups[1::2],
        "first questions": [question for question in question_set.questions if not question.history],
    }
    ranks: dict[tuple[str, str], int] = {}
    with qa.Library() as library:
        library.add(*question_set.documents)
        with click.progressbar(question_set.questions, label="found", file=sys.stderr) as questions:
            for question in questions:
                for way, asked in ways.items():
                    text, history = asked(question)
                    hits = library.search(text, K, history=_turns(history))
                    rank = first_right([hit.passage for hit in hits], question.gold)
                    ranks[way, question.id] = rank or K + 1
    return [
        _row(
            f"{part}: {way}",
            {f"hit@{k}": [float(ranks[way, question.id] <= k) for question in of] for k in (1, 5)},
        )
        for part, of in parts.items()
        for way in ways
    ]


def _matter(text: str) -> set[str]:
    return {word for word in answer_words(text) if word not in ENGLISH_STOP_WORDS}


def rewritten(rewrites: Sequence[Rewrite], library: qa.Library) -> list[Row]:
    """Return precision, recall and F1 of the words of matter against the rewrites', after at least one question.

    Questions whose rewrite has the same words stand alone, by the person who rewrote them.
    """
    later = [each for each in rewrites if each.history]
    same = [each for each in later if _matter(each.question) == _matter(each.rewrite)]
    rows = []
    for part, of in {"rewritten": [each for each in later if each not in same], "not rewritten": same}.items():
        understood = [library.examine(each.question, history=_turns(each.history)).question.text for each in of]
        ways = {
            "alone": [each.question for each in of],
            "joined": [" ".join([*each.history, each.question]) for each in of],
            "understood": understood,
        }
        for way, texts in ways.items():
            scores = [_overlap(_matter(text), _matter(each.rewrite)) for text, each in zip(texts, of, strict=True)]
            columns = dict(zip(("precision", "recall", "f1"), zip(*scores, strict=True), strict=True)) if of else {}
            rows.append(_row(f"{part}: {way}", columns))
        changed = [float(text != each.question) for text, each in zip(understood, of, strict=True)]
        rows.append(_row(f"{part}: asked otherwise", {"share": changed}))
    return rows


def _overlap(words: set[str], wanted: set[str]) -> tuple[float, float, float]:
    if not words or not wanted:
        return (float(words == wanted),) * 3
    precision, recall = len(words & wanted) / len(words), len(words & wanted) / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def after_others(question_set: QuestionSet) -> list[Row]:
    """Return the figures without a history and after others, and the mean of what each question gains or loses."""
    asked = [question for question in question_set.questions if question.answerable]
    with qa.Library() as library:
        library.add(*question_set.documents)
        alone, rows = {}, []
        with click.progressbar(asked, label=question_set.name, file=sys.stderr) as questions:
            for question in questions:
                alone[question.id] = _outcome(library.examine(question.text), question)
        rows.append(_row(f"{question_set.name}: no history", _columns([alone[question.id] for question in asked])))
        for part, histories in _histories(question_set, asked).items():
            after, changed = [], []
            for question, history in zip(asked, histories, strict=True):
                examined = library.examine(question.text, history=_turns(history))
                changed.append(float(examined.question.text != question.text))
                after.append(_outcome(examined, question))
            gains = [
                tuple(b - a for a, b in zip(alone[question.id], outcome, strict=True))
                for question, outcome in zip(asked, after, strict=True)
            ]
            rows += [
                _row(f"{question_set.name}: after {part}", {**_columns(after), "share": changed}),
                _row(f"{question_set.name}: after {part}, change", _columns(gains)),
            ]
    return rows


def _outcome(examined: qa.Examination, question: SetQuestion) -> tuple[float, ...]:
    """Return hit@1, hit@5 and quote@1 of one question."""
    rank = first_right([hit.passage for hit in examined.hits], question.gold) or K + 1
    right = first_right([one.span for one in examined.evidence[:1]], question.gold) is not None
    return float(rank <= 1), float(rank <= 5), float(right)


def _columns(outcomes: Sequence[tuple[float, ...]]) -> dict[str, Sequence[float]]:
    return dict(zip(("hit@1", "hit@5", "quote@1"), zip(*outcomes, strict=True), strict=True))


def _histories(question_set: QuestionSet, asked: Sequence[SetQuestion]) -> dict[str, list[list[str]]]:
    """Return one to `MOST_BEFORE` questions to ask before each: of another article, and of its own."""
    articles: dict[str, list[str]] = {}
    for question in question_set.questions:
        if question.answerable:
            articles.setdefault(_article(question), []).append(question.text)
    names = list(articles)
    other, same = [], []
    for place, question in enumerate(asked):
        n = 1 + place % MOST_BEFORE
        own = _article(question)
        away = articles[names[(names.index(own) + 1 + place % max(1, len(names) - 1)) % len(names)]]
        near = [text for text in articles[own] if text != question.text]
        other.append([away[(place + step) % len(away)] for step in range(n)])
        same.append([near[(place * 7 + step) % len(near)] for step in range(n)] if near else [])
    return {"another article": other, "the same article": same}


def _article(question: SetQuestion) -> str:
    return question.gold[0].document_id.partition("-")[0]


def text(rows: Sequence[Row]) -> str:
    """Return the rows as a table for a terminal."""
    width = max(len(row.part) for row in rows)
    lines = []
    for row in rows:
        figures = "  ".join(
            f"{name} {value:.3f}" + ("" if np.isnan(low) else f" [{low:.3f}, {high:.3f}]")
            for name, (value, low, high) in row.figures.items()
        )
        lines.append(f"{row.part:{width}}  {row.n:5}  {figures}")
    return "\n".join(lines)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--squad",
    "sets",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A set in SQuAD's format, of which questions are asked after others.",
)
@click.option("--limit", type=click.IntRange(min=1), default=1_000, show_default=True, help="Questions of a SQuAD set.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("eval-results"),
    show_default=True,
    help="Folder for followups.json.",
)
@click.option(
    "--record",
    "page",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Also write the figures, with day, version and machine, into the block `followups` of this Markdown page.",
)
def main(*, folder: Path, sets: tuple[Path, ...], limit: int, output: Path, page: Path | None) -> None:
    """Measure follow-up questions on mtRAG's files in FOLDER; write followups.json."""
    try:
        references = read_mtrag(folder / "reference.jsonl")
        with qa.Library() as library:
            library.add(*references.documents)
            rows = [*found(references), *rewritten(read_rewrites(folder), library)]
        for path in sets:
            rows += after_others(_answerable(read_squad(path)).thinned(limit))
        output.mkdir(parents=True, exist_ok=True)
        if page:
            stamp = Stamp.now(command_line("python -m eval.followups", sys.argv[1:]))
            record(page, "followups", fenced(text(rows)), stamp)
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    card = {"version": qa.__version__, "machine": machine(), "rows": [dataclasses.asdict(row) for row in rows]}
    target = output / "followups.json"
    target.write_text(json.dumps(card, indent=1).replace("NaN", "null") + "\n", encoding="utf-8")
    click.echo(text(rows))
    click.echo(f"\nWrote {target}")


def _answerable(question_set: QuestionSet) -> QuestionSet:
    kept = tuple(question for question in question_set.questions if question.answerable)
    return dataclasses.replace(question_set, questions=kept)


if __name__ == "__main__":
    main()
