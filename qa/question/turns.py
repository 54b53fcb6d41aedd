"""A turn of a conversation as it is looked back at: what was asked, and what was quoted for it.

It is read from the record or from its JSON, and nothing of either is trusted: what has another shape is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from qa.text.unicode import without_surrogates
from qa.types import Answer, Quote, Span, Turn

__all__ = ["Earlier", "read_turn"]

_LONGEST = 500  # characters of an earlier question or quote that are looked at
_MOST_QUOTES = 10
_LISTS = (list, tuple)


class Earlier(NamedTuple):
    """A turn as it is looked back at.

    question: as it was understood. quotes: their texts, best first. focus: the words of the best one that answered.
    heading: those above it.
    answered: None where that is not known. confidence: of its answer, in [0, 1]. places: of the quotes that have one.
    leaned: whether its question leaned on those before it.
    """

    question: str
    quotes: tuple[str, ...] = ()
    focus: str = ""
    answered: bool | None = None
    confidence: float = 1.0
    places: frozenset[Span] = frozenset()
    leaned: bool = False
    heading: str = ""

    @property
    def quote(self) -> str:
        """The best quote; empty without one."""
        return self.quotes[0] if self.quotes else ""


def read_turn(turn: Turn) -> Earlier:
    """Return a turn as it is looked back at; without a quote where its answer is no record and no JSON of one."""
    question = _read_text(turn.question)
    answer: object = turn.answer
    if isinstance(answer, Answer):
        return _read_record(question, answer)
    if not isinstance(answer, Mapping):
        return Earlier(question)
    given = answer.get("quotes")
    quotes = [each for each in given[:_MOST_QUOTES] if isinstance(each, Mapping)] if isinstance(given, _LISTS) else []
    texts = tuple(filter(None, (_read_text(quote.get("text")) for quote in quotes)))
    focus = quotes[0].get("focus") if texts else None
    answered = answer.get("answered")
    confidence = answer.get("confidence")
    citation = quotes[0].get("citation") if texts else None
    return Earlier(
        question,
        texts,
        _read_text(focus.get("text")) if isinstance(focus, Mapping) else "",
        answered if isinstance(answered, bool) else True if texts else None,
        float(confidence) if isinstance(confidence, int | float) and 0 <= confidence <= 1 else 1.0,
        frozenset(place for quote in quotes if (place := _read_place(quote))),
        heading=_read_text(citation.get("heading")) if isinstance(citation, Mapping) else "",
    )


def _read_record(question: str, answer: Answer) -> Earlier:
    given: object = answer.quotes
    quotes = [quote for quote in given[:_MOST_QUOTES] if isinstance(quote, Quote)] if isinstance(given, tuple) else []
    best = quotes[0] if quotes else None
    focus = best.text[best.focus.start - best.start : best.focus.end - best.start] if best and best.focus else ""
    return Earlier(
        question,
        tuple(_read_text(quote.text) for quote in quotes),
        _read_text(focus),
        answer.answered,
        answer.confidence,
        frozenset(Span(quote.document_id, quote.start, quote.end) for quote in quotes),
        heading=_read_text(best.heading) if best else "",
    )


def _read_place(quote: Mapping[str, object]) -> Span | None:
    name, start, end = quote.get("document_id"), quote.get("start"), quote.get("end")
    if isinstance(name, str) and isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return Span(name, start, end)
    return None


def _read_text(value: object) -> str:
    """Return a text, as far as it is looked at, on one line; empty for anything else."""
    return " ".join(without_surrogates(value[:_LONGEST]).split()) if isinstance(value, str) else ""
