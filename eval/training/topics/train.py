"""Fit how sure Quoth is that a sentence is about a topic: `python -m eval.training.topics.train`.

Topics are made of the everyday documents that come with Quoth: short headings, some with a word left out, and a few
words of a sentence. Each is asked of its document alone, of a handful and of all, and of the same without its document.
Near misses are headings with a word of another document's heading in the place of one of their own. Questions on these
documents, answered by them or not, are asked too, with nothing but their content words. An answer is right
when its best sentence stands in the topic's section or paragraph, or under a heading that holds the whole topic.

The logistic regression is scikit-learn's, on standardised features; the figures are cross-validated, where no document
is in two folds. Two runs write the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

import qa
from eval.places import first_right
from eval.records import QuestionSet
from eval.training.regression import fit_regression
from eval.training.scoring_sets import EVERYDAY, read_everyday
from qa.training import FORMAT, TOPIC_FEATURES, probability, words

__all__ = ["MadeTopic", "main", "make_topics"]

HEADINGS, SENTENCES, NEAR_MISSES = 4, 4, 3  # of a document
MOST_WORDS = 5  # of a heading
HANDFUL = 6  # documents
FOLDS = 5
THRESHOLD = 0.33  # where figures are given
WEIGHTS = {"present": 1.0, "removed": 0.5, "near miss": 0.5, "asked": 1.0, "asked, not said": 0.7}
_SHORT = 3  # letters: shorter words are rarely topics


TopicRow = tuple[str, str, dict[str, float], bool]
"""A situation, a document, the features of an answer, and whether it is right."""


@dataclass(frozen=True, slots=True)
class MadeTopic:
    """A topic and the places of its document that are about it; none for a near miss."""

    text: str
    document: qa.Document
    gold: tuple[qa.Span, ...]


def _content(text: str, language: str) -> list[str]:
    question = qa.Question(text, language)
    return [word for word in question.content_words if word[0].isalpha() and len(word) > _SHORT]


def _list_sections(document: qa.Document) -> list[tuple[str, qa.Span]]:
    """Return each heading with the place of what stands under it, up to the next heading."""
    places = [(span[0], span[1]) for span in document.headings]
    ends = [*(start for start, _ in places[1:]), len(document.text)] if places else []
    return [
        (" ".join(document.text[start:end].split()).strip("#*:. "), qa.Span(document.id, end, until))
        for (start, end), until in zip(places, ends, strict=True)
        if until > end
    ]


def make_topics(document: qa.Document, others: Sequence[str], chance: random.Random) -> Iterator[MadeTopic]:
    """Yield the topics of a document. others: words of other documents' headings, for near misses."""
    passages = qa.split(document)
    language = passages[0].language if passages else "en"
    sections = [(heading, span) for heading, span in _list_sections(document) if 0 < len(words(heading)) <= MOST_WORDS]
    chosen = chance.sample(sections, min(len(sections), HEADINGS))
    for number, (heading, span) in enumerate(chosen):
        content = _content(heading, language)
        text = heading.lstrip("0123456789.§) ").lower() if number % 2 else " ".join(content).lower()
        if text and content:
            yield MadeTopic(text, document, (span,))
    own = {word.lower() for passage in passages for word in words(passage.text)}
    new = [word for word in others if word.lower() not in own]
    for heading, _ in chosen[:NEAR_MISSES] if new else ():
        content = _content(heading, language)
        if content:
            content[chance.randrange(len(content))] = chance.choice(new).lower()
            yield MadeTopic(" ".join(content), document, ())
    sentences = [(passage, place) for passage in passages for place in passage.sentences]
    for passage, (start, end) in chance.sample(sentences, min(len(sentences), SENTENCES)):
        content = _content(passage.cut(start, end), language)
        if len(content) > 1:
            first = chance.randrange(len(content) - 1)
            text = " ".join(content[first : first + chance.randint(2, 4)]).lower()
            yield MadeTopic(text, document, (qa.Span(document.id, passage.start, passage.end),))


def _is_right(topic: MadeTopic, best: qa.Evidence, question: qa.Question, *, removed: bool) -> bool:
    if not removed and any(
        best.span.document_id == gold.document_id and gold.start <= best.span.start < gold.end for gold in topic.gold
    ):
        return True
    heading = qa.Question(best.passage.nearest_heading, best.passage.language)
    own = heading.content_terms(best.passage.language)
    return bool(own) and question.content_terms(best.passage.language) == own


def _ask(topics: Sequence[MadeTopic], documents: Sequence[qa.Document]) -> Iterator[TopicRow]:
    """Yield the situation, the document, the features and whether the answer is right, of each topic everywhere."""
    everything = [document.id for document in documents]
    library = qa.Library()
    library.add(*documents)
    for topic in topics:
        here = everything.index(topic.document.id)
        handful = [everything[(here + step) % len(everything)] for step in range(1, HANDFUL)]
        for among, situation in (
            ([topic.document.id], "present"),
            ([topic.document.id, *handful], "present"),
            (None, "present"),
            (handful, "removed"),
            ([other for other in everything if other != topic.document.id], "removed"),
        ):
            if not topic.gold and situation == "removed":
                continue
            examination = library.examine(topic.text, documents=among)
            if not examination.evidence or not examination.question.is_topic:
                continue
            removed = situation == "removed"
            right = _is_right(topic, examination.evidence[0], examination.question, removed=removed)
            kind = situation if topic.gold else "near miss"
            yield kind, topic.document.id, dict(examination.features), right


def _ask_in_short(questions: QuestionSet) -> Iterator[TopicRow]:
    """Yield the same of questions of which only the content words are typed; right is what answers the question."""
    library = qa.Library()
    library.add(*questions.documents)
    for question in questions.questions:
        for documents in ([question.about], None) if question.about else (None,):
            asked = library.examine(question.text, documents=documents).question
            examination = library.examine(" ".join(asked.sought_words).lower(), documents=documents)
            if not examination.evidence or not examination.question.is_topic:
                continue
            right = first_right([examination.evidence[0].span], question.gold) is not None
            kind = "asked" if question.gold else "asked, not said"
            yield kind, question.about or question.id, dict(examination.features), right


def fit(rows: Sequence[TopicRow]) -> dict[str, Any]:
    """Return the card of the model fitted on rows of a situation, a document, features and whether it is right."""
    X = np.array([[features[name] for name in TOPIC_FEATURES] for _, _, features, _ in rows])
    y = np.array([right for *_, right in rows])
    kinds = np.array([kind for kind, *_ in rows])
    weight = np.array([WEIGHTS[kind] for kind in kinds])
    held_out = np.zeros(len(rows))
    for fitted, held in GroupKFold(FOLDS).split(X, groups=[document for _, document, *_ in rows]):
        intercept, weights = fit_regression(X[fitted], y[fitted], weight[fitted])
        held_out[held] = probability(intercept + X[held] @ weights)
    intercept, weights = fit_regression(X, y, weight)
    answered = held_out >= THRESHOLD
    return {
        "format": FORMAT,
        "on": list(EVERYDAY),
        "weights_of": WEIGHTS,
        "version": qa.__version__,
        "intercept": round(intercept, 4),
        "weights": {name: round(float(value), 4) for name, value in zip(TOPIC_FEATURES, weights, strict=True)},
        "cross_validated": {
            "topics": len(rows),
            "right": round(float(y.mean()), 3),
            "auroc": round(float(roc_auc_score(y, held_out)), 3),
            "log_loss": round(float(log_loss(y, held_out)), 3),
            "threshold": THRESHOLD,
            "precision": round(float(y[answered].mean()), 3),
            "answered": {
                f"{kind}, {'right' if right else 'wrong'}": round(float(answered[chosen].mean()), 3)
                for kind in WEIGHTS
                for right in (True, False)
                for chosen in [(kinds == kind) & (y == right)]
                if chosen.any()
            },
        },
    }


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=str(resources.files("qa") / "models" / "topic.json"))
def main(out: Path) -> None:
    """Fit the model and write its card."""
    rows: list[TopicRow] = []
    with threadpool_limits(1):
        for folder in EVERYDAY:
            questions = read_everyday(folder)
            documents = questions.documents
            headings = {
                document.id: [word for heading, _ in _list_sections(document) for word in _content(heading, "en")]
                for document in documents
            }
            topics = [
                topic
                for number, document in enumerate(documents)
                for topic in make_topics(
                    document,
                    headings[documents[number - 1].id],
                    random.Random(Path(document.source).name),  # noqa: S311
                )
            ]
            rows += _ask(topics, documents)
            rows += _ask_in_short(questions)
        card = fit(rows)
    out.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    click.echo(json.dumps(card["cross_validated"], indent=2))


if __name__ == "__main__":
    main()
