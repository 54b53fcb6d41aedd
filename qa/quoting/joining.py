"""The quotes for the parts of a question put together as one answer: each sentence once, numbered as they are read.

Each part has a share of the quotes, the first one what the others leave. The best quote of all is the one that answers
its part with the highest score, and confidence is that of its part. Left out: what is quoted for one part (`compose`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.question.question import Question
from qa.quoting.compose import adjoin, compose, sort_by_reading
from qa.types import DocumentInfo, Evidence, Quote, Span

__all__ = ["AskedPart", "Composed", "compose_parts"]


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A question with the sentences that answer it, best first, and how surely the best one does; rest as `compose`."""

    question: Question
    evidence: Sequence[Evidence]
    documents: Mapping[str, DocumentInfo]
    confidence: float
    focus: Callable[[Evidence], tuple[int, int] | None]
    rivals: Sequence[tuple[Evidence, bool]] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The quotes of an answer, best first; how surely the best one answers; the best sentence that is not quoted."""

    quotes: tuple[Quote, ...]
    runner_up: Quote | None
    confidence: float


def compose_parts(parts: Sequence[AskedPart], max_quotes: int) -> Composed:
    """Return what is quoted for some questions, at least one, together: `max_quotes` sentences at the most."""
    if len(parts) > max_quotes:
        parts = parts[:max_quotes]
    most = [max_quotes // len(parts)] * len(parts)
    most[0] += max_quotes % len(parts)
    composed = [
        compose(part.question, part.evidence, part.documents, share, part.focus, part.rivals)
        for part, share in zip(parts, most, strict=True)
    ]
    if len(parts) == 1:
        return Composed(*composed[0], parts[0].confidence)
    quotes: dict[Span, Quote] = {}
    for each, _ in composed:
        for quote in each:
            quotes.setdefault(quote.span, quote)
    chosen = sorted(quotes.values(), key=lambda quote: (-quote.score, quote.span))
    reading = sort_by_reading(chosen)
    numbers = {quote.span: number for number, quote in enumerate(reading, 1)}
    opposed = {
        quote.span: {numbers[other.span] for other in each if other.number in quote.disagrees_with}
        for each, _ in reversed(composed)
        for quote in each
    }
    sentences = {sentence.span: sentence for part in parts for sentence in _list_sentences(part)}
    continued = {
        after.span
        for before, after in pairwise(reading)
        if before.span in sentences
        and after.span in sentences
        and adjoin(sentences[before.span], sentences[after.span])
    }
    joined = tuple(
        replace(
            quote,
            number=numbers[quote.span],
            best=quote is chosen[0],
            continues=quote.span in continued,
            disagrees_with=tuple(sorted(opposed[quote.span])),
        )
        for quote in chosen
    )
    best = next(number for number, (each, _) in enumerate(composed) if chosen[0].span in {quote.span for quote in each})
    runner_up = next((passed for _, passed in composed if passed and passed.span not in quotes), None)
    if runner_up:
        runner_up = replace(runner_up, number=len(joined) + 1)
    return Composed(joined, runner_up, parts[best].confidence)


def _list_sentences(part: AskedPart) -> list[Evidence]:
    """Return all sentences of the passages of a part's evidence that may be quoted, as evidence."""
    passages = {id(sentence.passage): sentence.passage for sentence in part.evidence}.values()
    return [
        Evidence(Span(passage.document_id, *place), passage, 0.0, {}, {})
        for passage in passages
        for place in passage.sentences
    ]
