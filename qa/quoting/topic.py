"""What is quoted on a topic beside the best sentence: the paragraph that it stands in.

Where what leads to the paragraph, or its nearest heading, is the topic, its first sentences in order; else those that
answer best, then the nearest. A line of a table or of values stands for itself, unless the heading is the topic.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.preparing.paragraphs import find_paragraph
from qa.question.question import Question
from qa.text.terms import find_content_words, terms
from qa.types import Evidence, Passage, Span

__all__ = ["choose_about"]

_MOST = 0.5  # share of the topic's words that a heading which is about it has


def choose_about(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the further sentences to quote on a topic, those to be quoted first first. evidence: best first."""
    best = evidence[0]
    passage, place = best.passage, (best.span.start, best.span.end)
    headed = _is_headed(question, passage, place)
    known = {sentence.span: sentence for sentence in evidence}
    here = passage.sentences.index(place)
    others = [number for number in find_paragraph(passage, place, lines=headed) if number != here]
    spans = {number: Span(best.span.document_id, *passage.sentences[number]) for number in others}
    if not headed:
        others.sort(key=lambda number: (-_score(known, spans[number]), abs(number - here), number))
    return [known.get(spans[number]) or Evidence(spans[number], passage, 0.0, {}, {}) for number in others]


def _score(known: Mapping[Span, Evidence], span: Span) -> float:
    return known[span].score if span in known else 0.0


def _is_headed(question: Question, passage: Passage, place: tuple[int, int]) -> bool:
    """Tell whether what leads to a sentence, or the nearest heading above it, is what a topic names."""
    lead = passage.leads[passage.sentences.index(place)] if passage.leads else None
    above = passage.cut(*lead) if lead else passage.nearest_heading
    asked = question.content_terms(passage.language)
    own = set(terms(" ".join(find_content_words(above, passage.language)), passage.language))
    return bool(own) and len(asked & own) >= _MOST * max(len(asked), len(own))
