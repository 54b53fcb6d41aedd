"""How near a question as understood comes to the one that a person wrote to stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

import qa
from eval.followups.figures import FigureRow, as_turns, average
from eval.measures.answers import answer_words
from eval.sets.mtrag import Rewrite

__all__ = ["measure_rewrites"]


def _content_words(text: str) -> set[str]:
    return {word for word in answer_words(text) if word not in ENGLISH_STOP_WORDS}


def measure_rewrites(rewrites: Sequence[Rewrite], library: qa.Library) -> list[FigureRow]:
    """Return precision, recall and F1 of the content words against the rewrites', after at least one question.

    Questions whose rewrite has the same words stand alone, by the person who rewrote them.
    """
    later = [each for each in rewrites if each.history]
    same = [each for each in later if _content_words(each.question) == _content_words(each.rewrite)]
    rows = []
    for part, of in {"rewritten": [each for each in later if each not in same], "not rewritten": same}.items():
        understood = [library.examine(each.question, history=as_turns(each.history)).question.text for each in of]
        ways = {
            "alone": [each.question for each in of],
            "joined": [" ".join([*each.history, each.question]) for each in of],
            "understood": understood,
        }
        for way, texts in ways.items():
            scores = [
                _overlap(_content_words(text), _content_words(each.rewrite))
                for text, each in zip(texts, of, strict=True)
            ]
            columns = dict(zip(("precision", "recall", "f1"), zip(*scores, strict=True), strict=True)) if of else {}
            rows.append(average(f"{part}: {way}", columns))
        changed = [float(text != each.question) for text, each in zip(understood, of, strict=True)]
        rows.append(average(f"{part}: asked otherwise", {"share": changed}))
    return rows


def _overlap(words: set[str], wanted: set[str]) -> tuple[float, float, float]:
    if not words or not wanted:
        return (float(words == wanted),) * 3
    precision, recall = len(words & wanted) / len(words), len(words & wanted) / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
